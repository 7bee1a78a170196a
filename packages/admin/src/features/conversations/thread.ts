/**
 * @module One open conversation: its feed, what is on its way into it, uploads, and the signals that the viewer sends
 * while he looks and types.
 */
import {
  attachmentLink,
  createConversationFeed,
  type ConversationFeed,
  type DeskClient,
  type DeskMessage,
  type FeedSnapshot,
  type OutboxContent,
} from '@shopdesk/core/client';
import type { TimelineItem } from '@shopdesk/widget/elements';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConversationItem } from '../../desk/rows.ts';
import {
  conversation as conversationDocument,
  conversationEvents,
  markRead,
  messages as messagesDocument,
  setTyping,
  setViewing,
} from './data.ts';
import { repliesOf, type Replies, type ReplyKind, type Waiting } from './replies.ts';
import { REPEAT_MS } from './signals.ts';
import { firstUse } from './soon.ts';
import type { Uploads } from './uploads.ts';

/** Messages that are loaded at first. */
const PAGE = 50;
const TYPING_ENDS_MS = 6_000;

type Snapshot = FeedSnapshot<DeskMessage, ConversationItem>;

export interface ThreadOptions {
  readonly client: DeskClient;
  readonly viewerId: string;
  readonly viewerName: string;
  /** Says that a chosen file is gone. */
  readonly fileUnreadable: string;
  readonly customerName: string;
  readonly onConversation: (item: ConversationItem) => void;
}

export class Thread implements ReactiveController {
  snapshot: Snapshot | undefined;
  /** There since the first file. */
  #uploads: Uploads | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #options: () => ThreadOptions;
  #id = '';
  #feed: ConversationFeed<DeskMessage, ConversationItem> | undefined;
  #replies: Replies | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
  #typedAt = 0;
  #typingEnds: ReturnType<typeof setTimeout> | undefined;
  #reading = 0;
  readonly #items = new WeakMap<DeskMessage, TimelineItem>();

  constructor(host: ReactiveControllerHost, options: () => ThreadOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get conversation(): ConversationItem | undefined {
    return this.snapshot?.conversation;
  }

  /** Opens a conversation. @throws DeskError, DeskOffline */
  async open(id: string): Promise<ConversationItem | undefined> {
    this.close();
    this.#id = id;
    const { client, viewerId } = this.#options();
    const row = await client.query(conversationDocument, { id });
    if (!row || this.#id !== id) return row ?? undefined;
    this.#replies = repliesOf(client, viewerId);
    this.#replies.addEventListener('change', this.#changed);
    this.#replies.addEventListener('sent', this.#sent);
    this.#feed = createConversationFeed<DeskMessage, ConversationItem>({
      client,
      conversationId: id,
      share: `panel:${client.url}:${viewerId}:${id}`,
      after: Math.max(0, row.lastSeq - PAGE),
      documents: { events: conversationEvents, messages: messagesDocument },
      onChange: (snapshot) => this.#take(snapshot),
    });
    this.#feed.update(row);
    this.#look();
    this.#looking = setInterval(() => this.#look(), REPEAT_MS);
    return row;
  }

