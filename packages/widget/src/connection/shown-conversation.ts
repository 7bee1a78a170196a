/** @module The conversation that is shown: its feed, how far the shopper has read, and what he has not. */
import type {
  ConversationEvent,
  ConversationFeed,
  DeskClient,
  DeskConversation,
  DeskMessage,
  FeedSnapshot,
} from '@shopdesk/core/client';
import type { ReadMarks } from './read-marks.ts';

const PAGE = 50;
const AGAIN_MS = 3000;

type Live = typeof import('./live.ts');

let live: Live | undefined;

/** Loads what a conversation needs. */
export const loadLive = async (): Promise<Live> => (live = await import('./live.ts'));

/** A feed that is about to begin. */
const NOTHING_YET = {
  messages: [],
  hasEarlier: false,
  loadingEarlier: false,
  connection: 'connecting',
  signals: [],
  error: undefined,
} as const;

/** Where the reader is: no window, somewhere in the messages, or at the newest. */
export type ReaderPlace = 'closed' | 'above' | 'end';

export interface ShownConversationOptions {
  readonly client: DeskClient;
  /** Names the person whose tabs may hear one stream together. */
  readonly person: () => string;
  readonly onChange: () => void;
  /** An answer that was not there when the feed began. */
  readonly onAnswer: (message: DeskMessage) => void;
  /** The desk no longer knows the shopper. */
  readonly onUnauthenticated: () => void;
}

export class ShownConversation {
  readonly #options: ShownConversationOptions;
  #marks: ReadMarks | undefined;
  #conversation: DeskConversation | undefined;
  #feed: ConversationFeed | undefined;
  /** The conversation whose feed is about to begin. */
  #starting: string | undefined;
  /** Own messages that were sent before it has begun, by number: each tab that sent one may be answered. */
  readonly #offered = new Map<number, DeskMessage>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #knownSeq = 0;
  #place: ReaderPlace = 'closed';

  constructor(options: ShownConversationOptions) {
    this.#options = options;
  }

  get conversation(): DeskConversation | undefined {
    return this.#conversation;
  }

  get snapshot(): FeedSnapshot | undefined {
    return (
      this.#feed?.snapshot ??
      (this.#starting
        ? { ...NOTHING_YET, conversation: this.#conversation, held: [...this.#offered.values()] }
        : undefined)
    );
  }

  /** Answers the shopper has not seen; none while he looks at the newest. */
  get unread(): number {
    return this.#isSeen() ? 0 : (this.#conversation?.unreadForCustomer ?? 0);
  }

  get place(): ReaderPlace {
    return this.#place;
  }

  set place(place: ReaderPlace) {
    this.#place = place;
    this.mark();
  }

  /** Shows another conversation; undefined: none yet. */
  show(conversation: DeskConversation | undefined): void {
    if (conversation && conversation.id === this.#conversation?.id) return this.update(conversation);
    this.sleep();
    this.#conversation = conversation;
    this.wake();
    this.#options.onChange();
  }

  /** Takes what another call answered about the shown conversation; an older version is ignored. */
  update(conversation: DeskConversation | undefined): void {
    if (
      conversation &&
      conversation.id === this.#conversation?.id &&
      conversation.version >= this.#conversation.version
    ) {
      this.#conversation = conversation;
      this.#feed?.update(conversation);
      this.mark();
    }
    this.#options.onChange();
  }

  /** Takes an own message that the desk has just accepted. */
  offer(message: DeskMessage, conversationId: string): void {
    if (this.#feed?.conversationId === conversationId) this.#feed.offer(message);
    else if (this.#starting === conversationId) this.#offered.set(message.seq, message);
  }

  loadEarlier(): void {
    // What cannot be loaded now is asked for again by the next scroll.
    this.#feed?.loadEarlier().catch(() => undefined);
  }

  /** Tells the desk how far the shopper is, if that has changed. */
  mark(): void {
    const seq = this.#feed?.snapshot.messages.at(-1)?.seq;
    if (this.#conversation && seq !== undefined)
      this.#marks?.note(this.#conversation, seq, this.#isSeen() ? 'seen' : 'arrived');
  }

  /** Gives the stream back. */
  sleep(): void {
    clearTimeout(this.#timer);
    this.#feed?.close();
    this.#feed = this.#starting = undefined;
    this.#offered.clear();
  }

  wake(): void {
    const id = this.#conversation?.id;
    if (this.#feed || !id || this.#starting === id) return;
    this.#starting = id;
    if (live) return this.#begin(live, id);
    loadLive().then(
      (loaded) => this.#begin(loaded, id),
      // What cannot be loaded now is asked for again.
      () => (this.#timer = setTimeout(() => this.#retry(id), AGAIN_MS)),
    );
  }

  #retry(id: string): void {
    if (this.#starting !== id) return;
    this.#starting = undefined;
    this.wake();
  }

  #begin({ createConversationFeed, ReadMarks }: Live, id: string): void {
    if (this.#starting !== id || !this.#conversation) return;
    const { client, person } = this.#options;
    const { lastPublicSeq } = this.#conversation;
    this.#starting = undefined;
    this.#knownSeq = lastPublicSeq;
    this.#marks ??= new ReadMarks(client, (conversation) => this.update(conversation));
    this.#feed = createConversationFeed({
      client,
      conversationId: id,
      share: `${person()}:${id}`,
      after: Math.max(0, lastPublicSeq - PAGE),
      onChange: ({ conversation, error }) => {
        if (error?.code === 'UNAUTHENTICATED') this.#options.onUnauthenticated();
        else this.update(conversation);
      },
      onEvent: (event) => this.#heard(event),
    });
    this.#offered.forEach((message) => this.#feed?.offer(message));
    this.#options.onChange();
  }

  close(): void {
    this.sleep();
    this.#marks?.close();
  }

  #isSeen(): boolean {
    return this.#place === 'end' && document.visibilityState === 'visible';
  }

  #heard(event: ConversationEvent): void {
    if (event.__typename !== 'MessageAdded') return;
    if (event.message.seq > this.#knownSeq && event.message.sender === 'AGENT') this.#options.onAnswer(event.message);
    this.mark();
  }
}
