import { css, html, LitElement, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { base } from './base-styles.ts';
import { dayLabel, isSameDay } from './day-label.ts';
import { define } from './define.ts';
import { downIcon } from './icons.ts';
import type { TimelineTexts, EventWord } from './texts.ts';
import type { LinkOf, ReadMarks, TimelineItem } from './timeline-item.ts';
import { isRun, tickOf } from './timeline-rules.ts';
import './desk-bubble.ts';

/** So near to the end counts as at the end. */
const END_PX = 48;

/**
 * The messages of a conversation with days between them. It scrolls, stays at the end while the reader is there,
 * and keeps his place when earlier messages come in front.
 *
 * @summary Timeline of a conversation.
 * @slot start - Before the first message.
 * @slot - After the last message.
 * @event desk-earlier - The reader wants what was before.
 * @event {CustomEvent<{ atEnd: boolean }>} desk-place - The reader reached or left the end.
 * @csspart event - A line that the desk itself wrote.
 */
export class DeskTimeline extends LitElement {
  static override properties = {
    items: { attribute: false },
    side: {},
    marks: { attribute: false },
    typing: { attribute: false },
    hasEarlier: { type: Boolean },
    busy: { type: Boolean },
    linkOf: { attribute: false },
    texts: { attribute: false },
    _atEnd: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        position: relative;
        min-block-size: 0;
      }
      .log {
        flex: 1;
        min-block-size: 0;
        overflow-y: auto;
        overflow-anchor: none;
        overscroll-behavior: contain;
      }
      .content {
        padding: 14px;
      }
      .content,
      .rows,
      .rows > div {
        display: flex;
        flex-direction: column;
        gap: 10px;
      }
      .log:focus-visible {
        outline-offset: -3px;
      }
      .day,
      .event {
        align-self: center;
        text-align: center;
        font-size: 12px;
        color: var(--desk-muted);
        padding: 2px 10px;
        unicode-bidi: isolate;
      }
      .rows > .joined {
        margin-block-start: -6px;
      }
      .typing {
        color: var(--desk-muted);
        font-size: 13px;
      }
      .typing::after {
        content: ' …';
      }
      .earlier {
        align-self: center;
        padding: 6px 12px;
        font-size: 13px;
        color: var(--desk-muted);
        text-decoration: underline;
      }
      .down {
        position: absolute;
        inset-block-end: 10px;
        inset-inline-end: 14px;
        inline-size: 36px;
        block-size: 36px;
        display: grid;
        place-items: center;
        border-radius: 50%;
        color: var(--desk-text);
        background: var(--desk-surface);
        border: 1px solid var(--desk-line);
        box-shadow: 0 2px 8px #0002;
      }
    `,
  ];
  declare items: readonly TimelineItem[];
  /** Whose messages are one's own. */
  declare side: 'CUSTOMER' | 'STAFF';
  /** How far the other side has got with one's own messages. */
  declare marks: ReadMarks | undefined;
  /** Names of those who type now. */
  declare typing: readonly string[];
  declare hasEarlier: boolean;
  declare busy: boolean;
  declare linkOf: LinkOf | undefined;
  declare texts: TimelineTexts;
  /** The present, in milliseconds since the epoch, by which a day is “today”; the device’s clock by default. */
  declare now: () => number;
  declare _atEnd: boolean;
  #fromEnd = 0;
  #top = 0;
  #rows = new Map<string, HTMLElement>();
  /** Pictures and cards that come late push the end away. */
  readonly #observer = new ResizeObserver(() => {
    if (this._atEnd) this.toEnd();
  });

  constructor() {
    super();
    this.items = [];
    this.side = 'CUSTOMER';
    this.typing = [];
    this.hasEarlier = false;
    this.busy = false;
    this.now = Date.now;
    this._atEnd = true;
  }

  /** Goes to the newest message. */
  toEnd(): void {
    const { log } = this;
    if (!log) return;
    log.scrollTop = log.scrollHeight;
    this.#top = log.scrollTop;
    this.#place(true);
  }

  get log(): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>('.log') ?? undefined;
  }

  override willUpdate(): void {
    const { log } = this;
    if (log) this.#fromEnd = log.scrollHeight - log.scrollTop;
  }

  override updated(changed: PropertyValues<this>): void {
    this.#placeRows();
    const before = changed.get('items');
    const wrote =
      before && this.items.at(-1)?.clientMsgId !== before.at(-1)?.clientMsgId && this.#isMine(this.items.at(-1));
    if (this._atEnd || wrote) return this.toEnd();
    if (before && this.items[0]?.clientMsgId !== before[0]?.clientMsgId) void this.#keepPlace(this.#fromEnd);
  }

  /** Once the new messages have their height, the reader sees what he saw before. */
  async #keepPlace(fromEnd: number): Promise<void> {
    await Promise.all([...this.#rows.values()].map((row) => row.querySelector('desk-bubble')?.updateComplete));
    const { log } = this;
    if (log) log.scrollTop = log.scrollHeight - fromEnd;
  }

  override firstUpdated(): void {
    this.#watch();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override render() {
    const { texts } = this;
    const earlier = html`<button type="button" class="earlier" ?disabled=${this.busy} @click=${this.#askEarlier}>${texts.earlier}</button>`;
    return html`<div class="log" role="log" aria-live="polite" aria-busy=${this.busy} aria-label=${texts.conversation} tabindex="0" @scroll=${this.#scrolled}><div class="content">
        ${this.hasEarlier ? earlier : html`<slot name="start"></slot>`}
        <div class="rows"></div>
        ${this.typing.map((name) => html`<div class="typing">${texts.typing(name)}</div>`)}
        <slot></slot>
      </div></div>
      ${this._atEnd ? nothing : html`<button type="button" class="down" aria-label=${texts.newest} @click=${() => this.toEnd()}>${downIcon()}</button>`}`;
  }

  #watch(): void {
    for (const part of [this.log, this.log?.firstElementChild]) if (part) this.#observer.observe(part);
  }

  /** One row an item, kept by the item's id: what stands in front of a row never makes it another's. */
  #placeRows(): void {
    const list = this.renderRoot.querySelector('.rows');
    const old = this.#rows;
    this.#rows = new Map();
    let next = list?.firstChild ?? null;
    for (const [index, item] of this.items.entries()) {
      const row = old.get(item.clientMsgId) ?? document.createElement('div');
      this.#rows.set(item.clientMsgId, row);
      old.delete(item.clientMsgId);
      row.className = isRun(this.items[index - 1], item) ? 'joined' : '';
      render(this.#renderItem(item, index), row);
      if (row === next) next = row.nextSibling;
      else list?.insertBefore(row, next);
    }
    for (const row of old.values()) row.remove();
  }

  #isMine(item: TimelineItem | undefined): boolean {
    return this.side === 'CUSTOMER' ? item?.sender === 'CUSTOMER' : item?.sender === 'AGENT';
  }

  #renderItem(item: TimelineItem, index: number): TemplateResult {
    const [before, after] = [this.items[index - 1], this.items[index + 1]];
    const day =
      before && isSameDay(before.at, item.at)
        ? nothing
        : html`<div class="day">${dayLabel(item.at, this.texts, this.now())}</div>`;
    if (item.kind === 'EVENT') return html`${day}<div class="event" part="event">${this.#eventText(item)}</div>`;
    const mine = this.#isMine(item);
    const joined = isRun(before, item);
    return html`${day}<desk-bubble exportparts="bubble,meta,card,price,image,file"
        .item=${item} .mine=${mine} .named=${!mine && !joined} .last=${!isRun(item, after)}
        .tick=${mine ? tickOf(item, this.marks) : undefined} .linkOf=${this.linkOf} .texts=${this.texts}
      ></desk-bubble>`;
  }

  #eventText({ body, senderName }: TimelineItem): string {
    return this.texts.events[body as EventWord]?.(senderName) ?? body;
  }

  readonly #scrolled = (): void => {
    const { log } = this;
    if (!log) return;
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < END_PX;
    // Only the reader's own way up leaves the end: what grows below him while a bubble is drawn does not.
    const atEnd = near || (this._atEnd && log.scrollTop >= this.#top);
    this.#top = log.scrollTop;
    this.#place(atEnd);
    if (log.scrollTop < 80 && log.scrollHeight > log.clientHeight && this.hasEarlier && !this.busy) this.#askEarlier();
  };

  #place(atEnd: boolean): void {
    if (atEnd === this._atEnd) return;
    this._atEnd = atEnd;
    this.dispatchEvent(new CustomEvent('desk-place', { detail: { atEnd }, bubbles: true, composed: true }));
  }

  readonly #askEarlier = (): void => {
    this.dispatchEvent(new CustomEvent('desk-earlier', { bubbles: true, composed: true }));
  };
}

define('desk-timeline', DeskTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'desk-timeline': DeskTimeline;
  }
}
