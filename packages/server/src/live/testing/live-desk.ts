/**
 * @module A desk with live delivery behind a real GraphQL endpoint, and subscribers that read it: for tests.
 */
import { actorForToken, ANONYMOUS, type Actor, type Desk, type DeskStore, type standardFeatures } from '@shopdesk/core';
import { createTestDesk, MemoryStore, TestClock } from '@shopdesk/core/testing';
import { createYoga } from 'graphql-yoga';
import { Viewer } from '../../graphql/viewer.ts';
import type { HubOptions } from '../hub.ts';
import { createHub } from '../hub.ts';
import { liveSchemas } from '../live-schemas.ts';
import { SseStream } from '../sse-stream.ts';
import { useLive } from '../use-live.ts';
import type { LiveContext } from '../schema-types.ts';

export interface LiveDeskOptions {
  readonly store?: DeskStore;
  readonly bus?: HubOptions['bus'];
  readonly clock?: TestClock;
}

/** Puts live delivery and an endpoint on a desk; requests say by `x-actor` who they are from. */
export async function serveLive(
  desk: Desk,
  store: DeskStore,
  { bus, clock }: Pick<LiveDeskOptions, 'bus' | 'clock'> = {},
) {
  const errors: unknown[] = [];
  const actors = new Map<string, Actor>();
  const hub = createHub({
    desk,
    store,
    ...(bus ? { bus } : {}),
    ...(clock ? { clock: clock.now } : {}),
    onError: (error) => errors.push(error),
  });
  await hub.start();
  const viewer = ({ actor, locale }: LiveContext['viewer']) =>
    new Viewer({ desk, actor, locale, report: (error) => errors.push(error) });
  const schemas = liveSchemas({ desk, hub, report: (error) => errors.push(error) });
  const actorOf = (request: Request) => actors.get(request.headers.get('x-actor') ?? '') ?? ANONYMOUS;
  const yoga = createYoga({
    schema: ({ request }) => schemas[actorOf(request).kind === 'shopper' ? 'shopper' : 'staff'],
    logging: false,
    context: ({ request }: { request: Request }) => ({ viewer: viewer({ actor: actorOf(request), locale: 'en' }) }),
    plugins: [useLive({ desk, hub, openStream: () => new SseStream(), contextFor: (of) => ({ viewer: viewer(of) }) })],
  });
  const nameOf = (actor: Actor) => {
    const name = String(actors.size);
    actors.set(name, actor);
    return name;
  };
  const subscribe = (actor: Actor, query: string, variables: object = {}) =>
    Subscriber.open(yoga.fetch, { actor: nameOf(actor), query, variables });
  return { hub, yoga, errors, nameOf, subscribe };
}

/** Named, since what the compiler would write out for it is longer than it takes. */
export type LiveDesk = Awaited<ReturnType<typeof createTestDesk<typeof standardFeatures>>> &
  Awaited<ReturnType<typeof serveLive>> & {
    readonly loose: Desk;
    readonly memory: DeskStore;
    readonly signedIn: (token: string) => Promise<Actor>;
  };

/** The standard test desk with {@link serveLive}. */
export async function createLiveDesk(options: LiveDeskOptions = {}): Promise<LiveDesk> {
  const store = options.store ?? new MemoryStore();
  const clock = options.clock ?? new TestClock();
  const setup = await createTestDesk({ store, clock });
  const desk = setup.desk as unknown as Desk;
  const signedIn = (token: string) => actorForToken(desk.read(ANONYMOUS), token, desk.permissions) as Promise<Actor>;
  return { ...setup, ...(await serveLive(desk, store, { ...options, clock })), loose: desk, memory: store, signedIn };
}

interface Opening {
  readonly actor: string;
  readonly query: string;
  readonly variables: object;
}

type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>;
type Event = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** One open stream and what came out of it. */
export class Subscriber {
  readonly events: Event[] = [];
  readonly errors: unknown[] = [];
  /** `complete` when the desk ended the stream for good, `cut` when it just broke off. */
  readonly ended: Promise<'complete' | 'cut'>;
  comments = 0;
  readonly #abort: AbortController;

  constructor(response: Response, abort: AbortController) {
    this.#abort = abort;
    this.ended = this.#read(response);
  }

  static async open(fetch: Fetch, { actor, query, variables }: Opening): Promise<Subscriber> {
    const abort = new AbortController();
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream', 'x-actor': actor };
    const response = await fetch('http://desk/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
      signal: abort.signal,
    });
    return new Subscriber(response, abort);
  }

  async #read(response: Response): Promise<'complete' | 'cut'> {
    const decoder = new TextDecoder();
    let rest = '';
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
      this.errors.push(...((await response.json()) as { errors: unknown[] }).errors);
      return 'cut';
    }
    try {
      for await (const bytes of response.body as unknown as AsyncIterable<Uint8Array>) {
        rest += decoder.decode(bytes, { stream: true });
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) if (this.#take(block)) return 'complete';
      }
    } catch {
      // A stream that is cut fails to be read.
    }
    return 'cut';
  }

  #take(block: string): boolean {
    if (block.startsWith(':')) this.comments += 1;
    if (block.startsWith('event: complete')) return true;
    if (!block.startsWith('event: next\ndata: ')) return false;
    const { data, errors } = JSON.parse(block.slice('event: next\ndata: '.length)) as {
      data?: Record<string, Event>;
      errors?: unknown[];
    };
    if (errors) this.errors.push(...errors);
    const event = data && Object.values(data)[0];
    if (event) this.events.push(event);
    return false;
  }

  of(typename: string): Event[] {
    return this.events.filter(({ __typename }) => __typename === typename);
  }

  /** Numbers of the messages, in the order in which they came. */
  get numbers(): number[] {
    return this.of('MessageAdded').map(({ message }) => (message as { seq: number }).seq);
  }

  close(): void {
    this.#abort.abort();
  }
}

const conversationEvents = (more = '') => `subscription ($id: ID!, $after: Int) {
  conversationEvents(conversationId: $id, after: $after) {
    __typename
    ... on MessageAdded { previousSeq message { id seq body kind senderName } }
    ... on ConversationChanged { conversation { id state version lastPublicSeq customerReadSeq } }
    ... on SignalReceived { conversationId kind side userId name on }
    ${more}
  }
}`;

/** What both audiences hear of a conversation. */
export const CONVERSATION_EVENTS = conversationEvents();
/** The same with what staff alone hear. */
export const STAFF_CONVERSATION_EVENTS = conversationEvents('... on TransferChanged { transfer { id state } }');

export const INBOX_EVENTS = `subscription ($storeId: ID) {
  inboxEvents(storeId: $storeId) {
    __typename
    ... on ConversationChanged { conversation { id state lastSeq } }
    ... on TransferChanged { transfer { id state } }
    ... on StaffChanged { user { id presence } }
    ... on SignalReceived { conversationId kind on }
    ... on RecordChanged { entity id version }
  }
}`;
