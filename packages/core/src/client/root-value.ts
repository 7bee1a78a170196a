/** @module What an answer of the desk says: the value of its root field, or why not. */
import { DeskError, DeskOffline, type DeskProblem } from './error.ts';
import type { DeskResponse } from './host.ts';

type Problem = Partial<DeskProblem> & Pick<DeskProblem, 'code' | 'message'>;

interface Payload {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Partial<DeskProblem> }[];
  /** The desk names what it refused also where the document selects nothing of it. */
  readonly extensions?: {
    readonly denials?: readonly (Omit<Problem, 'path'> & { readonly path: readonly string[] })[];
  };
}

/**
 * The value of the root field; of several, an object with the value of each. Of a change, what its payload says in the
 * place of the payload.
 * @throws DeskError for an error or a denial, DeskOffline for what is no answer of a desk
 */
export function rootValue(text: string, response?: Pick<DeskResponse, 'status' | 'headers'>, changes = false): unknown {
  const payload = parse(text);
  const data = payload?.data;
  const more = retryAfter(response);
  const [error] = payload?.errors ?? [];
  if (error) throw problem({ code: 'INTERNAL', ...error.extensions, message: error.message, ...more });
  if (!data)
    throw problem({ code: response?.status === 429 ? 'RATE_LIMITED' : 'SERVICE_UNAVAILABLE', message: '', ...more });
  const [told] = payload.extensions?.denials ?? [];
  if (told) throw problem({ ...told, ...more, path: told.path.join('.'), data });
  if (!changes) return only(data);
  const done: Record<string, unknown> = {};
  for (const path in data) {
    const { denied, __typename, ...rest } = data[path] as MutationPayload;
    // Something between us and the desk may have dropped the extensions.
    if (denied) throw problem({ ...denied, ...more, path, data });
    done[path] = only(rest);
  }
  return only(done);
}

interface MutationPayload extends Readonly<Record<string, unknown>> {
  readonly denied?: Problem | null;
}

/** Of one field its value, of several the object. */
function only(fields: Readonly<Record<string, unknown>>): unknown {
  const [first, ...more] = Object.keys(fields);
  return first && !more[0] ? fields[first] : fields;
}

function parse(text: string): Payload | undefined {
  try {
    return JSON.parse(text) as Payload;
  } catch {
    // A proxy's error page: handled as "not reachable".
    return undefined;
  }
}

const problem = (given: Problem): Error =>
  given.code === 'SERVICE_UNAVAILABLE' ? new DeskOffline(given.message || undefined) : new DeskError(given);

function retryAfter(response: Pick<DeskResponse, 'headers'> | undefined): { retryAfterMs?: number } {
  const seconds = Number(response?.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {};
}
