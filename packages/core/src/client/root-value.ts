/** @module What an answer of the desk says: the value of its one root field, or why not. */
import { DeskError, DeskOffline, type DeskProblem } from './error.ts';
import type { DeskResponse } from './host.ts';

interface Payload {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Partial<DeskProblem> }[];
}

/** The value of the root field. @throws DeskError for an error or a denial, DeskOffline for what is no answer of a desk */
export function rootValue(text: string, response?: Pick<DeskResponse, 'status' | 'headers'>): unknown {
  const payload = parse(text);
  const retryAfterMs = retryAfter(response);
  const [error] = payload?.errors ?? [];
  if (error) throw problem({ code: 'INTERNAL', ...error.extensions, message: error.message, ...retryAfterMs });
  if (!payload?.data) throw problem({ code: response?.status === 429 ? 'RATE_LIMITED' : 'SERVICE_UNAVAILABLE', message: '', ...retryAfterMs });
  const [value] = Object.values(payload.data);
  const denied = value as { __typename?: string } & DeskProblem;
  if (denied?.__typename !== 'Denied') return value;
  const { code, message, fields, details } = denied;
  throw problem({ code, message, fields: fields ?? [], details: details ?? {}, ...retryAfterMs });
}

function parse(text: string): Payload | undefined {
  try {
    return JSON.parse(text) as Payload;
  } catch {
    // A proxy's error page: handled as "not reachable".
    return undefined;
  }
}

const problem = (given: Partial<DeskProblem> & Pick<DeskProblem, 'code' | 'message'>): Error =>
  given.code === 'SERVICE_UNAVAILABLE' ? new DeskOffline(given.message || undefined) : new DeskError(given);

function retryAfter(response: Pick<DeskResponse, 'headers'> | undefined): { retryAfterMs?: number } {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {};
}
