/**
 * @module Says on the page that an answer waits: its first words in a bubble beside the button, and a number in front of
 * the page's title, which a tab in the background shows. Loaded with the first answer that was not seen.
 */
import type { LauncherHost } from '../launcher/launcher.ts';
import type { DeskConnection } from './connection.ts';
import { unreadWords } from './unread-words.ts';

const STYLES = /* css */ `
  .words {
    position: absolute;
    inset-block-end: 70px;
    inset-inline-end: 0;
    display: flex;
    inline-size: max-content;
    max-inline-size: min(300px, calc(100vw - 40px));
    border-radius: 14px;
    background: #fff;
    color: #1b1f24;
    box-shadow: 0 4px 20px #0003;
    animation: come 0.2s ease-out;
  }
  .start .words {
    inset-inline: 0 auto;
  }
  .words button {
    margin: 0;
    border-color: transparent;
    border-radius: 14px;
    background: none;
    text-align: start;
  }
  .words .open {
    padding: 12px 4px 12px 16px;
    padding-inline: 16px 4px;
  }
  .words .open b {
    display: block;
    font-size: 13px;
  }
  .words .open span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }
  .words .put {
    align-self: start;
    min-inline-size: 36px;
    min-block-size: 36px;
    padding: 0;
    text-align: center;
    color: #58616c;
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .words {
      animation: none;
    }
  }
  :host([open]) .words {
    display: none;
  }
`;

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, more: object): HTMLElementTagNameMap[K] =>
  Object.assign(document.createElement(tag), more);

export class UnreadSign {
  readonly #host: LauncherHost;
  readonly #connection: DeskConnection;
  readonly #bubble = make('div', { className: 'words', part: 'unread' });
  readonly #name = make('b', {});
  readonly #text = make('span', {});
  readonly #open = make('button', { className: 'open', type: 'button' });
  readonly #put = make('button', { className: 'put', type: 'button', textContent: '✕' });
  /** What we have made of the page's title, and of which. */
  #title = { ours: '', theirs: '' };
  readonly #watch = new MutationObserver(() => this.#entitle());

  constructor(host: LauncherHost, connection: DeskConnection) {
    this.#host = host;
    this.#connection = connection;
    this.#open.append(this.#name, this.#text);
    this.#open.onclick = () => void host.open();
    this.#put.onclick = () => {
      connection.storage.set(this.#key, this.#answer);
      this.show();
    };
    this.#bubble.append(this.#open, this.#put);
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
      host.root.adoptedStyleSheets.push(sheet);
    } catch {
      host.root.append(make('style', { textContent: STYLES }));
    }
    this.#watch.observe(document.head, { subtree: true, childList: true, characterData: true });
  }

  /** Shows how it is now. */
  show(): void {
    const { shown, storage } = this.#connection;
    const words = unreadWords(this.#host.locale);
    const last = shown.snapshot?.messages.findLast(({ sender }) => sender === 'AGENT');
    const wants = shown.unread > 0 && shown.place === 'closed' && storage.get(this.#key) !== this.#answer;
    this.#name.textContent = last?.senderName ?? '';
    this.#text.textContent = shown.conversation?.preview ?? '';
    this.#name.hidden = !this.#name.textContent;
    this.#open.title = words.open;
    this.#put.ariaLabel = this.#put.title = words.put;
    if (!wants) this.#bubble.remove();
    else if (!this.#bubble.isConnected) this.#host.root.querySelector('.corner')?.prepend(this.#bubble);
    this.#entitle();
  }

  /** Gives the page its title back. */
  close(): void {
    this.#watch.disconnect();
    this.#bubble.remove();
    if (document.title === this.#title.ours) document.title = this.#title.theirs;
  }

  get #key(): string {
    return `${this.#connection.keys}unread`;
  }

  /** Names the newest answer: put away, it stays away also on the next page. */
  get #answer(): string {
    const { conversation } = this.#connection.shown;
    return `${conversation?.id}:${conversation?.lastPublicSeq}`;
  }

  /** A title that the page has changed meanwhile is the one to number, and to give back. */
  #entitle(): void {
    const { unread } = this.#connection.shown;
    if (document.title !== this.#title.ours) this.#title = { ours: document.title, theirs: document.title };
    const { theirs } = this.#title;
    const mark = `(${unread}) `;
    // A page that does the same by the event `unread` is left to do it.
    const ours = unread > 0 && !theirs.startsWith(mark) ? mark + theirs : theirs;
    this.#title = { ours, theirs };
    if (document.title !== ours) document.title = ours;
  }
}
