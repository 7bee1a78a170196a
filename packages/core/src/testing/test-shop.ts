/**
 * @module A shop in memory for tests: real idempotency and refusals, orders one can put into any state, and a line that
 * can be down, or lose the answer after the work was done.
 */
import {
  parseShopInput,
  SHOP_CHANGE_NAMES,
  SHOP_CHANGES,
  shopNotFound,
  shopRefusal,
  ShopError,
  type Shop,
  type ShopCapabilities,
  type ShopChangeName,
  type ShopChanges,
  type ShopCustomer,
  type ShopOrder,
  type ShopOrderEvent,
  type ShopOrderSearch,
  type ShopProduct,
  type ShopVariant,
} from '../ports/shop.ts';

type Changes = { readonly [N in ShopChangeName]: (input: never) => unknown };
/** UP; DOWN does nothing and does not answer; DEAF does the work and does not answer. */
export type Line = 'UP' | 'DOWN' | 'DEAF';

export interface TestShopOptions {
  readonly now: () => Date;
  readonly customers: readonly ShopCustomer[];
  readonly products: readonly ShopProduct[];
  readonly orders: readonly ShopOrder[];
  readonly capabilities?: Partial<ShopCapabilities>;
  /** Lists all orders. */
  readonly lists?: boolean;
  /** Lists what has changed, for a desk that asks. */
  readonly feeds?: boolean;
}

