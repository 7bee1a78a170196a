import { isComposed } from '@shopdesk/core/client';
import { css, html, LitElement } from 'lit';
import { base } from './base-styles.ts';
import { define } from './define.ts';
import type { PieceTexts } from './texts.ts';

/** What customers and agents of a shop use, most wanted first. */
const EMOJI =
  '😀 😄 😁 😅 😂 😊 😉 😍 😘 🤗 🤔 😐 🙄 😏 😴 😮 😢 😭 😤 😡 😱 🥳 🤩 😇 🤝 👍 👎 👌 🙏 👏 💪 ✌️ 👋 🌹 🎉 🎁 ❤️ 💔 ⭐ 🔥 ✅ ❌ ❓ ❗ 💰 🛒 📦 🚚 🏠 📱 📷 👗 👟 💄 ☕ 🍰'.split(
    ' ',
  );
const COLUMNS = 8;

/**
 * A small choice of emoji. Arrow keys move, Enter or Space chooses.
 *
 * @summary Emoji picker.
 * @event {CustomEvent<{ emoji: string }>} desk-emoji - One was chosen.
 */
export class DeskEmoji extends LitElement {
  static override properties = { texts: { attribute: false }, _at: { state: true } };
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      div {
        display: grid;
        grid-template-columns: repeat(${COLUMNS}, 1fr);
        gap: 2px;
        padding: 8px;
        max-block-size: 190px;
        overflow-y: auto;
      }
      button {
        font-size: 22px;
        line-height: 1;
        block-size: 38px;
      }
      button:hover {
        background: var(--desk-raised);
      }
    `,
  ];
  declare texts: PieceTexts;
  declare _at: number;

  constructor() {
    super();
    this._at = 0;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll('button')[this._at]?.focus());
  }

  override render() {
    return html`<div role="group" aria-label=${this.texts.emoji} @keydown=${this.#move}>
      ${EMOJI.map((emoji, index) => html`<button type="button" tabindex=${index === this._at ? 0 : -1} @click=${() => this.#choose(emoji, index)}>${emoji}</button>`)}
    </div>`;
  }

  #choose(emoji: string, index: number): void {
    this._at = index;
    this.dispatchEvent(new CustomEvent('desk-emoji', { detail: { emoji }, bubbles: true, composed: true }));
  }

  readonly #move = (event: KeyboardEvent): void => {
    if (isComposed(event)) return;
    const forward = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: COLUMNS,
      ArrowUp: -COLUMNS,
      Home: -this._at,
      End: EMOJI.length - 1 - this._at,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this._at = Math.min(EMOJI.length - 1, Math.max(0, this._at + step));
    this.focus();
  };
}

define('desk-emoji', DeskEmoji);

declare global {
  interface HTMLElementTagNameMap {
    'desk-emoji': DeskEmoji;
  }
}
