/**
 * @module One conversation, live: messages without gaps, the newest state and marks, who is typing.
 * A hole is seen by `previousSeq` and filled by asking; after a lost connection the stream resumes from the cursor.
 */
import { backoffMs } from './backoff.ts';
import type { DeskClient } from './desk-client.ts';
import type { Document } from './document.ts';
import { DeskError } from './error.ts';
import { host } from './host.ts';
import {
  CONVERSATION_EVENTS,
  KEEP_QUEUE_PLACE,
  MESSAGES,
  type ConversationEvent,
  type DeskConversation,
  type DeskMessage,
  type DeskSignal,
} from './operations/conversations.ts';
import { shareStream } from './shared-stream.ts';
import type { Subscription, SubscriptionHandlers, SubscriptionState } from './subscription.ts';
import { Timeline, type Sequenced } from './timeline.ts';

/** Somebody types or looks now. */
export type ActiveSignal = Pick<DeskSignal, 'kind' | 'side' | 'userId' | 'name'>;

export interface FeedSnapshot<M = DeskMessage, C = DeskConversation> {
  readonly conversation: C | undefined;
  /** In order, without gaps. */
  readonly messages: readonly M[];
  /** Arrived, but something before them is still missing. */
  readonly held: readonly M[];
  readonly hasEarlier: boolean;
  readonly loadingEarlier: boolean;
  readonly connection: SubscriptionState;
  readonly signals: readonly ActiveSignal[];
  /** Why the desk ended the feed for good. */
  readonly error: DeskError | undefined;
}

export interface ConversationFeedOptions<M, C> {
  readonly client: DeskClient;
  readonly conversationId: string;
  /** Number behind which the feed begins; usually the last number less a page. @defaultValue 0 */
  readonly after?: number;
  /**
   * Names what all tabs of this person may hear together, so that they hold one stream of the conversation between
   * them, where the client shares streams; else each feed has a stream of its own.
   */
  readonly share?: string;
  readonly onChange: (snapshot: FeedSnapshot<M, C>) => void;
  /** Hears every event once, in the order of arrival; messages when they take their place in the list. */
  readonly onEvent?: (event: ConversationEvent<M, C>) => void;
  /** Documents that select more; the shopper's by default. */
  readonly documents?: {
    readonly events: Document<{ conversationId: string; after?: number }, ConversationEvent<M, C>>;
    readonly messages: Document<
      { conversationId: string; afterSeq?: number; beforeSeq?: number; first?: number; last?: number },
      { readonly nodes: readonly M[] }
    >;
  };
}

export interface ConversationFeed<M = DeskMessage, C = DeskConversation> {
  readonly conversationId: string;
  readonly snapshot: FeedSnapshot<M, C>;
  /** Takes a message that another call answered, such as one's own that was just sent. */
  offer(message: M): void;
  /** Takes the conversation as another call answered it; a version that is not newer is ignored. */
  update(conversation: C): void;
  loadEarlier(): Promise<void>;
  close(): void;
}

const PAGE = 50;
/** A signal that is not repeated for this long is over. */
const SIGNAL_MS = 10_000;
/** How long an own message may wait for the stream to bring what is before it. */
const PATIENCE_MS = 800;

/** A stream that is not open for so long is not waited for: what is new is asked for. */
const UNHEARD_MS = 10_000;
/** Milliseconds between two such questions. */
const ASK_MS = 7000;

/** Opens the feed of a conversation; it lives until `close`. */
export function createConversationFeed<
  M extends Sequenced & { readonly sender: string } = DeskMessage,
  C extends { readonly version: number } = DeskConversation,
>(options: ConversationFeedOptions<M, C>): ConversationFeed<M, C> {
  return new LiveFeed(options);
}

class LiveFeed<
  M extends Sequenced & { readonly sender: string },
  C extends { readonly version: number },
