/**
 * @module Another customer's order must not be named (R-SEC-01). Whatever looks like an order's number is asked of the
 * shop; one that it does not know, or that belongs to this customer, may be said.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { ShopError, type Shop } from '../../ports/shop.ts';
import { externalIdOf } from '../customers/index.ts';
import type { MessageHit } from '../conversations/index.ts';
import type { Addressee } from './own-data.ts';

/** Digits with letters, a dash or a hash in front, as shops number orders. */
const NUMBER = /(?<![A-Za-z0-9])#?[A-Za-z]{0,4}-?\d{5,20}(?![A-Za-z0-9])/g;
/** Questions to the shop for one text. */
const MOST_ASKED = 3;
const REPLACEMENT = { zh: '您的订单', en: 'your order' } as const;

/** Finds the numbers of orders that are not this customer's. */
export async function otherOrderHits(
  ctx: ReadContext,
  text: string,
  { storeId, customerId }: Addressee,
): Promise<MessageHit[]> {
  const found = Array.from(text.matchAll(NUMBER)).slice(0, MOST_ASKED);
  const shop = found.length > 0 ? ctx.ports.shop(storeId) : undefined;
  if (!shop) return [];
  const externalId = await externalIdOf(ctx, customerId);
  const buyers = await Promise.all(found.map((match) => buyerOf(shop, match[0])));
  return found.flatMap((match, at) => {
    const buyer = buyers[at];
    return buyer === undefined || buyer === externalId ? [] : [hitAt(match[0], match.index)];
  });
}

async function buyerOf(shop: Shop, number: string): Promise<string | undefined> {
  try {
    return (await shop.order(number)).customerId;
  } catch (error) {
    if (error instanceof ShopError) return undefined;
    throw error;
  }
}

const hitAt = (span: string, start: number): MessageHit => ({
  span,
  start,
  end: start + span.length,
  rule: 'other-order',
  class: 'PRIVACY',
  level: 'BLOCK',
  replacement: { ...REPLACEMENT },
  clause: null,
  confirmed: false,
});
