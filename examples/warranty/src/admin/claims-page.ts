import { Act, clientContext, DeskElement, define, liveContext, Pages, toast, Use } from '@shopdesk/admin';
import { base } from '@shopdesk/admin/kit/base-style';
import { controls } from '@shopdesk/admin/kit/control-style';
import { textField } from '@shopdesk/admin/kit/field';
import { fieldMessage } from '@shopdesk/admin/kit/problem';
import { problemNotice } from '@shopdesk/admin/kit/problem-notice';
import { states } from '@shopdesk/admin/kit/state-style';
import { emptyState, failedState, pendingState } from '@shopdesk/admin/kit/states';
import { tables } from '@shopdesk/admin/kit/table-style';
import { can } from '@shopdesk/admin/desk/viewer';
import { viewerContext } from '@shopdesk/admin/desk/contexts';
import { RecordWatch } from '@shopdesk/admin/desk/record-watch';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { acceptClaim, claims, declineClaim, type Claim } from './data.ts';
import { claimWords } from './words.ts';

/** @summary All claims, newest first; those that wait are accepted or declined here. */
export class WarrantyClaims extends DeskElement {
  static override properties = { declining: { state: true }, reason: { state: true } };
  static override styles = [base, controls, states, tables];

  /** Id of the claim whose reason is being written. */
  declining = '';
  reason = '';
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #act = new Act(this);
  readonly #pages = new Pages<Claim>(this, {
    key: () => 'all',
    load: async (after) => {
      const { nodes, pageInfo } = await this.#client.value.query(claims, { first: 50, after });
      return { rows: nodes, endCursor: pageInfo.endCursor, hasMore: pageInfo.hasNextPage };
    },
  });

  constructor() {
    super();
    new RecordWatch(this, new Use(this, liveContext), {
      entities: ['WarrantyClaim'],
      changed: () => void this.#pages.restart(),
    });
  }

  async #accept({ id, version }: Claim): Promise<void> {
    if (await this.#act.run(this.#client.value, acceptClaim, { id }, { version })) await this.#done();
  }

  async #decline(event: Event, { id, version }: Claim): Promise<void> {
    event.preventDefault();
    const input = { id, reason: this.reason.trim() };
    if (await this.#act.run(this.#client.value, declineClaim, input, { version })) await this.#done();
  }

  async #done(): Promise<void> {
    [this.declining, this.reason] = ['', ''];
    toast(this, { kind: 'ok', text: this.words(claimWords).done });
    await this.#pages.restart();
  }

  override render() {
    const words = this.words(claimWords);
    return html`<div class="page">
      <h1 tabindex="-1">${words.title}</h1>
      ${this.declining ? nothing : problemNotice(this.#act.problem, this.language)}
      <div class="card table">${this.#renderRows()}</div>
    </div>`;
  }

  #renderRows() {
    const words = this.words(claimWords);
    const { rows, ready, problem, hasMore, pending } = this.#pages;
    if (!ready)
      return problem
        ? failedState(this.language, problem, () => void this.#pages.retry())
        : pendingState(this.language);
    if (rows.length === 0) return emptyState({ icon: 'shield', title: words.empty });
    return html`<table class="stacking">
        <caption class="visually-hidden">${words.title}</caption>
        <thead><tr>${[words.product, words.fault, words.state, words.requested].map((name) => html`<th scope="col">${name}</th>`)}<th scope="col"><span class="visually-hidden">${words.accept}</span></th></tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${words.more}</button></div>` : nothing}`;
  }

  #renderRow(row: Claim) {
    const words = this.words(claimWords);
    const told = row.declineReason ?? row.repairReport;
    return html`<tr>
      <th scope="row" data-label=${words.product}><bdi>${row.product}</bdi></th>
      <td data-label=${words.fault}><bdi>${row.fault}</bdi></td>
      <td data-label=${words.state}><span class="chip">${this.language.code('WarrantyClaimState', row.state)}</span>${told ? html`<br /><bdi>${told}</bdi>` : nothing}</td>
      <td data-label=${words.requested}>${this.language.moment(row.requestedAt)}</td>
      <td>${row.state === 'REQUESTED' && can(this.#viewer.value, 'warranty.decide') ? this.#renderDecision(row) : nothing}</td>
    </tr>`;
  }

  #renderDecision(row: Claim) {
    const words = this.words(claimWords);
    const { busy, problem } = this.#act;
    if (this.declining !== row.id)
      return html`<button class="button tight" type="button" aria-disabled=${busy} @click=${() => void this.#accept(row)}>${words.accept}</button>
        <button class="button plain tight" type="button" @click=${() => (this.declining = row.id)}>${words.decline}</button>`;
    return html`<form novalidate @submit=${(event: Event) => void this.#decline(event, row)}>
      ${problemNotice(problem, this.language)}
      ${textField({ id: 'reason', label: words.reason, value: this.reason, required: true, maxLength: 500, error: fieldMessage(problem, 'reason'), onInput: (reason) => (this.reason = reason) })}
      <button class="button primary" aria-disabled=${busy}>${words.decline}</button>
    </form>`;
  }
}

define('warranty-claims', WarrantyClaims);
