/** @module Orders that somebody follows when their shift ends. */
import { answer } from '../../kernel/point.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { ItemKind, openWork } from '../shifts/index.ts';
import { OrderWatch } from './entities.ts';

export const OrderItem = addTo(ItemKind, { ORDER: { en: 'Order', zh: '订单' } });

export const followedOrders = answer(openWork, async (ctx, { userId, storeId, most }) => {
  const rows = await ctx.find(OrderWatch, {
    where: [{ storeId }, { followerIds: { has: userId } }, { endsAt: { gt: ctx.now } }],
    order: [['changedAt', 'desc']],
    limit: most,
  });
  return rows.map(({ orderId, orderNumber, status }) => ({
    kind: OrderItem.codes.ORDER,
    refId: orderId,
    text: `${orderNumber} · ${status}`,
  }));
});
