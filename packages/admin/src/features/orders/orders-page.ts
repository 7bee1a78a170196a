/** @module The orders of a store: searched, flagged, and those that wait for the word of who packs. */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { clientContext, directoryContext, navigationContext, Use, viewerContext } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Pages } from '../../kit/pages.ts';
import { emptyState, failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tables } from '../../kit/table-style.ts';
import { kitWords } from '../../kit/words.ts';
import { connectLink } from './connect-link.ts';
import { searchOrders, type Flag, type ListedOrder, type OrderPage, type OrderStatus } from './data.ts';
import { flagMark, flagStyle, statusChip } from './looks.ts';
import { orderPath } from './order-path.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { orderTabs } from './tabs.ts';
import { orderWords } from './words.ts';

const PAGE = 20;
const TYPING_PAUSE_MS = 300;
const STATUSES: readonly OrderStatus[] = [
  'CREATED',
  'PAID',
  'CONFIRMED',
  'RELEASED_TO_WAREHOUSE',
  'PACKED',
  'SHIPPED',
  'DELIVERED',
  'COMPLETED',
  'CLOSED_UNPAID',
  'CANCELLED',
  'RETURNED',
];
const FLAGS: readonly Flag[] = ['RED', 'YELLOW', 'GREEN', 'BLUE', 'PURPLE'];

interface Row extends ListedOrder {
  readonly flag?: OrderPage['flags'][number] | undefined;
  readonly buyer?: OrderPage['buyers'][number] | undefined;
}

/** Midnight of a day in the time of this device; the end of a span is the midnight after it. */
function midnight(day: string, plusDays = 0): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plusDays).toISOString();
}

export class DeskOrders extends DeskElement {
  static override properties = { search: { attribute: false }, source: { state: true } };
  static override styles = [
    base,
    controls,
    states,
    tables,
    flagStyle,
    tabStyle,
    css`
      td.money,
      th.money {
        text-align: end;
      }
      @container (inline-size < 45rem) {
        td.money {
          text-align: start;
        }
      }
    `,
  ];

  search = new URLSearchParams();
  source: OrderPage['source'] = 'SHOP';
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #directory = new Use(this, directoryContext);
  readonly #navigation = new Use(this, navigationContext);
  readonly #viewer = new Use(this, viewerContext);
  readonly #pages = new Pages<Row>(this, {
    key: () => (this.#storeId ? `${this.#storeId}?${this.search}` : undefined),
    load: (after) => this.#load(after),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  get #storeId(): string {
    const stores = this.#directory.maybe?.stores;
    const wanted = this.search.get('store');
    return (wanted && stores?.has(wanted) ? wanted : stores?.keys().next().value) ?? '';
  }

