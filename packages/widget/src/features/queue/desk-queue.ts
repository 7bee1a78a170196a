import { css, html, LitElement, nothing } from 'lit';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import type { Texts } from '../../texts/texts.ts';
import { noticeStyles } from '../notice-styles.ts';

/** Minutes and seconds: `1:05`. */
export function formatWaited(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * Where one who waits stands, how long he has waited, and the way out.
 *
 * @summary Place in the queue.
 */
export class DeskQueue extends LitElement {
  static override properties = { queue: { attribute: false }, leave: { attribute: false }, texts: { attribute: false }, _busy: { state: true } };
  static override styles = [
    base,
    noticeStyles,
    css`
      .waited {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
  declare queue: { readonly place: number; readonly since: number } | undefined;
  declare leave: () => Promise<void>;
  declare texts: Texts;
  declare _busy: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this._busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render() {
    const { queue, texts } = this;
    return html`<div class="row">
      <div>
        <p role="status">${queue ? texts.queue.place(queue.place) : texts.queue.waiting}</p>
        ${queue ? html`<p class="muted waited">${texts.queue.waited(formatWaited(Date.now() - queue.since))}</p>` : nothing}
      </div>
      <button type="button" class="button" ?disabled=${this._busy} @click=${this.#leave}>${texts.queue.leave}</button>
    </div>`;
  }

  readonly #leave = async (): Promise<void> => {
    this._busy = true;
    // The stream tells whether the place was given up; if it could not be, the button can be pressed again.
    await this.leave().catch(() => undefined);
    this._busy = false;
  };
}

define('desk-queue', DeskQueue);
