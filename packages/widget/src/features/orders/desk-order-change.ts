import {
  DeskError,
  ORDER_REQUEST,
  PREVIEW_ORDER_CHANGE,
  REQUEST_ORDER_CHANGE,
  type DeskOrderChange as Change,
  type DeskOrderPreview,
  type DeskOrderRequest,
  type WantedOrderChange,
} from '@shopdesk/core/client';
import { html, LitElement, nothing } from 'lit';
import type { RenderPage } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { askedAs, keepChange, readChange, type ChangeDraft } from './change-draft.ts';
import { addressForm, cancelForm, itemsForm, methodForm, type ChangeFacts, type FormOptions } from './change-forms.ts';
import { sendOrderCard } from '../../self-service/order-card.ts';
import { effectText, loadChange, settledText, wantedOf } from './change-input.ts';
import { addressText } from './order-parts.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { problem, refusalOf } from '../../self-service/problem.ts';
import { why } from '../../self-service/why.ts';
import { Remote } from '../../self-service/remote.ts';
import { askPerson, go } from '../../self-service/service.ts';
import type { OrderService as Service, OrderWords } from './words.ts';

const FORMS = { CANCEL: cancelForm, ADDRESS: addressForm, PAYMENT: methodForm, ITEMS: itemsForm } as const;
type Asked = NonNullable<ChangeDraft['asked']>;

const SETTLE_MS = 2000;

/**
 * A change of an order before dispatch: what is wanted, then exactly what will happen, then once the confirmation.
 *
 * @summary Change of an order.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - Back to the order, or on to a return.
 */
