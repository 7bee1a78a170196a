import { css, html } from 'lit';
import { base } from './base-style.ts';
import { controls } from './control-style.ts';
import { DeskElement, define } from './element.ts';
import { icon } from './icon.ts';
import { kitWords } from './words.ts';

const SHOWN_MS = 2500;

/** @summary A text to take away, with a button that copies it. */
export class DeskCopy extends DeskElement {
  static override properties = { text: {}, label: {}, done: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
        position: relative;
      }
      pre {
        margin: 0;
        padding: 0.75rem;
        padding-inline-end: 5.5rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--ground);
        font: 0.8125rem/1.5 var(--mono);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      button {
        position: absolute;
        inset-block-start: 0.375rem;
        inset-inline-end: 0.375rem;
      }
    `,
  ];

  text = '';
  /** What the text is; the button's accessible name. */
  label = '';
  done = false;

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
    } catch {
      // Without permission the text is selected, so that the keyboard can copy it.
      const pre = this.renderRoot.querySelector('pre');
      if (pre) getSelection()?.selectAllChildren(pre);
      return;
    }
    this.done = true;
    setTimeout(() => (this.done = false), SHOWN_MS);
  }

  override render() {
    const words = this.words(kitWords);
    return html`<pre tabindex="0" role="group" aria-label=${this.label}>${this.text}</pre>
      <button class="button tight" type="button" aria-label="${words.copy}: ${this.label}" @click=${this.#copy}>
        ${icon(this.done ? 'check' : 'copy', 'small')}<span aria-live="polite">${this.done ? words.copied : words.copy}</span>
      </button>`;
  }
}

define('desk-admin-copy', DeskCopy);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-copy': DeskCopy;
  }
}
