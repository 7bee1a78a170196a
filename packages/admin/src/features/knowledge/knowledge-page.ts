/**
 * @module All articles with their state, and a search in what is published.
 */
import { clip } from '@shopdesk/core/text';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import type { FilterOf } from '../../desk/documents.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { checkField, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, loaded, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import {
  articles,
  knowledgeFigures,
  mustReads,
  noteKnowledgeSearch,
  reportKnowledgeGap,
  searchArticles,
  type ArticleHit,
  type ArticleItem,
  type ArticleScope,
} from './data.ts';
import { articleNotes, STATE_LOOKS } from './article-notes.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { knowledgeHead } from './tabs.ts';
import { knowledgeWords } from './words.ts';

const PAGE = 50;
const PAUSE_MS = 250;
const DAYS = 30;
const DAY_MS = 24 * 3600 * 1000;

/** What the address says, as the filter of the list. */
function filterOf(search: URLSearchParams): FilterOf<'Article'> {
  const one = (name: string) => search.get(name);
  const filter: Record<string, unknown> = {};
  for (const field of ['category', 'state', 'audience']) if (one(field)) filter[field] = { eq: one(field) };
  if (one('language')) filter['languages'] = { has: one('language') };
  if (one('overdue')) filter['reviewBy'] = { lt: new Date().toISOString() };
  if (!one('state')) filter['state'] = { ne: 'ARCHIVED' };
  return filter;
}

/** @summary The knowledge base. */
export class DeskKnowledge extends DeskElement {
  static override properties = { search: { attribute: false } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    tabStyle,
    css`
      .figures {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1.5rem;
      }
      .figures b {
        font-variant-numeric: tabular-nums;
      }
      .must ul {
        display: grid;
        gap: 0.25rem;
      }
    `,
  ];

