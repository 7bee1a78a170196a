/**
 * @module Adds an identity key. A shared secret is made here, goes to the desk once, is shown once and kept nowhere.
 */
import { html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/copy.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { addIdentityKey, type KeyItem, type StoreItem } from './data.ts';
import { newSecret, SIGNING_SAMPLES, type SampleLanguage } from './signing-samples.ts';
import { storeWords } from './words.ts';

const ALGORITHMS = ['HS256', 'ES256', 'EdDSA'] as const satisfies readonly KeyItem['algorithm'][];

/**
 * @summary Adds an identity key of a store.
 * @event {KeyItem} desk-added - The key is valid; the dialog stays to show the secret.
 */
export class DeskKeyDialog extends DeskElement {
  static override properties = {
    store: { attribute: false },
    known: { attribute: false },
    kid: { state: true },
    algorithm: { state: true },
    publicKey: { state: true },
    secret: { state: true },
    sample: { state: true },
  };
  static override styles = [base, controls];

  declare store: StoreItem;
  /** Ids that are taken. */
  known: readonly string[] = [];
  kid: string | undefined;
  algorithm: KeyItem['algorithm'] = 'HS256';
  publicKey = '';
  /** The secret of the key that was added; its presence is the second step of the dialog. */
  secret = '';
  sample: SampleLanguage = 'Node.js';
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);
  readonly #made = newSecret();

  get #kid(): string {
    if (this.kid !== undefined) return this.kid;
    const stem = `${this.store.key}-${new Date().getFullYear()}`;
    return (
      Array.from({ length: 99 }, (_, index) => `${stem}-${index + 1}`).find((name) => !this.known.includes(name)) ??
      stem
    );
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const shared = this.algorithm === 'HS256';
    const kid = this.#kid;
    const key = await this.#act.run(this.#client.value, addIdentityKey, {
      storeId: this.store.id,
      kid,
      algorithm: this.algorithm,
      material: shared ? this.#made : this.publicKey,
    });
    if (!key) return;
    this.kid = key.kid;
    this.tell('desk-added', key);
    if (shared) this.secret = this.#made;
    else this.#leave();
  }

  #leave(): void {
    const dialog = this.renderRoot.querySelector('desk-admin-dialog');
    if (dialog) dialog.open = false;
  }

  override render() {
    return this.secret ? this.#renderSecret() : this.#renderForm();
  }

  #renderForm() {
    const words = this.words(storeWords);
    const { problem, busy } = this.#act;
    const taken = problem?.code === 'DUPLICATE' ? problem.message : fieldMessage(problem, 'kid');
    return html`<desk-admin-dialog open heading=${words.addKey} ?dirty=${this.publicKey !== ''}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        ${problemNotice(problem, this.language)}
        ${textField({ id: 'kid', label: words.keyId, hint: words.keyIdHint, value: this.#kid, required: true, maxLength: 100, mono: true, error: taken, onInput: (kid) => (this.kid = kid) })}
        ${selectField({ id: 'algorithm', label: words.algorithm, value: this.algorithm, choices: ALGORITHMS.map((value) => ({ value, label: words.algorithms[value] })), onInput: (algorithm) => (this.algorithm = algorithm || 'HS256') })}
        ${this.algorithm === 'HS256' ? nothing : areaField({ id: 'material', label: words.publicKey, value: this.publicKey, required: true, mono: true, rows: 5, maxLength: 4000, error: fieldMessage(problem, 'material'), onInput: (value) => (this.publicKey = value) })}
      </form>
      <button slot="actions" class="button primary" form="form" aria-disabled=${busy}>${words.addKey}</button>
    </desk-admin-dialog>`;
  }

  #renderSecret() {
    const words = this.words(storeWords);
    const samples = Object.keys(SIGNING_SAMPLES) as SampleLanguage[];
    const facts = { kid: this.#kid, audience: this.store.key, issuer: this.store.identityIssuer };
    return html`<desk-admin-dialog open wide fixed heading=${words.keyAdded(this.#kid)}>
      <div class="stack">
        <p class="notice warn">${icon('warning')}<span>${words.secretMade}</span></p>
        <desk-admin-copy .text=${this.secret} label=${words.secret}></desk-admin-copy>
        <h3>${words.sample}</h3>
        ${selectField({ id: 'sample', label: words.sampleLanguages, value: this.sample, choices: samples.map((value) => ({ value, label: value })), onInput: (value) => (this.sample = value || 'Node.js') })}
        <desk-admin-copy .text=${SIGNING_SAMPLES[this.sample](facts)} label=${words.sample}></desk-admin-copy>
      </div>
      <button slot="actions" class="button primary" type="button"
        @click=${() => this.#leave()}>${words.understood}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-key-dialog', DeskKeyDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-key-dialog': DeskKeyDialog;
  }
}
