/**
 * @module The shop behind a store, as an actor may use it: a shopper sees what is signed as his, staff what their
 * stores sell.
 */
import { refuse, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { SHOP_REFUSALS, shopFor, ShopError, type Shop, type ShopCustomer, type ShopOrder } from '../../ports/shop.ts';
import { Store } from '../access/index.ts';
import { CustomerIdentity } from '../customers/index.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { quoted, verbatim, type Said } from '../../kernel/said.ts';
import { inWords } from '../../kernel/sentence.ts';
import { orderTexts as t } from './texts.ts';

export interface ShopAccess {
  readonly store: RowOf<typeof Store>;
  readonly shop: Shop;
}

/** The store and its shop; a shopper's own, whatever he names. */
export async function shopOf(ctx: ReadContext, storeId: string | undefined): Promise<ShopAccess> {
  const id =
    ctx.actor.kind === 'shopper'
      ? ctx.actor.storeId
      : (storeId ?? refuse('VALIDATION_FAILED', { fields: [{ path: 'storeId', text: ownTexts.required }] }));
  const store = await ctx.get(Store, id);
  const shop = ctx.ports.shop(store.id) ?? refuse('NOT_FOUND');
  return { store, shop: shopFor(ctx.actor, shop) };
}

/** Says a shop's error in the desk's words. */
export function refuseShopError(error: unknown): never {
  if (!(error instanceof ShopError)) throw error;
  if (error.code === 'NOT_FOUND') return refuse('NOT_FOUND', { details: { shop: error.message } });
  if (error.code === 'UNAVAILABLE') return refuse('SHOP_UNAVAILABLE');
  if (error.code === 'INVALID')
    return refuse('VALIDATION_FAILED', { text: refusalText(error), details: { refusal: refusalOf(error) } });
  return refuse('POLICY_DENIED', {
    text: refusalText(error),
    details: { ruleIds: [], refusal: error.message, reasons: [refusalOf(error)] },
  });
}

/** Why the shop declined. The words of a validator are for engineers: people are told which fields. */
function refusalText({ reason, code, fields = [], message }: ShopError): Said {
  if (reason) return quoted(SHOP_REFUSALS[reason]);
  if (code !== 'INVALID') return verbatim(message);
  const named = fields.map(({ path }) => path).filter(Boolean);
  return named.length > 0 ? t.shopCannotTakeFields({ fields: named.join(', ') }) : t.shopCannotTake;
}

/** The same in both languages, for rows that keep it. */
export const refusalOf = (error: ShopError): { en: string; zh: string } => inWords(refusalText(error));

/** The order, if the actor may see it. A shopper sees only what the shop's backend signed as his. */
export async function orderOf(ctx: ReadContext, { shop }: ShopAccess, orderId: string): Promise<ShopOrder> {
  const order = await shop.order(orderId).catch(noOrder);
  const { actor } = ctx;
  if (actor.kind !== 'shopper') return order;
  const mine = actor.externalId !== undefined && order.customerId === actor.externalId;
  return mine ? order : refuse('NOT_FOUND');
}

/** An order of somebody else and one that does not exist look the same. */
function noOrder(error: unknown): never {
  if (error instanceof ShopError && error.code === 'NOT_FOUND') return refuse('NOT_FOUND');
  return refuseShopError(error);
}

/** The buyer in the shop, and his file in the desk when there is one. */
export async function buyerOf(
  ctx: ReadContext,
  { shop, store }: ShopAccess,
  order: ShopOrder,
): Promise<{ customer: ShopCustomer; customerId: string | null }> {
  const customer = await shop.customer(order.customerId).catch(refuseShopError);
  if (ctx.actor.kind === 'shopper') return { customer, customerId: ctx.actor.customerId };
  const link = await ctx.trusted('facts of the customer').first(CustomerIdentity, {
    storeId: store.id,
    channel: 'SHOP',
    externalId: order.customerId,
  });
  return { customer, customerId: link?.customerId ?? null };
}
