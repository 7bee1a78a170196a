/** @module Connects a shop to a store: the form is that of the chosen kind of shop. */
import { html, nothing, type TemplateResult } from 'lit';
import { Act } from '../../desk/act.ts';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { fieldMessage } from '../../kit/problem.ts';
import { problemNotice } from '../../kit/problem-notice.ts';
import type { StoreItem } from './data.ts';
import { connectShop, type Adapter, type AdapterSetting, type ShopState } from './shop-data.ts';
import { shopWords } from './shop-words.ts';

/**
 * @summary The form of a shop's connection.
 * @event desk-connected - The connection is kept; whether the shop answers is for the caller to ask.
 */
export class DeskShopForm extends DeskElement {
  static override properties = {
    store: { attribute: false },
    adapters: { attribute: false },
    state: { attribute: false },
    code: { state: true },
    typed: { state: true },
  };
  static override styles = [base, controls];

  declare store: StoreItem;
  adapters: readonly Adapter[] = [];
  /** The connection that is changed; absent for a new one. */
  declare state: ShopState | undefined;
  code: string | undefined;
  /** What was typed, by the setting's name. Secrets are kept here alone and go with the form. */
  typed: Readonly<Record<string, string>> = {};
  readonly #client = new Use(this, clientContext);
  readonly #act = new Act(this);

  get #adapter(): Adapter | undefined {
    const code = this.code ?? this.state?.adapter;
    return this.adapters.find((adapter) => adapter.code === code) ?? this.adapters[0];
  }

  /** The same kind of shop as before: what is stored stays where nothing else is typed. */
  get #changes(): boolean {
    return this.state !== undefined && this.#adapter?.code === this.state.adapter;
  }

  #valueOf({ name, choices }: AdapterSetting): string {
    const stored = this.#changes ? this.state?.settings.find((setting) => setting.name === name)?.value : undefined;
    return this.typed[name] ?? stored ?? choices[0]?.value ?? '';
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const adapter = this.#adapter;
    if (!adapter) return;
    const settings = adapter.settings.map((setting) => ({ name: setting.name, value: this.#valueOf(setting) }));
    const input = { storeId: this.store.id, adapter: adapter.code, settings };
    if (await this.#act.run(this.#client.value, connectShop, input)) {
      this.typed = {};
      this.tell('desk-connected');
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  override render() {
    const words = this.words(shopWords);
    const adapter = this.#adapter;
    const { problem, busy } = this.#act;
    const choices = this.adapters.map(({ code, name }) => ({ value: code, label: this.language.of(name) }));
    return html`<desk-admin-dialog open wide heading=${this.state ? words.change : words.connect}>
      <form id="form" class="stack" novalidate @submit=${(event: Event) => void this.#submit(event)}>
        ${problemNotice(problem, this.language)}
        ${selectField({ id: 'adapter', label: words.choose, value: adapter?.code ?? '', choices, error: fieldMessage(problem, 'adapter'), onInput: (code) => (this.code = code) })}
        ${adapter?.about ? html`<p class="muted">${this.language.of(adapter.about)}</p>` : nothing}
        ${adapter?.settings.map((setting) => this.#renderSetting(setting))}
      </form>
      <button slot="actions" class="button primary" form="form"
        aria-disabled=${busy}>${this.state ? words.saveChange : words.save}</button>
    </desk-admin-dialog>`;
  }

  #renderSetting(setting: AdapterSetting): TemplateResult {
    const { name, kind, title, hint, required } = setting;
    const { language } = this;
    const words = this.words(shopWords);
    const kept = kind === 'SECRET' && this.#changes;
    const hints = [
      hint && language.of(hint),
      kind === 'SECRET' && (kept ? words.secretKept : words.secretHint),
      !required && words.optional,
    ];
    const field = {
      id: name,
      label: language.of(title),
      hint: hints.filter(Boolean).join(' ') || undefined,
      value: this.#valueOf(setting),
      required: required && !kept,
      error: fieldMessage(this.#act.problem, `settings.${name}`),
      onInput: (value: string) => (this.typed = { ...this.typed, [name]: value }),
    };
    if (kind === 'CHOICE') {
      const choices = setting.choices.map(({ value, title: label }) => ({ value, label: language.of(label) }));
      return selectField({ ...field, choices });
    }
    return textField({
      ...field,
      maxLength: 4000,
      type: kind === 'SECRET' ? 'password' : kind === 'ADDRESS' ? 'url' : 'text',
      autocomplete: kind === 'SECRET' ? 'new-password' : 'off',
    });
  }
}

define('desk-admin-shop-form', DeskShopForm);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-shop-form': DeskShopForm;
  }
}
