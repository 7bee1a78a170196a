/**
 * @module The widget as a page sees it. It draws the button; everything else is loaded when somebody wants to chat,
 * or (without the window) when a conversation is open and its unread answers must be counted.
 */
import type { DeskConnection } from '../connection/connection.ts';
import type { ChatView } from '../shell/chat.ts';
import { VERSION } from '../version.ts';
import { drawLauncher, type LauncherView } from './launcher-view.ts';
import { launcherTexts } from './launcher-texts.ts';
import type { Look } from './look.ts';
import { chooseLocale, type DeskEvents, type DeskHandle, type DeskOptions, type PageFacts } from './options.ts';
import { storedFor, type Stored } from './stored.ts';

/** The parts that are loaded later; a try after a failure has the number of the failures. */
export interface ChatParts {
  connection(failures: number): Promise<typeof import('../connection/connection.ts')>;
  chat(failures: number): Promise<typeof import('../shell/chat.ts')>;
  look(failures: number): Promise<typeof import('./look.ts')>;
}

/** What the chat window uses of the launcher. */
export interface LauncherHost {
  readonly root: ShadowRoot;
  readonly options: DeskOptions;
  readonly position: string | undefined;
  readonly locale: string;
  readonly facts: PageFacts;
  emit<E extends keyof DeskEvents>(event: E, detail?: DeskEvents[E]): void;
  setUnread(count: number): void;
  open(): Promise<void>;
  close(): void;
}

const quietly = (): void => undefined;

export class Launcher implements DeskHandle, LauncherHost {
  readonly version = VERSION;
  readonly options: DeskOptions;
  declare locale: string;
  facts: PageFacts = {};
  readonly #host: HTMLElement;
  readonly #parts: ChatParts;
  readonly #stored: Stored;
  readonly #view: LauncherView;
  readonly #listeners = new Map<string, Set<(detail: never) => void>>();
  readonly #onRemoved: () => void;
  #look: Look = [];
  #texts = launcherTexts.en;
  #connecting: Promise<DeskConnection> | undefined;
  #chat: ChatView | undefined;
  #agreed: boolean;
  #isOpen = false;
  #busy = false;
  #unread = 0;
  #failures = 0;
  #identity: string | null | undefined;
  #removed: boolean | undefined;

