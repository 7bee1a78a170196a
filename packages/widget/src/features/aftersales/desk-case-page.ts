import {
  AVAILABLE_ACTIONS,
  CASE,
  CASE_STEPS,
  DeskError,
  newId,
  SHOP_ACCOUNT,
  type DeskCase,
  type DeskCaseStep,
  type DeskPaymentMethod,
} from '@shopdesk/core/client';
import { hasVisible, isTrackingNumber, trackingNumber } from '@shopdesk/core/text';
import { html, LitElement, nothing } from 'lit';
import type { RenderPage } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { valueOf } from '../../self-service/choices.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { problem } from '../../self-service/problem.ts';
import { Remote } from '../../self-service/remote.ts';
import { askPerson, go } from '../../self-service/service.ts';
import type { CaseService as Service, CaseWords } from './words.ts';
import { markSeen } from './case-news.ts';
import { about, course, standing } from './case-parts.ts';
import { NEEDS_REASON, possibleSteps, takeStep, type CaseStep, type StepEntry } from './case-steps.ts';

interface Shown {
  readonly shown: DeskCase;
  readonly steps: readonly CaseStep[];
  readonly past: readonly DeskCaseStep[];
  readonly methods: readonly DeskPaymentMethod[];
}

const NOTHING: StepEntry = { carrier: '', waybill: '', reason: '' };

/**
 * One case: how it stands, by when what is due, and what the customer can do.
 *
 * @summary Page of an after-sales case.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - Its order was asked for.
 */
