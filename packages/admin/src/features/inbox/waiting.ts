/**
 * @module How long a customer has been waiting, second by second. The level shows by colour, by a mark and in words
 * (R-CH-04: 30, 60 and 180 seconds).
 */
import { css, html, nothing } from 'lit';
import { base } from '../../kit/base-style.ts';
import { SecondHand } from '../../kit/clock.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { inboxWords } from './words.ts';

const LEVELS_MS = [30_000, 60_000, 180_000] as const;

/** 1: just now, 2: from 30 s, 3: from 60 s, 4: from 180 s. */
export const waitingLevel = (milliseconds: number): 1 | 2 | 3 | 4 => (LEVELS_MS.filter((from) => milliseconds >= from).length + 1) as 1 | 2 | 3 | 4;

const MARKS = { 1: '', 2: '', 3: '!', 4: '!!' } as const;

export class DeskWaiting extends DeskElement {
  static override properties = { since: {} };
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 0.25rem;
        padding: 0 0.4375rem;
        border: 1px solid transparent;
        border-radius: 1rem;
        font-size: var(--small);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      svg.icon {
        inline-size: 0.875rem;
        block-size: 0.875rem;
      }
      .level-1 {
        background: var(--ok-soft);
        color: var(--ok);
      }
      .level-2 {
        background: var(--warn-soft);
        color: var(--warn);
      }
      .level-3 {
        background: var(--danger-soft);
        color: var(--danger);
      }
      .level-4 {
        background: var(--danger);
        color: var(--on-danger);
      }
      @media (forced-colors: active) {
        span {
          border-color: currentcolor;
        }
      }
    `,
  ];

  /** The instant since which he waits. */
  since = '';

  constructor() {
    super();
    new SecondHand(this);
  }

  override render() {
    if (!this.since) return nothing;
    // A clock of this device that is behind the desk's must not show a negative time.
    const waited = Math.max(0, Date.now() - Date.parse(this.since));
    const level = waitingLevel(waited);
    const time = this.language.elapsed(waited);
    return html`<span class="level-${level}" role="img" aria-label=${this.words(inboxWords).waiting(time, level)}>${icon('clock')}${time}${MARKS[level]}</span>`;
  }
}

define('desk-admin-waiting', DeskWaiting);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-waiting': DeskWaiting;
  }
}
