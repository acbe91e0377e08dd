import type { Problem } from '$lib/contract';
import { identity } from '$lib/state/person.svelte';

/** A failure as a value: what the server said, or that it said nothing. */
export class Failure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
  get unreachable(): boolean {
    return this.problem.status === 0;
  }
}

export async function call<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answer<T>(await reach(path, { signal: signal ?? null }));
}

/** Tells the server to do something, as the person who was chosen. */
export async function tell<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  return answer<T>(await reach(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** Hands a file to the server, as it is. */
export async function send<T>(path: string, file: Blob): Promise<T> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return answer<T>(await reach(path, { method: 'POST', headers, body: file }));
}

async function answer<T>(response: Response): Promise<T> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw new Failure(isProblem(body) ? body : strange(response));
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  const headers = { Accept: 'application/json, application/problem+json', ...identity(), ...(request.headers as Record<string, string> | undefined) };
  try {
    return await fetch(path, { ...request, headers });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new Failure({
      title: 'The server does not answer',
      status: 0,
      code: 'unreachable',
      detail: 'Bellwether has stopped, or the network between it and this browser is down.',
      fix: 'Start it with: bellwether serve',
    });
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'code' in body;
}

function strange(response: Response): Problem {
  return {
    title: 'The server gave an answer that this page does not understand',
    status: response.status,
    code: `http_${response.status}`,
    detail: `${response.status} ${response.statusText}`.trim(),
    fix: 'Reload the page. If it stays, look at what the server wrote in its terminal.',
  };
}