  close(): void {
    if (this.#feed) void this.#signal(setViewing, false);
    this.stopTyping();
    clearInterval(this.#looking);
    this.#feed?.close();
    this.#feed = undefined;
    this.#replies?.removeEventListener('change', this.#changed);
    this.#replies?.removeEventListener('sent', this.#sent);
    this.#uploads?.clear();
    this.snapshot = undefined;
    this.#id = '';
    this.#reading = 0;
  }

  readonly #changed = (): void => this.#host.requestUpdate();

  readonly #sent = (event: Event): void => {
    const { message, conversationId } = (event as CustomEvent<{ message: DeskMessage; conversationId: string }>).detail;
    if (conversationId === this.#id) this.#feed?.offer(message);
  };

  #take(snapshot: Snapshot): void {
    const before = this.snapshot?.conversation;
    this.snapshot = snapshot;
    if (snapshot.conversation && snapshot.conversation !== before)
      this.#options().onConversation(snapshot.conversation);
    this.#host.requestUpdate();
  }

  /** Asks how the conversation is now: changes of it may have been missed. */
  async refresh(): Promise<void> {
    const row = await this.#options()
      .client.query(conversationDocument, { id: this.#id })
      .catch(() => undefined);
    if (row) this.update(row);
  }

  /** Puts the answer of an action in place before the stream brings it. */
  update(item: ConversationItem): void {
    if (item.id === this.#id) this.#feed?.update(item);
  }

  /** What the timeline shows: what the desk has, then what is on its way. */
  items(): TimelineItem[] {
    const snapshot = this.snapshot;
    if (!snapshot) return [];
    const there = new Set([...snapshot.messages, ...snapshot.held].map(({ clientMsgId }) => clientMsgId));
    const waiting = (this.#replies?.of(this.#id) ?? []).filter(({ clientMsgId }) => !there.has(clientMsgId));
    return [
      ...[...snapshot.messages, ...snapshot.held].map((message) => this.#shown(message)),
      ...waiting.map((entry) => this.#waitingItem(entry)),
      ...(this.#uploads?.items(this.#options().viewerName) ?? []),
    ];
  }

  /**
   * As the timeline draws it: a note is nobody's turn, and the customer has his name. The same message gives the same
   * item.
   */
  #shown(message: DeskMessage): TimelineItem {
    const name = this.#options().customerName;
    const known = this.#items.get(message);
    if (known && known.senderName === (message.senderName || name)) return known;
    const item: TimelineItem =
      message.kind === 'NOTE'
        ? { ...message, sender: 'SYSTEM' }
        : message.sender === 'CUSTOMER'
          ? { ...message, senderName: message.senderName || name }
          : message;
    this.#items.set(message, item);
    return item;
  }

  #waitingItem({ clientMsgId, content, at, problem, kind }: Waiting): TimelineItem {
    const base = {
      clientMsgId,
      sender: 'AGENT',
      senderName: this.#options().viewerName,
      at,
      body: '',
      card: null,
      attachment: null,
    } as const;
    const failed = problem ? { problem: problem.message } : {};
    if ('text' in content)
      return kind === 'note'
        ? { ...base, ...failed, sender: 'SYSTEM', kind: 'NOTE', body: content.text }
        : { ...base, ...failed, kind: 'TEXT', body: content.text };
    if ('card' in content) return { ...base, ...failed, kind: 'CARD', card: content.card };
    return {
      ...base,
      ...failed,
      kind: content.attachment.contentType.startsWith('image/') ? 'IMAGE' : 'FILE',
      attachment: content.attachment,
    };
  }

  send(kind: ReplyKind, content: OutboxContent): void {
    this.stopTyping();
    this.#replies?.send(kind, content, this.#id);
  }

  retry(clientMsgId: string): void {
    if (!this.#uploads?.retry(clientMsgId)) this.#replies?.retry(clientMsgId);
  }

  discard(clientMsgId: string): void {
    if (!this.#uploads?.discard(clientMsgId)) this.#replies?.discard(clientMsgId);
  }

  /** @throws as the loading of code does */
  async attach(files: readonly File[]): Promise<void> {
    const { client } = this.#options();
    const conversationId = this.#id;
    const { Uploads } = await firstUse.get();
    if (this.#id !== conversationId) return;
    this.#uploads ??= new Uploads({
      client,
      changed: () => this.#host.requestUpdate(),
      unreadable: () => this.#options().fileUnreadable,
      there: (attachment, id) => this.#replies?.send('reply', { attachment }, id),
    });
    for (const file of files) this.#uploads.start(file, conversationId);
  }

  linkOf = (attachmentId: string): Promise<string> => attachmentLink(this.#options().client, attachmentId);

  async loadEarlier(): Promise<void> {
    // The button for earlier messages stays and can be pressed again.
    await this.#feed?.loadEarlier().catch(() => undefined);
  }

  /** Loads all that is before; ends early when the desk does not answer. */
  async loadAllEarlier(): Promise<void> {
    let count = -1;
    while (this.snapshot?.hasEarlier && this.snapshot.messages.length !== count) {
      count = this.snapshot.messages.length;
      await this.loadEarlier();
    }
  }

  /** The viewer has the newest message before his eyes; only the owner's reading counts for the customer. */
  async readToEnd(): Promise<void> {
    const item = this.conversation;
    if (
      !item ||
      item.ownerId !== this.#options().viewerId ||
      item.staffReadSeq >= item.lastPublicSeq ||
      this.#reading >= item.lastPublicSeq
    )
      return;
    this.#reading = item.lastPublicSeq;
    try {
      this.update(await this.#options().client.mutate(markRead, { input: { id: item.id, seq: item.lastPublicSeq } }));
    } catch {
      // The mark is set with the next look or the next reply.
      this.#reading = 0;
    }
  }

  typing(): void {
    clearTimeout(this.#typingEnds);
    this.#typingEnds = setTimeout(() => this.stopTyping(), TYPING_ENDS_MS);
    if (Date.now() - this.#typedAt < REPEAT_MS) return;
    this.#typedAt = Date.now();
    void this.#signal(setTyping, true);
  }

  stopTyping(): void {
    clearTimeout(this.#typingEnds);
    if (this.#typedAt === 0) return;
    this.#typedAt = 0;
    void this.#signal(setTyping, false);
  }

  #look(): void {
    if (document.visibilityState === 'visible') void this.#signal(setViewing, true);
  }

  async #signal(document: typeof setTyping, on: boolean): Promise<void> {
    // A lost signal is no loss: it is repeated, or forgotten by the others.
    await this.#options()
      .client.mutate(document, { input: { id: this.#id, on } })
      .catch(() => undefined);
  }
}
