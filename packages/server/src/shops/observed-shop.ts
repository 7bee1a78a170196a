/** @module A shop that is watched: of every call somebody hears whether it was answered. */
import { faultOf, ShopError, type CallFault, type Shop } from '@shopdesk/core';

/** `fault` is null where the shop has answered, be it with no. */
export type Tell = (fault: CallFault | null, error?: unknown) => void;

export function observedShop(shop: Shop, tell: Tell): Shop {
  const watched = new Map<unknown, unknown>();
  const watch =
    (method: (...given: unknown[]) => unknown) =>
    async (...given: unknown[]): Promise<unknown> => {
      try {
        const answer = await Reflect.apply(method, shop, given);
        tell(null);
        return answer;
      } catch (error) {
        // Anything but a ShopError is a bug of the adapter, and says nothing of the shop.
        if (error instanceof ShopError) tell(error.code === 'UNAVAILABLE' ? faultOf(error) : null, error);
        throw error;
      }
    };
  // Over an empty object: a frozen shop’s own methods could not be replaced.
  return new Proxy({} as Shop, {
    has: (_, name) => name in shop,
    get(_, name) {
      const method: unknown = Reflect.get(shop, name, shop);
      if (typeof method !== 'function') return method;
      if (!watched.has(method)) watched.set(method, watch(method as (...given: unknown[]) => unknown));
      return watched.get(method);
    },
  });
}

/** A shop that cannot be asked, as the desk’s people and customers meet it: it does not answer. */
export function brokenShop(fault: CallFault): Shop {
  const fail = async (): Promise<never> => {
    throw new ShopError('UNAVAILABLE', 'The shop cannot be asked', { fault, sent: false });
  };
  return {
    capabilities: { changes: [] },
    customer: fail,
    customerByEmail: fail,
    customersByName: fail,
    order: fail,
    ordersOf: fail,
    product: fail,
    variant: fail,
    searchProducts: fail,
  };
}
