import { MY_CASES, type DeskCaseEntry } from '@shopdesk/core/client';
import { html, LitElement, nothing } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { noticeStyles } from '../../elements/notice-styles.ts';
import { Remote } from '../../self-service/remote.ts';
import { go } from '../../self-service/service.ts';
import { loadCaseWords, type CaseWords } from './words.ts';
import { isNews, isYourTurn } from './case-news.ts';
import type { RenderNotice } from '../../feature.ts';

/**
 * Says over the composer that a case has moved or waits for its customer; nothing while none has.
 *
 * @summary News of cases.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - The case, or the list of several.
 */
export class DeskCaseNews extends LitElement {
  static override properties = { connection: { attribute: false }, locale: {}, _words: { state: true } };
  static override styles = [base, noticeStyles];
  declare connection: DeskConnection;
  declare locale: string;
  declare _words: { readonly locale: string; readonly texts: CaseWords } | undefined;
  readonly #remote = new Remote(this, {
    connection: () => this.connection,
    load: () => this.connection.client.query(MY_CASES, { first: 20 }),
    live: true,
    everyMs: 60_000,
  });

  override willUpdate(): void {
    const shown = this.#news.length > 0;
    if (shown && this._words?.locale !== this.locale) void this.#loadWords();
    this.hidden = !shown || !this._words;
  }

  override render() {
    const { _words: words } = this;
    const news = this.#news;
    const [first] = news;
    if (!words || !first) return nothing;
    const { cases } = words.texts;
    const turns = news.filter(isYourTurn).length;
    const page = news.length === 1 ? ({ name: 'case', id: first.id } as const) : ({ name: 'cases' } as const);
    return html`<div class="row" role="status"><span>${turns > 0 ? cases.stripTurn(turns) : cases.strip(news.length)}</span>
      <button type="button" class="button" @click=${() => go(this, page)}>${cases.show}</button></div>`;
  }

  get #news(): readonly DeskCaseEntry[] {
    return (this.#remote.value?.nodes ?? []).filter((row) => isYourTurn(row) || isNews(this.connection, row));
  }

  async #loadWords(): Promise<void> {
    const { locale } = this;
    const texts = await loadCaseWords(locale).catch(() => undefined);
    if (texts) this._words = { locale, texts };
  }
}

/** How the window shows it. */
export const render: RenderNotice = ({ connection, texts }) =>
  html`<desk-case-news .connection=${connection} .locale=${texts.locale}></desk-case-news>`;

define('desk-case-news', DeskCaseNews);
