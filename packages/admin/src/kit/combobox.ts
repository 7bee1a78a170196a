/**
 * @module Picks one of many by typing: a combobox with a list below, filled at once or by asking.
 */
import { isComposed } from '@shopdesk/core/client';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from './base-style.ts';
import { controls } from './control-style.ts';
import { DeskElement, define } from './element.ts';
import { framed } from './field.ts';
import { place } from './place.ts';
import { kitWords } from './words.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Said beside the label, such as a number or a state. */
  readonly hint?: string;
}

const TYPING_PAUSE_MS = 200;

/**
 * @summary A text field that picks from a list.
 * @event {string} desk-change - The value that was picked, or empty.
 */
export class DeskCombobox extends DeskElement {
  static override properties = {
    label: {},
    hint: {},
    error: {},
    value: {},
    shown: {},
    required: { type: Boolean },
    options: { attribute: false },
    search: { attribute: false },
    text: { state: true },
    found: { state: true },
    open: { state: true },
    at: { state: true },
  };
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      [popover] {
        margin: 0;
        padding: 0.25rem;
        max-block-size: min(16rem, 50dvh);
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      [role='option'] {
        display: flex;
        gap: 0.5rem;
        justify-content: space-between;
        padding: 0.375rem 0.5rem;
        border-radius: 0.375rem;
        cursor: pointer;
      }
      [role='option'].active {
        background: var(--accent-soft);
        color: var(--accent-ink);
        outline: 2px solid transparent;
      }
    `,
  ];

  label = '';
  hint = '';
  error = '';
  value = '';
  /** How the value reads, before the list is known. */
  shown = '';
  required = false;
  /** A list that is known; it is filtered by what is typed. */
  options: readonly Option[] | undefined;
  /** Asks for what fits the text. */
  search: ((text: string) => Promise<readonly Option[]>) | undefined;
  text: string | undefined;
  found: readonly Option[] = [];
  open = false;
  at = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('options') || changed.has('text')) this.#filter();
    if (changed.has('value')) {
      this.shown = this.options?.find((option) => option.value === this.value)?.label ?? (this.value ? this.shown : '');
    }
  }

  #filter(): void {
    if (!this.options) return;
    const wanted = (this.text ?? '').trim().toLocaleLowerCase();
    this.found = this.options.filter(({ label, hint = '' }) => `${label} ${hint}`.toLocaleLowerCase().includes(wanted));
  }

  #type(text: string): void {
    this.text = text;
    this.at = 0;
    this.#show();
    if (!text && this.value) this.#set('', '');
    if (!this.search) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#ask(text), TYPING_PAUSE_MS);
  }

  async #ask(text: string): Promise<void> {
    const found = await this.search?.(text.trim()).catch(() => []);
    if (this.text === text && found) this.found = found;
  }

  #show(): void {
    if (!this.open && this.search && this.found.length === 0) void this.#ask((this.text ??= ''));
    this.open = true;
  }

  #hide(): void {
    this.open = false;
    this.text = undefined;
  }

  override updated(changed: PropertyValues<this>): void {
    const list = this.renderRoot.querySelector<HTMLElement>('[popover]');
    const input = this.renderRoot.querySelector('input');
    if (!list || !input) return;
    if (this.open && !list.matches(':popover-open')) list.showPopover();
    if (!this.open && list.matches(':popover-open')) list.hidePopover();
    if (!this.open) return;
    list.style.setProperty('min-inline-size', `${input.offsetWidth}px`);
    place(list, input);
    if (changed.has('at')) list.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  #keys(event: KeyboardEvent): void {
    if (isComposed(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.open) this.at = Math.max(0, Math.min(this.found.length - 1, this.at + step));
      else this.#show();
    } else if (event.key === 'Enter' && this.open) {
      event.preventDefault();
      const option = this.found[this.at];
      if (option) this.#pick(option);
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.#hide();
    }
  }

  #pick({ value, label }: Option): void {
    this.#set(value, label);
    this.#hide();
  }

  #set(value: string, label: string): void {
    this.value = value;
    this.shown = label;
    this.tell('desk-change', value);
  }

  override render() {
    const { label, hint, error, required } = this;
    const control = html`<input
        id="input"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${this.open}
        aria-controls="list"
        aria-activedescendant=${this.open && this.found.length > 0 ? `option-${this.at}` : nothing}
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${[error && 'input-error', hint && 'input-hint'].filter(Boolean).join(' ') || nothing}
        ?required=${required}
        .value=${this.text ?? this.shown}
        @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        @click=${() => this.#show()}
        @keydown=${this.#keys}
        @blur=${() => this.#hide()}
      />
      <div id="list" role="listbox" popover="manual" aria-label=${label}>
        ${repeat(
          this.found,
          (option) => option.value,
          (option, index) => this.#renderOption(option, index),
        )}
        ${this.found.length === 0 ? html`<p role="option" aria-selected="false" aria-disabled="true" class="muted">${this.words(kitWords).noMatches}</p>` : nothing}
      </div>`;
    return framed({ id: 'input', label, hint, error, required }, control);
  }

  #renderOption(option: Option, index: number) {
    return html`<div
      id="option-${index}"
      role="option"
      aria-selected=${option.value === this.value}
      class=${index === this.at ? 'active' : ''}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#pick(option)}
    >
      <span>${option.label}</span>${option.hint ? html`<span class="muted small">${option.hint}</span>` : nothing}
    </div>`;
  }
}

define('desk-admin-combobox', DeskCombobox);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-combobox': DeskCombobox;
  }
}
