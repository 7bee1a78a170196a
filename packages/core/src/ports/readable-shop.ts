/**
 * @module What a shop answers, made fit for the desk: text that no database keeps is repaired, a null counts as absent,
 * and one order that cannot be read hides no other.
 */
import type { z } from 'zod';
import { MAX_INPUT_DEPTH, isTooDeep, storable } from '../kernel/input.ts';
import { ShopOrder } from './shop-order.ts';
import { ShopError } from './shop-error.ts';
import type { Shop } from './shop.ts';

/** An answer that could not be read: by its id and the names of its fields, never by what stands in them. */
export interface UnreadableOrder {
  readonly orderId: string;
  readonly fields: readonly string[];
}

const isNode = (value: unknown): value is object => value !== null && typeof value === 'object';

/** The same without every field that is null, which most languages write for "not set". */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isNode(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutNulls(inner)]));
}

/** An answer as the desk can keep it. @throws ShopError UNAVAILABLE when it is nested too deeply to be one. */
function usable<T>(answer: T): T {
  if (isTooDeep(answer, MAX_INPUT_DEPTH)) throw new ShopError('UNAVAILABLE', 'The shop’s answer is nested too deeply');
  return storable(answer);
}

const NO_ADDRESS = { line1: '', city: '', postalCode: '', country: '' };

/** An order with whatever part of its address the shop has left out. */
const withAddress = (item: unknown): unknown =>
  isNode(item) && 'address' in item && isNode(item.address)
    ? { ...item, address: { ...NO_ADDRESS, ...item.address } }
    : item;

const pathsOf = ({ issues }: z.ZodError): string[] => [...new Set(issues.map(({ path }) => path.join('.')))];
const idOf = (item: unknown): string =>
  isNode(item) && 'id' in item && typeof item.id === 'string' ? item.id.slice(0, 200) : '';

/** The shop with every answer made fit; `tell` hears of each order that was left out. */
export function readableShop(shop: Shop, tell: (unreadable: UnreadableOrder) => void): Shop {
  const read = (item: unknown): ShopOrder | undefined => {
    const order = ShopOrder.safeParse(withAddress(withoutNulls(usable(item))));
    if (!order.success) tell({ orderId: idOf(item), fields: pathsOf(order.error) });
    return order.data;
  };
  const one = (item: unknown) => {
    const order = read(item);
    if (!order) throw new ShopError('UNAVAILABLE', 'The order has another form than expected');
    return order;
  };
  const page = (answer: { readonly items: readonly unknown[]; readonly next?: string | null }) => ({
    items: answer.items.flatMap((item) => read(item) ?? []),
    ...(answer.next ? { next: answer.next } : {}),
  });
  const readers: Readonly<Record<string, (answer: never) => unknown>> = {
    order: one,
    ordersOf: page,
    searchOrders: page,
  };
  // Over an empty object: a frozen shop’s own methods could not be replaced.
  return new Proxy({} as Shop, {
    has: (_, name) => name in shop,
    get(_, name) {
      const method: unknown = Reflect.get(shop, name, shop);
      if (typeof method !== 'function') return method;
      const reader = readers[String(name)] ?? usable;
      return async (...given: unknown[]) => reader((await Reflect.apply(method, shop, given)) as never);
    },
  });
}
