/**
 * @module Changes of orders that are being packed: whoever packs says that they know.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, liveContext, navigationContext, Use } from '../../desk/contexts.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { remarks, type Remark } from './data.ts';
import { orderPath } from './order-path.ts';
import './remarks.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { orderTabs } from './tabs.ts';
import { orderWords } from './words.ts';

const PAGE = 25;

const style = css`
  .card.padded > a {
    font-weight: 600;
  }
`;

/** @summary Remarks that wait for the word of those who pack. */
export class DeskOrderTasks extends DeskElement {
  static override styles = [base, controls, states, tables, tabStyle, style];

  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #live = new Use(this, liveContext);
  readonly #pages = new Pages<Remark>(this, {
    key: () => 'tasks',
    load: async (after) =>
      paged(
        await this.#client.value.query(remarks, { filter: { needsAcknowledgement: { eq: true } }, first: PAGE, after }),
      ),
  });

  constructor() {
    super();
    new RecordWatch(this, this.#live, { entities: ['OrderRemark'], changed: () => void this.#pages.restart() });
  }

  override render() {
    const words = this.words(orderWords);
    return html`<div class="page">
      <div class="page-head"><h1>${words.title}</h1></div>
      ${orderTabs('tasks', this.language, this.#navigation.value)} ${this.#renderRows()}
    </div>`;
  }

  #renderRows() {
    const words = this.words(orderWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    if (!ready)
      return problem
        ? failedState(this.language, problem, () => void this.#pages.retry())
        : pendingState(this.language);
    if (rows.length === 0) return emptyState({ icon: 'check', title: words.noTasks, text: words.noTasksText });
    return html`${repeat(
      rows,
      ({ id }) => id,
      (remark) => html`<section class="card padded">
        <a class="numeric"
          href=${this.#navigation.value.href(orderPath(remark.storeId, remark.orderId))}>${words.number} ${remark.orderNumber} <span class="muted small">${this.#directory.maybe?.stores.get(remark.storeId)?.name}</span></a>
        <desk-admin-order-remarks single .storeId=${remark.storeId} .orderId=${remark.orderId} .remarks=${[remark]}
          @desk-changed=${() => void this.#pages.restart()}></desk-admin-order-remarks>
      </section>`,
    )}
      ${hasMore ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }
}

define('desk-admin-order-tasks', DeskOrderTasks);
