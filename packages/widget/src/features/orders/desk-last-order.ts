import { css, html, LitElement, nothing } from 'lit';
import { deskNow } from '../../connection/desk-clock.ts';
import type { ChatContext, RenderNotice } from '../../feature.ts';
import { base } from '../../elements/base-styles.ts';
import { define } from '../../elements/define.ts';
import { nearDay } from '../../elements/near-day.ts';
import { pageStyles } from '../../self-service/page-styles.ts';
import { picture } from '../../self-service/picture.ts';
import { Remote } from '../../self-service/remote.ts';
import { go, type ServicePage } from '../../self-service/service.ts';
import { loadLastOrder, type LastOrder } from './data.ts';
import { loadOrderWords, stateOf, type OrderWords } from './words.ts';

/** The shop is not asked more often than this for one who looks on. */
const AGAIN_MS = 60_000;

/**
 * The customer's last order on the first view: how it is, the day it comes, and what can be done with it now.
 *
 * @summary Last order.
 * @event {CustomEvent<{ page: ServicePage }>} desk-go - The order, what can be done with it, or all orders.
 */
export class DeskLastOrder extends LitElement {
  static override properties = { chat: { attribute: false }, _words: { state: true } };
  static override styles = [
    base,
    pageStyles,
    css`
      :host {
        border-radius: 14px;
        background: var(--desk-surface);
        box-shadow: 0 1px 3px #0000001f;
        overflow: hidden;
      }
      button {
        transition: background 0.12s;
      }
      button:focus-visible {
        outline-offset: -3px;
      }
      .order {
        display: flex;
        gap: 14px;
        align-items: center;
        inline-size: 100%;
        padding: 14px;
        text-align: start;
        border-radius: 0;
      }
      .order:hover,
      .all:hover {
        background: var(--desk-raised);
      }
      .picture {
        inline-size: 64px;
        block-size: 64px;
        border-radius: 12px;
      }
      .words {
        flex: 1;
        min-inline-size: 0;
      }
      .words > * {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .state {
        font-size: 17px;
        line-height: 1.35;
        white-space: normal;
      }
      .acts {
        display: grid;
        gap: 8px;
        grid-template-columns: repeat(auto-fit, minmax(136px, 1fr));
        padding: 0 14px 14px;
      }
      .acts button {
        min-block-size: 44px;
        font-weight: 600;
      }
      .acts button:first-child:last-child {
        grid-column: 1 / -1;
      }
      .all {
        inline-size: 100%;
        min-block-size: 44px;
        padding: 8px 14px;
        border-radius: 0;
        border-block-start: 1px solid var(--desk-line);
        text-align: start;
        font-weight: 600;
        font-size: 14px;
      }
    `,
  ];
  declare chat: ChatContext;
  declare _words: { readonly locale: string; readonly orders: OrderWords['orders'] } | undefined;
  readonly #remote = new Remote<LastOrder | null>(this, {
    connection: () => this.chat.connection,
    load: () => loadLastOrder(this.chat.connection),
    live: true,
    everyMs: AGAIN_MS,
  });

  override willUpdate(): void {
    const { locale } = this.chat.texts;
    if (this._words?.locale !== locale) void this.#speak(locale);
    this.hidden = !this._words || !this.#remote.value;
  }

  override render() {
    const { _words: words } = this;
    const last = this.#remote.value;
    if (!words || !last) return nothing;
    const { order, canTrack, canReturn, canChange } = last;
    const { orders } = words;
    const { id } = order;
    const acts: (readonly [label: string, page: ServicePage])[] = [
      ...(canTrack ? [[orders.track, { name: 'order', id, about: 'parcels' }] as const] : []),
      ...(canReturn ? [[orders.giveBack, { name: 'ask', id }] as const] : []),
      ...(canChange ? [[orders.change, { name: 'order', id, about: 'changes' }] as const] : []),
    ];
    return html`<button type="button" class="order" @click=${() => go(this, { name: 'order', id })}>
        ${picture(order.lines[0]?.imageUrl)}
        <span class="words">
          <span class="muted">${orders.last} · <bdi>${order.number}</bdi></span>
          <span class="state">${stateOf(order, orders)}</span>
          <span>${this.#day(order, orders)}</span>
          <span class="muted"><bdi>${order.lines.map(({ title }) => title).join(words.locale === 'zh-CN' ? '、' : ', ')}</bdi></span>
        </span>
      </button>
      ${acts.length > 0 ? html`<div class="acts">${acts.map(([label, page], index) => html`<button type="button" class="button ${index === 0 ? 'main' : ''}" @click=${() => go(this, page)}>${label}</button>`)}</div>` : nothing}
      <button type="button" class="all option" @click=${() => go(this, { name: 'orders' })}>${orders.all}</button>`;
  }

  /** The day it comes, came or was ordered, where the reader is. */
  #day(
    { status, placedAt, shipments }: LastOrder['order'],
    { arrives, wasDue, arrived, ordered }: OrderWords['orders'],
  ): string {
    const on = (at: string) => nearDay(at, this.chat.texts, deskNow());
    const [due] = shipments.flatMap(({ deliveredAt, expectedAt }) => (!deliveredAt && expectedAt ? [expectedAt] : []));
    if (status === 'SHIPPED' && due) return (Date.parse(due) < deskNow() ? wasDue : arrives)(on(due));
    const came = shipments
      .map(({ deliveredAt }) => deliveredAt)
      .filter((at) => at)
      .at(-1);
    if (came) return arrived(on(came));
    return ordered(on(placedAt));
  }

  async #speak(locale: string): Promise<void> {
    const texts = await loadOrderWords(locale).catch(() => undefined);
    if (texts && locale === this.chat.texts.locale) this._words = { locale, orders: texts.orders };
  }
}

/** How the first view shows it. */
export const render: RenderNotice = (chat) => html`<desk-last-order .chat=${chat}></desk-last-order>`;

define('desk-last-order', DeskLastOrder);
