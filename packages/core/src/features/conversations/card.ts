/**
 * @module Cards: what a message shows of something else, as it was when it was sent. Those of the shop are described
 * here; each other type by the feature that adds it.
 */
import { z } from 'zod';
import { clip } from '../../kernel/clip.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { named, type BaseRow } from '../../kernel/entity.ts';
import { Money } from '../../kernel/money.ts';
import { answer, point } from '../../kernel/point.ts';
import { memberOf, vocabulary } from '../../kernel/vocabulary.ts';
import { ShopError, type Shop } from '../../ports/shop.ts';
import { externalIdOf } from '../customers/index.ts';
import { conversationTexts as t } from './texts.ts';

/** What a card shows. */
export const CardType = vocabulary('MessageCardType', {
  PRODUCT: { en: 'Product', zh: '商品' },
  ORDER: { en: 'Order', zh: '订单' },
});
export const cardType = memberOf(CardType);

/** Something shown in the chat, as it was described when it was sent. */
export const MessageCard = named(
  'MessageCard',
  z.object({
    type: cardType,
    id: z.string().max(200),
    title: z.string().max(300),
    detail: z.string().max(500),
    price: Money.nullable(),
    url: z.string().max(2000).nullable(),
    /** The shop's picture of the product, or of the first thing in the order. */
    imageUrl: z.string().max(2000).nullish(),
  }),
);
export type MessageCard = z.output<typeof MessageCard>;

/** A card that somebody wants to send into a conversation. */
export interface AskedCard {
  readonly type: MessageCard['type'];
  readonly id: string;
  readonly conversation: BaseRow & { readonly storeId: string; readonly customerId: string };
}

/**
 * Describes what a card shows, in the reach of whoever sends it; undefined for types of others. What does not exist for
 * this conversation is refused as NOT_FOUND.
 */
export const card = point<AskedCard, MessageCard>('message.card');

/** @throws DeniedError VALIDATION_FAILED for a type that nobody can send by itself */
export async function cardFor(ctx: ReadContext, asked: AskedCard): Promise<MessageCard> {
  const [described] = await ctx.ask(card, asked);
  const problem = { path: 'card.type', text: t.cardTypeUnsendable };
  return described ?? refuse('VALIDATION_FAILED', { fields: [problem] });
}

/**
 * Describes a product or an order as the shop knows it now. An order must be the customer's own, signed by the shop;
 * anything else does not exist for this conversation.
 */
export const shopCards = answer(card, async (ctx, { type, id, conversation }) => {
  if (type !== 'PRODUCT' && type !== 'ORDER') return undefined;
  const shop = ctx.ports.shop(conversation.storeId) ?? refuse('NOT_FOUND');
  try {
    return type === 'PRODUCT' ? await productCard(shop, id) : await orderCard(ctx, shop, conversation, id);
  } catch (error) {
    if (error instanceof ShopError && error.code === 'NOT_FOUND') return refuse('NOT_FOUND');
    throw error;
  }
});

/** An address that is too long for a card is none. */
const pictureOf = (shown: { readonly imageUrl?: string | undefined } | undefined): string | null =>
  shown?.imageUrl && shown.imageUrl.length <= 2000 ? shown.imageUrl : null;

async function productCard(shop: Shop, id: string): Promise<MessageCard> {
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
    imageUrl: pictureOf(product),
  };
}

/** Without its state, which is another one tomorrow. */
async function orderCard(
  ctx: ReadContext,
  shop: Shop,
  { customerId }: AskedCard['conversation'],
  id: string,
): Promise<MessageCard> {
  const externalId = await externalIdOf(ctx, customerId);
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
    imageUrl: pictureOf(order.lines[0]),
  };
}
