/**
 * @module One stream of everything that happens in the viewer's stores; pages listen to the kinds they show.
 * Events may be missed while it reconnects, so a `resync` after each gap tells everybody to ask anew. The panel's tabs
 * hold one stream between them.
 */
import {
  graphql,
  shareStream,
  type AnswerOf,
  type DeskClient,
  type Subscription,
  type SubscriptionHandlers,
} from '@shopdesk/core/client';
import { colleagueFields, type Colleague } from './directory.ts';
import { conversationFields, transferFields, type ConversationItem, type TransferItem } from './rows.ts';

/** Somebody types or looks, now. */
export interface SignalEvent {
  readonly conversationId: string;
  readonly kind: 'TYPING' | 'VIEWING';
  readonly side: 'CUSTOMER' | 'STAFF';
  readonly userId: string | null;
  readonly name: string;
  readonly on: boolean;
}

/** A row of an entity that has no event of its own. */
export interface RecordChange {
  readonly entity: string;
  readonly id: string;
  readonly version: number;
}

interface LiveEvents {
  conversation: ConversationItem;
  transfer: TransferItem;
  colleague: Colleague;
  signal: SignalEvent;
  record: RecordChange;
  /** The stream is open again after a gap. */
  resync: undefined;
  state: LiveState;
}

export type LiveState = 'off' | 'connecting' | 'open' | 'reconnecting';

export const inboxEvents = graphql(
  `subscription InboxEvents { inboxEvents { __typename ... on ConversationChanged { conversation {
    ${conversationFields} } } ... on TransferChanged { transfer { ${transferFields} } } ... on StaffChanged { user {
    ${colleagueFields} } } ... on SignalReceived { conversationId kind side userId name on } ... on RecordChanged {
    entity id version } } }`,
);
type InboxEvent = AnswerOf<typeof inboxEvents>;

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** After so long without a gap the next one is answered at once again. */
const CALM_MS = 60_000;
/** Two reasons for a resync that come together are one. */
const TOGETHER_MS = 20;
/** A stream that is not open for so long is not waited for: a network may hold it back for as long as it lasts. */
const UNHEARD_MS = 10_000;
/** Milliseconds between two resyncs without a stream. */
const ASK_MS = 7000;

export class Live {
  state: LiveState = 'off';
  readonly #target = new EventTarget();
  #subscription: Subscription | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;
  #resyncedAt = 0;
  #pauseMs = 0;
  #unheard: ReturnType<typeof setTimeout> | undefined;

  /** Hears of one kind of event; answers what stops it. */
  on<K extends keyof LiveEvents>(kind: K, hear: (event: LiveEvents[K]) => void): () => void {
    const listener = (event: Event) => hear((event as CustomEvent<LiveEvents[K]>).detail);
    this.#target.addEventListener(kind, listener);
    return () => this.#target.removeEventListener(kind, listener);
  }

  /**
   * `ended` hears that the desk takes the token no longer; `viewerId` names whose tabs may hear one stream together.
   */
  start(client: DeskClient, ended: () => void, viewerId?: string): void {
    this.stop();
    this.#move('connecting');
    const startedAt = Date.now();
    let opened = false;
    // What pages have asked for long before they could hear of changes may be old.
    const isLate = (): boolean => Date.now() - startedAt > FIRST_MS;
    const handlers: SubscriptionHandlers<InboxEvent> = {
      next: (event) => this.#hear(event),
      state: (state) => {
        if (state === 'open' && (opened || isLate())) this.#resync();
        if (state === 'open') opened = true;
        this.#move(state === 'closed' ? 'off' : state);
      },
      error: ({ code }) => code === 'UNAUTHENTICATED' && ended(),
    };
    const open = (own: typeof handlers): Subscription => client.subscribe(inboxEvents, {}, own);
    this.#subscription =
      viewerId === undefined || !client.sharesStreams
        ? open(handlers)
        : shareStream({
            ...handlers,
            key: `inbox:${client.url}:${viewerId}`,
            open,
            missed: () => isLate() && this.#resync(),
          });
  }

  /**
   * The first at once, then ever more rarely: a desk that takes streams but refuses questions is not asked in a loop.
   */
  #resync(): void {
    const now = Date.now();
    if (Math.abs(now - this.#resyncedAt) < TOGETHER_MS) return;
    if (now - this.#resyncedAt > CALM_MS) this.#pauseMs = 0;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#tell('resync', undefined), this.#pauseMs);
    this.#resyncedAt = now + this.#pauseMs;
    this.#pauseMs = Math.min(LONGEST_MS, Math.max(FIRST_MS, this.#pauseMs * 2));
  }

  stop(): void {
    clearTimeout(this.#later);
    this.#subscription?.close();
    this.#subscription = undefined;
    this.#move('off');
  }

  #move(state: LiveState): void {
    if (this.state === state) return;
    this.state = state;
    const waits = state === 'connecting' || state === 'reconnecting';
    if (waits) this.#unheard ??= setTimeout(() => this.#askWithout(), UNHEARD_MS);
    else {
      clearTimeout(this.#unheard);
      this.#unheard = undefined;
    }
    this.#tell('state', state);
  }

  #askWithout(): void {
    this.#unheard = setTimeout(() => this.#askWithout(), ASK_MS);
    this.#tell('resync', undefined);
  }

  #hear(event: InboxEvent): void {
    if (event.__typename === 'ConversationChanged') this.#tell('conversation', event.conversation);
    else if (event.__typename === 'TransferChanged') this.#tell('transfer', event.transfer);
    else if (event.__typename === 'StaffChanged') this.#tell('colleague', event.user);
    else if (event.__typename === 'SignalReceived') this.#tell('signal', event);
    else if (event.__typename === 'RecordChanged') this.#tell('record', event);
  }

  #tell<K extends keyof LiveEvents>(kind: K, detail: LiveEvents[K]): void {
    this.#target.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
