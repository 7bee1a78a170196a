import { css, html, LitElement } from 'lit';
import { base } from './base-styles.ts';
import { define } from './define.ts';
import type { PieceTexts } from './texts.ts';

/**
 * One to five stars, to choose or to look at.
 *
 * @summary Rating in stars.
 * @event {CustomEvent<{ score: number }>} desk-score - Another number of stars was chosen.
 * @csspart star - One star.
 */
export class DeskStars extends LitElement {
  static override properties = { score: { type: Number }, fixed: { type: Boolean }, texts: { attribute: false } };
  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
      }
      fieldset,
      .row {
        display: flex;
        gap: 4px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      label {
        position: relative;
        cursor: pointer;
      }
      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      svg {
        inline-size: 30px;
        block-size: 30px;
        color: var(--desk-muted);
      }
      .row svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .on svg {
        color: #b77900;
        fill: #f5b301;
      }
      input:focus-visible + svg {
        outline: 2px solid var(--desk-text);
        border-radius: 6px;
      }
      @media (forced-colors: active) {
        .on svg {
          fill: Highlight;
        }
      }
    `,
  ];
  declare score: number;
  /** Only shows. */
  declare fixed: boolean;
  declare texts: PieceTexts;

  constructor() {
    super();
    this.score = 0;
    this.fixed = false;
  }

  override render() {
    const { score, texts } = this;
    const star = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1.050 5.9L12 16.9l-5.250 2.8 1.050-5.9L3.5 9.7l5.9-.8z" /></svg>`;
    const five = [1, 2, 3, 4, 5];
    if (this.fixed)
      return html`<div class="row" role="img" aria-label=${texts.stars(score)}>${five.map((n) => html`<span part="star" class=${n <= score ? 'on' : ''}>${star}</span>`)}</div>`;
    return html`<fieldset>
      <legend class="vh">${texts.score}</legend>
      ${five.map(
        (n) => html`<label part="star" class=${n <= score ? 'on' : ''}>
          <input type="radio" name="score" .checked=${n === score} aria-label=${texts.stars(n)} @change=${() => this.#choose(n)} />${star}
        </label>`,
      )}
    </fieldset>`;
  }

  #choose(score: number): void {
    this.score = score;
    this.dispatchEvent(new CustomEvent('desk-score', { detail: { score }, bubbles: true, composed: true }));
  }
}

define('desk-stars', DeskStars);

declare global {
  interface HTMLElementTagNameMap {
    'desk-stars': DeskStars;
  }
}
