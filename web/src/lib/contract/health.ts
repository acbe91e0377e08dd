/** GET /api/data-health */
export type Tone = 'good' | 'warn' | 'bad' | 'none';
export interface DataTest { asks: string; state: Tone; word: string; said: string | null; since: string | null; past: { state: Tone; text: string }[] }
export interface DatasetHealth {
  name: string; source: string; complete: string | null; expected: string | null; late: string | null; problem: string | null;
  state: Tone; tests: DataTest[]; kpis: { label: string; href: string }[];
}
export interface DataHealth { sentence: string; good: boolean; looked: string | null; datasets: DatasetHealth[] }
