/** @module A few harmless questions that show whether a shop can be used, and with which an owner recognises it. */
import { z } from 'zod';
import { pause } from '../../kernel/host.ts';
import { clip } from '../../kernel/clip.ts';
import { CallError, faultOf, type CallFault } from '../../ports/call-fault.ts';
import { ShopError, ShopProduct, type Shop } from '../../ports/shop.ts';
import type { shopCheckSubject } from './entities.ts';

export interface Checked {
  readonly subject: (typeof shopCheckSubject.options)[number];
  readonly fault: CallFault | null;
  readonly example: string | null;
}

/** Longer nobody waits in front of the page; an adapter’s own end should come earlier. */
const LONGEST_MS = 20_000;
/** Of no customer: the domain can’t exist (RFC 2606). */
const NOBODY = 'connection-test@shopdesk.invalid';
const NO_ORDER = 'shopdesk-connection-test';
const FEW = 5;

const Page = z.object({ items: z.array(z.unknown()) });

const questions: Readonly<Record<Checked['subject'], (shop: Shop) => Promise<string | null>>> = {
  PRODUCTS: async (shop) => {
    const { items } = Page.parse(await shop.searchProducts({ text: '', first: FEW }));
    return items.map((item) => ShopProduct.parse(item).title)[0] ?? null;
  },
  CUSTOMERS: async (shop) => {
    await shop.customerByEmail(NOBODY).catch(answered);
    return null;
  },
  ORDERS: async (shop) => {
    if (shop.searchOrders) return (await shop.searchOrders({ first: FEW })).items[0]?.number ?? null;
    await shop.order(NO_ORDER).catch(answered);
    return null;
  },
};

/** That there is no such thing is an answer too. */
function answered(error: unknown): void {
  if (!(error instanceof ShopError) || error.code === 'UNAVAILABLE') throw error;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = pause(LONGEST_MS).then(() => Promise.reject(new CallError('TOO_SLOW', 'The shop did not answer.')));
  late.catch(() => undefined);
  return Promise.race([work, late]);
}

/** Asks the shop for a product, a customer and an order, all at once. */
export const probe = (shop: Shop): Promise<Checked[]> =>
  Promise.all(
    Object.entries(questions).map(async ([subject, ask]): Promise<Checked> => {
      const asked = { subject: subject as Checked['subject'] };
      try {
        const example = await inTime(ask(shop));
        return { ...asked, fault: null, example: example === null ? null : clip(example, 200) };
      } catch (error) {
        return { ...asked, fault: faultOf(error), example: null };
      }
    }),
  );
