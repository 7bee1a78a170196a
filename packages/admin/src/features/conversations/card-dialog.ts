/**
 * @module Sends a product or one of the customer's orders as a card: found by what it is called and seen with picture,
 * price and stock, what the customer asked about first. A number that somebody knows is still taken.
 */
import { css, html, nothing } from 'lit';
import type { OutboxContent } from '@shopdesk/core/client';
import { pastedText } from '@shopdesk/core/text';
import { clientContext, Use } from '../../desk/contexts.ts';
import { customerOrders, type Order } from '../../desk/orders.ts';
import type { ConversationItem } from '../../desk/rows.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { failedState, pendingState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { tabStyle } from '../../kit/tab-style.ts';
import { messages } from './data.ts';
import { dialogWords } from './dialog-words.ts';
import { productOf, searchProducts, type Product } from './product-data.ts';
import { inboxWords } from './words.ts';

const MOST = 20;
const PAUSE_MS = 250;
/** So many entries back a product of the customer's is looked for. */
const LOOK_BACK = 50;
const KINDS = ['PRODUCT', 'ORDER'] as const;
type Kind = (typeof KINDS)[number];

/**
 * @summary Picks a product or one of the customer's orders to send as a card; the shop fills in what it says.
 * @event {OutboxContent} desk-pick-card - The card to send.
 */
export class DeskCardDialog extends DeskElement {
  static override properties = {
    item: { attribute: false },
    kind: { state: true },
    text: { state: true },
    wanted: { state: true },
    broken: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    tabStyle,
    css`
      ul {
        display: grid;
        gap: 0.25rem;
        min-block-size: 12rem;
        max-block-size: min(24rem, 50dvh);
        align-content: start;
        overflow: auto;
      }
      .pick {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0.125rem 0.75rem;
        align-items: center;
        inline-size: 100%;
        padding: 0.5rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .pick:hover {
        background: var(--hover);
      }
      .picture {
        display: grid;
        place-items: center;
        inline-size: 3rem;
        block-size: 3rem;
        border-radius: 0.375rem;
        background: var(--ground);
        object-fit: cover;
      }
      .price {
        text-align: end;
      }
    `,
  ];

