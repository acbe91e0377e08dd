import { call, Failure, tell } from '$lib/api/call';
import type { Problem } from '$lib/contract';
import type { People, Person } from '$lib/contract/people';

class Known {
  people = $state.raw<Person[]>([]);
  #asked = false;

  /** The workspace's people; asked for once. */
  load(): void {
    if (this.#asked) return;
    this.#asked = true;
    call<People>('/api/people').then((answer) => (this.people = answer.people), () => (this.#asked = false));
  }
}
export const known = new Known();

/** One thing that a form tells the server: whether it is on its way, what came of it. */
export class Telling {
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);
  done = $state('');

  /** What went wrong and what mends it, on one line; empty where nothing did. */
  get wrong(): string {
    return this.problem ? [this.problem.detail, this.problem.fix].filter(Boolean).join(' – ') : '';
  }

  /** Does one thing at a time; what the work returns says what came of it. True where nothing failed. */
  async run(work: () => Promise<string | void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.done = '';
    try {
      this.done = (await work()) ?? '';
      return true;
    } catch (cause) {
      this.problem = cause instanceof Failure ? cause.problem : { title: 'This page failed', status: 500, code: 'page', detail: String(cause), fix: null };
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** True where the server took it. */
  tell<T>(path: string, body: unknown, done: string, then?: (answer: T) => void): Promise<boolean> {
    return this.run(async () => {
      const answer = await tell<T>(path, body);
      then?.(answer);
      return done;
    });
  }
}

/** A day from today in the browser's own calendar: what a date field proposes. */
export function daysFromNow(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-');
}
