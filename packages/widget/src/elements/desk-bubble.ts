import { css, html, LitElement, nothing } from 'lit';
import { base } from './base-styles.ts';
import { define } from './define.ts';
import { withLinks } from './text-links.ts';
import type { TimelineTexts, Tick } from './texts.ts';
import type { LinkOf, TimelineItem } from './timeline-item.ts';

const TICKS: Readonly<Record<Tick, string>> = { sending: '◷', sent: '✓', delivered: '✓✓', read: '✓✓', failed: '!' };

/**
 * One message. Text is only ever text: markup is shown as it was written, only web addresses can be followed.
 * The elements of cards and files are used by name; who shows such messages imports them.
 *
 * @summary Message bubble.
 * @event desk-retry - Send the failed message again.
 * @event desk-edit - Edit the failed message.
 * @event desk-discard - Delete the failed message, or cancel the one that is under way.
 * @csspart bubble - The bubble of a text.
 * @csspart meta - Time and tick.
 */
export class DeskBubble extends LitElement {
  static override properties = {
    item: { attribute: false },
    mine: { type: Boolean, reflect: true },
    named: { type: Boolean },
    last: { type: Boolean, reflect: true },
    tick: {},
    linkOf: { attribute: false },
    texts: { attribute: false },
  };
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 3px;
        max-inline-size: 84%;
        align-self: flex-start;
      }
      :host([mine]) {
        align-items: flex-end;
        align-self: flex-end;
      }
      .bubble {
        padding: 8px 12px;
        border: 1px solid transparent;
        border-radius: var(--desk-radius);
        background: var(--desk-raised);
        color: var(--desk-text);
      }
      .text {
        display: block;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
        text-align: start;
      }
      :host([last]) .bubble {
        border-end-start-radius: 4px;
      }
      :host([mine]) .bubble {
        background: var(--desk-colour);
        color: var(--desk-on-colour);
      }
      :host([mine][last]) .bubble {
        border-end-start-radius: var(--desk-radius);
        border-end-end-radius: 4px;
      }
      :host .NOTE,
      :host([mine]) .NOTE {
        background: var(--desk-note);
        color: var(--desk-text);
      }
      :host .EMOJI,
      :host([mine]) .EMOJI {
        background: none;
        font-size: 34px;
        line-height: 1.2;
        padding: 0;
      }
      .bubble a {
        unicode-bidi: isolate;
      }
      desk-card,
      desk-attachment {
        inline-size: 260px;
        max-inline-size: 100%;
      }
      .name,
      .meta {
        font-size: 12px;
        color: var(--desk-muted);
        padding-inline: 4px;
      }
      .meta {
        display: flex;
        gap: 6px;
        font-variant-numeric: tabular-nums;
      }
      .read {
        color: var(--desk-text);
        font-weight: 700;
      }
      .tick {
        letter-spacing: -4px;
        padding-inline-end: 4px;
      }
      .problem {
        color: var(--desk-danger);
        font-size: 13px;
        text-align: start;
      }
      .meta button,
      .problem button {
        text-decoration: underline;
        min-block-size: 24px;
        color: var(--desk-text);
      }
      .problem button {
        margin-inline-start: 8px;
      }
      /* Most messages arrive before anybody could cancel them. */
      .meta button {
        animation: late 1.5s;
      }
      @keyframes late {
        0%,
        99% {
          visibility: hidden;
        }
      }
    `,
  ];
  declare item: TimelineItem | undefined;
  declare mine: boolean;
  /** Shows who wrote it. */
  declare named: boolean;
  /** Last of its sender's run: shows time and tick. */
  declare last: boolean;
  declare tick: Tick | undefined;
  declare linkOf: LinkOf | undefined;
  declare texts: TimelineTexts;

  constructor() {
    super();
    this.mine = false;
    this.named = false;
    this.last = false;
  }

  override render() {
    const { item, texts } = this;
    if (!item) return nothing;
    const name =
      item.kind === 'NOTE'
        ? `${texts.note} · ${item.senderName}`
        : `${item.senderName || this.#role(item)}${item.isAuto || item.sender === 'BOT' ? ` · ${texts.auto}` : ''}`;
    return html`${
      this.named
        ? html`<bdi class="name">${name}</bdi>`
        : html`<span class="vh">${this.mine ? texts.you : name}: </span>`
    }
      ${this.#renderContent(item)} ${item.problem === undefined ? this.#renderMeta(item) : this.#renderProblem(item)}`;
  }

  #role({ sender }: TimelineItem): string {
    if (sender === 'CUSTOMER') return this.texts.customer;
    return sender === 'BOT' ? this.texts.robot : this.texts.agent;
  }

  #renderContent(item: TimelineItem) {
    const card = item.card
      ? html`<desk-card exportparts="card,price" .card=${item.card} .texts=${this.texts}></desk-card>`
      : nothing;
    if (item.card && !item.body) return card;
    if (item.attachment)
      return html`<desk-attachment exportparts="image,file" .file=${item.attachment} .linkOf=${this.linkOf} .upload=${item.upload} ?failed=${item.problem !== undefined} .texts=${this.texts}></desk-attachment>`;
    return html`<div class="bubble ${item.kind}" part="bubble"><span class="text" dir="auto">${withLinks(item.body)}</span></div>${card}`;
  }

  #renderMeta({ at, publicSeq, upload }: TimelineItem) {
    const { tick, texts } = this;
    const underWay = publicSeq === undefined && !upload;
    if (!this.last && tick !== 'sending' && !underWay) return nothing;
    const time = new Intl.DateTimeFormat(texts.locale, { timeStyle: 'short' }).format(new Date(at));
    return html`<div class="meta" part="meta">
      <time datetime=${at}>${time}</time>${tick ? html`<span class="tick ${tick}" role="img" aria-label=${texts.ticks[tick]} title=${texts.ticks[tick]}>${TICKS[tick]}</span>` : nothing}
      ${underWay ? this.#button('cancel', 'discard') : nothing}
    </div>`;
  }

  #renderProblem(item: TimelineItem) {
    const { texts } = this;
    return html`<div class="problem">
      ${texts.ticks.failed}${item.problem ? ` · ${item.problem}` : ''}
      ${item.final ? nothing : this.#button('retry')} ${item.kind === 'TEXT' ? this.#button('edit') : nothing} ${this.#button('discard')}
    </div>`;
  }

  /** A button that asks for what it says. */
  #button(label: 'retry' | 'edit' | 'discard' | 'cancel', asks: string = label) {
    const ask = (): void => {
      this.dispatchEvent(
        new CustomEvent(`desk-${asks}`, { detail: { item: this.item }, bubbles: true, composed: true }),
      );
    };
    return html`<button type="button" @click=${ask}>${this.texts[label]}</button>`;
  }
}

define('desk-bubble', DeskBubble);

declare global {
  interface HTMLElementTagNameMap {
    'desk-bubble': DeskBubble;
  }
}