const clone = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export class TestShop {
  /** Asked before every call; a test sets it. */
  line: (call: string) => Line = () => 'UP';
  /** Every change that was really done, in order. */
  readonly done: { readonly name: ShopChangeName; readonly key: string }[] = [];
  readonly orders: Map<string, ShopOrder>;
  readonly customers: Map<string, ShopCustomer>;
  readonly products: Map<string, ShopProduct>;
  readonly #changed: string[] = [];
  readonly #answers = new Map<string, { answer?: unknown; error?: ShopError }>();
  readonly #options: TestShopOptions;

  constructor(options: TestShopOptions) {
    this.#options = options;
    const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, clone(one)]));
    this.orders = byId(options.orders);
    this.customers = byId(options.customers);
    this.products = byId(options.products);
  }

  /** The port over this shop. */
  get port(): Shop {
    const offered = this.#options.capabilities?.changes ?? SHOP_CHANGE_NAMES;
    const changes = Object.fromEntries(offered.map((name) => [name, (input: unknown) => this.#change(name, input)]));
    const look =
      <A extends readonly unknown[], T>(call: string, find: (...args: A) => T) =>
      async (...args: A): Promise<T> => {
        if (this.line(call) !== 'UP') throw new ShopError('UNAVAILABLE', 'The shop does not answer');
        return clone(find(...args));
      };
    const everybody = () => [...this.customers.values()];
    return {
      ...(changes as unknown as ShopChanges),
      capabilities: { changes: SHOP_CHANGE_NAMES, ...this.#options.capabilities },
      customer: look('customer', (id: string) => this.customers.get(id) ?? fail('Customer')),
      customerByEmail: look(
        'customerByEmail',
        (email: string) =>
          everybody().find((one) => one.email.toLowerCase() === email.toLowerCase()) ?? fail('Customer'),
      ),
      customersByName: look('customersByName', ({ givenName, familyName }: { givenName: string; familyName: string }) =>
        everybody().filter((one) => one.givenName === givenName && one.familyName === familyName),
      ),
      order: look('order', (id: string) => this.order(id)),
      ordersOf: look(
        'ordersOf',
        (customerId: string, { first = 20, after = '0' }: { first?: number; after?: string } = {}) => {
          const all = [...this.orders.values()].filter((one) => one.customerId === customerId);
          const end = Number(after) + first;
          return { items: all.slice(Number(after), end), ...(all.length > end ? { next: String(end) } : {}) };
        },
      ),
      product: look('product', (id: string) => this.products.get(id) ?? fail('Product')),
      variant: look('variant', (id: string) => this.variant(id)),
      searchProducts: look('searchProducts', ({ text = '' }: { readonly text?: string } = {}) => {
        const wanted = text.toLowerCase();
        const fits = ({ id, title }: ShopProduct) => [id, title].some((said) => said.toLowerCase().includes(wanted));
        return { items: [...this.products.values()].filter(fits) };
      }),
      ...(this.#options.feeds
        ? {
            orderChanges: look('orderChanges', (since = String(this.#changed.length)) => ({
              orderIds: this.#changed.slice(Number(since)),
              cursor: String(this.#changed.length),
            })),
          }
        : {}),
      ...(this.#options.lists
        ? { searchOrders: look('searchOrders', (search: ShopOrderSearch) => this.#search(search)) }
        : {}),
    };
  }

  #search({ text = '', status, placedFrom = '', placedBefore = '9', first = 20, after = '0' }: ShopOrderSearch): {
    items: ShopOrder[];
    next?: string;
  } {
    const emailOf = ({ customerId }: ShopOrder) => this.customers.get(customerId)?.email ?? '';
    const fits = (one: ShopOrder) =>
      (one.number.includes(text) || emailOf(one) === text) &&
      (!status || one.status === status) &&
      one.placedAt >= placedFrom &&
      one.placedAt < placedBefore;
    const found = [...this.orders.values()].filter(fits).toSorted((a, b) => (a.placedAt < b.placedAt ? 1 : -1));
    const end = Number(after) + first;
    return { items: found.slice(Number(after), end), ...(end < found.length ? { next: String(end) } : {}) };
  }

  order = (id: string): ShopOrder => this.orders.get(id) ?? fail('Order');
  variant = (id: string): ShopVariant =>
    [...this.products.values()].flatMap(({ variants }) => variants).find((one) => one.id === id) ?? fail('Variant');

  /** Puts an order into another state, as the shop's own staff would. */
  set(id: string, changes: Partial<ShopOrder>, event?: ShopOrderEvent['kind']): void {
    const order = this.order(id);
    this.#changed.push(id);
    const at = this.#options.now().toISOString();
    this.orders.set(id, {
      ...order,
      ...changes,
      updatedAt: at,
      history: event ? [...order.history, { at, kind: event }] : order.history,
    });
  }

  refunded = (id: string): number => this.order(id).amounts.refunded.amount;

  async #change(name: ShopChangeName, input: unknown): Promise<unknown> {
    const line = this.line(name);
    if (line === 'DOWN') throw new ShopError('UNAVAILABLE', 'The shop does not answer');
    const request = parseShopInput(SHOP_CHANGES[name].input, input);
    const { idempotencyKey } = request;
    if (!this.#answers.has(idempotencyKey)) this.#answers.set(idempotencyKey, this.#attempt(name, request));
    if (line === 'DEAF') throw new ShopError('UNAVAILABLE', 'The answer was lost');
    const { answer, error } = this.#answers.get(idempotencyKey) ?? {};
    if (error) throw error;
    return clone(answer);
  }

  #attempt(name: ShopChangeName, request: { idempotencyKey: string }): { answer?: unknown; error?: ShopError } {
    try {
      const answer = this.#changes[name](request as never);
      this.done.push({ name, key: request.idempotencyKey });
      return { answer: clone(answer) };
    } catch (error) {
      if (error instanceof ShopError) return { error };
      throw error;
    }
  }

  #pending(orderId: string): ShopOrder {
    const order = this.order(orderId);
    return ['CREATED', 'PAID', 'CONFIRMED', 'RELEASED_TO_WAREHOUSE', 'PACKED'].includes(order.status)
      ? order
      : refuse('ORDER_STATE');
  }

  #after(orderId: string, changes: Partial<ShopOrder>, event: ShopOrderEvent['kind']): ShopOrder {
    this.set(orderId, changes, event);
    return this.order(orderId);
  }

  #pay(order: ShopOrder, amount: number, paymentMethodId: string): Partial<ShopOrder> {
    const { currency } = order.amounts.total;
    if (amount > order.amounts.paid.amount - order.amounts.refunded.amount) refuse('ABOVE_REFUNDABLE');
    const id = `${order.id}/${order.payments.length + 1}`;
    return {
      payments: [
        ...order.payments,
        { id, kind: 'REFUND', amount: { amount, currency }, paymentMethodId, at: this.#options.now().toISOString() },
      ],
      amounts: { ...order.amounts, refunded: { amount: order.amounts.refunded.amount + amount, currency } },
    };
  }

  readonly #changes: Changes = {
    cancelOrder: ({ orderId, reason }: { orderId: string; reason: string }) => {
      const order = this.#pending(orderId);
      const paid = order.amounts.paid.amount - order.amounts.refunded.amount;
      return this.#after(
        orderId,
        {
          ...this.#pay(order, paid, order.payments[0]?.paymentMethodId ?? ''),
          status: 'CANCELLED',
          shopStatus: 'cancelled',
          cancelReason: reason,
        },
        'CANCELLED',
      );
    },
    changeAddress: ({ orderId, address }: { orderId: string; address: ShopOrder['address'] }) =>
      this.#after(this.#pending(orderId).id, { address }, 'ADDRESS_CHANGED'),
    changePayment: ({ orderId, paymentMethodId }: { orderId: string; paymentMethodId: string }) => {
      const order = this.#pending(orderId);
      const [first] = order.payments;
      if (!first || first.paymentMethodId === paymentMethodId) return refuse('PAYMENT_METHOD_SAME');
      const entry = (kind: 'PAYMENT' | 'REFUND', methodId: string, index: number) => ({
        ...first,
        id: `${orderId}/${index}`,
        kind,
        paymentMethodId: methodId,
      });
      return this.#after(
        orderId,
        { payments: [first, entry('PAYMENT', paymentMethodId, 2), entry('REFUND', first.paymentMethodId ?? '', 3)] },
        'PAYMENT_CHANGED',
      );
    },
    changeItems: ({ orderId, items }: { orderId: string; items: { lineId: string; newVariantId: string }[] }) => {
      const order = this.#pending(orderId);
      const swap = (line: ShopOrder['lines'][number]) => {
        const wanted = items.find(({ lineId }) => lineId === line.id);
        const variant = wanted && this.variant(wanted.newVariantId);
        return variant ? { ...line, variantId: variant.id, unitPrice: variant.price, options: variant.options } : line;
      };
      return this.#after(
        orderId,
        { lines: order.lines.map(swap), shopStatus: 'pending (item modified)' },
        'ITEMS_CHANGED',
      );
    },
    requestReturn: ({
      orderId,
      items,
      paymentMethodId,
    }: {
      orderId: string;
      items: { lineId: string; quantity: number }[];
      paymentMethodId?: string;
    }) => {
      const order = this.order(orderId);
      if (order.status !== 'DELIVERED') return refuse('ORDER_STATE');
      return this.#after(
        orderId,
        {
          returns: [
            ...order.returns,
            {
              id: `${orderId}/r${order.returns.length + 1}`,
              kind: 'RETURN',
              lines: items,
              ...(paymentMethodId === undefined ? {} : { paymentMethodId }),
            },
          ],
        },
        'RETURN_REQUESTED',
      );
    },
    requestExchange: ({
      orderId,
      items,
      paymentMethodId,
    }: {
      orderId: string;
      items: { lineId: string; quantity: number; newVariantId: string }[];
      paymentMethodId?: string;
    }) => {
      const order = this.order(orderId);
      if (order.status !== 'DELIVERED') return refuse('ORDER_STATE');
      return this.#after(
        orderId,
        {
          returns: [
            ...order.returns,
            {
              id: `${orderId}/r${order.returns.length + 1}`,
              kind: 'EXCHANGE',
              lines: items,
              ...(paymentMethodId === undefined ? {} : { paymentMethodId }),
            },
          ],
        },
        'EXCHANGE_REQUESTED',
      );
    },
    updateCustomerAddress: ({
      customerId,
      address,
    }: {
      customerId: string;
      address: NonNullable<ShopCustomer['address']>;
    }) => {
      const customer = { ...(this.customers.get(customerId) ?? fail('Customer')), address };
      this.customers.set(customerId, customer);
      return customer;
    },
    refund: ({
      orderId,
      amount,
      paymentMethodId,
    }: {
      orderId: string;
      amount: { amount: number };
      paymentMethodId?: string;
    }) => {
      const order = this.order(orderId);
      return this.#after(
        orderId,
        this.#pay(order, amount.amount, paymentMethodId ?? order.payments[0]?.paymentMethodId ?? ''),
        'REFUNDED',
      );
    },
  };
}

function fail(what: string): never {
  throw shopNotFound(what);
}

function refuse(reason: Parameters<typeof shopRefusal>[0]): never {
  throw shopRefusal(reason);
}
