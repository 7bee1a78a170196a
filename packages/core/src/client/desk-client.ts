/**
 * @module The headless client of a desk: questions and changes by fetch, live answers by server-sent events.
 * No run-time dependencies; GraphQL documents are plain strings, so no parser is shipped.
 */
import type { Document } from './document.ts';
import { DeskError, DeskOffline, type DeskProblem } from './error.ts';
import { host, type AbortSignalLike, type DeskRequest, type DeskResponse, type Fetch } from './host.ts';
import { openSubscription, type Subscription, type SubscriptionHandlers } from './subscription.ts';

export interface DeskClientOptions {
  /** Address of the desk, such as `https://desk.example`; empty for the page's own. */
  readonly url: string;
  /** Bearer token, or what answers the present one. */
  readonly token?: string | (() => string | undefined);
  /** Language of messages that the desk writes: `zh-CN` or `en`. */
  readonly locale?: string | (() => string | undefined);
  readonly fetch?: Fetch;
  /** Milliseconds after which a call without an answer counts as offline. @defaultValue 20000 */
  readonly timeoutMs?: number;
}

export interface DeskClient {
  readonly url: string;
  /** Asks; the answer is the value of the document's root field. @throws DeskError, DeskOffline */
  query<V, A>(document: Document<V, A>, variables: V): Promise<A>;
  /** Changes something; a `Denied` answer is thrown. @throws DeskError, DeskOffline */
  mutate<V, A>(document: Document<V, A>, variables: V): Promise<A>;
  /** Listens; a function as `variables` is asked again at every reconnect. */
  subscribe<V, A>(document: Document<V, A>, variables: V | (() => V), handlers: SubscriptionHandlers<A>): Subscription;
  /** Calls an address beside GraphQL with the same token and language. @throws DeskOffline */
  request(path: string, init: Pick<DeskRequest, 'method'> & Partial<DeskRequest>): Promise<DeskResponse>;
  /** The headers of a call: token and language. */
  headers(): Record<string, string>;
  /** Lets every waiting subscription connect at once: the page is back. */
  wake(): void;
  /** Opens every connection anew, also those that look open: the network has changed. */
  reconnect(): void;
  /** Ends all subscriptions. */
  close(): void;
}

/** Connects to a desk; nothing is sent before the first call. */
export function createDeskClient(options: DeskClientOptions): DeskClient {
  const { timeoutMs = 20_000 } = options;
  const url = options.url.replace(/\/+$/, '');
  const subscriptions = new Set<Subscription>();
  const send = (options.fetch ?? ((address, init: never) => host.fetch(address, init))) as (url: string, init: DeskRequest) => Promise<DeskResponse>;

  const headers = (): Record<string, string> => {
    const [token, locale] = [options.token, options.locale].map((given) => (typeof given === 'function' ? given() : given));
    return { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(locale ? { 'x-desk-locale': locale } : {}) };
  };

  const request: DeskClient['request'] = async (path, init) => {
    try {
      return await send(url + path, { ...init, headers: { ...headers(), ...init.headers } });
    } catch (error) {
      throw new DeskOffline(undefined, { cause: error });
    }
  };

  const post = (query: string, variables: unknown, accept: string, signal: AbortSignalLike) =>
    request('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', accept }, body: JSON.stringify({ query, variables }), signal });

  const call = async <V, A>(document: Document<V, A>, variables: V): Promise<A> => {
    const abort = new host.AbortController();
    const timer = host.setTimeout(() => abort.abort(), timeoutMs);
    try {
      const response = await post(document, variables, 'application/json', abort.signal);
      return rootValue(await textOf(response), response) as A;
    } catch (error) {
      // A stream can stay open while the database behind the desk is gone, or on a line that is dead already.
      if (error instanceof DeskOffline) for (const subscription of subscriptions) subscription.suspect();
      throw error;
    } finally {
      host.clearTimeout(timer);
    }
  };

  return {
    url,
    query: call,
    mutate: call,
    subscribe: (document, variables, handlers) => {
      const subscription = openSubscription({
        ...boundTo(handlers, () => subscriptions.delete(subscription)),
        connect: async (signal) => {
          const now = typeof variables === 'function' ? (variables as () => unknown)() : variables;
          const response = await post(document, now, 'text/event-stream', signal);
          const streams = response.ok && response.headers.get('content-type')?.startsWith('text/event-stream');
          if (streams) return response;
          rootValue(await textOf(response), response);
          throw new DeskOffline();
        },
        read: (payload) => rootValue(payload) as never,
      });
      subscriptions.add(subscription);
      return subscription;
    },
    request,
    headers,
    wake: () => {
      for (const subscription of subscriptions) if (subscription.state !== 'open') subscription.restart();
    },
    reconnect: () => {
      for (const subscription of subscriptions) subscription.restart();
    },
    close: () => {
      for (const subscription of subscriptions) subscription.close();
    },
  };
}

function boundTo<A>(handlers: SubscriptionHandlers<A>, closed: () => void): SubscriptionHandlers<A> {
  return {
    next: (answer) => handlers.next(answer),
    state: (state) => {
      if (state === 'closed') closed();
      handlers.state?.(state);
    },
    error: (error) => handlers.error?.(error),
  };
}

async function textOf(response: DeskResponse): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    throw new DeskOffline(undefined, { cause: error });
  }
}

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
  if (denied?.__typename === 'Denied') {
    const { code, message, fields, details } = denied;
    throw problem({ code, message, fields: fields ?? [], details: details ?? {}, ...retryAfterMs });
  }
  return value;
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
