/**
 * @module What the order that a conversation is about fills into a script: its goods, and of a parcel under way its
 * number, where it is and when it arrives.
 */
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { ShopError, type ShopOrder } from '../../ports/shop.ts';
import { type Locale, storeOf } from '../access/index.ts';
import { Message, PUBLIC_KINDS, type Conversation } from '../conversations/index.ts';
import { externalIdOf } from '../customers/index.ts';

type ConversationRow = RowOf<typeof Conversation>;
type Values = ReadonlyMap<string, string>;

const ORDER_VARIABLES = ['items', 'trackingNo', 'node', 'shipDate', 'eta'] as const;
const NONE: Values = new Map();
/** Messages that are looked through for the order shown last. */
const MOST_LOOKED_THROUGH = 100;
/** From here on a scan says whose door it is, and the parcel is at no branch any more. */
const AT_THE_DOOR = ['OUT_FOR_DELIVERY', 'DELIVERED'];

/** Whether an order could fill one of the names. */
export const needsOrder = (variables: readonly string[]): boolean =>
  variables.some((name) => (ORDER_VARIABLES as readonly string[]).includes(name));

/**
 * What the order shown last in a conversation says, by the names that scripts use. What the shop does not know, or what
 * is past, is left out; so is an order that is not this customer's, and everything for staff who may not see orders.
 */
export async function orderValues(ctx: ReadContext, conversation: ConversationRow, language: Locale): Promise<Values> {
  const order = await orderShown(ctx, conversation);
  if (!order) return NONE;
  const { timeZone } = await storeOf(ctx, conversation.storeId);
  const day = (at: string) =>
    new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone }).format(new Date(at));
  const underWay = order.shipments.filter(({ deliveredAt }) => !deliveredAt);
  // Of two parcels nobody can say which one is meant.
  const parcel = underWay.length === 1 ? underWay[0] : undefined;
  const scan = parcel?.events.at(-1);
  const said: Readonly<Record<(typeof ORDER_VARIABLES)[number], string | undefined>> = {
    items: order.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(language === 'en' ? ', ' : '、'),
    trackingNo: parcel?.trackingNumbers.join(', '),
    node: scan && !AT_THE_DOOR.includes(scan.status) ? scan.place : undefined,
    shipDate: parcel?.shippedAt && day(parcel.shippedAt),
    eta: parcel?.expectedAt && parcel.expectedAt > ctx.now ? day(parcel.expectedAt) : undefined,
  };
  return new Map(Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

async function orderShown(
  ctx: ReadContext,
  { id, storeId, customerId }: ConversationRow,
): Promise<ShopOrder | undefined> {
  const shop = ctx.ports.shop(storeId);
  if (!shop || ctx.actor.kind !== 'staff' || !ctx.actor.permissions.has('order.read')) return undefined;
  const where = { conversationId: id, kind: { in: PUBLIC_KINDS } };
  const messages = await ctx
    .trusted('part of a seen row')
    .find(Message, { where, order: [['seq', 'desc']], limit: MOST_LOOKED_THROUGH });
  const card = messages.find((message) => message.card?.type === 'ORDER')?.card;
  if (!card) return undefined;
  const [order, externalId] = await Promise.all([
    shop.order(card.id).catch(unlessShopError),
    externalIdOf(ctx, customerId),
  ]);
  return order && order.customerId === externalId ? order : undefined;
}

/** What the shop does not tell now is not filled in. */
function unlessShopError(error: unknown): undefined {
  if (!(error instanceof ShopError)) throw error;
}