  constructor(host: HTMLElement, options: DeskOptions, parts: ChatParts, onRemoved: () => void) {
    this.#host = host;
    this.#parts = parts;
    this.#onRemoved = onRemoved;
    this.#stored = storedFor(options.store);
    this.options = options;
    this.#view = drawLauncher(host);
    this.#agreed = options.consent !== 'required' || Boolean(this.#stored.get('agreed'));
    const { button } = this.#view;
    button.onclick = () => this.toggle();
    button.onpointerenter = button.onfocus = () => this.#agreed && this.#parts.chat(this.#failures).catch(quietly);
    this.#show();
    if (this.#agreed) this.#begin();
  }

  get root(): ShadowRoot {
    return this.#view.root;
  }

  /** The page's own choice, else the store's. */
  get position(): string | undefined {
    return this.options.position ?? this.#look[1];
  }

  async open(orderId?: string): Promise<void> {
    await this.#open();
    this.#chat?.focus(orderId);
  }

  openOrder(id: string): Promise<void> {
    return this.open(id);
  }

  close(): void {
    this.#view.note();
    if (!this.#isOpen) return;
    const hadFocus = this.root.activeElement;
    this.#turn(false);
    this.#chat?.hide();
    if (hadFocus) this.#view.button.focus();
    this.emit('close');
  }

  toggle(): void {
    if (this.#isOpen) this.close();
    else void this.open();
  }

  async identify(identityToken: string | null): Promise<void> {
    this.#identity = identityToken;
    if (!this.#agreed || this.#removed) return;
    try {
      await (await this.#connect()).identify(identityToken);
    } catch {
      // Its code could not be loaded; a newer identity is not undone.
      this.#failures += 1;
      setTimeout(() => this.#identity === identityToken && this.identify(identityToken), 5e3);
    }
  }

  update(facts: PageFacts): void {
    this.facts = { ...this.facts, ...facts };
    this.#chat?.update();
  }

  on<E extends keyof DeskEvents>(event: E, listener: (detail: DeskEvents[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    // Who can listen already has a widget: ready is told to everybody, however late he comes.
    if (event === 'ready') this.emit(event, { version: VERSION } as DeskEvents[E], [listener]);
    return () => listeners.delete(listener);
  }

  emit<E extends keyof DeskEvents>(
    event: E,
    detail?: DeskEvents[E],
    listeners: Iterable<(detail: never) => void> = this.#listeners.get(event) ?? [],
  ): void {
    // A fault of the page must not stop the chat; it becomes the page's own uncaught error.
    for (const listener of listeners)
      Promise.resolve(detail as never)
        .then(listener)
        .catch(reportError);
  }

  setLocale(locale: string): void {
    this.options.locale = locale;
    this.#show();
    if (this.#agreed) void this.#settle().catch(quietly);
  }

  consent(): void {
    if (this.#agreed) return;
    this.#agreed = true;
    this.#view.note();
    this.#begin();
  }

  setUnread(count: number): void {
    if (count === this.#unread) return;
    this.#unread = count;
    this.#show();
    this.emit('unread', { count });
  }

  remove({ forget: forgets = false }: { readonly forget?: boolean } = {}): void {
    if (this.#removed) return;
    this.#removed = true;
    this.#chat?.remove();
    this.#connecting?.then((connection) => connection.close()).catch(quietly);
    this.#listeners.clear();
    this.#host.remove();
    this.root.replaceChildren();
    this.#stored.set('open', '', 'sessionStorage');
    if (forgets) this.#stored.forget();
    this.#onRemoved();
  }

  /** What happens by itself once storing and asking are allowed. */
  #begin(): void {
    if (this.#identity !== undefined) void this.identify(this.#identity);
    // Not at once: the first look into a browser's storage can take longer than all that the button needs.
    setTimeout(() => this.#recall());
    setTimeout(() => this.#settle().catch(quietly), 300);
  }

  #recall(): void {
    this.#look = (this.#stored.get('look') ?? '').split(' ') as unknown as Look;
    this.#show();
    // The window was open on the page before; a phone's whole screen is not taken unasked.
    if (innerWidth > 480 && this.#stored.get('open', 'sessionStorage')) void this.#open();
  }

  async #settle(): Promise<void> {
    if (this.#removed) return;
    if (this.#stored.get('live')) void this.#connect().then((connection) => connection.start(), quietly);
    const { fetchLook } = await this.#parts.look(this.#failures);
    this.#look = await fetchLook(
      this.#look,
      this.options,
      (look) => this.#removed || this.#stored.set('look', look),
      launcherTexts,
    );
    this.#show();
  }

  async #open(): Promise<void> {
    if (this.#isOpen || this.#busy || this.#removed) return;
    if (!this.#agreed) return this.#ask();
    this.#view.note();
    this.#busy = true;
    this.#show();
    try {
      const loading = this.#parts.chat(this.#failures);
      loading.catch(quietly);
      const connection = await this.#connect();
      this.#chat ??= await (await loading).openChat(this, connection);
      this.#busy = false;
      if (this.#removed) return this.#chat.remove();
      this.#turn(true);
      this.#chat.show();
      this.emit('open');
    } catch (error) {
      this.#busy = false;
      this.#failures += 1;
      this.#show();
      const { failed, retry } = this.#texts;
      this.#view.note(failed, [retry, () => void this.open()]);
      const { code = 'LOAD_FAILED', message = '' } = error as { code?: string; message?: string };
      this.emit('error', { code, message });
    }
  }

  #connect(): Promise<DeskConnection> {
    this.#connecting ??= this.#parts.connection(this.#failures).then(({ connect }) => connect(this));
    this.#connecting.catch(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  #ask(): void {
    const { ask, agree, decline } = this.#texts;
    const begin = (): void => {
      this.#stored.set('agreed', '1');
      this.consent();
      void this.open();
    };
    this.#view.note(ask, [agree, begin], [decline, () => this.#view.note()]);
  }

  #turn(open: boolean): void {
    this.#isOpen = open;
    this.#stored.set('open', open ? '1' : '', 'sessionStorage');
    this.#show();
  }

  #show(): void {
    if (this.#removed) return;
    this.locale = this.#look[3] || chooseLocale(this.options.locale);
    this.#texts = launcherTexts[this.locale] ?? launcherTexts.en;
    const { position, locale } = this;
    const { colour = this.#look[0], dir } = this.options;
    this.#view.show({
      open: this.#isOpen,
      busy: this.#busy,
      unread: this.#unread,
      locale,
      texts: this.#texts,
      colour,
      position,
      dir,
    });
    this.#chat?.update();
  }
}
