/**
 * @module A modal dialog on the native element: focus stays inside, Escape, the cross and the browser's Back ask to
 * close, and what was typed is not thrown away without a question.
 */
import { onBack } from '@shopdesk/core/client';
import { css, html, nothing, type PropertyValues } from 'lit';
import { controls } from './control-style.ts';
import { base } from './base-style.ts';
import { DeskElement, define } from './element.ts';
import { icon } from './icon.ts';
import { kitWords } from './words.ts';

/**
 * @summary A modal dialog.
 * @slot - The content.
 * @slot actions - Buttons at the end.
 * @event {{ source: 'escape' | 'button' }} desk-request-close - Somebody wants to close; prevent to stay.
 * @event desk-closed - It is closed.
 */
export class DeskDialog extends DeskElement {
  static override properties = {
    open: { type: Boolean, reflect: true },
    heading: {},
    wide: { type: Boolean, reflect: true },
    dirty: { type: Boolean },
    fixed: { type: Boolean },
    asking: { state: true },
  };
  static override styles = [
    base,
    controls,
    css`
      dialog {
        inline-size: min(32rem, 100vw - 2rem);
        max-block-size: min(90dvh, 48rem);
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 0.75rem;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        overflow: hidden;
      }
      :host([wide]) dialog {
        inline-size: min(52rem, 100vw - 2rem);
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
      }
      dialog::backdrop {
        background: rgb(10 14 20 / 45%);
      }
      header,
      footer {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        padding: 0.75rem 1rem;
      }
      header {
        border-block-end: 1px solid var(--line);
      }
      h2 {
        flex: 1;
      }
      .body {
        padding: 1rem;
        overflow: auto;
        overscroll-behavior: contain;
      }
      footer {
        justify-content: flex-end;
        flex-wrap: wrap;
        border-block-start: 1px solid var(--line);
      }
      footer p {
        flex: 1;
      }
      @media (width < 40rem) {
        dialog {
          inline-size: 100vw !important;
          max-inline-size: 100vw;
          max-block-size: 94dvh;
          margin-block-end: 0;
          border-end-start-radius: 0;
          border-end-end-radius: 0;
        }
      }
    `,
  ];

  open = false;
  heading = '';
  wide = false;
  /** True while closing would lose something that was typed. */
  dirty = false;
  /** It cannot be closed. */
  fixed = false;
  asking = false;
  #shown = false;
  #opener: Element | null = null;
  #endBack: (() => void) | undefined;

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    const dialog = this.#dialog;
    if (this.open && dialog && !dialog.open) {
      this.#opener = deepActive();
      dialog.showModal();
      this.#shown = true;
      this.#takeBack();
      void this.#focusFirst();
    } else if (!this.open && dialog?.open) {
      dialog.close();
      this.#closed();
    }
  }

  /** The first thing to fill in, rather than the cross. */
  async #focusFirst(): Promise<void> {
    const first = this.querySelector<HTMLElement>(
      'input:not([type="checkbox"]), select, textarea, desk-admin-combobox',
    );
    if (first instanceof DeskElement) await first.updateComplete;
    first?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#shown = false;
    this.#dialog?.close();
    this.#endBack?.();
  }

  /** Asks to close, as the cross does. */
  close(): void {
    this.#request('button');
  }

  #request(source: 'escape' | 'button'): void {
    if (this.fixed) return;
    if (this.dirty && !this.asking) {
      this.asking = true;
      return;
    }
    if (this.tell('desk-request-close', { source })) this.#leave();
  }

  #leave(): void {
    this.open = false;
  }

  /** Back closes the dialog and stays on the page; a dialog that stays takes the next Back too. */
  #takeBack(): void {
    if (this.fixed) return;
    this.#endBack = onBack(() => {
      this.#request('escape');
      if (this.open) this.#takeBack();
    });
  }

  /**
   * Once for each closing, and at once: the browser tells of it later, when the next dialog may be open, and whoever
   * removed this one has gone on.
   */
  #closed(): void {
    if (!this.#shown) return;
    this.#shown = false;
    this.#endBack?.();
    this.open = false;
    this.asking = false;
    if (this.#opener instanceof HTMLElement && this.#opener.isConnected) this.#opener.focus();
    this.tell('desk-closed');
  }

  override render() {
    const words = this.words(kitWords);
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        event.preventDefault();
        this.#request('escape');
      }}
      @close=${() => this.#dialog?.open || this.#closed()}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        ${this.fixed ? nothing : html`<button class="button plain icon-only" type="button" aria-label=${words.close} @click=${() => this.#request('button')}>${icon('close')}</button>`}
      </header>
      <div class="body"><slot></slot></div>
      ${this.asking ? this.#renderQuestion() : html`<footer ?hidden=${!this.querySelector(':scope > [slot="actions"]')}><slot name="actions" @slotchange=${() => this.requestUpdate()}></slot></footer>`}
    </dialog>`;
  }

  #renderQuestion() {
    const words = this.words(kitWords);
    return html`<footer role="alert">
      <p>${words.discardQuestion}</p>
      <button class="button" type="button" @click=${() => (this.asking = false)}>${words.keep}</button>
      <button class="button danger" type="button" @click=${() => this.#request('button')}>${words.discard}</button>
    </footer>`;
  }
}

/** The focused element, through shadow roots. */
export function deepActive(root: Document | ShadowRoot = document): Element | null {
  const active = root.activeElement;
  return active?.shadowRoot ? (deepActive(active.shadowRoot) ?? active) : active;
}

define('desk-admin-dialog', DeskDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-dialog': DeskDialog;
  }
}
