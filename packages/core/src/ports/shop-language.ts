/** @module A shop as somebody reads it: every question asks for the reader's language. */
import type { Actor } from '../kernel/actor.ts';
import type { Shop, ShopCall } from './shop.ts';

/** At which place each question takes what goes with the call. */
const CALL_AT: Readonly<Record<string, number>> = {
  order: 1,
  ordersOf: 2,
  searchOrders: 1,
  product: 1,
  variant: 1,
  searchProducts: 1,
};

/** The shop in the actor's language, where one is known: titles, options and states are answered in it. */
export function shopFor(actor: Actor, shop: Shop): Shop {
  const locale = 'locale' in actor ? actor.locale : undefined;
  if (!locale) return shop;
  // Over an empty object: a frozen shop's own methods could not be replaced.
  return new Proxy({} as Shop, {
    has: (_, name) => name in shop,
    get(_, name) {
      const method: unknown = Reflect.get(shop, name, shop);
      const at = CALL_AT[String(name)];
      if (typeof method !== 'function' || at === undefined) return method;
      return (...given: unknown[]) => {
        const call: ShopCall = { ...(given[at] as ShopCall | undefined), locale };
        return Reflect.apply(method, shop, [
          ...Array.from({ length: at }, (_none, index) => given[index]),
          call,
        ]) as unknown;
      };
    },
  });
}
