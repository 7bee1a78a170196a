import { css, html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use } from '../../desk/contexts.ts';
import { nameOf, zoneOf } from '../../desk/directory.ts';
import { base } from '../../kit/base-style.ts';
import { SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { failedState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { kitWords } from '../../kit/words.ts';
import { casesByDue, type CaseGroup, type CaseState, type ListedCase } from './data.ts';
import { dueMark } from '../../kit/due.ts';
import { stateLook, stateName, typeName } from './names.ts';
import { amountText, customerOf, goodsText } from './row.ts';
import { caseWords } from './words.ts';

const PAGE = 15;

/**
 * @summary One column of the board.
 * @event {string} desk-move - The next step of a case is wanted, by its id.
 */
export class DeskCaseColumn extends DeskElement {
  static override properties = {
    group: {},
    states: { attribute: false },
    count: { type: Number },
    most: { type: Number },
    storeId: {},
    round: { type: Number },
  };
  static override styles = [
    base,
    controls,
    states,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        align-content: start;
        padding: 0.5rem;
        border-radius: 0.625rem;
        background: var(--hover);
        min-block-size: 4rem;
      }
      article {
        display: grid;
        gap: 0.25rem;
        padding: 0.5rem 0.625rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }
      ul {
        display: grid;
        gap: 0.5rem;
      }
      h2 {
        font-size: var(--text);
      }
    `,
  ];

  group: CaseGroup = 'DECIDE';
  states: readonly CaseState[] = [];
  count = 0;
  /** Counting stops here. */
  most = 1000;
  storeId = '';
  round = 0;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #pages = new Pages<ListedCase>(this, {
    key: () => (this.states.length > 0 ? `${this.group} ${this.storeId}` : undefined),
    load: async (after) => {
      const filter = { state: { in: this.states }, ...(this.storeId ? { storeId: { eq: this.storeId } } : {}) };
      return paged(await this.#client.value.query(casesByDue, { filter, first: PAGE, after }));
    },
  });

  constructor() {
    super();
    new SecondHand(this);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('round') !== undefined && this.#pages.ready) void this.#pages.restart();
  }

  override render() {
    const words = this.words(caseWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const count = this.count >= this.most ? words.orMore(this.most) : String(this.count);
    return html`<h2 class="row between"><span>${this.language.code('CaseGroup', this.group)}</span>
      <span class="chip">${count}</span></h2>
      ${problem && !ready ? failedState(this.language, problem, () => void this.#pages.retry()) : nothing}
      ${ready && rows.length === 0 ? html`<p class="muted small">${words.groupEmpty}</p>` : nothing}
      <ul aria-busy=${pending}>${repeat(
        rows,
        ({ id }) => id,
        (row) => html`<li>${this.#renderCard(row)}</li>`,
      )}</ul>
      ${hasMore ? html`<button class="button tight" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button>` : nothing}`;
  }

  #renderCard(row: ListedCase) {
    const words = this.words(caseWords);
    const { language } = this;
    return html`<article>
      <div class="row between"><a class="numeric ellipsis"
        href=${this.#navigation.value.href(`/cases/${row.id}`)}>${row.number}</a><strong
        class="numeric">${amountText(row, language)}</strong></div>
      <p class="small ellipsis">${typeName(row.type, language)} · ${goodsText(row)}</p>
      <p class="small muted ellipsis">${customerOf(row)}${row.handlerId ? html` · ${nameOf(this.#directory.maybe, row.handlerId)}` : nothing}</p>
      <p class="row wrap"><span
        class="chip ${stateLook(row.state)}">${stateName(row.state, language)}</span>${dueMark(row.dueAt, { language, zone: zoneOf(this.#directory.maybe, row.storeId) })}${row.escalatedAt ? html`<span class="chip danger">${icon('warning', 'small')}${words.escalated}</span>` : nothing}</p>
      <div><button class="button tight" type="button" aria-label=${words.move(row.number)}
        @click=${() => this.tell('desk-move', row.id)}>${words.nextStep}${icon('right', 'small')}</button></div>
    </article>`;
  }
}

define('desk-admin-case-column', DeskCaseColumn);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-case-column': DeskCaseColumn;
  }
}
