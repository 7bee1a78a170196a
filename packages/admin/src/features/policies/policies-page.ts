import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { nameOf } from '../../desk/directory.ts';
import '../../desk/lazy.ts';
import { can } from '../../desk/viewer.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { policyInForce, SHIPPED, type InForce, type LayerInForce, type VersionItem } from './data.ts';
import { storeTime } from './version-chip.ts';
import './version-list.ts';
import { policyWords } from './words.ts';

/** @summary Which policy rules in a store, layer by layer, and every version with its state. */
export class DeskPolicies extends DeskElement {
  static override properties = { storeId: { state: true }, drafting: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    css`
      .layers {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
        gap: 0.875rem;
        align-items: start;
      }
      .layer-head {
        display: grid;
        gap: 0.25rem;
      }
      summary {
        cursor: pointer;
        color: var(--ink-2);
      }
      .tables {
        display: grid;
        margin-block-start: 0.5rem;
      }
      .tables li {
        display: flex;
        justify-content: space-between;
        gap: 0.5rem;
        padding-block: 0.1875rem;
        border-block-start: 1px solid var(--line);
      }
      .store {
        max-inline-size: 20rem;
      }
    `,
  ];

  storeId = '';
  drafting = false;
  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #inForce = new Loader(this, {
    args: () => (this.#store() ? ([this.#store()?.id ?? ''] as const) : undefined),
    load: ([storeId]) => this.#client.value.query(policyInForce, { storeId }),
  });

  #stores() {
    return [...(this.#directory.maybe?.stores.values() ?? [])];
  }

  #store() {
    const stores = this.#stores();
    return stores.find(({ id }) => id === this.storeId) ?? stores[0];
  }

  override render() {
    const words = this.words(policyWords);
    const store = this.#store();
    const stores = this.#stores().map(({ id, name }) => ({ value: id, label: name }));
    return html`<div class="page">
      <div class="page-head">
        <h1>${words.title}</h1>
        ${can(this.#viewer.value, 'policy.draft') ? html`<button class="button primary" type="button" @click=${() => (this.drafting = true)}>${icon('plus')}${words.newDraft}</button>` : nothing}
      </div>
      ${stores.length > 1 ? html`<div class="store">${selectField({ id: 'store', label: words.store, value: store?.id ?? '', choices: stores, onInput: (id) => (this.storeId = id) })}</div>` : nothing}
      <h2>${words.inForce}${store ? html` <span class="muted">· ${store.name}</span>` : nothing}</h2>
      ${loaded(this.#inForce, this.language, (answer) => this.#renderLayers(answer))}
      ${this.#inForce.value || this.#inForce.problem ? html`<desk-admin-policy-versions></desk-admin-policy-versions>` : nothing}
      ${
        this.drafting && store
          ? html`<desk-admin-lazy .tag=${'desk-admin-policy-draft-dialog'} .load=${() => import('./draft-dialog.ts')}
            .values=${{ storeId: store.id }}
            @desk-drafted=${({ detail }: CustomEvent<VersionItem>) => this.#navigation.value.go(`/policies/${detail.id}`)}
            @desk-closed=${() => (this.drafting = false)}></desk-admin-lazy>`
          : nothing
      }
    </div>`;
  }

  #renderLayers({ layers }: InForce) {
    const words = this.words(policyWords);
    return html`<div class="layers">
      ${repeat(
        layers,
        ({ version }) => version,
        (layer) => this.#renderLayer(layer),
      )}
      ${layers.some(({ layer }) => layer === 'PROMISE') ? nothing : html`<section class="card padded"><div class="layer-head"><span class="muted small">${this.language.code('PolicyLayer', 'PROMISE')}</span><p class="muted">${words.noPromise}</p></div></section>`}
    </div>`;
  }

  #renderLayer(layer: LayerInForce) {
    const { language } = this;
    const words = this.words(policyWords);
    const directory = this.#directory.value;
    const zone = this.#store()?.timeZone;
    const shipped = layer.version.startsWith(SHIPPED);
    const title = language.of(layer.name);
    return html`<section class="card padded"
      aria-label=${`${this.language.code('PolicyLayer', layer.layer)}: ${title}`}>
      <div class="layer-head">
        <span class="muted small row">${layer.layer === 'STATUTORY' ? icon('lock', 'small') : nothing}
        ${this.language.code('PolicyLayer', layer.layer)}</span>
        <h3><a href=${this.#navigation.value.href(`/policies/${layer.version}`)}>${layer.number === null ? title : words.versionOf(title, layer.number)}</a></h3>
        <span class="small muted">${shipped ? `${words.shipped} · ${words.asOf(layer.asOf)}` : layer.effectiveFrom ? words.since(storeTime(layer.effectiveFrom, language, zone)) : ''}</span>
        ${shipped ? nothing : html`<span class="small muted">${words.writtenBy(nameOf(directory, layer.authorId))} · ${words.approvedBy(nameOf(directory, layer.approverId))}</span>`}
      </div>
      <details><summary>${words.tableCount(layer.tables.length)} · ${words.ruleCount(layer.tables.reduce((sum, { rows }) => sum + rows, 0))}</summary><ul class="tables">${layer.tables.map((table) => html`<li><span>${language.of(table.title)}</span><span class="muted small numeric">${words.ruleCount(table.rows)}</span></li>`)}</ul></details>
    </section>`;
  }
}

define('desk-admin-policies', DeskPolicies);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policies': DeskPolicies;
  }
}
