/**
 * @module How much time is left to answer a customer, second by second, by the service level of the conversation; where
 * nothing is promised, how long he has waited. The level shows by colour, by its icon and in words (R-CH-04).
 */
import { css, html, nothing } from 'lit';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow, SecondHand } from '../../kit/clock.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import { slaWords } from './sla-words.ts';
import { inboxWords } from './words.ts';

type Clocks = Pick<
  ConversationItem,
  'state' | 'waitingSince' | 'queuedAt' | 'slaState' | 'slaTarget' | 'slaAimAt' | 'slaLateAt' | 'slaDueAt'
>;
export type Level = 1 | 2 | 3 | 4;

const levelFrom = (passed: number): Level => (passed + 1) as Level;

/** 1: in good time, 2: no longer quick, 3: late, 4: past the limit. */
export const limitLevel = (
  { slaAimAt, slaLateAt, slaDueAt }: Pick<Clocks, 'slaAimAt' | 'slaLateAt' | 'slaDueAt'>,
  now: number,
): Level => levelFrom([slaAimAt, slaLateAt, slaDueAt].filter((at) => at !== null && now >= Date.parse(at)).length);

const LEVELS_MS = [30_000, 60_000, 180_000] as const;

/** Where nothing is promised, by R-CH-04: from 30, 60 and 180 seconds. */
export const waitingLevel = (milliseconds: number): Level =>
  levelFrom(LEVELS_MS.filter((from) => milliseconds >= from).length);

/** Whether somebody waits for an answer, or the conversation as a whole is about to be late. */
export const isWaiting = ({
  state,
  waitingSince,
  slaDueAt,
}: Pick<Clocks, 'state' | 'waitingSince' | 'slaDueAt'>): boolean =>
  // Shown: for how long the customer has waited.
  slaDueAt !== null || waitingSince !== null || state === 'QUEUED';

/** From the third level on another shape says so too, for those who do not see the colours. */
const SHAPES = { 1: 'clock', 2: 'clock', 3: 'warning', 4: 'warning' } as const;

export class DeskWaiting extends DeskElement {
  static override properties = { item: { attribute: false }, named: { type: Boolean } };
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

  item: Clocks | undefined;
  /** Says in words what is due. */
  named = false;

  constructor() {
    super();
    new SecondHand(this);
  }

  override render() {
    if (!this.item || !isWaiting(this.item)) return nothing;
    return this.item.slaDueAt ? this.#renderLimit(this.item, this.item.slaDueAt) : this.#renderWaited(this.item);
  }

  #renderLimit(item: Clocks, dueAt: string) {
    const words = this.words(slaWords);
    const now = deskNow();
    const left = Date.parse(dueAt) - now;
    const level = limitLevel(item, now);
    const target = words.targets[item.slaTarget ?? 'FIRST_REPLY'];
    const time = this.language.elapsed(Math.abs(left));
    const label = left > 0 ? words.left(target, time, words.levels[level]) : words.over(target, time);
    return html`<span class="level-${level}" role="img" aria-label=${label}
      title=${label}>${icon(SHAPES[level])}${this.named ? `${target} ` : ''}${left > 0 ? time : `+${time}`}</span>`;
  }

  #renderWaited({ waitingSince, queuedAt }: Clocks) {
    const waited = Math.max(0, deskNow() - Date.parse(waitingSince ?? queuedAt ?? ''));
    const level = waitingLevel(waited);
    const time = this.language.elapsed(waited);
    return html`<span class="level-${level}" role="img"
      aria-label=${this.words(inboxWords).waiting(time, level)}>${icon(SHAPES[level])}${time}</span>`;
  }
}

define('desk-admin-waiting', DeskWaiting);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-waiting': DeskWaiting;
  }
}
