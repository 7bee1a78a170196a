/** @module The cases of an order or of a customer, and a new one for him. */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  clientContext,
  directoryContext,
  liveContext,
  navigationContext,
  Use,
  viewerContext,
} from '../../desk/contexts.ts';
import { zoneOf } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import { RecordWatch } from '../../desk/record-watch.ts';
import type { OrderSubject } from '../../desk/slots.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { toastProblem } from '../../kit/toast.ts';
import { kitWords } from '../../kit/words.ts';
import './case-steps.ts';
import { afterSalesCase, casesByAge, type CaseItem, type ListedCase } from './data.ts';
import { dueMark } from '../../kit/due.ts';
import { stateLook, stateName, typeName } from './names.ts';
import { amountText, goodsText } from './row.ts';
import { caseWords } from './words.ts';

const PAGE = 5;

/** @summary Cases of the subject, newest first. */
export class DeskOrderCases extends DeskElement {
  static override properties = { subject: { attribute: false }, creating: { state: true }, moving: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    css`
      li {
        display: grid;
        gap: 0.25rem;
        padding-block: 0.375rem;
        border-block-end: 1px solid var(--line);
      }
    `,
  ];

  /** An order, or a customer without one. */
  declare subject: Partial<OrderSubject> & { readonly storeId: string; readonly customerId: string | null };
  creating = false;
  /** The case whose next step is taken here, without leaving the conversation. */
  moving: CaseItem | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #live = new Use(this, liveContext);
  readonly #pages = new Pages<ListedCase>(this, {
    key: () =>
      this.subject
        ? `${this.subject.storeId} ${this.subject.orderId ?? ''} ${this.subject.orderId ? '' : this.subject.customerId}`
        : undefined,
    load: async (after) => {
      const { storeId, orderId, customerId } = this.subject;
      const filter = {
        storeId: { eq: storeId },
        ...(orderId ? { orderId: { eq: orderId } } : { customerId: { eq: customerId } }),
      };
      return paged(await this.#client.value.query(casesByAge, { filter, first: PAGE, after }));
    },
  });

  constructor() {
    super();
    new RecordWatch(this, this.#live, { entities: ['AfterSalesCase'], changed: () => void this.#pages.restart() });
  }

  override render() {
    const words = this.words(caseWords);
    const { rows, ready, problem, hasMore, pending } = this.#pages;
    if (!ready)
      return problem
        ? failedState(this.language, problem, () => void this.#pages.retry())
        : pendingState(this.language);
    const mayCreate = this.subject.orderId && can(this.#viewer.value, 'case.submit');
    return html`<div class="stack">
      ${
        rows.length === 0
          ? html`<p class="muted">${words.noneOfOrder}</p>`
          : html`<ul>${repeat(
              rows,
              ({ id }) => id,
              (row) => html`<li>${this.#renderRow(row)}</li>`,
            )}</ul>`
      }
      ${hasMore ? html`<button class="link" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${this.words(kitWords).loadMore}</button>` : nothing}
      ${mayCreate ? html`<div><button class="button" type="button" @click=${() => (this.creating = true)}>${icon('return', 'small')}${words.create}</button></div>` : nothing}
      ${this.creating ? this.#renderForm() : nothing} ${this.moving ? this.#renderMove(this.moving) : nothing}
    </div>`;
  }

  #renderRow(row: ListedCase) {
    const { language } = this;
    return html`<div class="row between"><a class="numeric ellipsis"
      href=${this.#navigation.value.href(`/cases/${row.id}`)}>${row.number}</a><span
      class="numeric">${amountText(row, language)}</span></div>
      <p class="small">${typeName(row.type, language)} · ${goodsText(row)}</p>
      <p class="row wrap"><span
        class="chip ${stateLook(row.state)}">${stateName(row.state, language)}</span>${dueMark(row.dueAt, { language, zone: zoneOf(this.#directory.maybe, row.storeId) })}</p>
      <div><button class="button tight" type="button" aria-label=${this.words(caseWords).move(row.number)}
        @click=${() => void this.#open(row.id)}>${this.words(caseWords).nextStep}${icon('right', 'small')}</button></div>`;
  }

  async #open(id: string): Promise<void> {
    try {
      this.moving = (await this.#client.value.query(afterSalesCase, { id })) ?? undefined;
    } catch (error) {
      toastProblem(this, error, this.language);
    }
  }

  #renderMove(row: CaseItem) {
    const settled = () => {
      this.moving = undefined;
      void this.#pages.restart();
    };
    return html`<desk-admin-dialog open heading=${this.words(caseWords).move(row.number)} @desk-done=${settled}
      @desk-closed=${settled}>
      <desk-admin-case-steps .row=${row}></desk-admin-case-steps>
    </desk-admin-dialog>`;
  }

  #renderForm() {
    const { storeId, orderId, conversationId } = this.subject;
    return html`<desk-admin-lazy .tag=${'desk-admin-case-form'} .load=${() => import('./case-form.ts')}
      .values=${{ storeId, orderId, conversationId: conversationId ?? '' }}
      @desk-created=${() => void this.#pages.restart()}
      @desk-closed=${() => (this.creating = false)}></desk-admin-lazy>`;
  }
}

define('desk-admin-order-cases', DeskOrderCases);
