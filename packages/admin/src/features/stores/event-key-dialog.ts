/**
 * @module Adds a key of shop events. The secret is made here, goes to the desk once, is shown once and kept nowhere.
 */
import { html } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/copy.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import type { StoreItem } from './data.ts';
import { addShopEventKey, eventsAddress, newEventSecret, sampleOf } from './event-keys.ts';
import { shopEventWords } from './event-words.ts';

/**
 * @summary Adds a shop event key of a store.
 * @event {EventKeyItem} desk-added - The key is valid; the dialog stays to show the secret.
 */
export class DeskShopEventKeyDialog extends DeskElement {
  static override properties = {
    store: { attribute: false },
    known: { attribute: false },
    name: { state: true },
    added: { state: true },
  };
  static override styles = [base, controls];

  declare store: StoreItem;
  /** Names that are taken. */
  known: readonly string[] = [];
  name: string | undefined;
  /** The key is there: the second step of the dialog. */
  added = false;
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  readonly #secret = newEventSecret();

  get #name(): string {
    if (this.name !== undefined) return this.name;
    const stem = `${this.store.key}-events`;
    return (
      Array.from({ length: 99 }, (_, index) => `${stem}-${index + 1}`).find((name) => !this.known.includes(name)) ??
      stem
    );
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const key = await this.#act.run(this.#client.value, addShopEventKey, {
      storeId: this.store.id,
      name: this.#name,
      secret: this.#secret,
    });
    if (!key) return;
    this.name = key.name;
    this.added = true;
    this.tell('desk-added', key);
  }

  #leave(): void {
    const dialog = this.renderRoot.querySelector('desk-admin-dialog');
    if (dialog) dialog.open = false;
  }

  override render() {
    return this.added ? this.#renderSecret() : this.#renderForm();
  }

  #renderForm() {
    const words = this.words(shopEventWords);
    const { problem, busy } = this.#act;
    const taken = problem?.code === 'DUPLICATE' ? problem.message : fieldMessage(problem, 'name');
    return html`<desk-admin-dialog open heading=${words.addKey}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        ${textField({ id: 'name', label: words.name, hint: words.nameHint, value: this.#name, required: true, maxLength: 100, error: taken, onInput: (name) => (this.name = name) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.addKey}</button>
    </desk-admin-dialog>`;
  }

  #renderSecret() {
    const words = this.words(shopEventWords);
    return html`<desk-admin-dialog open wide fixed heading=${words.keyAdded(this.#name)}>
      <div class="stack">
        <p class="notice warn">${icon('warning')}<span>${words.secretMade}</span></p>
        <desk-admin-copy .text=${this.#secret} label=${words.secret}></desk-admin-copy>
        <h3>${words.sample}</h3>
        <desk-admin-copy .text=${sampleOf(eventsAddress(this.#client.value.url, this.store.key))}
          label=${words.sample}></desk-admin-copy>
      </div>
      <button slot="actions" class="button primary" type="button"
        @click=${() => this.#leave()}>${words.understood}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-shop-event-key-dialog', DeskShopEventKeyDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-shop-event-key-dialog': DeskShopEventKeyDialog;
  }
}
