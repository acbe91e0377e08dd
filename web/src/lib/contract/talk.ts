// What people say and do, as the server writes it; every text is ready to show.
import type { StatusView } from '$lib/contract';

export interface Choice { name: string; label: string }
export interface Said {
  id: number; kpi: string; label: string; href: string; who: string; day: string; day_text: string; status: StatusView | null; standing: string;
  comment: string; confidence: number | null; note: string | null; corrected: boolean; mine: boolean; review: number | null;
}
/** GET /api/check-ins */
export interface CheckIns {
  lead: string; said: Said[];
  due: { kpi: string; label: string; href: string; owner: string; mine: boolean; overdue: boolean; status: StatusView; standing: string; due_text: string; last_text: string }[];
}
export interface Action {
  id: number; kpi: string; label: string; href: string; title: string; owner: string; owner_email: string; due: string; due_text: string; state: string;
  overdue: boolean; mine: boolean; opened: string; over_text: string; outcome: string | null; effect: string | null;
}
/** GET /api/actions */
export interface Actions { lead: string; open: Action[]; over: Action[]; kpis: Choice[] }
export interface Remark { id: number | null; day: string; day_text: string; label: string; kind: string; on: string; href: string | null; who: string; mine: boolean }
/** GET /api/events */
export interface Events { events: Remark[]; notes: Remark[]; kpis: Choice[]; metrics: Choice[] }
/** GET /api/kpis/NAME/people */
export interface KpiPeople {
  due: string; overdue: boolean; acknowledge: string | null; praise: string | null;
  said: Said[]; actions: Action[]; notes: Remark[]; thanks: { who: string; day_text: string; words: string }[]; periods: Choice[];
}
/** GET /api/mentions */
export interface Mentions { unread: number; newest: number; mentions: { id: number; who: string; day_text: string; about: string; href: string; excerpt: string; unread: boolean }[] }
/** GET /api/reviews */
export interface Reviews {
  due: { objective: string; statement: string; rhythm: string; due_text: string; last_text: string; is_due: boolean; overdue: boolean; open: number | null }[];
  reviews: { id: number; href: string; statement: string; day_text: string; who: string; open: boolean; summary: string | null }[];
}
export interface Part { text: string; by: string }
export interface Item {
  kpi: string; label: string; href: string; owner: string; owner_email: string; status: StatusView | null; standing: string; why: string;
  comment: Part; confidence: Part; note: Part; decision: Part; done: string | null; follow: { text: string; command: string; href: string } | null; actions: Action[]; last: Said | null;
}
/** GET /api/reviews/ID */
export interface Meeting { id: number; title: string; when: string; people: string; open: boolean; revision: number; summary: string | null; items: Item[]; decisions: Choice[] }
