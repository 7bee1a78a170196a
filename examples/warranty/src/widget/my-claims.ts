import { newId } from '@shopdesk/core/client';
import type { RenderPage } from '@shopdesk/widget';
import { base } from '@shopdesk/widget/elements/base-styles';
import { pageStyles } from '@shopdesk/widget/self-service/page-styles';
import { problem } from '@shopdesk/widget/self-service/problem';
import { Remote } from '@shopdesk/widget/self-service/remote';
import type { Service } from '@shopdesk/widget/self-service/service';
import { css, html, LitElement, nothing } from 'lit';
import { claimWarranty, myClaims, withdrawClaim, type Claim } from './data.ts';
import { warrantyWords } from './words.ts';

/** @summary The customer's claims, and a form for a new one. */
export class MyWarranty extends LitElement {
  static override properties = { service: { attribute: false }, _busy: { state: true }, _failed: { state: true } };
  static override styles = [
    base,
    pageStyles,
    css`
      form {
        display: grid;
        gap: 10px;
        margin-block-start: 16px;
      }
      li {
        padding-block: 10px;
      }
      li .button {
        margin-block-start: 6px;
      }
    `,
  ];
  declare service: Service;
  declare _busy: boolean;
  declare _failed: unknown;
  /** The same claim sent again is one claim. */
  #key = newId();
  readonly #claims = new Remote(this, {
    connection: () => this.service.connection,
    load: () => this.service.connection.client.query(myClaims, {}),
    live: true,
  });

  constructor() {
    super();
    this._busy = false;
  }

  override render() {
    const words = warrantyWords(this.service.locale);
    return html`<h3 tabindex="-1">${words.title}</h3>${this.#renderList()}
      <form @submit=${(event: SubmitEvent) => void this.#claim(event)}>
        <label class="field">${words.product}<input name="product" maxlength="200" required /></label>
        <label class="field">${words.fault}<textarea name="fault" maxlength="1000" rows="3" required></textarea></label>
        ${this._failed ? problem(this._failed, { service: this.service }) : nothing}
        <button class="button main wide" ?disabled=${this._busy}>${words.claim}</button>
      </form>`;
  }

  #renderList() {
    const { service } = this;
    const words = warrantyWords(service.locale);
    const { value, error, again } = this.#claims;
    if (!value)
      return error
        ? problem(error, { service, onRetry: again })
        : html`<p role="status" class="muted">${words.loading}</p>`;
    if (value.nodes.length === 0) return html`<p role="status">${words.empty}</p>`;
    return html`<ul class="list" aria-label=${words.title}>${value.nodes.map((claim) => this.#renderClaim(claim))}</ul>`;
  }

  #renderClaim({ id, product, fault, state, declineReason, repairReport }: Claim) {
    const words = warrantyWords(this.service.locale);
    const told = declineReason ?? repairReport;
    return html`<li>
      <p class="row"><span class="state"><bdi>${product}</bdi></span><span class="badge">${words.states[state]}</span></p>
      <p class="muted"><bdi>${told ?? fault}</bdi></p>
      ${state === 'REQUESTED' ? html`<button type="button" class="button" ?disabled=${this._busy} @click=${() => void this.#do(() => this.service.connection.client.mutate(withdrawClaim, { input: { id } }))}>${words.withdraw}</button>` : nothing}
    </li>`;
  }

  async #claim(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const { product = '', fault = '' } = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const input = { product: product.trim(), fault: fault.trim() };
    if (!(await this.#do(() => this.service.connection.client.mutate(claimWarranty, { input, key: this.#key }))))
      return;
    form.reset();
    this.#key = newId();
  }

  /** Does something once however often it is pressed; answers whether it was done. */
  async #do(work: () => Promise<unknown>): Promise<boolean> {
    if (this._busy) return false;
    [this._busy, this._failed] = [true, undefined];
    try {
      await this.service.connection.authorised(work);
      await this.#claims.run();
      return true;
    } catch (error) {
      this._failed = error;
      return false;
    } finally {
      this._busy = false;
    }
  }
}

/** How self-service shows it. */
export const render: RenderPage = (service) => html`<my-warranty .service=${service}></my-warranty>`;

if (!customElements.get('my-warranty')) customElements.define('my-warranty', MyWarranty);
