/**
 * @module Approves several cases after one look at all of them. Each is an action of its own, with its own key and the
 * version that was shown, so that a lost answer is repeated without harm and a case that changed is left alone.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { newId } from '@shopdesk/core/client';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemOf } from '../../kit/problem.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { approveCase, previewApprovals, type Approval } from './data.ts';
import { roleName } from './names.ts';
import { caseWords } from './words.ts';

type Result =
  | { readonly state: 'approved' }
  | { readonly state: 'refused'; readonly code: string; readonly message: string };

/** @summary A look at several approvals, and their results. */
export class DeskBulkApprove extends DeskElement {
  static override properties = { ids: { attribute: false }, results: { state: true }, phase: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      td:last-child {
        max-inline-size: 20rem;
      }
    `,
  ];

  ids: readonly string[] = [];
  results: ReadonlyMap<string, Result> = new Map();
  phase: 'look' | 'run' | 'stopped' | 'offline' | 'done' = 'look';
  /** One key per case, kept over a lost answer. */
  readonly #keys = new Map<string, string>();
  readonly #client = new Use(this, clientContext);
  readonly #looked = new Loader(this, {
    // By the ids, not their list: the page behind is drawn anew whenever a case changes, and that is no new look.
    args: () => (this.ids.length > 0 ? this.ids : undefined),
    load: async (ids) => (await this.#client.value.query(previewApprovals, { ids })).cases,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.phase === 'run') this.phase = 'stopped';
  }

  get #allowed(): readonly Approval[] {
    return (this.#looked.value ?? []).filter(({ allowed }) => allowed);
  }

  get #left(): readonly Approval[] {
    return this.#allowed.filter(({ caseId }) => !this.results.has(caseId));
  }

  async #run(): Promise<void> {
    this.phase = 'run';
    for (const approval of this.#left) {
      if (this.phase !== 'run') return;
      const result = await this.#approve(approval);
      if (!result) {
        this.phase = 'offline';
        return;
      }
      this.results = new Map([...this.results, [approval.caseId, result]]);
    }
    if (this.phase === 'run') this.phase = 'done';
  }

  /** Undefined: the desk did not answer, so nobody knows; the same key is sent again. */
  async #approve({ caseId, version }: Approval): Promise<Result | undefined> {
    const key = this.#keys.get(caseId) ?? newId();
    this.#keys.set(caseId, key);
    try {
      await this.#client.value.mutate(approveCase, { input: { id: caseId }, key, version });
      return { state: 'approved' };
    } catch (error) {
      const { code, message } = problemOf(error);
      return code === 'SERVICE_UNAVAILABLE' || code === 'RATE_LIMITED'
        ? undefined
        : { state: 'refused', code, message };
    }
  }

  override render() {
    const words = this.words(caseWords);
    return html`<desk-admin-dialog open wide heading=${words.bulkTitle} ?fixed=${this.phase === 'run'}>
      ${loaded(this.#looked, this.language, (cases) => this.#renderCases(cases))} ${this.#looked.value ? this.#renderButtons() : nothing}
    </desk-admin-dialog>`;
  }

  #renderCases(cases: readonly Approval[]) {
    const words = this.words(caseWords);
    return html`<div class="stack">
      <p role="status">${this.#say()}</p>
      <div class="table"><table class="stacking">
        <caption class="visually-hidden">${words.bulkTitle}</caption>
        <thead><tr><th scope="col">${words.number}</th><th scope="col">${words.amount}</th><th
          scope="col">${words.state}</th></tr></thead>
        <tbody>${repeat(
          cases,
          ({ caseId }) => caseId,
          (approval) => this.#renderCase(approval),
        )}</tbody>
      </table></div>
    </div>`;
  }

  #say() {
    const words = this.words(caseWords);
    const results = [...this.results.values()];
    const done = results.filter(({ state }) => state === 'approved').length;
    const allowed = this.#allowed;
    if (this.phase === 'offline') return words.bulkOffline;
    if (this.phase === 'stopped') return words.bulkStopped(this.#left.length);
    if (this.phase === 'done') return words.bulkDone(done, results.length - done);
    if (allowed.length === 0) return words.bulkNone;
    return words.bulkText(allowed.length, this.#sum(allowed));
  }

  #sum(allowed: readonly Approval[]): string {
    const sums = new Map<string, number>();
    for (const { amount, currency } of allowed) sums.set(currency, (sums.get(currency) ?? 0) + (amount ?? 0));
    return this.language.list([...sums].map(([currency, amount]) => this.language.money({ amount, currency })));
  }

  #renderCase({ caseId, number, amount, currency, allowed, code, approver, clause }: Approval) {
    const words = this.words(caseWords);
    const { language } = this;
    const result = this.results.get(caseId);
    const why = clause ? language.of(clause) : (words.whyNot[code ?? ''] ?? code ?? '');
    const status = result
      ? result.state === 'approved'
        ? html`<span class="chip ok">${icon('check', 'small')}${words.approved}</span>`
        : html`<span class="chip danger">${icon('warning', 'small')}${words.notApproved}</span> <span
          class="small">${words.whyNot[result.code] ?? result.message}</span>`
      : allowed
        ? this.phase === 'look'
          ? html`<span class="chip info">${words.allowed}</span>`
          : html`<span class="chip">${words.waiting}</span>`
        : html`<span class="chip warn">${icon('lock', 'small')}${words.notAllowed}</span> <span
          class="small">${why}${approver ? html` (${words.needs(roleName(approver, language))})` : nothing}</span>`;
    return html`<tr><th scope="row" class="numeric">${number}</th><td data-label=${words.amount}
      class="numeric">${amount === null ? words.toWorkOut : language.money({ amount, currency })}</td><td
      data-label=${words.state}><span>${status}</span></td></tr>`;
  }

  #renderButtons() {
    const words = this.words(caseWords);
    const left = this.#left.length;
    if (this.phase === 'run')
      return html`<button slot="actions" class="button" type="button"
        @click=${() => (this.phase = 'stopped')}>${words.bulkStop}</button>`;
    const again = this.phase === 'stopped' || this.phase === 'offline';
    const close = html`<button slot="actions" class="button" type="button"
      @click=${() => this.tell('desk-closed')}>${this.words(kitWords).close}</button>`;
    return html`${close}${left > 0 && this.phase !== 'done' ? html`<button slot="actions" class="button primary" type="button" @click=${() => void this.#run()}>${again ? words.bulkGoOn : words.bulkConfirm(left)}</button>` : nothing}`;
  }
}

define('desk-admin-bulk-approve', DeskBulkApprove);
