import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { noticeStyles } from '../../elements/notice-styles.ts';
import {
  ARTICLE,
  NOTE_ARTICLE_USE,
  NOTE_SEARCH,
  REPORT_GAP,
  SEARCH_HELP,
  type HelpArticle,
  type HelpHit,
  type LocalText,
} from './data.ts';
import { helpStyles } from '../../elements/help-styles.ts';
import { helpWords } from './words.ts';
import type { RenderNotice, RenderPage } from '../../feature.ts';

const PAUSE_MS = 350;
const FEWEST = 2;
const MOST_TYPED = 500;

type Renderer = (text: string) => TemplateResult;

/**
 * Answers from the shop's articles: before anybody waits for what is being written, or on a page of its own for what is
 * searched for. It asks nothing of the one who writes on; their message goes as ever.
 *
 * @summary Help before the queue.
 * @event desk-ask-person - The shopper wants a person; what they wrote is to be sent.
 * @event desk-leave - The shopper wants a person, and had searched.
 * @event desk-solved - They need nobody any more.
 * @event desk-put-away - It is put away.
 * @event {CustomEvent<{ title: string }>} desk-title - The article that fills the window; empty: none does any more.
 */
export class DeskHelp extends LitElement {
  static override properties = {
    connection: { attribute: false },
    locale: {},
    draft: {},
    searching: { type: Boolean, reflect: true },
    _text: { state: true },
    _hits: { state: true },
    _article: { state: true },
    _problem: { state: true },
    _solved: { state: true },
  };
  static override styles = [base, noticeStyles, helpStyles];
  declare connection: DeskConnection;
  declare locale: string;
  /** What is being written in the composer. */
  declare draft: string;
  /** It is a page: the shopper searches. */
  declare searching: boolean;
  declare _text: string;
  declare _hits: readonly HelpHit[] | undefined;
  declare _article: HelpArticle | undefined;
  declare _problem: boolean;
  declare _solved: boolean;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #asked: string | undefined;
  #used = false;
  #render: Renderer | undefined;
  #opener = '';
  #title = '';

