import type { StatusView } from '$lib/contract';

export interface Point { label: string; value: string | null; verdict: string | null }
/** The evidence that is shown to who decides. */
export interface Dossier { promise: string; history: Point[]; reached: string; comparable: Point[]; timeframes: Point[]; usage: string[] }

/** GET /api/kpis/NAME/goalposts */
export interface Goalposts {
  name: string; label: string; href: string; promise: string; lifecycle: 'draft' | 'active' | 'retired' | 'removed'; note: string;
  versions: { number: number; effective: string; effective_text: string; author: string; change: string; reason: string | null; warning: string | null }[];
  closings: {
    period: string; timeframe: boolean; reported: string; status: StatusView; target_text: string;
    now: string | null; now_status: StatusView | null; restated_text: string | null; last_good_text: string | null; version: number;
  }[];
  decisions: { id: number; day: string; person: string; action: string; change: string; reason: string; withdrawn: boolean; dossier: Dossier | null }[];
}

export interface Wish { action: string; kpi: string; metric?: string; to?: string; by?: string; objective?: string; owner?: string; cadence?: string }
/** POST /api/goalposts/plan */
export interface Plan { change: string; dossier: Dossier; file: string; lines: string[]; print: string }
/** POST /api/goalposts/decide */
export interface Decided { kpi: string; change: string }
