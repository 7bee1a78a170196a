import type { DeskConversation } from '@shopdesk/core/client';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { helpStyles } from '../../elements/help-styles.ts';
import { noticeStyles } from '../../elements/notice-styles.ts';
import {
  BOT_STATE,
  CITED_ARTICLE,
  RATE_BOT_ANSWER,
  REQUEST_HUMAN,
  type BotState,
  type CitedArticle,
  type LocalText,
} from './data.ts';
import { botWords } from './words.ts';
import type { RenderNotice } from '../../feature.ts';

/**
 * Who is speaking while it is the bot, a way to a person at all times, whether its answer helped, and the article that
 * it cites.
 *
 * @summary The bot beside the conversation.
 * @event {CustomEvent<{ title: string }>} desk-title - The article that fills the window; empty: none does any more.
 */
export class DeskBot extends LitElement {
  static override properties = {
    connection: { attribute: false },
    conversation: { attribute: false },
    locale: {},
    _state: { state: true },
    _article: { state: true },
    _busy: { state: true },
    _problem: { state: true },
    _thanked: { state: true },
  };
  static override styles = [
    base,
    noticeStyles,
    helpStyles,
    css`
      .row + .row,
      .problem {
        margin-block-start: 8px;
      }
      .votes {
        display: flex;
        gap: 8px;
      }
    `,
  ];
  declare connection: DeskConnection;
  declare conversation: DeskConversation | undefined;
  declare locale: string;
  declare _state: BotState | undefined;
  declare _article: CitedArticle | undefined;
  declare _busy: boolean;
  declare _problem: boolean;
  /** The answer that was rated last. */
  declare _thanked: string;
  #render: ((text: string) => TemplateResult) | undefined;
  #asked = 0;
  #root: Node | undefined;

  constructor() {
    super();
    this._busy = false;
    this._problem = false;
    this._thanked = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#root = this.getRootNode();
    this.#root.addEventListener('desk-article', this.#read);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#root?.removeEventListener('desk-article', this.#read);
  }

  get #speaks(): boolean {
    return this.conversation?.state === 'BOT';
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('conversation') && this.#speaks) void this.#refresh();
    this.hidden = !this.#speaks && !this._article && !this._problem;
  }

  override updated(changed: PropertyValues): void {
    if (!changed.has('_article')) return;
    this.toggleAttribute('whole', this._article !== undefined);
    const title = this._article ? this.#in(this._article.title) : '';
    this.dispatchEvent(new CustomEvent('desk-title', { detail: { title }, bubbles: true, composed: true }));
  }

  /** From an article to the messages. */
  back(): boolean {
    if (!this._article) return false;
    this._article = undefined;
    return true;
  }

  /** What the bot has found out since; a slower answer to an earlier question is not taken. */
  async #refresh(): Promise<void> {
    const { connection, conversation } = this;
    if (!conversation) return;
    this.#asked += 1;
    const asked = this.#asked;
    const state = await connection
      .authorised(() => connection.client.query(BOT_STATE, { conversationId: conversation.id }))
      .catch(() => undefined);
    if (asked === this.#asked && state) this._state = state;
  }

  async #try(work: () => Promise<unknown>): Promise<void> {
    if (this._busy) return;
    this._busy = true;
    this._problem = false;
    await work().catch(() => (this._problem = true));
    this._busy = false;
  }

  #person(): void {
    const { connection, conversation } = this;
    if (conversation)
      void this.#try(() =>
        connection.authorised(() => connection.client.mutate(REQUEST_HUMAN, { input: { id: conversation.id } })),
      );
  }

  #rate(messageId: string, helpful: boolean): void {
    const { connection, conversation } = this;
    if (!conversation) return;
    void this.#try(async () => {
      await connection.authorised(() =>
        connection.client.mutate(RATE_BOT_ANSWER, { input: { conversationId: conversation.id, messageId, helpful } }),
      );
      this._thanked = messageId;
      await this.#refresh();
    });
  }

  readonly #read = (event: Event): void => {
    const { id } = (event as CustomEvent<{ id: string }>).detail;
    const { connection } = this;
    void this.#try(async () => {
      const [article, { markdown }] = await Promise.all([
        connection.authorised(() => connection.client.query(CITED_ARTICLE, { id })),
        import('../markdown.ts'),
      ]);
      if (!article) throw new Error('The article is gone.');
      this.#render = markdown;
      this._article = article;
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
    });
  };

  #in({ zh, en }: LocalText): string {
    return this.locale === 'zh-CN' ? zh || en : en || zh;
  }

  override render() {
    const words = botWords(this.locale);
    const problem = this._problem ? html`<p class="problem" role="alert">${words.failed}</p>` : nothing;
    if (this._article) return html`${this.#renderArticle(this._article)} ${problem}`;
    if (!this.#speaks) return problem;
    const none = (this._state?.misses ?? 0) > 0 && this.conversation?.lastSender === 'CUSTOMER';
    return html`<div class="row">
        <p class=${none ? '' : 'muted'} role="status">${none ? words.none : words.about}</p>
        <button type="button" class="button" ?disabled=${this._busy}
          @click=${() => this.#person()}>${words.person}</button>
      </div>
      ${this.#renderVotes()} ${problem}`;
  }

  #renderVotes() {
    const words = botWords(this.locale);
    const last = this._state?.lastAnswer;
    if (!last || this.conversation?.lastSender !== 'BOT') return nothing;
    if (last.helpful !== null)
      return this._thanked === last.messageId ? html`<p class="muted" role="status">${words.thanks}</p>` : nothing;
    return html`<div class="row" role="group" aria-label=${words.helped}>
      <p class="muted">${words.helped}</p>
      <div class="votes">
        <button type="button" class="button" ?disabled=${this._busy}
          @click=${() => this.#rate(last.messageId, true)}>${words.yes}</button>
        <button type="button" class="button" ?disabled=${this._busy}
          @click=${() => this.#rate(last.messageId, false)}>${words.no}</button>
      </div>
    </div>`;
  }

  #renderArticle(article: CitedArticle) {
    const words = botWords(this.locale);
    return html`<article>
      <h3 tabindex="-1">${this.#in(article.title)}</h3>
      <div class="markdown">${this.#render?.(this.#in(article.body))}</div>
    </article>
    ${this.#speaks ? html`<div class="row"><span></span><button type="button" class="button" ?disabled=${this._busy} @click=${() => this.#person()}>${words.person}</button></div>` : nothing}`;
  }
}

/** How the window shows it. */
export const render: RenderNotice = ({ connection, host }) =>
  html`<desk-bot .connection=${connection} .conversation=${connection.shown.conversation}
    .locale=${host.locale}></desk-bot>`;

define('desk-bot', DeskBot);