  constructor() {
    super();
    this.draft = '';
    this.searching = false;
    this._text = '';
    this._problem = false;
    this._solved = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
    if (this.#asked !== undefined && !this._solved) this.#note(false);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('draft') && this.draft) this._solved = false;
    if ((changed.has('draft') && !this._article) || changed.has('searching'))
      this.#ask(this.searching ? this._text : this.draft);
  }

  override updated(): void {
    this.hidden = !this.searching && !this._solved && !this._article && !this._hits?.length;
    this.toggleAttribute('whole', this.searching || this._article !== undefined);
    const title = this._article ? this.#in(this._article.title) : '';
    if (title === this.#title) return;
    this.#title = title;
    this.#tell('desk-title', { title });
  }

  override firstUpdated(): void {
    if (this.searching && !matchMedia('(pointer: coarse)').matches) this.renderRoot.querySelector('input')?.focus();
  }

  /** Asks when nothing was typed for a moment. */
  #ask(typed: string): void {
    const text = [...typed.trim()].slice(0, MOST_TYPED).join('');
    clearTimeout(this.#pause);
    if ([...text].length < FEWEST && !(this.searching && text === '')) {
      this._hits = undefined;
      return;
    }
    this.#pause = setTimeout(() => void this.#search(text), PAUSE_MS);
  }

  async #search(text: string): Promise<void> {
    const { connection, locale } = this;
    try {
      const { hits } = await connection.authorised(() =>
        connection.client.query(SEARCH_HELP, {
          text,
          locale: locale === 'zh-CN' ? locale : 'en',
          first: this.searching ? 5 : 3,
        }),
      );
      this.#asked = text;
      this._hits = hits;
      this._problem = false;
    } catch {
      // Without help the shopper writes as ever; only one who searches is told.
      this._problem = this.searching;
    }
  }

  async #open(hit: HelpHit): Promise<void> {
    const { connection } = this;
    this.#opener = hit.articleId;
    try {
      const [article, { markdown }] = await Promise.all([
        connection.authorised(() => connection.client.query(ARTICLE, { id: hit.articleId })),
        import('../markdown.ts'),
      ]);
      this.#render = markdown;
      this._article = article ?? undefined;
      this._problem = !article;
      this.#used = true;
    } catch {
      this._problem = true;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }

  /** From an article to the answers. */
  back(): boolean {
    if (!this._article) return false;
    this._article = undefined;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-id="${this.#opener}"]`)?.focus(),
    );
    return true;
  }

  #solve(): void {
    const { connection, _article } = this;
    this.#note(true);
    this._solved = true;
    this._article = undefined;
    this._hits = undefined;
    if (_article)
      void connection
        .authorised(() =>
          connection.client.mutate(NOTE_ARTICLE_USE, { input: { articleId: _article.id, outcome: 'SOLVED' } }),
        )
        .catch(() => undefined);
    if (!this.searching) this.#tell('desk-solved', { name: 'help' });
  }

  #person(): void {
    this.#note(false);
    this.#tell(this.searching ? 'desk-leave' : 'desk-ask-person');
  }

  /** How the search ended; a count that gets lost disturbs nobody. */
  #note(solved: boolean): void {
    const { connection, _hits: hits = [] } = this;
    const question = this.#asked;
    if (question === undefined) return;
    this.#asked = undefined;
    void connection
      .authorised(() =>
        connection.client.mutate(NOTE_SEARCH, {
          input: { source: 'WIDGET', hits: hits.length, used: this.#used, solved },
        }),
      )
      .catch(() => undefined);
    if (hits.length === 0 && this.searching && question)
      void connection
        .authorised(() =>
          connection.client.mutate(REPORT_GAP, { input: { question: [...question].slice(0, 300).join('') } }),
        )
        .catch(() => undefined);
  }

  #tell(name: string, detail = {}): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #in({ zh, en }: LocalText): string {
    return this.locale === 'zh-CN' ? zh || en : en || zh;
  }

  override render() {
    const words = helpWords(this.locale);
    const thanks = this._solved ? html`<p role="status">${words.thanks}</p>` : nothing;
    if (this._solved && !this.searching) return thanks;
    if (this._article) return this.#renderArticle(this._article);
    if (!this.searching && !this._hits?.length) return nothing;
    return html`${thanks} ${this.searching ? this.#renderSearch() : this.#renderHead()} ${this._problem ? html`<p class="problem" role="alert">${words.failed}</p>` : nothing}
      ${
        this._hits?.length
          ? html`<ul>${this._hits.map((hit) => html`<li><button type="button" class="hit" data-id=${hit.articleId} @click=${() => void this.#open(hit)}><b>${this.#in(hit.title)}</b><span class="muted">${hit.excerpt}</span></button></li>`)}</ul>`
          : this._hits
            ? html`<p class="muted">${words.none}</p>`
            : nothing
      }`;
  }

  #renderHead() {
    const words = helpWords(this.locale);
    return html`<div class="row">
      <p class="muted" role="status">${words.found}</p>
      <button type="button" class="quiet"
        @click=${() => this.#tell('desk-put-away', { name: 'help' })}>${words.dismiss}</button>
    </div>`;
  }

  #renderSearch() {
    const words = helpWords(this.locale);
    return html`<h3 tabindex="-1">${words.help}</h3><input type="search" aria-label=${words.label}
      placeholder=${words.placeholder} maxlength=${MOST_TYPED} .value=${this._text}
      @input=${(event: Event) => {
        this._text = (event.target as HTMLInputElement).value;
        this._solved = false;
        this.#ask(this._text);
      }} />
      <p class="muted count"
        role="status">${this._hits && this._text ? words.results(this._hits.length) : nothing}</p>`;
  }

  #renderArticle(article: HelpArticle) {
    const words = helpWords(this.locale);
    return html`<article>
        <h3 tabindex="-1">${this.#in(article.title)}</h3>
        <div class="markdown">${this.#render?.(this.#in(article.body))}</div>
      </article>
      <div class="row ways">
        <button type="button" class="button main" @click=${() => this.#solve()}>${words.solved}</button>
        <button type="button" class="button" @click=${() => this.#person()}>${words.person}</button>
      </div>`;
  }
}

/** How the window shows it. */
export const render: RenderNotice = ({ connection, host, attention: { draft } }) =>
  html`<desk-help .connection=${connection} .locale=${host.locale} .draft=${draft}></desk-help>`;

/** The same as a page, for everybody and at any time. */
export const page: RenderPage = ({ connection, locale }) =>
  html`<desk-help searching .connection=${connection} .locale=${locale}></desk-help>`;

define('desk-help', DeskHelp);