  declare item: ConversationItem;
  kind: Kind = 'PRODUCT';
  /** What is in the field, and what of it is looked for. */
  text = '';
  wanted = '';
  /** Pictures that cannot be had; a drawing stands in. */
  broken: ReadonlySet<string> = new Set();
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #client = new Use(this, clientContext);
  readonly #products = new Loader(this, {
    args: () => (this.kind === 'PRODUCT' ? ([this.item.storeId, this.wanted] as const) : undefined),
    load: async ([storeId, text]) =>
      (await this.#client.value.query(searchProducts, { storeId, text, first: MOST })).items,
  });
  /** The product that the customer has shown last. */
  readonly #asked = new Loader(this, {
    args: () => [this.item.id, this.item.storeId] as const,
    load: async ([conversationId, storeId]) => {
      const { nodes } = await this.#client.value.query(messages, { conversationId, last: LOOK_BACK });
      const shown = nodes.findLast(({ sender, card }) => sender === 'CUSTOMER' && card?.type === 'PRODUCT');
      return shown?.card && this.#client.value.query(productOf, { storeId, productId: shown.card.id });
    },
  });
  readonly #orders = new Loader(this, {
    args: () => (this.kind === 'ORDER' ? ([this.item.customerId] as const) : undefined),
    load: async ([customerId]) => (await this.#client.value.query(customerOrders, { customerId, first: MOST })).orders,
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  #type(text: string): void {
    this.text = text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => (this.wanted = pastedText(text)), PAUSE_MS);
  }

  #send(card: { readonly id: string; readonly title: string; readonly price: Order['amounts']['total'] | null }): void {
    const content: OutboxContent = { card: { type: this.kind, detail: '', url: null, imageUrl: null, ...card } };
    this.tell('desk-pick-card', content);
  }

  /** Enter sends what alone was found, else what was typed as a number. */
  #submit(event: Event): void {
    event.preventDefault();
    const id = pastedText(this.text);
    if (!id) return this.renderRoot.querySelector<HTMLElement>('#text')?.focus();
    const products = this.#products.value ?? [];
    const [only] = products.length === 1 && this.wanted === id ? products : [];
    this.#send(this.kind === 'PRODUCT' && only ? cardOf(only) : { id, title: id, price: null });
  }

  override render() {
    const words = this.words(dialogWords);
    const typed = pastedText(this.text);
    const names = { PRODUCT: words.product, ORDER: this.words(inboxWords).order };
    return html`<desk-admin-dialog open heading=${words.cardTitle}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>
        <div class="tabs" role="group" aria-label=${words.cardKind}>
          ${KINDS.map(
            (kind) => html`<button class="tab" type="button" aria-pressed=${kind === this.kind}
            @click=${() => (this.kind = kind)}>${names[kind]}</button>`,
          )}
        </div>
        ${textField({
          id: 'text',
          label: this.kind === 'PRODUCT' ? words.productFind : words.orderFind,
          value: this.text,
          maxLength: 200,
          onInput: (value) => this.#type(value),
        })}
        ${this.kind === 'PRODUCT' ? this.#renderProducts() : this.#renderOrders()}
      </form>
      ${typed ? html`<button slot="actions" class="button" form="form">${words.sendNumber}</button>` : nothing}
    </desk-admin-dialog>`;
  }

  #renderProducts() {
    const words = this.words(dialogWords);
    const { value, problem } = this.#products;
    if (problem) return failedState(this.language, problem, () => void this.#products.reload());
    if (!value) return pendingState(this.language);
    const asked = this.wanted ? undefined : this.#asked.value;
    const page = this.item.pageUrl;
    const seen = value.filter(({ id, url }) => id !== asked?.id && url && page?.startsWith(url));
    const first = [...(asked ? [asked] : []), ...(this.wanted ? [] : seen)];
    const rest = value.filter((product) => !first.some(({ id }) => id === product.id));
    return html`<ul aria-label=${words.product}>
      ${first.map((product) => this.#renderProduct(product, words.looksAt))}
      ${rest.map((product) => this.#renderProduct(product, ''))}
      ${first.length + rest.length === 0 ? html`<li class="muted" role="status">${words.noProduct}</li>` : nothing}
    </ul>`;
  }

  #renderProduct(product: Product, note: string) {
    const { title, imageUrl } = product;
    const words = this.words(dialogWords);
    const { price } = cardOf(product);
    const stock = stockOf(product);
    const said = stock === 0 ? words.soldOut : stock === undefined ? words.available : words.inStock(stock);
    return html`<li><button class="pick" type="button" @click=${() => this.#send(cardOf(product))}>
      ${this.#renderPicture(imageUrl)}
      <span><b>${title}</b>${note ? html`<br /><span class="small muted">${note}</span>` : nothing}</span>
      <span class="price numeric">${price ? this.language.money(price) : ''}<br /><span
        class="small ${stock === 0 ? 'danger' : 'muted'}">${said}</span></span>
    </button></li>`;
  }

  #renderPicture(address: string | null) {
    if (!address || this.broken.has(address)) return html`<span class="picture">${icon('bag')}</span>`;
    const drop = () => (this.broken = new Set([...this.broken, address]));
    return html`<img class="picture" src=${address} alt="" loading="lazy" referrerpolicy="no-referrer"
      @error=${drop} />`;
  }

  #renderOrders() {
    const words = this.words(dialogWords);
    const { value, problem } = this.#orders;
    if (problem) return failedState(this.language, problem, () => void this.#orders.reload());
    if (!value) return pendingState(this.language);
    const wanted = this.wanted.toLocaleLowerCase();
    const fits = ({ number, lines }: Order) =>
      [number, ...lines.map(({ title }) => title)].some((said) => said.toLocaleLowerCase().includes(wanted));
    const shown = value.filter(fits);
    return html`<ul aria-label=${words.orderPick}>
      ${shown.map(({ id, number, status, placedAt, lines, amounts }) => {
        const goods = this.language.list(lines.map(({ title, quantity }) => `${title} × ${quantity}`));
        const send = () => this.#send({ id, title: number, price: amounts.total });
        return html`<li><button class="pick" type="button" @click=${send}>
          <span class="picture">${icon('receipt')}</span>
          <span><b>${number}</b> <span class="chip">${this.language.code('ShopOrderStatus', status)}</span><br /><span
            class="small muted">${goods}</span></span>
          <span class="price numeric">${this.language.money(amounts.total)}<br /><time
            class="small muted" datetime=${placedAt}>${this.language.moment(placedAt)}</time></span>
        </button></li>`;
      })}
      ${shown.length === 0 ? html`<li class="muted" role="status">${words.noOrder}</li>` : nothing}
    </ul>`;
  }
}

/** The lowest price stands for the product, as on the card itself. */
function cardOf({ id, title, imageUrl, variants }: Product) {
  const [price] = variants.map((variant) => variant.price).toSorted((a, b) => a.amount - b.amount);
  return { id, title, imageUrl, price: price ?? null };
}

/** How many there are of all kinds; undefined: there are some, and the shop does not say how many. */
function stockOf({ variants }: Product): number | undefined {
  const there = variants.filter(({ available }) => available);
  if (there.length === 0) return 0;
  return there.some(({ stock }) => stock === null)
    ? undefined
    : there.reduce((sum, { stock }) => sum + (stock ?? 0), 0);
}

define('desk-admin-card-dialog', DeskCardDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-card-dialog': DeskCardDialog;
  }
}
