import { ABANDON_CONVERSATION, LEAVE_QUEUE_FOR_MESSAGE } from '@shopdesk/core/client';
import { css, html, LitElement, nothing } from 'lit';
import type { DeskConnection } from '../../connection/connection.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import type { QueueStand } from '../../shell/service-watch.ts';
import type { Texts } from '../../texts/texts.ts';
import { noticeStyles } from '../../elements/notice-styles.ts';
import type { RenderNotice } from '../../feature.ts';

/** Minutes and seconds: `1:05`. */
export function formatWaited(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * Where one who waits stands and how long it may take, in a line; the ways out behind a button.
 *
 * @summary Place in the queue.
 */
export class DeskQueue extends LitElement {
  static override properties = {
    queue: { attribute: false },
    connection: { attribute: false },
    language: {},
    texts: { attribute: false },
    _busy: { state: true },
    _open: { state: true },
  };
  static override styles = [
    base,
    noticeStyles,
    css`
      :host {
        padding-block: 4px;
      }
      .line {
        flex: 1;
        min-inline-size: 0;
      }
      .waited {
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .more {
        flex: none;
        padding: 6px 10px;
        color: var(--desk-muted);
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      .notice {
        margin-block-end: 8px;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-block: 4px 8px;
      }
    `,
  ];
  declare queue: QueueStand | undefined;
  declare connection: DeskConnection;
  declare language: 'zh' | 'en';
  declare texts: Texts;
  declare _busy: boolean;
  /** The ways out are shown. */
  declare _open: boolean;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this._busy = this._open = false;
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
    const words = texts.queue;
    const notice = queue?.notice?.[this.language];
    return html`${notice ? html`<p class="notice"><bdi>${notice}</bdi></p>` : nothing}
      <div class="row">
        <p class="line"><span
          role="status">${queue ? words.place(queue.place) : words.waiting} ${this.#estimate()}</span>
          ${queue ? html`<span class="muted waited">${words.waited(formatWaited(Date.now() - queue.since))}</span>` : nothing}</p>
        <button type="button" class="more" aria-expanded=${this._open ? 'true' : 'false'}
          @click=${() => (this._open = !this._open)}>${words.ways}</button>
      </div>
      <div class="ways" ?hidden=${!this._open}>
        <button type="button" class="button" ?disabled=${this._busy}
          @click=${this.#leaveMessage}>${words.leaveMessage}</button>
        <button type="button" class="button" ?disabled=${this._busy} @click=${this.#leave}>${words.leave}</button>
      </div>`;
  }

  /** In whole minutes, rounded up, and only when the desk knows. */
  #estimate(): string {
    const seconds = this.queue?.estimateSeconds;
    return seconds === null || seconds === undefined
      ? ''
      : this.texts.queue.estimate(Math.max(1, Math.ceil(seconds / 60)));
  }

  readonly #leave = (): Promise<void> =>
    this.#quietly(async () => {
      const { client, shown } = this.connection;
      const input = { id: shown.conversation?.id ?? '' };
      shown.update(await this.connection.authorised(() => client.mutate(ABANDON_CONVERSATION, { input })));
    });

  /** What was written stays; the address is asked for by the form that comes instead. */
  readonly #leaveMessage = (): Promise<void> =>
    this.#quietly(async () => {
      const { client, shown, contactEmail } = this.connection;
      const input = { id: shown.conversation?.id ?? '', ...(contactEmail ? { contactEmail } : {}) };
      shown.update(await this.connection.authorised(() => client.mutate(LEAVE_QUEUE_FOR_MESSAGE, { input })));
    });

  async #quietly(work: () => Promise<void>): Promise<void> {
    this._busy = true;
    // The stream tells whether the place was given up; if it could not be, the button can be pressed again.
    await work().catch(() => undefined);
    this._busy = false;
  }
}

/** How the window shows it. */
export const render: RenderNotice = ({ connection, service, host, texts }) =>
  html`<desk-queue .queue=${service.queue} .connection=${connection} .language=${host.locale === 'zh-CN' ? 'zh' : 'en'}
    .texts=${texts}></desk-queue>`;

define('desk-queue', DeskQueue);
