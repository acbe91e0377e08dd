import type { DiagnosticView } from '$lib/contract';

/** GET /api/values */
export interface TypedMetric { name: string; label: string; description: string | null; every: string; last: string | null; missing: string | null }
export interface TypedMetrics { metrics: TypedMetric[]; gone: string[] }

/** GET /api/metrics/NAME/values?periods=… */
export interface Cell { text: string | null; typed: string; corrected: boolean }
export interface Line { label: string; where: Record<string, string>; cells: Cell[] }
export interface Given { period: string; label: string; text: string; person: string; at: string; how: string; reason: string | null; counts: boolean }
export interface ValueGrid {
  name: string; label: string; every: string; example: string; header: string;
  by: { name: string; members: string[] }[];
  periods: { period: string; label: string }[];
  lines: Line[]; history: Given[];
}

/** POST /api/metrics/NAME/values and …/upload */
export interface Answer { text: string; added: number; corrected: number; taken_back: number; same: number }

/** POST /api/metrics/NAME/values/preview */
export interface Preview {
  counts: string; token: string | null; corrects: boolean; more: number;
  lines: { place: string; period: string; label: string; before: string | null; now: string; state: 'new' | 'changed' | 'taken_back' | 'same' | 'wrong'; problems: DiagnosticView[] }[];
}
