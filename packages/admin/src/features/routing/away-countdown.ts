/** @module Counts down before the viewer is set away. Whatever they do in the panel is a sign of life and ends it. */
import { css, html, nothing } from 'lit';
import { clientContext, directoryContext, Use, viewerContext } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { deskNow, SecondHand } from '../../kit/clock.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import type { Texts } from '../../kit/language.ts';
import { states } from '../../kit/state-style.ts';
import { toastProblem } from '../../kit/toast.ts';
import { stayOnline } from './data.ts';

const en = {
  soon: (time: string) => `You are set away in ${time}.`,
  why: 'Two customers in a row waited for you in vain. Type anything to stay online.',
  here: 'I am here',
  label: 'Set away soon',
};
const zh: typeof en = {
  soon: (time) => `您将在 ${time} 后被挂起。`,
  why: '连续两位顾客未等到您的回复，输入任意内容即可保持在线。',
  here: '我在',
  label: '即将挂起',
};
const awayWords: Texts<typeof en> = { key: 'away', en, zh };

const SIGNS = ['keydown', 'input', 'pointerdown'] as const;

export class DeskAwayCountdown extends DeskElement {
  static override styles = [
    base,
    controls,
    states,
    css`
      .notice {
        align-items: center;
        border-radius: 0;
      }
    `,
  ];

  readonly #client = new Use(this, clientContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #directory = new Use(this, directoryContext);
  /** The countdown that the desk has been told to end. */
  #ended = '';

  constructor() {
    super();
    new SecondHand(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const sign of SIGNS) addEventListener(sign, this.#hear, { capture: true, passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const sign of SIGNS) removeEventListener(sign, this.#hear, { capture: true });
  }

  get #awayAt(): string {
    return this.#directory.maybe?.colleagues.get(this.#viewer.value.id)?.awayAt ?? '';
  }

  /** Many keys of one countdown are one sign of life. */
  readonly #hear = (): void => {
    const awayAt = this.#awayAt;
    if (!awayAt || awayAt === this.#ended) return;
    this.#ended = awayAt;
    this.requestUpdate();
    this.#client.value.mutate(stayOnline, {}).catch((error: unknown) => {
      this.#ended = '';
      toastProblem(this, error, this.language);
    });
  };

  override render() {
    const awayAt = this.#awayAt;
    if (!awayAt || awayAt === this.#ended) return nothing;
    const words = this.words(awayWords);
    const left = Math.max(0, Date.parse(awayAt) - deskNow());
    return html`<section class="notice warn" aria-label=${words.label}>${icon('warning')}
      <p class="grow"><b class="numeric" role="timer">${words.soon(this.language.elapsed(left))}</b>
        <span role="alert">${words.why}</span></p>
      <button class="button tight" type="button">${words.here}</button>
    </section>`;
  }
}

define('desk-admin-away-countdown', DeskAwayCountdown);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-away-countdown': DeskAwayCountdown;
  }
}
