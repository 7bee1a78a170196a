/**
 * @module One article: its draft, its review by somebody else, its versions, and who must read it.
 */
import { markdownStyle } from '@shopdesk/widget/markdown';
import { css, html, nothing, type PropertyValues } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import type { Document } from '@shopdesk/core/client';
import type { ActionVariables } from '../../desk/documents.ts';
import { offerButton, offerReasons } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import '../../kit/reason-dialog.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { articleForm, EMPTY_ARTICLE } from './article-form.ts';
import { articleNotes, STATE_LOOKS } from './article-notes.ts';
import './article-reading.ts';
import './article-versions.ts';
import {
  acknowledgeArticle,
  archiveArticle,
  article,
  createArticle,
  mustReads,
  publishArticle,
  requestArticleUpdate,
  sendBackArticle,
  submitArticle,
  updateArticle,
  versions,
  type ArticleInput,
  type ArticleItem,
  type VersionItem,
} from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { knowledgeHead } from './tabs.ts';
import { knowledgeWords, type KnowledgeWords } from './words.ts';

const CONTENT = Object.keys(EMPTY_ARTICLE) as (keyof ArticleInput)[];
const contentOf = (version: VersionItem): ArticleInput =>
  Object.fromEntries(CONTENT.map((field) => [field, version[field]])) as unknown as ArticleInput;

interface Loaded {
  readonly article: ArticleItem;
  readonly versions: readonly VersionItem[];
  readonly mustRead: boolean;
}

interface Asked {
  readonly heading: string;
  readonly text?: string;
  readonly label: string;
  readonly danger?: boolean;
  readonly run: (reason: string) => Promise<boolean>;
}

/** @summary An article. */
export class DeskArticle extends DeskElement {
  static override properties = {
    params: { attribute: false },
    draft: { state: true },
    preview: { state: true },
    asked: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tables,
    tabStyle,
    facts.style,
    markdownStyle,
    css`
      .preview {
        padding: 0.75rem;
        min-block-size: 12rem;
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
        overflow: auto;
      }
    `,
  ];

