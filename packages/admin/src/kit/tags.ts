import { isComposed } from '@shopdesk/core/client';
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { base } from './base-style.ts';
import { controls } from './control-style.ts';
import { DeskElement, define } from './element.ts';
import { framed } from './field.ts';
import { icon } from './icon.ts';
import { kitWords } from './words.ts';

/**
 * @summary A list of short texts that one adds and removes.
 * @event {string[]} desk-change - The list as it is now.
 */
export class DeskTags extends DeskElement {
  static override properties = {
    label: {},
    hint: {},
    error: {},
    values: { attribute: false },
    wrong: { attribute: false },
    complete: { attribute: false },
    text: { state: true },
  };
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        margin-block-end: 0.375rem;
      }
      ul:empty {
        display: none;
      }
      .chip button {
        display: inline-grid;
        place-items: center;
        inline-size: 1.5rem;
        block-size: 1.5rem;
        margin-inline-end: -0.5rem;
        padding: 0;
        border: 0;
        border-radius: 50%;
        background: none;
        cursor: pointer;
      }
      .chip span {
        overflow-wrap: anywhere;
        white-space: normal;
      }
    `,
  ];

  label = '';
  hint = '';
  error = '';
  values: readonly string[] = [];
  /** Those of the values that the error is about. */
  wrong: readonly string[] = [];
  /** What somebody means by what they typed. */
  complete: (text: string) => string = (text) => text;
  text = '';

  #set(values: readonly string[]): void {
    this.values = values;
    this.tell('desk-change', values);
  }

  #add(): void {
    const added = this.text
      .split(/[,,\n]/)
      .map((part) => part.trim() && this.complete(part.trim()))
      .filter((part) => part && !this.values.includes(part));
    this.text = '';
    if (added.length > 0) this.#set([...this.values, ...new Set(added)]);
  }

  #keys(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || isComposed(event)) return;
    event.preventDefault();
    this.#add();
  }

  override render() {
    const words = this.words(kitWords);
    const control = html`<div>
      <ul>${repeat(
        this.values,
        (value) => value,
        (value) => html`<li
          class="chip ${this.wrong.includes(value) ? 'danger' : ''}">${this.wrong.includes(value) ? icon('warning', 'small') : nothing}<span>${value}</span>
        <button type="button" aria-label=${words.removeNamed(value)}
          @click=${() => this.#set(this.values.filter((other) => other !== value))}>${icon('close', 'small')}</button></li>`,
      )}</ul>
      <div class="row">
        <input id="input" .value=${this.text} autocomplete="off" aria-invalid=${this.error ? 'true' : 'false'}
          aria-describedby=${this.error ? 'input-error' : 'input-hint'}
          @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)} @keydown=${this.#keys} @change=${this.#add} />
        <button class="button" type="button" @click=${this.#add}>${icon('plus', 'small')}${words.add}</button>
      </div>
    </div>`;
    return framed({ id: 'input', label: this.label, hint: this.hint, error: this.error }, control);
  }
}

define('desk-admin-tags', DeskTags);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-tags': DeskTags;
  }
}
