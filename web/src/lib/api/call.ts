import type { Problem } from '$lib/contract';

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
  const response = await reach(path, signal);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw new Failure(isProblem(body) ? body : strange(response));
}

async function reach(path: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, { headers: { Accept: 'application/json, application/problem+json' }, signal: signal ?? null });
  } catch (cause) {
    if (signal?.aborted) throw cause;
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
