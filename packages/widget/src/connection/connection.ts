/**
 * @module The shopper's line to the desk, without a window: who he is, his conversation, what he has sent and what
 * he has not read. It is enough for the badge; the window shows its state and calls its methods.
 */
import {
  browserStorage,
  createDeskClient,
  createShopperSession,
  DeskError,
  DeskOffline,
  MY_CONVERSATIONS,
  OPEN_CONVERSATION,
  type DeskClient,
  type DeskConversation,
  type DeskStorage,
  type Fetch,
  type Outbox,
  type OutboxContent,
  type ShopperSession,
  type StoredSession,
} from '@shopdesk/core/client';
import type { LauncherHost } from '../launcher/launcher.ts';
import { keysOf } from '../launcher/stored.ts';
import { isOpen, takesMessages, type ConnectionState, type Link } from './connection-state.ts';
import { deskClock, deskNow } from './desk-clock.ts';
import { Outgoing } from './outgoing.ts';
import { watchPage } from './page-watch.ts';
import { loadLive, ShownConversation } from './shown-conversation.ts';
import { Starter } from './starter.ts';
import type { TypingSign } from './typing.ts';
import type { UnreadSign } from './unread-sign.ts';

/** Who has talked to the shop lately may have been left a message. */
const KNOWN_MS = 30 * 24 * 3600 * 1000;
/** A tab that nobody looks at gives its stream back after this time, unless the shopper waits in the queue there. */
const REST_MS = 20_000;

/** Makes the line; nothing is sent before `start` or `identify`. */
export const connect = (host: LauncherHost): DeskConnection => new DeskConnection(host);

export class DeskConnection {
  readonly client: DeskClient;
  readonly storage: DeskStorage;
  /** Prefix of everything that is kept in this browser for the store. */
  readonly keys: string;
  readonly shown: ShownConversation;
  /** E-mail that goes with the next conversation, for an answer when the shopper is gone. */
  contactEmail: string | undefined;
  /** Products that the shopper has sent on this page, or does not want to send. */
  readonly settledOffers = new Set<string>();
  readonly #host: LauncherHost;
  readonly #session: ShopperSession;
  #typing: TypingSign | undefined;
  readonly #page: { stop(): void };
  readonly #listeners = new Set<() => void>();
  readonly #outgoing: Outgoing;
  #chosen = false;
  readonly #starter: Starter;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #refused = false;
  #wasOpen = false;
  #identifying = false;
  #sign: UnreadSign | undefined;
  /** Works at the last identity that the page told. */
  #identity: Starter | undefined;
  #closed = false;

