/**
 * @module The headless client of a desk: questions and changes by fetch, live answers by server-sent events.
 * No run-time dependencies; GraphQL documents are plain strings, so no parser is shipped.
 */
import type { Document } from './document.ts';
import { DeskOffline } from './error.ts';
import { host, type AbortSignalLike, type DeskRequest, type DeskResponse, type Fetch } from './host.ts';
import { rootValue } from './root-value.ts';
import { openSubscription, type Subscription, type SubscriptionHandlers } from './subscription.ts';

export interface DeskClientOptions {
  /** Address of the desk, such as `https://desk.example`; empty for the page's own. */
  readonly url: string;
  /** Whose API is asked: that of shoppers, or `/graphql` for staff. @defaultValue "/shopper" */
  readonly path?: '/shopper' | '/graphql';
  /** Bearer token, or what answers the present one. */
  readonly token?: string | (() => string | undefined);
  /** Language of messages that the desk writes: `zh-CN` or `en`. */
  readonly locale?: string | (() => string | undefined);
  readonly fetch?: Fetch;
  /** Whether tabs may hear one stream together; not where a page has a network of its own. @defaultValue false */
  readonly shareStreams?: boolean;
  /** Milliseconds after which a call without an answer counts as offline. @defaultValue 20000 */
  readonly timeoutMs?: number;
}

export interface DeskClient {
  readonly url: string;
  /** Whether the tabs of a browser may hear one stream together. */
  readonly sharesStreams?: boolean;
  /**
   * Asks; the answer is the value of the document's root field, of several an object with each. @throws DeskError,
   * DeskOffline
   */
  query<V, A>(document: Document<V, A>, variables: V): Promise<A>;
  /**
   * Changes something; answers what its payload says, of one field that field's value. A denial is thrown, whatever the
   * document selects of it. @throws DeskError, DeskOffline
   */
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
export const createDeskClient = (options: DeskClientOptions): DeskClient => new FetchClient(options);

type Send = (url: string, init: DeskRequest) => Promise<DeskResponse>;

class FetchClient implements DeskClient {
  readonly url: string;
  readonly sharesStreams: boolean;
  readonly #options: DeskClientOptions;
  readonly #send: Send;
  readonly #subscriptions = new Set<Subscription>();

  constructor(options: DeskClientOptions) {
    this.#options = options;
    this.sharesStreams = options.shareStreams === true;
    this.url = options.url.replace(/\/+$/, '');
    this.#send = (options.fetch ?? ((address, init: never) => host.fetch(address, init))) as Send;
  }

  query<V, A>(document: Document<V, A>, variables: V): Promise<A> {
    return this.#call(document, variables);
  }

  mutate<V, A>(document: Document<V, A>, variables: V): Promise<A> {
    return this.#call(document, variables, true);
  }

  subscribe<V, A>(document: Document<V, A>, variables: V | (() => V), handlers: SubscriptionHandlers<A>): Subscription {
    const subscription = openSubscription({
      ...boundTo(handlers, () => this.#subscriptions.delete(subscription)),
      connect: (signal) =>
        this.#connect(document, typeof variables === 'function' ? (variables as () => V)() : variables, signal),
      read: (payload) => rootValue(payload) as A,
    });
    this.#subscriptions.add(subscription);
    return subscription;
  }

  async request(path: string, init: Pick<DeskRequest, 'method'> & Partial<DeskRequest>): Promise<DeskResponse> {
    try {
      return await this.#send(this.url + path, { ...init, headers: { ...this.headers(), ...init.headers } });
    } catch (error) {
      throw new DeskOffline(undefined, { cause: error });
    }
  }

  headers(): Record<string, string> {
    const [token, locale] = [this.#options.token, this.#options.locale].map((given) =>
      typeof given === 'function' ? given() : given,
    );
    return { ...(token ? { authorization: `Bearer ${token}` } : {}), ...(locale ? { 'x-desk-locale': locale } : {}) };
  }

  wake(): void {
    for (const subscription of this.#subscriptions) if (subscription.state !== 'open') subscription.restart();
  }

  reconnect(): void {
    for (const subscription of this.#subscriptions) subscription.restart();
  }

  close(): void {
    for (const subscription of this.#subscriptions) subscription.close();
  }

  async #call<V, A>(document: Document<V, A>, variables: V, changes?: boolean): Promise<A> {
    const abort = new host.AbortController();
    const timer = host.setTimeout(() => abort.abort(), this.#options.timeoutMs ?? 20_000);
    try {
      const response = await this.#post(document, variables, 'application/json', abort.signal);
      return rootValue(await textOf(response), response, changes) as A;
    } catch (error) {
      // A stream can stay open while the database behind the desk is gone, or on a line that is dead already.
      if (error instanceof DeskOffline) for (const subscription of this.#subscriptions) subscription.suspect();
      throw error;
    } finally {
      host.clearTimeout(timer);
    }
  }

  async #connect(document: string, variables: unknown, signal: AbortSignalLike): Promise<DeskResponse> {
    const response = await this.#post(document, variables, 'text/event-stream', signal);
    const streams = response.ok && response.headers.get('content-type')?.startsWith('text/event-stream');
    if (streams) return response;
    rootValue(await textOf(response), response);
    throw new DeskOffline();
  }

  #post(query: string, variables: unknown, accept: string, signal: AbortSignalLike): Promise<DeskResponse> {
    return this.request(this.#options.path || '/shopper', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query, variables }),
      signal,
    });
  }
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