export class DeskOrderChange extends LitElement {
  static override properties = {
    service: { attribute: false },
    orderId: {},
    change: {},
    _draft: { state: true },
    _checked: { state: true },
    _preview: { state: true },
    _busy: { state: true },
    _error: { state: true },
    _outdated: { state: true },
    _request: { state: true },
  };
  static override styles = [base, pageStyles];
  declare service: Service;
  declare orderId: string;
  declare change: Change;
  declare _draft: ChangeDraft;
  declare _checked: boolean;
  declare _preview: { readonly input: WantedOrderChange; readonly said: DeskOrderPreview } | undefined;
  declare _busy: boolean;
  declare _error: unknown;
  declare _outdated: boolean;
  declare _request: DeskOrderRequest | undefined;
  /** What was confirmed to happen. */
  #effects: NonNullable<Asked['effects']> = [];
  #settling: ReturnType<typeof setTimeout> | undefined;
  readonly #facts = new Remote<ChangeFacts>(this, {
    connection: () => this.service.connection,
    load: () => loadChange(this.service, this.orderId, this.change),
  });

  constructor() {
    super();
    this._draft = {};
    this._checked = false;
    this._busy = false;
    this._outdated = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._draft = readChange(this.service.connection, this.orderId, this.change);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#settling);
  }

  override render() {
    const { service } = this;
    const title = service.words.change.titles[this.change];
    return html`<h3 tabindex="-1">${title}</h3>${this.#renderStep()}`;
  }

  #renderStep() {
    const { service } = this;
    if (this._request) return this.#renderResult(this._request);
    const { value, error, again } = this.#facts;
    if (error && !value) return problem(error, { service, onRetry: again });
    if (!value) return html`<p role="status" class="muted">${service.words.loading}</p>`;
    if (this._preview) return this.#renderPreview(value);
    const { asked } = this._draft;
    return asked ? this.#renderUnsure(asked) : this.#renderForm(value);
  }

  /** It was confirmed and the answer was lost with the page: only asking again tells. */
  #renderUnsure(asked: Asked) {
    const { words } = this.service;
    return html`<p class="note warn" role="alert">${words.unsure}</p>${this.#renderError()}
      <div class="buttons">
        <button type="button" class="button" ?disabled=${this._busy}
          @click=${() => this.#keep({ ...this._draft, asked: undefined })}>${words.changeBack}</button>
        <button type="button" class="button main" ?disabled=${this._busy}
          @click=${() => void this.#send(asked)}>${this._busy ? words.working : words.change.confirms[this.change]}</button>
      </div>`;
  }

  #renderForm(facts: ChangeFacts) {
    const { service, _draft: draft } = this;
    const { words } = service;
    const options: FormOptions = {
      facts,
      draft,
      service,
      checked: this._checked,
      onChange: (change) => this.#entered(change),
    };
    return html`<form novalidate @submit=${(event: Event) => void this.#look(event, facts)}>
        ${FORMS[this.change](options)} ${this.#renderError()}
        <button class="button main wide"
          ?disabled=${this._busy}>${this._busy ? words.working : words.change.preview}</button>
      </form>`;
  }

  #renderError() {
    const { service, _error: error } = this;
    if (!error) return nothing;
    return problem(error, {
      service,
      onRetry: () => void this.#again(),
      onAsk: () => this.#askPerson(refusalOf(error, service)?.sentence ?? ''),
    });
  }

  #renderPreview(facts: ChangeFacts) {
    const { service, _preview: preview } = this;
    const { words } = service;
    if (!preview) return nothing;
    const { input, said } = preview;
    const unsure = this._error !== undefined && !(this._error instanceof DeskError);
    return html`${this._outdated ? html`<p class="note warn" role="alert">${words.outdated}</p>` : nothing}
      <h4>${words.change.effects}</h4>
      <ul class="plain">${said.effects.map((effect) => html`<li>${effectText(effect, facts, service)}</li>`)}</ul>
      ${input.address ? html`<p class="note">${words.change.newAddress}: <bdi>${addressText(input.address)}</bdi></p>` : nothing}
      ${said.told.en ? html`<p><bdi>${service.say(said.told)}</bdi></p>` : nothing} ${why(said.clause, service)}
      ${unsure ? html`<p class="note warn">${words.unsure}</p>` : nothing} ${this.#renderError()}
      <div class="buttons">
        <button type="button" class="button" ?disabled=${this._busy} @click=${this.#back}>${words.changeBack}</button>
        <button type="button" class="button main" ?disabled=${this._busy}
          @click=${() => void this.#confirm()}>${this._busy ? words.working : words.change.confirms[this.change]}</button>
      </div>`;
  }

  #renderResult({ state, refusal, clause, shopAway }: DeskOrderRequest) {
    const { service } = this;
    const { words } = service;
    return html`<div class="note" role="status">
        <p class="state">${words.change.states[state]}</p>
        <p>${state === 'DONE' ? this.#doneText() : state === 'ACCEPTED' && shopAway ? words.change.waiting : words.change.results[state]}</p>
        ${refusal ? html`<p><bdi>${service.say(refusal)}</bdi></p>` : nothing}
        ${state === 'REJECTED' || state === 'CONVERTED' ? why(clause, service) : nothing}
      </div>
      <div class="buttons">
        ${state === 'CONVERTED' ? html`<button type="button" class="button main" @click=${() => go(this, { name: 'ask', id: this.orderId })}>${words.change.returnInstead}</button>` : nothing}
        ${state === 'REJECTED' ? html`<button type="button" class="button" @click=${() => this.#askPerson(refusal ? service.say(refusal) : '')}>${words.askPerson}</button>` : nothing}
        <button type="button" class="button"
          @click=${() => go(this, { name: 'order', id: this.orderId })}>${words.change.toOrder}</button>
      </div>`;
  }

  /** What was done, and where the money went that the confirmed effects named. */
  #doneText(): string {
    const { service } = this;
    return [
      service.words.change.done[this.change],
      settledText(this.#effects, this.#facts.value?.methods ?? [], service),
    ]
      .filter(Boolean)
      .join(' ');
  }

  #entered(change: Partial<ChangeDraft>): void {
    this._error = undefined;
    this.#keep({ ...this._draft, ...change, asked: undefined });
  }

  readonly #back = (): void => {
    [this._preview, this._error, this._outdated] = [undefined, undefined, false];
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h3')?.focus());
  };

  #input({ order }: ChangeFacts): WantedOrderChange | undefined {
    return wantedOf(order, { change: this.change, draft: this._draft, conversationId: this.service.conversationId });
  }

  async #look(event: Event, facts: ChangeFacts): Promise<void> {
    event.preventDefault();
    const input = this.#input(facts);
    this._checked = !input;
    if (!input)
      return void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true], .wrong ~ label input, select')?.focus(),
      );
    await this.#showPreview(input);
  }

  async #showPreview(input: WantedOrderChange): Promise<void> {
    await this.#work(async (client) => {
      this._preview = { input, said: await client.query(PREVIEW_ORDER_CHANGE, input) };
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('h3')?.focus();
    });
  }

  async #confirm(): Promise<void> {
    const { _preview: preview } = this;
    if (preview && !this._busy)
      await this.#send({
        ...askedAs(this._draft, preview.input, preview.said.confirmation),
        effects: preview.said.effects,
      });
  }

  /** Once: a second press, a lost answer or a page that was loaded anew come with the same key. */
  async #send(asked: Asked): Promise<void> {
    this._outdated = false;
    this.#effects = asked.effects ?? [];
    this.#keep({ ...this._draft, asked });
    await this.#work(async (client) => {
      try {
        this.#settled(
          await client.mutate(REQUEST_ORDER_CHANGE, {
            input: { ...asked.input, confirmation: asked.confirmation },
            key: asked.key,
          }),
        );
      } catch (error) {
        // Refused is not done: only what got no answer is asked again as it was.
        if (error instanceof DeskError) this.#keep({ ...this._draft, asked: undefined });
        if (!(error instanceof DeskError) || error.code !== 'CONFLICT') throw error;
        this._preview = { input: asked.input, said: await client.query(PREVIEW_ORDER_CHANGE, asked.input) };
        this._outdated = true;
      }
    });
  }

  #keep(draft: ChangeDraft): void {
    this._draft = draft;
    keepChange(this.service.connection, this.orderId, this.change, draft);
  }

  #settled(request: DeskOrderRequest): void {
    keepChange(this.service.connection, this.orderId, this.change, undefined);
    this._request = request;
    const order = this.#facts.value?.order;
    if (order && this.service.conversationId) sendOrderCard(this.service, order);
    this.#follow(request);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h3')?.focus());
  }

  #follow({ id, state }: DeskOrderRequest): void {
    if (state !== 'ACCEPTED' && state !== 'SUBMITTED') return;
    this.#settling = setTimeout(async () => {
      const { connection } = this.service;
      const now = await connection
        .authorised(() => connection.client.query(ORDER_REQUEST, { id }))
        .catch(() => this._request);
      if (!now || !this.isConnected) return;
      this._request = now;
      this.#follow(now);
    }, SETTLE_MS);
  }

  async #again(): Promise<void> {
    if (this._preview) return this.#confirm();
    if (this._draft.asked) return this.#send(this._draft.asked);
    const facts = this.#facts.value;
    const input = facts && this.#input(facts);
    if (input) await this.#showPreview(input);
  }

  async #work(act: (client: Service['connection']['client']) => Promise<void>): Promise<void> {
    const { connection } = this.service;
    [this._busy, this._error] = [true, undefined];
    try {
      await connection.authorised(() => act(connection.client));
    } catch (error) {
      this._error = error;
    }
    this._busy = false;
  }

  #askPerson(rule: string): void {
    const { words } = this.service;
    const order = this.#facts.value?.order.number ?? this.orderId;
    askPerson(this, {
      orderId: this.orderId,
      text: words.handOver(order, words.change.titles[this.change], rule),
    });
  }
}

/** How self-service shows it. */
export const render: RenderPage<OrderWords> = (service, { id, about }) =>
  html`<desk-order-change .service=${service} .orderId=${id} .change=${about}></desk-order-change>`;

define('desk-order-change', DeskOrderChange);
