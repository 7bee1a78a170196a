/**
 * @module Questions without an answer, ranked by how often they were asked (R-KB-05).
 */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import { offerButton } from '../../desk/offer-button.ts';
import { RowOffers } from '../../desk/offers.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import { gaps, type GapItem } from './data.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { knowledgeHead } from './tabs.ts';
import { knowledgeWords } from './words.ts';

const PAGE = 50;
const OPEN = ['OPEN', 'ASSIGNED'] as const;
const LOOKS: Readonly<Record<GapItem['state'], string>> = {
  OPEN: 'warn',
  ASSIGNED: 'info',
  ANSWERED: 'ok',
  DISMISSED: '',
};
export type GapStep = 'assign' | 'answer' | 'dismiss';
const ACTION_OF: Readonly<Record<GapStep, string>> = {
  assign: 'assignKnowledgeGap',
  answer: 'answerKnowledgeGap',
  dismiss: 'dismissKnowledgeGap',
};

/** @summary Knowledge gaps. */
export class DeskGaps extends DeskElement {
  static override properties = { search: { attribute: false }, step: { state: true }, gap: { state: true } };
  static override styles = [base, controls, states, tables, tabStyle];

  search = new URLSearchParams();
  step: GapStep | undefined;
  gap: GapItem | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #pages = new Pages<GapItem>(this, { key: () => this.search.toString(), load: (after) => this.#load(after) });
  readonly #offers = new RowOffers(this, {
    client: () => this.#client.value,
    entity: 'KnowledgeGap',
    rows: () => this.#pages.rows,
  });

  async #load(after: string | null) {
    const state = this.search.get('state');
    const filter = { state: state ? { eq: state as GapItem['state'] } : { in: OPEN } };
    return paged(await this.#client.value.query(gaps, { filter, first: PAGE, after }));
  }

  #done(): void {
    this.step = undefined;
    toast(this, { kind: 'ok', text: this.words(knowledgeWords).done });
    void this.#pages.restart();
  }

  override render() {
    const words = this.words(knowledgeWords);
    const choices = this.language.choices<GapItem['state']>('KnowledgeGapState');
    return html`<div class="page">
      ${knowledgeHead({ words, active: 'gaps', navigation: this.#navigation.value })}
      <p class="muted">${words.gapsText}</p>
      <div class="filter-bar">${selectField({ id: 'state', label: words.state, value: (this.search.get('state') ?? '') as GapItem['state'] | '', empty: words.openGaps, choices, onInput: (state) => this.#navigation.value.go(state ? `/knowledge/gaps?state=${state}` : '/knowledge/gaps', { replace: true }) })}</div>
      <div class="card table">${this.#renderRows()}</div>
      ${
        this.step && this.gap
          ? html`<desk-admin-lazy .tag=${'desk-admin-gap-dialog'} .load=${() => import('./gap-dialog.ts')}
            .values=${{ gap: this.gap, step: this.step }} @desk-done=${this.#done} @desk-closed=${() => (this.step = undefined)}></desk-admin-lazy>`
          : nothing
      }
    </div>`;
  }

  #renderRows() {
    const words = this.words(knowledgeWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const retry = () => void this.#pages.retry();
    if (!ready) return problem ? failedState(this.language, problem, retry) : pendingState(this.language);
    if (rows.length === 0)
      return emptyState({ icon: 'check', title: this.search.get('state') ? words.emptyFiltered : words.gapEmpty });
    return html`<table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${words.tabs.gaps}</caption>
        <thead><tr>${[words.question, words.asked, words.state, words.owner, words.changed, words.actions].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }

  #renderRow(row: GapItem) {
    const words = this.words(knowledgeWords);
    const button = (step: GapStep, label: string) =>
      offerButton(this.#offers.of(row, ACTION_OF[step]), {
        label,
        look: 'tight',
        name: `${label}: ${row.question}`,
        run: () => {
          this.gap = row;
          this.step = step;
        },
      });
    return html`<tr>
      <th scope="row"
        data-label=${words.question}>${row.question}${row.examples.length > 0 ? html`<p class="muted small">${words.otherWords}: ${this.language.list(row.examples)}</p>` : nothing}
        ${row.note ? html`<p class="muted small">${row.note}</p>` : nothing}</th>
      <td data-label=${words.asked} class="numeric">${words.askedTimes(row.count)}</td>
      <td data-label=${words.state}>
        <span class="chip ${LOOKS[row.state]}">${this.language.code('KnowledgeGapState', row.state)}</span>
      </td>
      <td data-label=${words.owner}>${nameOf(this.#directory.maybe, row.ownerId)}</td>
      <td data-label=${words.changed}><time class="numeric"
        datetime=${row.lastAskedAt}>${this.language.moment(row.lastAskedAt)}</time></td>
      <td data-label=${words.actions}><div
        class="row wrap">${button('assign', words.assign)}${button('answer', words.answer)}${button('dismiss', words.dismiss)}
        ${row.articleId ? html`<a href=${this.#navigation.value.href(`/knowledge/articles/${row.articleId}`)}>${words.article}</a>` : nothing}</div></td>
    </tr>`;
  }
}

define('desk-admin-gaps', DeskGaps);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-gaps': DeskGaps;
  }
}
