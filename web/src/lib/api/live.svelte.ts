import type { KpiPage, Problem, Scorecard } from '$lib/contract';
import { untrack } from 'svelte';
import { call, Failure } from './call';

export type Phase = 'loading' | 'ready' | 'stale' | 'failed';

const KEPT = 60;
const RETRY = 10_000;
const FRESH = 15_000;
const answers = new Map<string, unknown>();

/** One answer of the server, shown at once when it was seen before, and kept when the server goes away. */
export class Live<T> {
  data = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  /** True while the data shown answers the question before this one. */
  behind = $state(false);
  at = $state.raw<Date | null>(null);
  #path = '';
  #subject = '';
  #running: AbortController | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;

  get phase(): Phase {
    if (this.data) return this.problem ? 'stale' : 'ready';
    return this.problem ? 'failed' : 'loading';
  }

  /** Shows what is at a path. Data of the same subject stays visible until the new comes: a date changes, the page does not jump. */
  show(path: string, subject = ''): void {
    // What is shown depends on the path alone: an effect that calls this must not run again because an answer came.
    untrack(() => this.#show(path, subject));
  }

  #show(path: string, subject: string): void {
    if (path === this.#path && (this.busy || this.#isFresh())) return;
    const known = answers.get(path) as T | undefined;
    if (known) this.data = known;
    else if (subject !== this.#subject) this.data = null;
    this.behind = !known && this.data !== null;
    this.problem = null;
    this.#path = path;
    this.#subject = subject;
    void this.refresh();
  }

  #isFresh(): boolean {
    return this.data !== null && this.problem === null && Date.now() - (this.at?.getTime() ?? 0) < FRESH;
  }

  async refresh(): Promise<void> {
    const path = this.#path;
    if (!path) return;
    clearTimeout(this.#retry);
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.busy = true;
    try {
      const data = await call<T>(path, running.signal);
      keep(path, data);
      this.data = data;
      this.behind = false;
      this.problem = null;
      this.at = new Date();
    } catch (cause) {
      if (running.signal.aborted) return;
      this.#fail(path, cause);
    } finally {
      if (this.#running === running) this.busy = false;
    }
  }

  /** Without the server the last numbers stay, marked; an answer that says no is shown instead of numbers of another question. */
  #fail(path: string, cause: unknown): void {
    const failure = cause instanceof Failure ? cause : new Failure({ title: 'This page failed', status: 500, code: 'page', detail: String(cause), fix: null });
    if (!failure.unreachable && !answers.has(path)) this.data = null;
    this.problem = failure.problem;
    this.behind = false;
    if (failure.unreachable || failure.problem.status >= 500) this.#retry = setTimeout(() => void this.refresh(), RETRY);
  }
}

function keep(path: string, data: unknown): void {
  answers.delete(path);
  answers.set(path, data);
  if (answers.size > KEPT) for (const oldest of answers.keys()) { answers.delete(oldest); break; }
}

export const scorecard = new Live<Scorecard>();
export const kpiPage = new Live<KpiPage>();

export function scorecardPath(asOf: string | null): string {
  return asOf ? `/api/scorecard?as_of=${asOf}` : '/api/scorecard';
}

export function kpiPath(name: string, asOf: string | null): string {
  return `/api/kpis/${encodeURIComponent(name)}${asOf ? `?as_of=${asOf}` : ''}`;
}

/** Fetches ahead what a pointer or the focus rests on, so that opening it is instant. */
export function ahead(path: string): void {
  if (!answers.has(path)) call(path).then((data) => keep(path, data), () => undefined);
}