> implements ConversationFeed<M, C> {
  readonly conversationId: string;
  readonly #options: ConversationFeedOptions<M, C>;
  readonly #timeline: Timeline<M>;
  readonly #subscription: Subscription;
  readonly #signals = new Map<string, { signal: ActiveSignal; timer: unknown }>();
  #conversation: C | undefined;
  #connection: SubscriptionState = 'connecting';
  #error: DeskError | undefined;
  #loadingEarlier = false;
  #fillTimer: unknown;
  #filling = false;
  #told = 0;
  #announced = false;
  #closed = false;
  #askTimer: unknown;
  #catchUpTimer: unknown;

  constructor(options: ConversationFeedOptions<M, C>) {
    const { client, conversationId, after = 0 } = options;
    this.#options = options;
    this.conversationId = conversationId;
    this.#timeline = new Timeline<M>(after);
    this.#told = after;
    const document =
      options.documents?.events ??
      (CONVERSATION_EVENTS as unknown as Document<{ conversationId: string; after?: number }, ConversationEvent<M, C>>);
    const handlers: SubscriptionHandlers<ConversationEvent<M, C>> = {
      next: (event) => this.#receive(event),
      state: (state) => {
        this.#connection = state;
        this.#watchStream();
        this.#announce();
      },
      error: (error) => {
        this.#error = error;
        this.#announce();
      },
    };
    const open = (own: typeof handlers): Subscription =>
      client.subscribe(document, () => ({ conversationId, after: this.#timeline.cursor }), own);
    this.#subscription =
      options.share === undefined || !client.sharesStreams
        ? open(handlers)
        : shareStream({
            ...handlers,
            key: options.share,
            open,
            keeps: ({ __typename }) => __typename === 'ConversationChanged',
            missed: () => void this.#catchUp(0),
          });
    this.#watchStream();
  }

  get snapshot(): FeedSnapshot<M, C> {
    return {
      conversation: this.#conversation,
      messages: this.#timeline.messages,
      held: this.#timeline.held,
      hasEarlier: this.#timeline.first > 1,
      loadingEarlier: this.#loadingEarlier,
      connection: this.#connection,
      signals: [...this.#signals.values()].map(({ signal }) => signal),
      error: this.#error,
    };
  }

  offer(message: M): void {
    this.#add(message, message.seq - 1, PATIENCE_MS);
  }

  update(conversation: C): void {
    if (this.#conversation && conversation.version <= this.#conversation.version) return;
    this.#conversation = conversation;
    this.#announce();
  }

  async loadEarlier(): Promise<void> {
    if (this.#loadingEarlier || this.#timeline.first <= 1) return;
    this.#loadingEarlier = true;
    this.#announce();
    try {
      this.#timeline.prepend(await this.#ask({ beforeSeq: this.#timeline.first, last: PAGE }));
    } finally {
      this.#loadingEarlier = false;
      this.#announce();
    }
  }

  close(): void {
    this.#closed = true;
    this.#subscription.close();
    host.clearTimeout(this.#fillTimer);
    host.clearTimeout(this.#askTimer);
    host.clearTimeout(this.#catchUpTimer);
    for (const { timer } of this.#signals.values()) host.clearTimeout(timer);
    this.#signals.clear();
  }

  #receive(event: ConversationEvent<M, C>): void {
    switch (event.__typename) {
      case 'MessageAdded':
        this.#endSignal(`TYPING:${event.message.sender === 'CUSTOMER' ? 'CUSTOMER' : 'STAFF'}`);
        return this.#add(event.message, event.previousSeq, 0);
      case 'ConversationChanged':
        this.update(event.conversation);
        break;
      case 'SignalReceived':
        this.#signal(event);
        break;
    }
    this.#options.onEvent?.(event);
  }

  #add(message: M, previousSeq: number, patienceMs: number): void {
    this.#timeline.add(message, previousSeq);
    this.#settled(patienceMs);
  }

  #settled(patienceMs: number): void {
    for (const message of this.#timeline.messages.filter(({ seq }) => seq > this.#told)) {
      const previousSeq = this.#told;
      this.#told = message.seq;
      this.#options.onEvent?.({ __typename: 'MessageAdded', message, previousSeq });
    }
    this.#announce();
    if (this.#timeline.hasGap) this.#fillLater(patienceMs, 0);
  }

  #fillLater(milliseconds: number, attempt: number): void {
    if (this.#filling || this.#closed) return;
    host.clearTimeout(this.#fillTimer);
    this.#fillTimer = host.setTimeout(() => void this.#fill(attempt), milliseconds);
  }

  async #fill(attempt: number): Promise<void> {
    if (!this.#timeline.hasGap || this.#closed) return;
    this.#filling = true;
    let grown = false;
    try {
      grown = this.#timeline.fill(await this.#ask());
    } catch (error) {
      // A refusal also reaches the subscription, which tells it; a network failure is tried again.
      if (error instanceof DeskError && error.code === 'NOT_FOUND') return;
    } finally {
      this.#filling = false;
    }
    if (this.#closed) return;
    this.#settled(grown ? 0 : backoffMs(attempt));
    if (this.#timeline.hasGap) this.#fillLater(grown ? 0 : backoffMs(attempt), grown ? 0 : attempt + 1);
  }

  /** Some networks hold a stream back for as long as it lasts, while questions go through. */
  #watchStream(): void {
    const waits = !this.#closed && (this.#connection === 'connecting' || this.#connection === 'reconnecting');
    if (!waits) {
      host.clearTimeout(this.#askTimer);
      this.#askTimer = undefined;
    } else this.#askTimer ??= host.setTimeout(() => void this.#askAgain(), UNHEARD_MS);
  }

  async #askAgain(): Promise<void> {
    const asking = this.#askTimer;
    const { client, conversationId, documents } = this.#options;
    try {
      this.#timeline.fill(await this.#ask());
      this.#settled(0);
      // A shopper who asks is there: without a stream nothing else says so.
      if (!documents)
        this.update((await client.mutate(KEEP_QUEUE_PLACE, { input: { id: conversationId } })) as unknown as C);
    } catch {
      // What cannot be asked now is asked again; a refusal reaches the subscription.
    }
    if (this.#askTimer === asking && !this.#closed)
      this.#askTimer = host.setTimeout(() => void this.#askAgain(), ASK_MS);
  }

  /** Another tab's stream is heard from here on: what was before that is asked for. */
  async #catchUp(attempt: number): Promise<void> {
    host.clearTimeout(this.#catchUpTimer);
    try {
      this.#timeline.fill(await this.#ask());
      if (!this.#closed) this.#settled(0);
    } catch {
      if (!this.#closed)
        this.#catchUpTimer = host.setTimeout(() => void this.#catchUp(attempt + 1), backoffMs(attempt));
    }
  }

  /** What lies behind the last message, else another range. */
  async #ask(
    range: { beforeSeq?: number; afterSeq?: number; first?: number; last?: number } = {
      afterSeq: this.#timeline.cursor,
      first: 100,
    },
  ): Promise<readonly M[]> {
    const document =
      this.#options.documents?.messages ??
      (MESSAGES as unknown as NonNullable<ConversationFeedOptions<M, C>['documents']>['messages']);
    return (await this.#options.client.query(document, { conversationId: this.conversationId, ...range })).nodes;
  }

  #signal({ kind, side, userId, name, on }: DeskSignal): void {
    const key = side === 'CUSTOMER' ? `${kind}:${side}` : `${kind}:${side}:${userId ?? ''}`;
    this.#endSignal(key);
    if (on)
      this.#signals.set(key, {
        signal: { kind, side, userId, name },
        timer: host.setTimeout(() => this.#endSignal(key), SIGNAL_MS),
      });
    this.#announce();
  }

  #endSignal(prefix: string): void {
    for (const [key, { timer }] of this.#signals) {
      if (!key.startsWith(prefix)) continue;
      host.clearTimeout(timer);
      this.#signals.delete(key);
      this.#announce();
    }
  }

  /** Several changes at once are told once. */
  #announce(): void {
    if (this.#announced) return;
    this.#announced = true;
    void Promise.resolve().then(() => {
      this.#announced = false;
      if (!this.#closed) this.#options.onChange(this.snapshot);
    });
  }
}