  async #load(after: string | null) {
    const get = (name: string) => this.search.get(name);
    const [text, status, flag, from, until] = [get('text'), get('status'), get('flag'), get('from'), get('until')];
    const page = await this.#client.value.query(searchOrders, {
      storeId: this.#storeId,
      first: PAGE,
      ...(text ? { text } : {}),
      ...(status ? { status: status as OrderStatus } : {}),
      ...(flag ? { flag: flag as Flag } : {}),
      ...(from ? { placedFrom: midnight(from) } : {}),
      ...(until ? { placedBefore: midnight(until, 1) } : {}),
      ...(after ? { after } : {}),
    });
    this.source = page.source;
    const rows = page.items.map((item): Row => ({
      ...item,
      flag: page.flags.find(({ orderId }) => orderId === item.id),
      buyer: page.buyers.find(({ shopCustomerId }) => shopCustomerId === item.customerId),
    }));
    return { rows, endCursor: page.next, hasMore: page.next !== null };
  }

  #set(name: string, value: string, pause = 0): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      const search = new URLSearchParams(this.search);
      if (value) search.set(name, value);
      else search.delete(name);
      this.#navigation.value.go(search.size > 0 ? `/orders?${search}` : '/orders', { replace: true });
    }, pause);
  }

  override render() {
    const words = this.words(orderWords);
    return html`<div class="page">
      <div class="page-head"><h1>${words.title}</h1></div>
      ${orderTabs('all', this.language, this.#navigation.value)} ${this.#renderFilters()}
      ${this.source === 'KNOWN' && this.#pages.ready && !this.search.get('flag') ? html`<p class="notice">${icon('info')}<span>${words.known}</span></p>` : nothing}
      <div class="card table">${this.#renderRows()}</div>
    </div>`;
  }

  #renderFilters() {
    const words = this.words(orderWords);
    const { any } = this.words(kitWords);
    const { search } = this;
    const stores = [...(this.#directory.maybe?.stores.values() ?? [])];
    return html`<div class="filter-bar" role="search" aria-label=${words.title}>
      ${stores.length > 1 ? selectField({ id: 'store', label: words.store, value: this.#storeId, choices: stores.map(({ id, name }) => ({ value: id, label: name })), onInput: (id) => this.#set('store', id) }) : nothing}
      ${textField({ id: 'text', type: 'search', label: words.search, value: search.get('text') ?? '', maxLength: 200, onInput: (text) => this.#set('text', text.trim(), TYPING_PAUSE_MS) })}
      ${selectField({ id: 'status', label: words.status, value: (search.get('status') ?? '') as OrderStatus | '', empty: any, choices: this.language.choices('ShopOrderStatus', STATUSES), onInput: (status) => this.#set('status', status) })}
      ${selectField({ id: 'flag', label: words.flag, value: (search.get('flag') ?? '') as Flag | '', empty: any, choices: this.language.choices('RemarkFlag', FLAGS), onInput: (flag) => this.#set('flag', flag) })}
      ${textField({ id: 'from', type: 'date', label: words.from, value: search.get('from') ?? '', onInput: (day) => this.#set('from', day) })}
      ${textField({ id: 'until', type: 'date', label: words.until, value: search.get('until') ?? '', onInput: (day) => this.#set('until', day) })}
    </div>`;
  }

  #renderConnect() {
    const navigation = this.#navigation.value;
    return html`${connectLink(this.#storeId, { viewer: this.#viewer.value, navigation, language: this.language })}`;
  }

  #renderRows() {
    const { language } = this;
    const words = this.words(orderWords);
    const { rows, ready, problem, pending, hasMore } = this.#pages;
    const retry = () => void this.#pages.retry();
    if (!ready && problem?.code === 'NOT_FOUND')
      return emptyState({ icon: 'shop', title: words.noShop, action: this.#renderConnect() });
    if (!ready) return problem ? failedState(language, problem, retry) : pendingState(language);
    if (rows.length === 0)
      return emptyState({ icon: 'receipt', title: this.search.size > 0 ? words.none : words.noneYet });
    return html`<table class="stacking" aria-busy=${pending}>
        <caption class="visually-hidden">${words.title}</caption>
        <thead><tr><th scope="col">${words.number}</th><th scope="col">${words.status}</th><th
          scope="col">${words.flag}</th><th scope="col">${words.buyer}</th><th scope="col">${words.goods}</th><th
          scope="col" class="money">${words.total}</th><th scope="col">${words.placed}</th></tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderRow(row),
        )}</tbody>
      </table>
      ${problem ? failedState(language, problem, retry) : nothing}
      ${hasMore && !problem ? html`<div class="more"><button class="button" type="button" aria-disabled=${pending} @click=${() => void this.#pages.more()}>${pending ? this.words(kitWords).loading : this.words(kitWords).loadMore}</button></div>` : nothing}`;
  }

  #renderRow(row: Row) {
    const { language } = this;
    const words = this.words(orderWords);
    const [first] = row.lines;
    const navigation = this.#navigation.value;
    return html`<tr>
      <th scope="row"><a class="numeric"
        href=${navigation.href(orderPath(this.#storeId, row.id))}>${row.number}</a></th>
      <td data-label=${words.status}>${statusChip(row, language)}</td>
      <td data-label=${words.flag}><span
        class="row wrap">${flagMark(row.flag?.flag, language, row.flag?.reason)}${row.flag?.needsAcknowledgement ? html`<span class="chip warn">${icon('clock', 'small')}${words.tabs.tasks}</span>` : nothing}</span></td>
      <td data-label=${words.buyer}>${row.buyer ? html`<a href=${navigation.href(`/customers/${row.buyer.customerId}`)}>${row.buyer.name || row.customerId}</a>` : html`<span class="muted">${row.customerId}</span>`}</td>
      <td data-label=${words.goods}><span>${first ? words.more(first.title, row.lines.length - 1) : ''} <span
        class="muted small">${words.pieces(row.lines.reduce((sum, { quantity }) => sum + quantity, 0))}</span></span></td>
      <td data-label=${words.total} class="money numeric">${language.money(row.amounts.total)}</td>
      <td data-label=${words.placed}><time datetime=${row.placedAt}
        title=${language.full(row.placedAt)}>${language.moment(row.placedAt)}</time></td>
    </tr>`;
  }
}

define('desk-admin-orders', DeskOrders);
