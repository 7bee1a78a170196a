/**
 * @module Where a shop posts its events, and the keys with which it signs them: added with the secret shown once,
 * revoked.
 */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../../desk/lazy.ts';
import { Act } from '../../desk/act.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/copy.ts';
import '../../kit/dialog.ts';
import { define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { paged, Pages } from '../../kit/pages.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { toast } from '../../kit/toast.ts';
import { StoreSection } from './store-section.ts';
import { eventsAddress, revokeShopEventKey, shopEventKeys, type EventKeyItem } from './event-keys.ts';
import { shopEventWords } from './event-words.ts';

/** @summary How the shop tells the desk what happens to its orders. */
export class DeskStoreEvents extends StoreSection {
  static override properties = { ...StoreSection.properties, adding: { state: true }, revoking: { state: true } };
  static override styles = [base, controls, states, tables];

  adding = false;
  revoking: EventKeyItem | undefined;
  readonly #revoke = new Act(this);
  readonly #keys = new Pages<EventKeyItem>(this, {
    key: () => (this.mayChange ? this.store?.id : undefined),
    load: async (after) => {
      return paged(
        await this.client.value.query(shopEventKeys, {
          filter: { storeId: { eq: this.store.id } },
          first: 50,
          after,
        }),
      );
    },
  });

  async #confirmRevoke(): Promise<void> {
    const key = this.revoking;
    const gone = key && (await this.#revoke.run(this.client.value, revokeShopEventKey, { id: key.id }));
    if (!gone) return;
    this.revoking = undefined;
    this.#keys.change(this.#keys.rows.map((other) => (other.id === gone.id ? gone : other)));
    toast(this, { kind: 'ok', text: this.words(shopEventWords).revoked(gone.name) });
  }

  override render() {
    const words = this.words(shopEventWords);
    if (!this.mayChange) return html`<p class="notice">${icon('info')}<span>${words.readOnly}</span></p>`;
    return html`<div class="stack">
      <div class="page-head"><p class="muted grow">${words.text}</p><button class="button primary" type="button"
        @click=${() => (this.adding = true)}>${icon('plus')}${words.addKey}</button></div>
      <h2>${words.address}</h2>
      <desk-admin-copy .text=${eventsAddress(this.client.value.url, this.store.key)}
        label=${words.address}></desk-admin-copy>
      <div class="card table">${this.#renderKeys()}</div>
      ${this.adding ? this.#renderAdd() : nothing} ${this.revoking ? this.#renderRevoke(this.revoking) : nothing}
    </div>`;
  }

  #renderKeys() {
    const words = this.words(shopEventWords);
    const { rows, ready, problem, hasMore } = this.#keys;
    if (!ready)
      return problem ? failedState(this.language, problem, () => void this.#keys.retry()) : pendingState(this.language);
    if (rows.length === 0) return emptyState({ icon: 'key', title: words.noKeys, text: words.noKeysText });
    return html`<table class="stacking">
        <caption class="visually-hidden">${words.keys}</caption>
        <thead><tr>${[words.name, words.state, words.created].map((name) => html`<th scope="col">${name}</th>`)}<th
          scope="col"><span class="visually-hidden">${words.revoke}</span></th></tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (key) => this.#renderKey(key),
        )}</tbody>
      </table>
      ${hasMore ? html`<div class="more"><button class="button" type="button" @click=${() => void this.#keys.more()}>${words.more}</button></div>` : nothing}`;
  }

  #renderKey(key: EventKeyItem) {
    const { language } = this;
    const words = this.words(shopEventWords);
    return html`<tr>
      <th scope="row" data-label=${words.name}>${key.name}</th>
      <td data-label=${words.state}><span>${key.revokedAt ? html`<span class="chip danger">${words.revokedAt} ${language.moment(key.revokedAt)}</span>` : html`<span class="chip ok">${icon('check', 'small')}${words.valid}</span>`}</span></td>
      <td data-label=${words.created}>${language.moment(key.createdAt)}</td>
      <td>${key.revokedAt ? nothing : html`<button class="button tight" type="button" aria-label=${words.revokeKey(key.name)} @click=${() => (this.revoking = key)}>${words.revoke}</button>`}</td>
    </tr>`;
  }

  #renderAdd() {
    return html`<desk-admin-lazy .tag=${'desk-admin-shop-event-key-dialog'}
      .load=${() => import('./event-key-dialog.ts')} .values=${{ store: this.store, known: this.#keys.rows.map(({ name }) => name) }}
      @desk-added=${() => void this.#keys.restart()} @desk-closed=${() => (this.adding = false)}></desk-admin-lazy>`;
  }

  #renderRevoke(key: EventKeyItem) {
    const words = this.words(shopEventWords);
    return html`<desk-admin-dialog open heading=${words.revokeTitle(key.name)}
      @desk-closed=${() => (this.revoking = undefined)}>
      <div class="stack">${problemNotice(this.#revoke.problem, this.language)}<p>${words.revokeText}</p></div>
      <button slot="actions" class="button danger" type="button" aria-disabled=${this.#revoke.busy}
        @click=${() => void this.#confirmRevoke()}>${words.revoke}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-store-events', DeskStoreEvents);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-store-events': DeskStoreEvents;
  }
}
