/**
 * @module What could be answered, above the field: a quiet strip that follows the customer's last words and never
 * takes the focus (R-KB-10).
 */
import { css, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, Use, viewerContext } from '../../desk/contexts.ts';
import '../../desk/lazy.ts';
import { isServedBy, type ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { toast, toastProblem } from '../../kit/toast.ts';
import {
  expandScript,
  greeting,
  noteArticleUse,
  noteKnowledgeSearch,
  noteScriptUse,
  reportKnowledgeGap,
  suggestAnswers,
  type Answer,
} from './data.ts';
import { panelWords } from './panel-words.ts';

/**
 * @summary Suggested answers.
 * @event {{ text: string }} desk-insert - The text belongs into the reply.
 */
export class DeskSuggestions extends DeskElement {
  static override properties = { subject: { attribute: false }, opened: { state: true }, dropped: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      section {
        display: grid;
        gap: 0.125rem;
        margin-block-end: 0.375rem;
      }
      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        gap: 0.375rem;
        align-items: center;
        min-inline-size: 0;
      }
      .what {
        flex: 1;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 0.8125rem;
      }
      h2 {
        font-size: var(--small);
        font-weight: 600;
        color: var(--ink-2);
      }
    `,
  ];

  declare subject: ConversationItem;
  opened = '';
  dropped: readonly string[] = [];
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  #used = false;
  #noted = false;
  readonly #suggested = new Loader(this, {
    args: () =>
      this.subject?.lastSender === 'CUSTOMER' ? ([this.subject.id, this.subject.lastPublicSeq] as const) : undefined,
    load: async ([conversationId]) => {
      this.#finish();
      const found = await this.#client.value.query(suggestAnswers, { conversationId });
      this.#used = false;
      this.#noted = false;
      this.dropped = [];
      return { ...found, conversationId };
    },
  });
  readonly #greeting = new Loader(this, {
    args: () => (this.subject && !this.subject.firstHumanReplyAt ? ([this.subject.id] as const) : undefined),
    load: ([conversationId]) => this.#client.value.query(greeting, { conversationId }),
  });

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('subject') && changed.get('subject')?.id !== this.subject?.id) this.opened = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#finish();
  }

  /** Notes once for each question whether the suggestions were of use (K-48). */
  #finish(): void {
    const found = this.#suggested.value;
    if (!found?.question || this.#noted) return;
    this.#noted = true;
    const input = {
      storeId: this.subject.storeId,
      source: 'COMPOSER' as const,
      hits: found.answers.length,
      used: this.#used,
    };
    void this.#client.maybe?.mutate(noteKnowledgeSearch, { input }).catch(() => undefined);
  }

  async #insert({ kind, id, text }: Answer): Promise<void> {
    const client = this.#client.value;
    const conversationId = this.subject.id;
    this.#used = true;
    try {
      const said = kind === 'SCRIPT' ? (await client.query(expandScript, { conversationId, script: id })).text : text;
      this.tell('desk-insert', { text: said });
      // A use that was not counted is no reason to disturb anybody.
      const counted =
        kind === 'SCRIPT'
          ? client.mutate(noteScriptUse, { input: { conversationId, script: id } })
          : client.mutate(noteArticleUse, { input: { articleId: id, outcome: 'USED' } });
      await counted.catch(() => undefined);
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  #drop(answer: Answer): void {
    this.dropped = [...this.dropped, answer.id];
    if (answer.kind === 'ARTICLE')
      void this.#client.value
        .mutate(noteArticleUse, { input: { articleId: answer.id, outcome: 'UNHELPFUL' } })
        .catch(() => undefined);
  }

  #open(answer: Answer): void {
    this.#used = true;
    this.opened = answer.id;
  }

  async #report(question: string): Promise<void> {
    try {
      await this.#client.value.mutate(reportKnowledgeGap, { input: { question: [...question].slice(-300).join('') } });
      this.dropped = (this.#suggested.value?.answers ?? []).map(({ id }) => id);
      toast(this, { kind: 'ok', text: this.words(panelWords).reported });
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  override render() {
    const words = this.words(panelWords);
    const found =
      this.subject?.lastSender === 'CUSTOMER' && this.#suggested.value?.conversationId === this.subject.id
        ? this.#suggested.value
        : undefined;
    const answers = (found?.answers ?? []).filter(({ id }) => !this.dropped.includes(id));
    const greeted = this.subject?.firstHumanReplyAt ? undefined : this.#greeting.value;
    // With a name in braces left in it could not be sent.
    const hello = greeted?.unresolved.length === 0 ? greeted.text : undefined;
    if ((answers.length === 0 && !hello) || !isServedBy(this.subject, this.#viewer.value.id)) return nothing;
    return html`<section aria-label=${words.suggestions}>
      <div class="row between"><h2>${words.suggestions}</h2>${
        answers.length > 0 && found
          ? html`<button class="link small" type="button"
            @click=${() => void this.#report(found.question)}>${words.noneFits}</button>`
          : nothing
      }</div>
      <ul>
        ${
          hello
            ? html`<li>${icon('hand', 'small')}<span class="what"><b>${words.greeting}</b> <span
              class="muted">${hello}</span></span>
          <button class="button plain tight" type="button" aria-label=${words.insertNamed(words.greeting)}
            @click=${() => this.tell('desk-insert', { text: hello })}>${words.insert}</button></li>`
            : nothing
        }
        ${repeat(
          answers,
          ({ id }) => id,
          (answer) => this.#renderAnswer(answer),
        )}
      </ul>
      ${this.opened ? html`<desk-admin-lazy .tag=${'desk-admin-article-dialog'} .load=${() => import('./article-dialog.ts')} .values=${{ articleId: this.opened }} @desk-closed=${() => (this.opened = '')}></desk-admin-lazy>` : nothing}
    </section>`;
  }

  #renderAnswer(answer: Answer) {
    const words = this.words(panelWords);
    const title = this.language.of(answer.title);
    const script = answer.kind === 'SCRIPT';
    return html`<li>
      ${icon(script ? 'scroll' : 'book', 'small')}
      <span class="what"
        title=${answer.text}><b>${title}</b>${answer.audience === 'INTERNAL' ? html` <span class="chip note">${words.internal}</span>` : nothing}${
          answer.stale ? html` <span class="chip warn">${words.stale}</span>` : nothing
        } <span class="muted">${answer.text}</span></span>
      ${answer.audience === 'INTERNAL' ? nothing : html`<button class="button plain tight" type="button" aria-label=${words.insertNamed(title)} @click=${() => void this.#insert(answer)}>${words.insert}</button>`}
      ${script ? nothing : html`<button class="button plain tight" type="button" aria-label=${words.openNamed(title)} @click=${() => this.#open(answer)}>${words.open}</button>`}
      <button class="button plain icon-only tight" type="button" aria-label=${words.notHelpfulNamed(title)}
        title=${words.notHelpful} @click=${() => this.#drop(answer)}>${icon('close', 'small')}</button>
    </li>`;
  }
}

define('desk-admin-suggestions', DeskSuggestions);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-suggestions': DeskSuggestions;
  }
}