export class DeskCasePage extends LitElement {
  static override properties = {
    service: { attribute: false },
    caseId: {},
    _step: { state: true },
    _entry: { state: true },
    _checked: { state: true },
    _busy: { state: true },
    _error: { state: true },
  };
  static override styles = [base, pageStyles];
  declare service: Service;
  declare caseId: string;
  declare _step: CaseStep | undefined;
  declare _entry: StepEntry;
  declare _checked: boolean;
  declare _busy: boolean;
  declare _error: unknown;
  /** Of the step that is confirmed now; a lost answer is asked for again under the same. */
  #key = '';
  #methods: readonly DeskPaymentMethod[] | undefined;
  readonly #remote = new Remote<Shown>(this, {
    connection: () => this.service.connection,
    load: () => this.#load(),
    live: true,
    onLoaded: ({ shown }) => markSeen(this.service.connection, shown),
  });

  constructor() {
    super();
    this._entry = NOTHING;
    this._checked = false;
    this._busy = false;
  }

  override render() {
    const { service } = this;
    const { words } = service;
    const { value, error, again } = this.#remote;
    // One heading before and after loading: it has the focus.
    return html`<h3 tabindex="-1"><bdi>${value ? words.cases.heading(value.shown.number) : words.cases.title}</bdi></h3>
      ${error ? problem(error, { service, onRetry: again }) : nothing}
      ${value ? this.#renderCase(value) : error ? nothing : html`<p role="status" class="muted">${words.loading}</p>`}`;
  }

  #renderCase({ shown, steps, past, methods }: Shown) {
    const { service } = this;
    const { words } = service;
    return html`<div aria-live="polite">${standing(shown, methods, service)}</div>
      ${this._step && steps.includes(this._step) ? this.#renderForm(this._step) : this.#renderSteps(steps)}
      <h4>${words.flow.summary}</h4>
      ${about(shown, service)}
      <h4>${words.cases.course}</h4>
      ${course(past, service)}
      <p class="muted">${service.zoneNote}</p>
      <div class="buttons">
        <button type="button" class="button"
          @click=${() => go(this, { name: 'order', id: shown.orderId })}><bdi>${words.cases.ofOrder(shown.orderNumber)}</bdi></button>
        <button type="button" class="button" @click=${() => this.#ask(shown)}>${words.askPerson}</button>
      </div>`;
  }

  #renderSteps(steps: readonly CaseStep[]) {
    const { words } = this.service;
    if (steps.length === 0) return nothing;
    return html`<div
      class="buttons">${steps.map((step, index) => html`<button type="button" class="button ${index === 0 && step !== 'withdrawCase' ? 'main' : ''}" @click=${() => this.#begin(step)}>${words.cases.actions[step]}</button>`)}</div>`;
  }

  #renderForm(step: CaseStep) {
    const { service, _error: error } = this;
    const { words } = service;
    return html`<form novalidate @submit=${(event: Event) => void this.#send(event, step)}>
      <h4>${words.cases.actions[step]}</h4>
      ${step === 'shipReturn' ? this.#renderWaybill() : html`<p>${words.cases.explains[step]}</p>`}
      ${NEEDS_REASON.includes(step) || step === 'withdrawCase' ? this.#renderReason(step) : nothing}
      ${error instanceof DeskError || error === undefined ? nothing : html`<p class="note warn">${words.unsure}</p>`}
      ${error ? problem(error, { service }) : nothing}
      <div class="buttons">
        <button type="button" class="button" ?disabled=${this._busy}
          @click=${() => (this._step = undefined)}>${words.notNow}</button>
        <button class="button main" ?disabled=${this._busy}>${this._busy ? words.working : words.confirm}</button>
      </div>
    </form>`;
  }

  #renderWaybill() {
    const { words } = this.service;
    const field = (name: 'carrier' | 'waybill', hint = '') => {
      const wrong = this._checked && !this.#isRight(name);
      return html`<label class="field">${words.cases[name]}<input name=${name} maxlength="100" autocomplete="off"
        aria-invalid=${wrong} .value=${this._entry[name]} @input=${(event: Event) => this.#enter({ [name]: valueOf(event).trim() })} />
        ${hint ? html`<span class=${wrong ? 'wrong' : 'muted'}>${hint}</span>` : wrong ? html`<span class="wrong">${words.required}</span>` : nothing}</label>`;
    };
    return html`${field('carrier')}${field('waybill', words.cases.waybillHint)}`;
  }

  #renderReason(step: CaseStep) {
    const { words } = this.service;
    const wrong = this._checked && NEEDS_REASON.includes(step) && !hasVisible(this._entry.reason);
    return html`<label
      class="field">${NEEDS_REASON.includes(step) ? words.cases.why : words.cases.whyOptional}<textarea name="reason"
      rows="3" maxlength="500" dir="auto" aria-invalid=${wrong} .value=${this._entry.reason} @input=${(event: Event) => this.#enter({ reason: valueOf(event) })}></textarea>
      ${wrong ? html`<span class="wrong">${words.required}</span>` : nothing}</label>`;
  }

  #begin(step: CaseStep): void {
    [this._step, this._entry, this._checked, this._error, this.#key] = [step, NOTHING, false, undefined, newId()];
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('form input, form textarea, form .main')?.focus(),
    );
  }

  #enter(entry: Partial<StepEntry>): void {
    this._entry = { ...this._entry, ...entry };
    this.#key = newId();
  }

  #isRight(name: keyof StepEntry): boolean {
    return name === 'waybill' ? isTrackingNumber(trackingNumber(this._entry.waybill)) : hasVisible(this._entry[name]);
  }

  async #load(): Promise<Shown> {
    const { client } = this.service.connection;
    const { caseId: id } = this;
    // The shop may be down; then the way back of the money has no name, and all else is there.
    const account = this.#methods
      ? undefined
      : client.query(SHOP_ACCOUNT, {}).then(
          ({ paymentMethods }) => (this.#methods = paymentMethods),
          () => undefined,
        );
    const [shown, actions, { nodes: past }] = await Promise.all([
      client.query(CASE, { id }),
      client.query(AVAILABLE_ACTIONS, { entity: 'AfterSalesCase', id }),
      client.query(CASE_STEPS, { filter: { caseId: { eq: id } }, orderBy: 'AT_DESC' }),
      account,
    ]);
    if (!shown) throw new DeskError({ code: 'NOT_FOUND', message: '' });
    return { shown, steps: possibleSteps(actions, shown), past, methods: this.#methods ?? [] };
  }

  async #send(event: Event, step: CaseStep): Promise<void> {
    event.preventDefault();
    const needed: readonly (keyof StepEntry)[] =
      step === 'shipReturn' ? ['carrier', 'waybill'] : NEEDS_REASON.includes(step) ? ['reason'] : [];
    this._checked = needed.some((name) => !this.#isRight(name));
    if (this._checked)
      return void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(),
      );
    if (this._busy) return;
    const { connection } = this.service;
    [this._busy, this._error] = [true, undefined];
    try {
      await connection.authorised(() =>
        takeStep(connection.client, step, { id: this.caseId, key: this.#key, entry: this._entry }),
      );
      this._step = undefined;
      await this.#remote.run();
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
    } catch (error) {
      this._error = error;
    }
    this._busy = false;
  }

  #ask({ orderId, orderNumber, number, type, state }: DeskCase): void {
    const { words } = this.service;
    askPerson(this, {
      orderId,
      text: words.handOver(
        orderNumber,
        `${words.cases.heading(number)}, ${words.caseTypes[type]}, ${words.caseStates[state]}`,
        '',
      ),
    });
  }
}

/** How self-service shows it. */
export const render: RenderPage<CaseWords> = (service, { id }) =>
  html`<desk-case-page .service=${service} .caseId=${id}></desk-case-page>`;

define('desk-case-page', DeskCasePage);
