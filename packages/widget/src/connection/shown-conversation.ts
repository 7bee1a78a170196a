/** @module The conversation that is shown: its feed, how far the shopper has read, and what he has not. */
import {
  createConversationFeed, type ConversationEvent, type ConversationFeed, type DeskClient, type DeskConversation, type DeskMessage, type FeedSnapshot,
} from '@shopdesk/core/client';
import { ReadMarks } from './read-marks.ts';

const PAGE = 50;

/** Where the reader is: no window, somewhere in the messages, or at the newest. */
export type ReaderPlace = 'closed' | 'above' | 'end';

export interface ShownConversationOptions {
  readonly client: DeskClient;
  readonly onChange: () => void;
  /** An answer that was not there when the feed began. */
  readonly onAnswer: (message: DeskMessage) => void;
  /** The desk no longer knows the shopper. */
  readonly onUnauthenticated: () => void;
}

export class ShownConversation {
  readonly #options: ShownConversationOptions;
  readonly #marks: ReadMarks;
  #conversation: DeskConversation | undefined;
  #feed: ConversationFeed | undefined;
  #knownSeq = 0;
  #place: ReaderPlace = 'closed';

  constructor(options: ShownConversationOptions) {
    this.#options = options;
    this.#marks = new ReadMarks(options.client, (conversation) => this.update(conversation));
  }

  get conversation(): DeskConversation | undefined {
    return this.#conversation;
  }

  get snapshot(): FeedSnapshot | undefined {
    return this.#feed?.snapshot;
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
    if (conversation && conversation.id === this.#conversation?.id && conversation.version >= this.#conversation.version) {
      this.#conversation = conversation;
      this.#feed?.update(conversation);
      this.mark();
    }
    this.#options.onChange();
  }

  /** Takes an own message that the desk has just accepted. */
  offer(message: DeskMessage, conversationId: string): void {
    if (this.#feed?.conversationId === conversationId) this.#feed.offer(message);
  }

  loadEarlier(): void {
    // What cannot be loaded now is asked for again by the next scroll.
    this.#feed?.loadEarlier().catch(() => undefined);
  }

  /** Tells the desk how far the shopper is, if that has changed. */
  mark(): void {
    const seq = this.#feed?.snapshot.messages.at(-1)?.seq;
    if (this.#conversation && seq !== undefined) this.#marks.note(this.#conversation, seq, this.#isSeen() ? 'seen' : 'arrived');
  }

  /** Gives the stream back. */
  sleep(): void {
    this.#feed?.close();
    this.#feed = undefined;
  }

  wake(): void {
    if (this.#feed || !this.#conversation) return;
    const { id, lastPublicSeq } = this.#conversation;
    this.#knownSeq = lastPublicSeq;
    this.#feed = createConversationFeed({
      client: this.#options.client,
      conversationId: id,
      after: Math.max(0, lastPublicSeq - PAGE),
      onChange: ({ conversation, error }) => {
        if (error?.code === 'UNAUTHENTICATED') this.#options.onUnauthenticated();
        else this.update(conversation);
      },
      onEvent: (event) => this.#heard(event),
    });
  }

  close(): void {
    this.sleep();
    this.#marks.close();
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
