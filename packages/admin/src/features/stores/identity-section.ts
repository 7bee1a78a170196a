/**
 * @module The keys with which a shop's backend signs who its customer is: added with the secret shown once, revoked.
 */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../../desk/lazy.ts';
import { Act } from '../../desk/act.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { identityKeys, revokeIdentityKey, type KeyItem } from './data.ts';
import { StoreSection } from './store-section.ts';
import { storeWords } from './words.ts';

export class DeskStoreIdentity extends StoreSection {
  static override properties = { ...StoreSection.properties, adding: { state: true }, revoking: { state: true } };
  static override styles = [base, controls, states, tables];

  adding = false;
  revoking: KeyItem | undefined;
  readonly #revoke = new Act(this);
  readonly #keys = new Pages<KeyItem>(this, {
    key: () => (this.mayChange ? this.store?.id : undefined),
    load: async (after) => {
      return paged(
        await this.client.value.query(identityKeys, {
          filter: { storeId: { eq: this.store.id } },
          first: 50,
          after,
        }),
      );
    },
  });

  async #confirmRevoke(): Promise<void> {
    const key = this.revoking;
    const gone = key && (await this.#revoke.run(this.client.value, revokeIdentityKey, { id: key.id }));
    if (!gone) return;
    this.revoking = undefined;
    this.#keys.change(this.#keys.rows.map((other) => (other.id === gone.id ? gone : other)));
    toast(this, { kind: 'ok', text: this.words(storeWords).revoked(gone.kid) });
  }

  override render() {
    const words = this.words(storeWords);
    if (!this.mayChange) return html`<p class="notice">${icon('info')}<span>${words.readOnly}</span></p>`;
    return html`<div class="stack">
      <div class="page-head"><p class="muted grow">${words.keysText}</p><button class="button primary" type="button"
        @click=${() => (this.adding = true)}>${icon('plus')}${words.addKey}</button></div>
      <div class="card table">${this.#renderKeys()}</div>
      ${this.adding ? this.#renderAdd() : nothing} ${this.revoking ? this.#renderRevoke(this.revoking) : nothing}
    </div>`;
  }

  #renderKeys() {
    const words = this.words(storeWords);
    const { rows, ready, problem, hasMore } = this.#keys;
    if (!ready)
      return problem ? failedState(this.language, problem, () => void this.#keys.retry()) : pendingState(this.language);
    if (rows.length === 0) return emptyState({ icon: 'key', title: words.noKeys, text: words.noKeysText });
    return html`<table class="stacking">
        <caption class="visually-hidden">${words.tabs.identity}</caption>
        <thead><tr>${[words.keyId, words.algorithm, words.state, words.created].map((name) => html`<th scope="col">${name}</th>`)}<th scope="col"><span class="visually-hidden">${words.revoke}</span></th></tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (key) => this.#renderKey(key),
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" @click=${() => void this.#keys.more()}>${words.more}</button></div>` : nothing}`;
  }

  #renderKey(key: KeyItem) {
    const { language } = this;
    const words = this.words(storeWords);
    return html`<tr>
      <th scope="row" data-label=${words.keyId}><span class="mono">${key.kid}</span></th>
      <td data-label=${words.algorithm}>${key.algorithm}</td>
      <td data-label=${words.state}><span>${key.revokedAt ? html`<span class="chip danger">${words.revokedAt} ${language.moment(key.revokedAt)}</span>` : html`<span class="chip ok">${icon('check', 'small')}${words.valid}</span>`}</span></td>
      <td data-label=${words.created}>${language.moment(key.createdAt)}</td>
      <td>${key.revokedAt ? nothing : html`<button class="button tight" type="button" aria-label=${words.revokeKey(key.kid)} @click=${() => (this.revoking = key)}>${words.revoke}</button>`}</td>
    </tr>`;
  }

  #renderAdd() {
    return html`<desk-admin-lazy .tag=${'desk-admin-key-dialog'} .load=${() => import('./key-dialog.ts')}
      .values=${{ store: this.store, known: this.#keys.rows.map(({ kid }) => kid) }}
      @desk-added=${() => void this.#keys.restart()} @desk-closed=${() => (this.adding = false)}></desk-admin-lazy>`;
  }

  #renderRevoke(key: KeyItem) {
    const words = this.words(storeWords);
    return html`<desk-admin-dialog open heading=${words.revokeTitle(key.kid)}
      @desk-closed=${() => (this.revoking = undefined)}>
      <div class="stack">${problemNotice(this.#revoke.problem, this.language)}<p>${words.revokeText}</p></div>
      <button slot="actions" class="button danger" type="button" aria-disabled=${this.#revoke.busy}
        @click=${() => void this.#confirmRevoke()}>${words.revoke}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-store-identity', DeskStoreIdentity);
