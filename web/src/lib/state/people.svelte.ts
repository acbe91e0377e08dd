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

  /** True where the server took it. */
  async tell<T>(path: string, body: unknown, done: string, then?: (answer: T) => void): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.done = '';
    try {
      const answer = await tell<T>(path, body);
      this.done = done;
      then?.(answer);
      return true;
    } catch (cause) {
      this.problem = cause instanceof Failure ? cause.problem : { title: 'This page failed', status: 500, code: 'page', detail: String(cause), fix: null };
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** A day from today in the browser's own calendar: what a date field proposes. */
export function daysFromNow(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-');
}