  search = new URLSearchParams();
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #pages = new Pages<ArticleItem>(this, {
    key: () => (this.#text ? undefined : this.search.toString()),
    load: (after) => this.#load(after),
  });
  readonly #found = new Loader(this, {
    args: () => (this.#text ? ([this.search.toString(), this.language.locale] as const) : undefined),
    load: async () => {
      const [text, category, audience] = [this.#text, this.search.get('category'), this.search.get('audience')];
      // The desk refuses what is no code of its own.
      const narrowed = { ...(category ? { category } : {}), ...(audience ? { audience } : {}) } as ArticleScope;
      const { hits } = await this.#client.value.query(searchArticles, {
        text,
        locale: this.language.locale,
        first: PAGE,
        ...narrowed,
      });
      return hits;
    },
  });
  readonly #mustReads = new Loader(this, {
    args: () => [] as const,
    load: () => this.#client.value.query(mustReads, { first: 100 }),
  });
  readonly #figures = new Loader(this, {
    args: () => [] as const,
    load: () => {
      const now = Date.now();
      return this.#client.value.query(knowledgeFigures, {
        from: new Date(now - DAYS * DAY_MS).toISOString(),
        to: new Date(now).toISOString(),
      });
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  get #text(): string {
    return (this.search.get('q') ?? '').trim();
  }

  async #load(after: string | null) {
    return paged(
      await this.#client.value.query(articles, {
        filter: filterOf(this.search),
        first: PAGE,
        after,
      }),
    );
  }

  #set(name: string, value: string): void {
    const search = new URLSearchParams(this.search);
    if (value) search.set(name, value);
    else search.delete(name);
    this.#navigation.value.go(search.size > 0 ? `/knowledge?${search}` : '/knowledge', { replace: true });
  }

  #type(text: string): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#set('q', text), PAUSE_MS);
  }

  async #report(): Promise<void> {
    try {
      await this.#client.value.mutate(reportKnowledgeGap, { input: { question: clip(this.#text, 300) } });
      toast(this, { kind: 'ok', text: this.words(knowledgeWords).reported });
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  /** One was opened: the search was of use (K-48). */
  #opened(hits: readonly ArticleHit[]): void {
    void this.#client.value
      .mutate(noteKnowledgeSearch, { input: { source: 'PANEL', hits: Math.min(100, hits.length), used: true } })
      .catch(() => undefined);
  }

  override render() {
    const words = this.words(knowledgeWords);
    const add = can(this.#viewer.value, 'article.write')
      ? html`<a class="button primary"
        href=${this.#navigation.value.href('/knowledge/articles/new')}>${icon('plus')}${words.add}</a>`
      : '';
    return html`<div class="page">
      ${knowledgeHead({ words, active: 'articles', navigation: this.#navigation.value, actions: add })}
      ${this.#renderMustReads()} ${this.#renderFigures()} ${this.#renderFilters()}
      <div class="card table">${this.#text ? loaded(this.#found, this.language, (hits) => this.#renderHits(hits)) : this.#renderRows()}</div>
    </div>`;
  }

  #renderMustReads() {
    const words = this.words(knowledgeWords);
    const open = this.#mustReads.value?.nodes ?? [];
    if (open.length === 0) return nothing;
    return html`<div class="notice warn must">${icon('book')}<div class="stack"><strong>${words.mustRead}</strong>
      <ul>${open.map((row) => html`<li><a href=${this.#hrefOf(row.id)}>${this.language.of(row.title)}</a></li>`)}</ul></div></div>`;
  }

  #renderFigures() {
    const words = this.words(knowledgeWords);
    const figures = this.#figures.value;
    const share = (value: number | null | undefined) =>
      typeof value === 'number' ? new Intl.NumberFormat(this.language.locale, { style: 'percent' }).format(value) : '–';
    const one = (name: string, value: string) => html`<span>${name} <b>${value}</b></span>`;
    return html`<p
      class="figures muted small">${words.figures(DAYS)}: ${one(words.searches, figures ? this.language.number(figures.searches) : '–')} ${one(words.hitRate, share(figures?.hitRate))}
      ${one(words.gapRate, share(figures?.gapRate))} ${one(words.solved, figures ? this.language.number(figures.solved) : '–')}</p>`;
  }

  #renderFilters() {
    const words = this.words(knowledgeWords);
    const { any } = this.words(kitWords);
    const value = (name: string) => this.search.get(name) ?? '';
    const select = (name: string, label: string, codes: string, disabled = false) =>
      selectField({
        id: name,
        label,
        value: value(name),
        empty: any,
        choices: this.language.choices(codes),
        disabled,
        onInput: (code) => this.#set(name, code),
      });
    const searching = this.#text !== '';
    return html`<div class="filter-bar" role="search" aria-label=${words.title}>
      ${textField({ id: 'q', type: 'search', label: words.search, value: value('q'), maxLength: 500, onInput: (text) => this.#type(text) })}
      ${select('category', words.category, 'ArticleCategory')} ${select('audience', words.audience, 'ArticleAudience')}
      ${select('state', words.state, 'ArticleState', searching)}
      ${select('language', words.language, 'TextLanguage', searching)}
      ${checkField({ id: 'overdue', label: words.overdue, value: value('overdue') !== '', disabled: searching, onInput: (on) => this.#set('overdue', on ? '1' : '') })}
    </div>`;
  }

  #hrefOf(id: string): string {
    return this.#navigation.value.href(`/knowledge/articles/${id}`);
  }

  #renderHits(hits: readonly ArticleHit[]) {
    const words = this.words(knowledgeWords);
    if (hits.length === 0)
      return emptyState({
        icon: 'search',
        title: words.noHits,
        action: html`<button class="button" type="button"
          @click=${() => void this.#report()}>${words.reportGap}</button>`,
      });
    return html`<table class="stacking">
      <caption role="status">${words.hits(hits.length)}</caption>
      <thead><tr>${[words.name, words.category, words.audience].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${repeat(
        hits,
        ({ articleId }) => articleId,
        (hit) => html`<tr>
        <th scope="row" data-label=${words.name}><a href=${this.#hrefOf(hit.articleId)}
          @click=${() => this.#opened(hits)}>${this.language.of(hit.title)}</a><p
          class="muted small">${hit.excerpt}</p></th>
        <td data-label=${words.category}>${this.language.code('ArticleCategory', hit.category)}</td>
        <td data-label=${words.audience}>${this.language.code('ArticleAudience', hit.audience)}${hit.stale ? html` <span class="chip warn">${words.overdue}</span>` : nothing}</td>
      </tr>`,
      )}</tbody>
    </table>`;
  }

  #renderRows() {
    const words = this.words(knowledgeWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const retry = () => void this.#pages.retry();
    if (!ready) return problem ? failedState(this.language, problem, retry) : pendingState(this.language);
    if (rows.length === 0)
      return emptyState({ icon: 'book', title: this.search.size > 0 ? words.emptyFiltered : words.empty });
    return html`<table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${words.title}</caption>
        <thead><tr>${[words.name, words.category, words.state, words.audience, words.used, words.helped, words.changed].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}</tbody>
      </table>
      ${problem ? failedState(this.language, problem, retry) : nothing}
      ${hasMore && !problem ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }

  #renderRow(row: ArticleItem) {
    const { language } = this;
    const words = this.words(knowledgeWords);
    const told = row.helpfulCount + row.unhelpfulCount;
    return html`<tr>
      <th scope="row" data-label=${words.name}><a
        href=${this.#hrefOf(row.id)}>${language.of(row.title)}</a> ${articleNotes(row, language)}</th>
      <td data-label=${words.category}>${this.language.code('ArticleCategory', row.category)}</td>
      <td data-label=${words.state}>
        <span class="chip ${STATE_LOOKS[row.state]}">${this.language.code('ArticleState', row.state)}</span>
      </td>
      <td data-label=${words.audience}>${this.language.code('ArticleAudience', row.audience)}</td>
      <td data-label=${words.used} class="numeric">${language.number(row.usedCount)}</td>
      <td data-label=${words.helped} class="numeric">${told > 0 ? words.helpedText(row.helpfulCount, told) : '–'}</td>
      <td data-label=${words.changed}><time class="numeric"
        datetime=${row.updatedAt}>${language.moment(row.updatedAt)}</time></td>
    </tr>`;
  }
}

define('desk-admin-knowledge', DeskKnowledge);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-knowledge': DeskKnowledge;
  }
}
