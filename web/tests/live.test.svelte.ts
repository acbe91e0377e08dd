import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live } from '../src/lib/api/live.svelte';

type Answer = { status: number; body: unknown } | 'down';
let answers: Record<string, Answer> = {};
let asked: string[] = [];

/** A server of fixed answers, in the place of the browser's fetch. */
async function fetchFake(path: string): Promise<Response> {
  asked.push(path);
  if (asked.length > 50) return new Promise(() => undefined); // a loop fails its test instead of hanging it
  const answer = answers[path] ?? 'down';
  if (answer === 'down') throw new TypeError('connection refused');
  return new Response(JSON.stringify(answer.body), { status: answer.status });
}

const settled = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
  await vi.advanceTimersByTimeAsync(0);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetchFake);
  answers = {};
  asked = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a live answer', () => {
  it('comes once, and is there at once the next time', async () => {
    answers['/once'] = { status: 200, body: { n: 1 } };
    const live = new Live<{ n: number }>();
    live.show('/once');
    expect(live.phase).toBe('loading');
    await settled();
    expect([live.phase, live.data]).toEqual(['ready', { n: 1 }]);
    const other = new Live<{ n: number }>();
    other.show('/once');
    expect(other.phase).toBe('ready');
  });
  it('stays, marked as stale, when the server goes away, and is fresh again when it is back', async () => {
    answers['/stale'] = { status: 200, body: { n: 1 } };
    const live = new Live<{ n: number }>();
    live.show('/stale');
    await settled();
    answers['/stale'] = 'down';
    void live.refresh();
    await settled();
    expect([live.phase, live.data, live.problem?.code]).toEqual(['stale', { n: 1 }, 'unreachable']);
    answers['/stale'] = { status: 200, body: { n: 2 } };
    await vi.advanceTimersByTimeAsync(10_000);
    expect([live.phase, live.data]).toEqual(['ready', { n: 2 }]);
  });
  it('gives way to a refusal: numbers of another question are not shown under it', async () => {
    answers['/a'] = { status: 200, body: { n: 1 } };
    answers['/b'] = { status: 400, body: { title: 'No such date', status: 400, code: 'as_of', detail: '', fix: 'Take a later one.' } };
    const live = new Live<{ n: number }>();
    live.show('/a', 'card');
    await settled();
    live.show('/b', 'card');
    expect([live.data, live.behind]).toEqual([{ n: 1 }, true]);
    await settled();
    expect([live.phase, live.data, live.problem?.fix]).toEqual(['failed', null, 'Take a later one.']);
  });
  it('never shows one subject under the name of another', async () => {
    answers['/x'] = { status: 200, body: { n: 1 } };
    const live = new Live<{ n: number }>();
    live.show('/x', 'x');
    await settled();
    live.show('/y', 'y');
    expect(live.phase).toBe('loading');
  });
  it('says so when the answer is not JSON', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
    const live = new Live();
    live.show('/html');
    await settled();
    expect(live.problem).toMatchObject({ status: 502, code: 'http_502' });
  });
  it('asks once from an effect, however the answer falls out', async () => {
    answers['/up'] = { status: 200, body: {} };
    const live = new Live();
    live.show('/up', 'up');
    await settled();
    const stop = $effect.root(() => {
      $effect(() => live.show('/down', 'down'));
    });
    flushSync();
    for (let i = 0; i < 5; i++) {
      await settled();
      flushSync();
    }
    stop();
    expect(asked).toEqual(['/up', '/down']);
  });
});
