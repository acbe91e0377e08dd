import { afterEach, expect, test, vi } from 'vitest';
import { Telling } from '$lib/state/people.svelte';

afterEach(() => vi.unstubAllGlobals());

const answers = (status: number, body: unknown) => vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })));

test('says what came of the work, and one work at a time', async () => {
  const telling = new Telling();
  let go: (text: string) => void = () => {};
  const first = telling.run(() => new Promise<string>((done) => (go = done)));
  expect(telling.busy).toBe(true);
  expect(await telling.run(async () => 'second')).toBe(false);
  go('written');
  expect(await first).toBe(true);
  expect([telling.busy, telling.done, telling.wrong]).toEqual([false, 'written', '']);
});

test('keeps the problem of the server with its fix until the next work', async () => {
  const telling = new Telling();
  answers(400, { title: 'No', status: 400, code: 'H715', detail: 'no reason given', fix: 'give one' });
  expect(await telling.tell('/api/x', {}, 'done')).toBe(false);
  expect([telling.busy, telling.done, telling.wrong]).toEqual([false, '', 'no reason given – give one']);
  answers(200, { text: 'fine' });
  let told = '';
  expect(await telling.tell<{ text: string }>('/api/x', {}, 'done', (answer) => (told = answer.text))).toBe(true);
  expect([told, telling.done, telling.wrong]).toEqual(['fine', 'done', '']);
});

test('a mistake of the page itself is a problem, not silence', async () => {
  const telling = new Telling();
  await telling.run(async () => { throw new TypeError('not a function'); });
  expect(telling.wrong).toBe('TypeError: not a function');
  expect(telling.busy).toBe(false);
});
