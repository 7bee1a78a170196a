/**
 * @module A request that should succeed for every change, made from the orders of the shop under test.
 */
import type {
  Shop,
  ShopAddress,
  ShopChangeAnswer,
  ShopChangeInput,
  ShopChangeName,
  ShopOrder,
  ShopOrderLine,
  ShopVariant,
} from '../ports/shop.ts';
import type { ShopUnderTest } from './shop-contract-case.ts';
import { mustHold } from './shop-contract-checks.ts';

const OTHER_ADDRESS: ShopAddress = {
  line1: '1 Contract Street',
  line2: '',
  city: 'Proofville',
  region: 'CA',
  postalCode: '90210',
  country: 'USA',
};

/** An address that no order has. */
export const otherAddress = (subject: ShopUnderTest): ShopAddress => subject.otherAddress ?? OTHER_ADDRESS;

/** A request without its key. */
export type Unkeyed<N extends ShopChangeName> = Omit<ShopChangeInput<N>, 'idempotencyKey'>;
type Requests = { [N in ShopChangeName]: (subject: ShopUnderTest) => Promise<Unkeyed<N>> };

/** A line and the cheapest other variant it can be swapped for. */
export async function swapOf(shop: Shop, order: ShopOrder): Promise<{ line: ShopOrderLine; variant: ShopVariant }> {
  for (const line of order.lines) {
    const { variants } = await shop.product(line.productId);
    const [variant] = variants
      .filter(({ id, available, price }) => available && id !== line.variantId && price.amount <= line.unitPrice.amount)
      .toSorted((a, b) => a.price.amount - b.price.amount);
    if (variant) return { line, variant };
  }
  throw new Error(
    `The shop under test promised a line of ${order.id} with another available variant that costs no more`,
  );
}

/** The method that paid an order. */
export function payerOf(order: ShopOrder): string {
  const id = order.payments.find(({ kind }) => kind === 'PAYMENT')?.paymentMethodId;
  mustHold(id !== undefined, `${order.id} was paid by a known method`);
  return id;
}

async function secondMethodOf(shop: Shop, order: ShopOrder): Promise<string> {
  const { paymentMethods } = await shop.customer(order.customerId);
  const covers = (balance = 0) => balance >= order.amounts.total.amount;
  const second = paymentMethods.find(
    ({ id, kind, balance }) => id !== payerOf(order) && (kind !== 'GIFT_CARD' || covers(balance?.amount)),
  );
  mustHold(second !== undefined, `the customer of ${order.id} has a second payment method that covers the total`);
  return second.id;
}

/** One valid request for each change. */
export const validRequests: Requests = {
  cancelOrder: async ({ shop, orders }) => ({
    orderId: orders.open,
    reason: shop.capabilities.cancelReasons?.[0] ?? 'no longer needed',
  }),
  changeAddress: async (subject) => ({ orderId: subject.orders.open, address: otherAddress(subject) }),
  changePayment: async ({ shop, orders }) => ({
    orderId: orders.open,
    paymentMethodId: await secondMethodOf(shop, await shop.order(orders.open)),
  }),
  changeItems: async ({ shop, orders }) => {
    const order = await shop.order(orders.open);
    const { line, variant } = await swapOf(shop, order);
    const items = [{ lineId: line.id, quantity: line.quantity, newVariantId: variant.id }];
    return { orderId: order.id, items, paymentMethodId: payerOf(order) };
  },
  requestReturn: async ({ shop, orders }) => {
    const order = await shop.order(orders.delivered);
    const items = order.lines.slice(0, 1).map(({ id, quantity }) => ({ lineId: id, quantity }));
    return { orderId: order.id, items, paymentMethodId: payerOf(order) };
  },
  requestExchange: async ({ shop, orders }) => {
    const order = await shop.order(orders.delivered);
    const { line, variant } = await swapOf(shop, order);
    const items = [{ lineId: line.id, quantity: line.quantity, newVariantId: variant.id }];
    return { orderId: order.id, items, paymentMethodId: payerOf(order) };
  },
  updateCustomerAddress: async (subject) => ({ customerId: subject.customer.id, address: otherAddress(subject) }),
  refund: async ({ shop, orders }) => {
    const { id, amounts } = await shop.order(orders.delivered);
    const amount = { ...amounts.paid, amount: Math.max(1, Math.floor(amounts.paid.amount / 5)) };
    return { orderId: id, amount, reason: 'a fifth of what was paid' };
  },
};

/** Calls a change that the shop has declared. */
export function request<N extends ShopChangeName>(
  shop: Shop,
  name: N,
  input: Unkeyed<N>,
  idempotencyKey: string,
): Promise<ShopChangeAnswer<N>> {
  const changes = shop as Partial<Record<ShopChangeName, (input: unknown) => Promise<unknown>>>;
  mustHold(typeof changes[name] === 'function', `${name} has a method`);
  return changes[name]({ ...input, idempotencyKey }) as Promise<ShopChangeAnswer<N>>;
}

/** All that a change might touch. */
export async function stateOf({ shop, customer, orders }: ShopUnderTest): Promise<unknown> {
  const all = await Promise.all(Object.values(orders).map((id) => shop.order(id)));
  const people = [customer.id, ...all.map(({ customerId }) => customerId)];
  return { orders: all, customers: await Promise.all(people.map((id) => shop.customer(id))) };
}
