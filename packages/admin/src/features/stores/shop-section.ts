/**
 * @module The shop behind a store: what is connected and how it has answered, a test that really asks it, what it can do,
 * and the way to connect, change or disconnect it.
 */
import { css, html, nothing } from 'lit';
import { Act } from '../../desk/act.ts';

import '../../desk/lazy.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { define } from '../../kit/element.ts';
import { facts } from '../../kit/facts.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import { emptyState, loaded } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { toast } from '../../kit/toast.ts';
import { disconnectShop, shopAdapters, shopState, testShop, type Adapter, type ShopState } from './shop-data.ts';
import { shopWords } from './shop-words.ts';
import { StoreSection } from './store-section.ts';

interface Shown {
  readonly state: ShopState;
  /** None for those who may not connect. */
  readonly adapters: readonly Adapter[];
}

/** After so long a wait is explained. */
const LONG_MS = 4000;

/** @summary Which shop stands behind a store, and how it answers. */
export class DeskStoreShop extends StoreSection {
  static override properties = {
    ...StoreSection.properties,
    form: { state: true },
    leaving: { state: true },
    long: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    facts.style,
    css`
      .can {
        display: grid;
        gap: 0.5rem;
        list-style: none;
      }
      .can li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.5rem;
        align-items: start;
      }
      .can svg {
        margin-block-start: 0.125rem;
      }
      .yes {
        color: var(--ok);
      }
      .no {
        color: var(--ink-3);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ];

  form = false;
  leaving = false;
  /** The test under way takes longer than people expect. */
  long = false;
  readonly #test = new Act(this);
  readonly #leave = new Act(this);
  readonly #shop = new Loader(this, {
    args: () => (this.store ? ([this.store.id, this.mayChange] as const) : undefined),
    load: async ([storeId, mayChange]): Promise<Shown> => {
      const client = this.client.value;
      const [state, { adapters }] = await Promise.all([
        client.query(shopState, { storeId }),
        mayChange ? client.query(shopAdapters, {}) : { adapters: [] },
      ]);
      return { state, adapters };
    },
  });

  async #ask(): Promise<void> {
    this.long = false;
    const waiting = setTimeout(() => (this.long = true), LONG_MS);
    await this.#test.run(this.client.value, testShop, { storeId: this.store.id });
    clearTimeout(waiting);
    await this.#refresh();
  }

  /** What is shown stays until the answer is there. */
  async #refresh(): Promise<void> {
    const state = await this.client.value.query(shopState, { storeId: this.store.id }).catch(() => undefined);
    const { value } = this.#shop;
    if (state && value) this.#shop.set({ ...value, state });
  }

  async #connected(): Promise<void> {
    this.form = false;
    toast(this, { kind: 'ok', text: this.words(shopWords).connected });
    await this.#refresh();
    await this.#ask();
  }

  async #disconnect(id: string): Promise<void> {
    if (!(await this.#leave.run(this.client.value, disconnectShop, { id }))) return;
    this.leaving = false;
    toast(this, { kind: 'ok', text: this.words(shopWords).disconnected });
    await this.#refresh();
  }

  override render() {
    return loaded(
      this.#shop,
      this.language,
      (shown) => html`<div class="stack">
        ${shown.state.source === 'NONE' ? this.#renderNone(shown) : this.#renderShop(shown)}
        ${this.form ? this.#renderForm(shown) : nothing} ${this.leaving ? this.#renderLeave(shown.state) : nothing}
      </div>`,
    );
  }

  #renderNone({ adapters }: Shown) {
    const words = this.words(shopWords);
    const able = adapters.length > 0;
    const text = this.mayChange && !able ? words.noAdapters : words.noneText;
    return html`${emptyState({ icon: 'shop', title: words.none, text: this.mayChange ? text : `${words.noneText} ${words.noneForReaders}` })}
      ${this.mayChange && able ? html`<div class="buttons"><button class="button primary" type="button" @click=${() => (this.form = true)}>${icon('link')}${words.connect}</button></div>` : nothing}`;
  }

  #renderShop({ state, adapters }: Shown) {
    const words = this.words(shopWords);
    const { source, connectionId } = state;
    const busy = this.#test.busy;
    return html`<div class="page-head"><h2
      class="grow">${state.adapterName ? this.language.of(state.adapterName) : (state.adapter ?? words.heading)}</h2>${this.#renderHealth(state)}</div>
      ${source === 'OPERATOR' ? html`<p class="notice">${icon('info')}<span>${words.operator}</span></p>` : nothing}
      ${state.failing && state.fault ? html`<p class="notice warn">${icon('warning')}<span>${this.language.code('CallFault', state.fault)}</span></p>` : nothing}
      ${this.#renderFacts(state, adapters)}
      ${problemNotice(this.#test.problem, this.language)}
      ${
        this.mayChange
          ? html`<div class="buttons">
              <button class="button primary" type="button" aria-disabled=${busy}
                @click=${() => void this.#ask()}>${icon('refresh')}${words.test}</button>
              ${connectionId && adapters.length > 0 ? html`<button class="button" type="button" @click=${() => (this.form = true)}>${icon('edit')}${words.change}</button>` : nothing}
              ${connectionId ? html`<button class="button danger" type="button" @click=${() => (this.leaving = true)}>${words.disconnect}</button>` : nothing}
            </div>`
          : nothing
      }
      <div role="status">${busy ? html`<p class="muted">${words.testing} ${this.long ? words.testingLong : ''}</p>` : this.#renderTest(state)}</div>
      ${this.#renderCapabilities(state)}`;
  }

  #renderHealth({ failing, answeredAt }: ShopState) {
    const words = this.words(shopWords);
    if (failing) return html`<span class="chip danger">${icon('warning', 'small')}${words.notAnswering}</span>`;
    if (!answeredAt) return html`<span class="chip">${words.notAsked}</span>`;
    return html`<span class="chip ok">${icon('check', 'small')}${words.answering}</span>`;
  }

  #renderFacts(state: ShopState, adapters: readonly Adapter[]) {
    const { language } = this;
    const words = this.words(shopWords);
    const form = adapters.find(({ code }) => code === state.adapter)?.settings ?? [];
    const named = (name: string) => form.find((setting) => setting.name === name);
    const shown = (name: string, value: string) => {
      const choice = named(name)?.choices.find((one) => one.value === value);
      return choice ? language.of(choice.title) : value;
    };
    const over = !state.failing && state.fault !== null;
    return facts([
      ...state.settings.map(({ name, value }) => {
        const setting = named(name);
        return [setting ? language.of(setting.title) : name, shown(name, value)] as const;
      }),
      state.connectedAt && ([words.since, language.full(state.connectedAt)] as const),
      [words.lastAnswer, state.answeredAt ? language.full(state.answeredAt) : words.never],
      state.fault &&
        state.faultAt &&
        ([
          words.lastError,
          html`${language.full(state.faultAt)}<br />${language.code('CallFault', state.fault)}${over ? html` ${words.over}` : nothing}`,
        ] as const),
    ]);
  }

  #renderTest({ testedAt, testMs, checks }: ShopState) {
    if (!testedAt) return nothing;
    const { language } = this;
    const words = this.words(shopWords);
    const took = testMs === null ? '' : ` · ${words.took(language.number(testMs))}`;
    return html`<h3>${words.lastTest}</h3>
      <p class="muted small">${language.full(testedAt)}${took}</p>
      <ul class="can">${checks.map(
        ({ subject, fault, example }) =>
          html`<li>${fault ? html`<span class="no">${icon('warning', 'small')}</span>` : html`<span class="yes">${icon('check', 'small')}</span>`}
            <span>${fault ? html`<strong>${words.failedChecks[subject]}</strong><br />${language.code('CallFault', fault)}` : words.checks[subject](example ?? '')}</span></li>`,
      )}</ul>`;
  }

  #renderCapabilities({ capabilities }: ShopState) {
    if (capabilities.length === 0) return nothing;
    const words = this.words(shopWords);
    return html`<h3>${words.can}</h3>
      <ul class="can">${capabilities.map(({ capability, has }) => {
        const [can, without] = words.capabilities[capability];
        return html`<li>
          <span class=${has ? 'yes' : 'no'}>${icon(has ? 'check' : 'close', 'small')}<span
            class="visually-hidden">${has ? words.has : words.hasNot}</span></span>
          <span><strong>${this.language.code('ShopCapability', capability)}</strong><br /><span
            class="muted">${has ? can : without}</span></span>
        </li>`;
      })}</ul>`;
  }

  #renderForm({ state, adapters }: Shown) {
    const values = { store: this.store, adapters, state: state.source === 'PANEL' ? state : undefined };
    return html`<desk-admin-lazy .tag=${'desk-admin-shop-form'} .load=${() => import('./shop-form.ts')}
      .values=${values}
      @desk-connected=${() => void this.#connected()} @desk-closed=${() => (this.form = false)}></desk-admin-lazy>`;
  }

  #renderLeave({ connectionId }: ShopState) {
    const words = this.words(shopWords);
    return html`<desk-admin-dialog open heading=${words.disconnectTitle} @desk-closed=${() => (this.leaving = false)}>
      <div class="stack">${problemNotice(this.#leave.problem, this.language)}<p>${words.disconnectText}</p></div>
      <button slot="actions" class="button danger" type="button" aria-disabled=${this.#leave.busy}
        @click=${() => void this.#disconnect(connectionId ?? '')}>${words.disconnect}</button>
    </desk-admin-dialog>`;
  }
}

define('desk-admin-store-shop', DeskStoreShop);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-store-shop': DeskStoreShop;
  }
}