  constructor(host: LauncherHost) {
    const { store: storeKey, url = '', fetch } = host.options;
    this.#host = host;
    this.keys = keysOf(storeKey);
    const storage = browserStorage();
    // An answer that comes after the widget was removed must not write what was just forgotten.
    this.storage = { ...storage, set: (key, value) => (this.#closed ? undefined : storage.set(key, value)) };
    const locale = () => host.locale;
    this.client = createDeskClient({
      url,
      locale,
      shareStreams: !fetch,
      token: () => this.#session.current?.token,
      fetch: deskClock.watch((fetch as Fetch | undefined) ?? ((address, init) => globalThis.fetch(address, init))),
    });
    const onChange = (session: StoredSession | undefined, before: StoredSession | undefined) =>
      this.#identityChanged(session, before);
    this.#session = createShopperSession({
      client: this.client,
      storeKey,
      storage: this.storage,
      locale: () => this.#rowLocale,
      onChange,
    });
    this.shown = new ShownConversation({
      client: this.client,
      person: () => `${this.client.url}:${this.keys}${this.#session.current?.customerId}`,
      onChange: () => this.#changed(),
      onAnswer: ({ senderName, card, attachment, body }) =>
        host.emit('message', {
          conversationId: this.shown.conversation?.id ?? '',
          senderName,
          text: body || (card?.title ?? attachment?.name ?? ''),
        }),
      onUnauthenticated: () => this.#session.forget(this.#session.current?.token),
    });
    this.#starter = new Starter({
      work: () => this.#load(),
      onChange: () => this.#changed(),
      onRefused: (error) => {
        this.#refused = true;
        // For the shop's engineer: what stands in the way, and where to change it.
        console.warn(`Shopdesk: ${error.message}`);
        this.#tell(error);
      },
    });
    this.#outgoing = new Outgoing(
      {
        client: this.client,
        storage: this.storage,
        keys: this.keys,
        authorised: (work) => this.authorised(work),
        open: async () => (await this.#openConversation({})).id,
        onSent: (message, { conversationId }) => this.shown.offer(message, conversationId),
        onChange: () => this.#changed(),
      },
      this.#session.current,
    );
    this.#page = watchPage({
      prefix: this.keys,
      onNetwork: () => this.#networkChanged(),
      onVisible: (visible) => this.#visible(visible),
      onStored: () => this.#otherTab(),
    });
  }

  /** Whether the shop has said who the shopper is. */
  get isVerified(): boolean {
    return this.#session.current?.verified ?? false;
  }

  get state(): ConnectionState {
    return {
      session: this.#session.current,
      loaded: this.#starter.done,
      conversation: this.shown.conversation,
      feed: this.shown.snapshot,
      outbox: this.outbox.entries,
      link: this.#link(),
      refused: this.#refused || this.#host.options.unnamed === true,
    };
  }

  /** What is on its way, of the present shopper. */
  get outbox(): Outbox {
    return this.#outgoing.outbox;
  }

  /** Answers what ends the listening. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Gets to know the shopper's conversations; tries until it succeeds. */
  start(): Promise<void> {
    void this.#identity?.start();
    return this.#starter.start();
  }

  /** Tries until it succeeds, the desk refuses for good or the token has expired; ends with the first try. */
  identify(identityToken: string | null): Promise<void> {
    this.#identity?.close();
    const work = () => this.#identify(identityToken);
    this.#identity = new Starter({ work, onRefused: (error) => this.#tell(error), onChange: () => undefined });
    return this.#identity.start();
  }

  /** Sends into the shown conversation; where that is over, into a new one. */
  send(content: OutboxContent): void {
    const { conversation } = this.shown;
    this.#typing?.stop();
    this.outbox.add(content, takesMessages(conversation) ? conversation.id : null);
  }

  typed(): void {
    const { conversation } = this.shown;
    // So that it is there when the message is sent.
    loadLive().then(
      ({ TypingSign }) => {
        this.#typing ??= new TypingSign(this.client);
        if (conversation && isOpen(conversation) && !this.#closed) this.#typing.typed(conversation.id);
      },
      () => undefined,
    );
  }

  /** Shows a conversation; undefined: an empty one, opened by the first message. */
  show(conversation: DeskConversation | undefined): void {
    this.#chosen = true;
    this.shown.show(conversation);
  }

  /** The shown conversation if it takes messages, else the open one or a new one. @throws DeskError, DeskOffline */
  async ensureConversation(): Promise<DeskConversation> {
    const { conversation } = this.shown;
    return takesMessages(conversation) ? conversation : this.#openConversation({});
  }

  /** Leaves an address for the answer. @throws DeskError, DeskOffline */
  async leaveContact(contactEmail: string): Promise<void> {
    this.contactEmail = contactEmail;
    const { conversation } = this.shown;
    if (conversation && isOpen(conversation)) await this.#openConversation({ contactEmail });
  }

  /**
   * Does something as the shopper; a session that the desk no longer knows is replaced once. @throws DeskError,
   * DeskOffline
   */
  async authorised<T>(work: () => Promise<T>): Promise<T> {
    const { token } = await this.#session.ensure();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'UNAUTHENTICATED') throw error;
      this.#session.forget(token);
      await this.#session.ensure();
      return work();
    }
  }

  close(): void {
    this.#closed = true;
    this.#starter.close();
    this.#identity?.close();
    clearTimeout(this.#rest);
    this.#sign?.close();
    this.#page.stop();
    this.#typing?.stop();
    this.shown.close();
    this.outbox.close();
    this.client.close();
    this.#listeners.clear();
  }

  /** Rows of the desk have one of two languages. */
  get #rowLocale(): 'zh-CN' | 'en' {
    return this.#host.locale === 'zh-CN' ? 'zh-CN' : 'en';
  }

  async #openConversation(input: { contactEmail?: string }): Promise<DeskConversation> {
    const contactEmail = input.contactEmail ?? this.contactEmail;
    const about = {
      pageUrl: (location.origin + location.pathname).slice(0, 2000),
      locale: this.#rowLocale,
      ...(contactEmail ? { contactEmail } : {}),
    };
    const conversation = await this.authorised(() => this.client.mutate(OPEN_CONVERSATION, { input: about }));
    this.shown.show(conversation);
    return conversation;
  }

  async #identify(identityToken: string | null): Promise<void> {
    const { settleIdentity } = await import('./identity.ts').catch(() => Promise.reject(new DeskOffline()));
    this.#identifying = true;
    const at = { client: this.client, session: this.#session, storeKey: this.#host.options.store };
    const refused = await settleIdentity(at, identityToken).finally(() => (this.#identifying = false));
    if (refused) return this.#tell(refused);
    this.#host.emit('identity', { verified: this.isVerified });
    if (identityToken !== null) await this.#starter.start();
  }

  #tell({ code, message }: DeskError): void {
    this.#host.emit('error', { code, message });
  }

  async #load(): Promise<void> {
    const { customerId } = await this.#session.ensure();
    const { nodes } = await this.authorised(() => this.client.query(MY_CONVERSATIONS, { first: 1 }));
    const [newest] = nodes;
    if (this.#closed) return;
    // Somebody else signed in meanwhile: what was answered is not his.
    if (this.#session.current?.customerId !== customerId) return this.#load();
    this.#refused = false;
    if (!this.#chosen || (newest && isOpen(newest))) this.shown.show(newest);
    void this.outbox.flush();
  }

  #identityChanged(session: StoredSession | undefined, before: StoredSession | undefined): void {
    if (session && session.customerId === before?.customerId) return this.client.reconnect();
    // The desk has ended a customer's session: the page may identify him again.
    if (before?.verified && !session && !this.#identifying) this.#host.emit('identity', { verified: false });
    this.#outgoing.follow(session, before);
    this.#starter.reset();
    this.#chosen = false;
    this.shown.show(undefined);
    if (before && (session || this.#listeners.size > 0)) void this.start();
  }

  #networkChanged(): void {
    this.client.reconnect();
    void this.outbox.flush();
    void this.start();
    this.#changed();
  }

  #otherTab(): void {
    this.#session.refresh();
    void this.outbox.flush();
    const { conversation } = this.shown;
    if (this.#listeners.size === 0 || (conversation && isOpen(conversation))) return;
    this.#starter.reset();
    void this.start();
  }

  #visible(visible: boolean): void {
    clearTimeout(this.#rest);
    if (!visible) {
      this.#rest = setTimeout(() => this.#sleep(), REST_MS);
      return;
    }
    this.shown.wake();
    this.shown.mark();
    this.client.wake();
    this.#changed();
  }

  /** Browsers allow six connections to a server without HTTP/2: tabs in the background must not hold them all. */
  #sleep(): void {
    if (this.shown.place === 'closed' && this.shown.conversation?.state !== 'QUEUED') this.shown.sleep();
  }

  #link(): Link {
    const connection = this.shown.snapshot?.connection;
    if (connection === 'open') return connection;
    if (this.#starter.failing || navigator.onLine === false) return 'reconnecting';
    if (connection && connection !== 'closed') return connection;
    return this.#starter.working ? 'connecting' : 'idle';
  }

  #changed(): void {
    if (this.#closed) return;
    const wasOpen = this.#wasOpen;
    this.#wasOpen = this.#link() === 'open';
    if (this.#wasOpen && !wasOpen) void this.outbox.flush();
    this.#noteLive();
    for (const listener of this.#listeners) listener();
  }

  #signUnread(): void {
    import('./unread-sign.ts').then(
      ({ UnreadSign }) => !this.#closed && (this.#sign ??= new UnreadSign(this.#host, this)).show(),
      () => undefined,
    );
  }

  /**
   * So that the next page counts unread answers without the window, also what an agent has left there since (R-CH-16).
   */
  #noteLive(): void {
    const { conversation, unread } = this.shown;
    const lately = conversation !== undefined && deskNow() - Date.parse(conversation.lastMessageAt) < KNOWN_MS;
    const live = conversation !== undefined && (isOpen(conversation) || unread > 0 || lately) ? '1' : undefined;
    if (live !== this.storage.get(`${this.keys}live`)) {
      if (live) this.storage.set(`${this.keys}live`, live);
      else if (this.#starter.done) this.storage.remove(`${this.keys}live`);
    }
    this.#host.setUnread(unread);
    if (unread > 0 || this.#sign) this.#signUnread();
  }
}