  params: Readonly<Record<string, string | undefined>> = {};
  /** What was changed and is not saved. */
  draft: Partial<ArticleInput> | undefined;
  preview = false;
  asked: Asked | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);
  readonly #loaded = new Loader(this, {
    args: () => (this.#id && this.#id !== 'new' ? ([this.#id] as const) : undefined),
    load: async ([id]): Promise<Loaded | null> => {
      const client = this.#client.value;
      const [found, all, open] = await Promise.all([
        client.query(article, { id }),
        client.query(versions, { filter: { articleId: { eq: id } } as never, first: 100 }),
        client.query(mustReads, { first: 100 }),
      ]);
      return found ? { article: found, versions: all.nodes, mustRead: open.nodes.some((row) => row.id === id) } : null;
    },
  });

  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'Article',
    rows: () => (this.#loaded.value ? [this.#loaded.value.article] : []),
  });

  get #id(): string {
    return this.params['id'] ?? '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('params')) {
      this.draft = undefined;
      this.preview = false;
      this.asked = undefined;
    }
  }

  get #working(): VersionItem | undefined {
    const known = this.#loaded.value;
    return known?.versions.find(({ edition }) => edition === known.article.workingEdition);
  }

  get #value(): ArticleInput {
    return { ...EMPTY_ARTICLE, ...(this.#working ? contentOf(this.#working) : {}), ...this.draft };
  }

  /** Saves what was changed; answers whether all is saved now. */
  async #save(): Promise<boolean> {
    const client = this.#client.value;
    const words = this.words(knowledgeWords);
    if (!this.draft && this.#id !== 'new') return true;
    const input = this.#value;
    const saved =
      this.#id === 'new'
        ? await this.#act.run(client, createArticle, input)
        : await this.#act.run(client, updateArticle, { id: this.#id, ...input });
    if (!saved) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return false;
    }
    toast(this, { kind: 'ok', text: words.saved });
    this.draft = undefined;
    if (this.#id === 'new') this.#navigation.value.go(`/knowledge/articles/${saved.id}`, { replace: true });
    else await this.#loaded.reload();
    return true;
  }

  async #do<I>(document: Document<ActionVariables<I>, ArticleItem>, input: I, said: string): Promise<boolean> {
    const done = await this.#act.run(this.#client.value, document, input);
    if (!done) return false;
    toast(this, { kind: 'ok', text: said });
    await this.#loaded.reload();
    return true;
  }

  async #submit(): Promise<void> {
    if (await this.#save()) await this.#do(submitArticle, { id: this.#id }, this.words(knowledgeWords).submitted);
  }

  async #acknowledge(): Promise<void> {
    if (await this.#act.run(this.#client.value, acknowledgeArticle, { id: this.#id })) {
      toast(this, { kind: 'ok', text: this.words(knowledgeWords).acknowledged });
      await this.#loaded.reload();
    }
  }

  override render() {
    const words = this.words(knowledgeWords);
    return html`<div class="page">
      ${knowledgeHead({ words, active: 'articles', navigation: this.#navigation.value })}
      ${
        this.#id === 'new'
          ? html`<div
            class="card padded"><h2>${words.add}</h2>${problemNotice(this.#act.problem, this.language)}${this.#renderForm(false)}${this.#renderSave(words)}</div>`
          : loaded(this.#loaded, this.language, (known) =>
              known ? this.#renderArticle(known, words) : emptyState({ icon: 'search', title: words.missing }),
            )
      }
      ${this.asked ? this.#renderAsked(this.asked) : nothing}
    </div>`;
  }

  #renderAsked({ heading, text = '', label, danger = false, run }: Asked) {
    return html`<desk-admin-reason-dialog heading=${heading} text=${text} label=${label} action=${heading}
      ?danger=${danger}
      .run=${async (reason: string) => {
        if (!(await run(reason))) return this.#act.problem;
        this.asked = undefined;
        return undefined;
      }}
      @desk-closed=${() => (this.asked = undefined)}></desk-admin-reason-dialog>`;
  }

  #renderForm(disabled: boolean) {
    return articleForm({
      value: this.#value,
      language: this.language,
      stores: [...this.#directory.value.stores.values()],
      problem: this.#act.problem,
      disabled,
      preview: this.preview || disabled,
      change: (changes) => (this.draft = { ...this.draft, ...changes }),
    });
  }

  #renderSave(words: KnowledgeWords) {
    return html`<div class="row wrap">
      <button class="button ${this.#id === 'new' ? 'primary' : ''}" type="button" aria-disabled=${this.#act.busy}
        @click=${() => void this.#save()}>${words.save}</button>
      <button class="button plain" type="button" aria-pressed=${this.preview}
        @click=${() => (this.preview = !this.preview)}>${icon('eye', 'small')}${words.preview}</button>
    </div>`;
  }

  #renderArticle({ article: row, versions: all, mustRead }: Loaded, words: KnowledgeWords) {
    const writes = this.#offers.allows(row, 'updateArticle');
    // What the reviewer found stands where it can be mended.
    const note = writes ? (this.#working?.reviewNote ?? '') : '';
    // Shown: what a review means for the text that customers read.
    const inReview = row.state === 'IN_REVIEW';
    return html`<div class="row wrap"><h2>${this.language.of(this.#value.title)}</h2><span
      class="chip ${STATE_LOOKS[row.state]}">${this.language.code('ArticleState', row.state)}</span>${articleNotes(row, this.language)}</div>
      ${mustRead ? html`<div class="notice warn">${icon('book')}<span class="grow">${words.mustRead}</span><button class="button" type="button" @click=${() => void this.#acknowledge()}>${words.acknowledge}</button></div>` : nothing}
      ${note ? html`<p class="notice warn">${icon('info')}<span>${words.reviewNote(note)}</span></p>` : nothing}
      ${inReview ? html`<p class="notice">${icon('info')}<span>${words.inReviewText}</span></p>` : nothing}
      <div class="columns">
        <div class="card padded">${this.asked ? nothing : problemNotice(this.#act.problem, this.language)}${this.#renderForm(!writes)}${writes ? this.#renderSave(words) : nothing}</div>
        <div class="stack">
          <div class="card padded">${this.#renderSteps(row, words)}${this.#renderFacts(row, words)}</div>
          ${row.live ? html`<desk-admin-article-reading .article=${row} ?mine=${mustRead} @desk-done=${() => void this.#loaded.reload()}></desk-admin-article-reading>` : nothing}
          <desk-admin-article-versions .versions=${all}></desk-admin-article-versions>
        </div>
      </div>`;
  }

  /** What can be done next, as the desk offers it. */
  #renderSteps(row: ArticleItem, words: KnowledgeWords) {
    const { id } = row;
    const ask = (asked: Asked) => () => (this.asked = asked);
    const offer = (action: string) => this.#offers.of(row, action);
    const button = (action: string, label: string, run: () => unknown, look = '') =>
      offerButton(offer(action), { label, look, busy: this.#act.busy, run: () => void run() });
    return html`<div class="row wrap">
      ${button('submitArticle', words.submit, () => this.#submit(), 'primary')}
      ${button('publishArticle', words.publish, () => this.#do(publishArticle, { id }, words.published), 'primary')}
      ${button('sendBackArticle', words.sendBack, ask({ heading: words.sendBack, label: words.sendBackReason, run: (reason) => this.#do(sendBackArticle, { id, reason }, words.sentBack) }))}
      ${button('requestArticleUpdate', words.askUpdate, ask({ heading: words.askUpdate, label: words.askUpdateReason, run: (reason) => this.#do(requestArticleUpdate, { id, reason }, words.askedUpdate) }))}
      ${button('archiveArticle', words.archive, ask({ heading: words.archive, text: words.archiveQuestion, label: '', danger: true, run: () => this.#do(archiveArticle, { id }, words.archived) }))}
    </div>
    ${offerReasons(['submitArticle', 'publishArticle', 'sendBackArticle', 'archiveArticle'].map(offer))}`;
  }

  #renderFacts(row: ArticleItem, words: KnowledgeWords) {
    const { language } = this;
    const told = row.helpfulCount + row.unhelpfulCount;
    const owner = row.ownerId && this.#directory.value.colleagues.get(row.ownerId)?.name;
    return facts([
      [words.category, this.language.code('ArticleCategory', row.category)],
      [words.audience, this.language.code('ArticleAudience', row.audience)],
      owner && [words.owner, owner],
      row.publishedAt && [words.publishedAt, language.moment(row.publishedAt)],
      row.reviewBy && [words.reviewBy, language.moment(row.reviewBy)],
      row.effectiveFrom && [words.effectiveFrom, language.moment(row.effectiveFrom)],
      row.effectiveTo && [words.effectiveTo, language.moment(row.effectiveTo)],
      row.source && [words.source, row.source],
      [words.used, language.number(row.usedCount)],
      told > 0 && [words.helped, words.helpedText(row.helpfulCount, told)],
      row.solvedCount > 0 && [words.solvedCount, language.number(row.solvedCount)],
    ]);
  }
}

define('desk-admin-article', DeskArticle);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-article': DeskArticle;
  }
}
