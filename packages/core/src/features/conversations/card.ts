import { refuse, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { ShopError, type Shop } from '../../ports/shop.ts';
import { externalIdOf } from '../customers/index.ts';
import type { Conversation, Message } from './entities.ts';

type Card = NonNullable<RowOf<typeof Message>['card']>;
type ConversationRow = RowOf<typeof Conversation>;

/**
 * Describes a product or an order as the shop knows it now. An order must be the customer's own, signed by the shop;
 * anything else does not exist for this conversation.
 */
export async function shopCard(
  ctx: ReadContext,
  conversation: ConversationRow,
  asked: { type: Card['type']; id: string },
): Promise<Card> {
  const shop = ctx.ports.shop(conversation.storeId) ?? refuse('NOT_FOUND');
  try {
    return asked.type === 'PRODUCT'
      ? await productCard(shop, asked.id)
      : await orderCard(ctx, shop, conversation, asked.id);
  } catch (error) {
    if (error instanceof ShopError && error.code === 'NOT_FOUND') return refuse('NOT_FOUND');
    throw error;
  }
}

async function productCard(shop: Shop, id: string): Promise<Card> {
  const product = await shop.product(id);
  const prices = product.variants.map((variant) => variant.price);
  const price = prices.reduce(
    (low, next) => (next.amount < low.amount ? next : low),
    prices[0] ?? { amount: 0, currency: 'XXX' },
  );
  return {
    type: 'PRODUCT',
    id,
    title: clip(product.title, 300),
    detail: '',
    price: prices.length > 0 ? price : null,
    url: product.url ?? null,
  };
}

/** Without its state, which is another one tomorrow. */
async function orderCard(ctx: ReadContext, shop: Shop, conversation: ConversationRow, id: string): Promise<Card> {
  const externalId = await externalIdOf(ctx, conversation.customerId);
  const order = await shop.order(id);
  if (!externalId || order.customerId !== externalId) return refuse('NOT_FOUND');
  const detail = order.lines.map((line) => `${line.title} × ${line.quantity}`).join(', ');
  return {
    type: 'ORDER',
    id,
    title: clip(order.number, 300),
    detail: clip(detail, 500),
    price: order.amounts.total,
    url: null,
  };
}
