import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import '../../kit/combobox.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { kitWords } from '../../kit/words.ts';
import { answerKnowledgeGap, assignKnowledgeGap, dismissKnowledgeGap, searchArticles, type GapItem } from './data.ts';
import type { GapStep } from './gaps-page.ts';
import { knowledgeWords } from './words.ts';

/**
 * @summary Hands a gap to somebody, answers it by an article, or drops it with a reason.
 * @event desk-done - It is done.
 */
export class DeskGapDialog extends DeskElement {
  static override properties = { gap: { attribute: false }, step: {}, value: { state: true }, tried: { state: true } };
  static override styles = [base, controls];

  declare gap: GapItem;
  step: GapStep = 'assign';
  value = '';
  tried = false;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #act = new Act(this);

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    const value = this.value.trim();
    await this.updateComplete;
    if (!value) return this.renderRoot.querySelector<HTMLElement>('textarea, desk-admin-combobox')?.focus();
    const client = this.#client.value;
    const { id } = this.gap;
    const done =
      this.step === 'assign'
        ? await this.#act.run(client, assignKnowledgeGap, { id, userId: value })
        : this.step === 'answer'
          ? await this.#act.run(client, answerKnowledgeGap, { id, articleId: value })
          : await this.#act.run(client, dismissKnowledgeGap, { id, reason: value });
    if (done) this.tell('desk-done');
  }

  #find = async (text: string) => {
    const { hits } = await this.#client.value.query(searchArticles, {
      text: text || this.gap.question,
      locale: this.language.locale,
      first: 10,
    });
    return hits.map((hit) => ({
      value: hit.articleId,
      label: this.language.of(hit.title),
      hint: this.language.code('ArticleCategory', hit.category),
    }));
  };

  override render() {
    const words = this.words(knowledgeWords);
    const { problem, busy } = this.#act;
    return html`<desk-admin-dialog open heading="${words[this.step]}" ?dirty=${this.value !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        <p><q>${this.gap.question}</q></p>
        ${problemNotice(problem, this.language)} ${this.#renderField()}
        ${this.step === 'answer' ? html`<a href=${this.#navigation.value.href('/knowledge/articles/new')}>${words.writeAnswer}</a>` : nothing}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words[this.step]}</button>
    </desk-admin-dialog>`;
  }

  #renderField() {
    const words = this.words(knowledgeWords);
    const missing = this.tried && !this.value.trim() ? this.words(kitWords).required : '';
    if (this.step === 'dismiss')
      return areaField({
        id: 'reason',
        label: words.dismissReason,
        value: this.value,
        required: true,
        maxLength: 500,
        error: missing || undefined,
        onInput: (value) => (this.value = value),
      });
    const people = [...this.#directory.value.colleagues.values()]
      .filter(({ active }) => active)
      .map(({ id, name, agentNo }) => ({ value: id, label: `${name} (${agentNo})` }));
    const changed = ({ detail }: CustomEvent<string>) => (this.value = detail);
    return this.step === 'assign'
      ? html`<desk-admin-combobox label=${words.assignTo} required error=${missing} .options=${people}
        .value=${this.value} @desk-change=${changed}></desk-admin-combobox>`
      : html`<desk-admin-combobox label=${words.answerWith} required
        error=${missing || (fieldMessage(this.#act.problem, 'articleId') ?? '')} .search=${this.#find} .value=${this.value} @desk-change=${changed}></desk-admin-combobox>`;
  }
}

define('desk-admin-gap-dialog', DeskGapDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-gap-dialog': DeskGapDialog;
  }
}
