import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { textField } from '../../kit/field.ts';
import { Loader } from '../../kit/loader.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { browserZone, countryField, likelyCountry } from './country-field.ts';
import { countryProposal, createStore } from './data.ts';
import { storeWords } from './words.ts';

/** A key made of a name: what is not allowed in keys becomes a hyphen. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/**
 * @summary Adds a store.
 * @event {StoreItem} desk-added - It is there.
 */
export class DeskStoreDialog extends DeskElement {
  static override properties = { name: { state: true }, key: { state: true }, country: { state: true } };
  static override styles = [base, controls];

  name = '';
  key: string | undefined;
  country = likelyCountry();
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  readonly #proposal = new Loader(this, {
    args: () => (this.country ? ([this.country, browserZone()] as const) : undefined),
    load: ([country, near]) => this.#client.value.query(countryProposal, { country, near }),
  });

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { locale } = this.language;
    const store = await this.#act.run(this.#client.value, createStore, {
      name: this.name,
      key: this.key ?? keyOf(this.name),
      locale,
      ...(this.country ? { country: this.country } : {}),
      ...this.#proposal.value,
    });
    if (store) return void this.tell('desk-added', store);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(storeWords);
    const { problem, busy } = this.#act;
    const taken = problem?.code === 'DUPLICATE' ? problem.message : fieldMessage(problem, 'key');
    return html`<desk-admin-dialog open heading=${words.add} ?dirty=${this.name !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        ${countryField({ language: this.language, value: this.country, error: fieldMessage(problem, 'country'), onInput: (country) => (this.country = country) })}
        ${this.#renderProposal()}
        ${textField({ id: 'name', label: words.name, value: this.name, required: true, maxLength: 200, error: fieldMessage(problem, 'name'), onInput: (name) => (this.name = name) })}
        ${textField({ id: 'key', label: words.key, hint: words.keyHint, value: this.key ?? keyOf(this.name), required: true, maxLength: 63, mono: true, error: taken, onInput: (key) => (this.key = key) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.add}</button>
    </desk-admin-dialog>`;
  }

  #renderProposal() {
    const { value } = this.#proposal;
    if (!this.country || !value) return nothing;
    const law = this.language.code('StoreRegion', value.region);
    return html`<p class="muted"
      role="status">${this.words(storeWords).proposal(value.timeZone, value.currency, law)}</p>`;
  }
}

define('desk-admin-store-dialog', DeskStoreDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-store-dialog': DeskStoreDialog;
  }
}
