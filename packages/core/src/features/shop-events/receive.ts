/**
 * @module What a shop's signed events do. Nothing in them is believed but which order or refund to look at: the order is
 * read from the shop, and a refund must be one that the desk has ordered, to the cent.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { Money } from '../../kernel/money.ts';
import { ShopError, type ShopOrder } from '../../ports/shop.ts';
import { customerOf, openConversationOf, tell } from '../orders/notice.ts';
import { retryAt } from '../orders/settle.ts';
import { refuseShopError } from '../orders/shop-access.ts';
import { tellOrderChanges } from '../orders/watch.ts';

const storeId = z.string();
const orderId = z.string().min(1).max(200);
const told = value('ShopEventTold', z.object({ told: z.int() }));

const readKey = (store: string, order: string) => `shop-event:${store}:${order}`;

/**
 * The shop says that an order has changed. It gets its answer at once and the order is read right afterwards: a shop that
 * waits for the desk, which waits for the shop, would hang.
 */
export const noteOrderChange = defineAction({
  title: { en: 'Note a changed order', zh: '接收订单变更' },
  allow: { system: true },
  input: z.object({ storeId, orderId }),
  output: told,
  unaudited: true,
  run: async (ctx, input) => {
    if (!ctx.ports.shop(input.storeId)) refuse('NOT_FOUND');
    await ctx.schedule(readKey(input.storeId, input.orderId), ctx.now, 'readChangedOrder', { ...input, tries: 0 });
    return { told: 0 };
  },
});

/** Reads a changed order and tells what is new; tried again while the shop does not answer. */
export const readChangedOrder = defineAction({
  title: { en: 'Read a changed order', zh: '读取变更的订单' },
  allow: { system: true },
  input: z.object({ storeId, orderId, tries: z.int() }),
  output: told,
  unaudited: true,
  run: async (ctx, input) => {
    const order = await readOrder(ctx, input);
    if (order)
      return {
        told: await tellOrderChanges(ctx, input.storeId, order, { seen: Math.max(0, order.history.length - 1) }),
      };
    if (order === undefined)
      await ctx.schedule(readKey(input.storeId, input.orderId), retryAt(ctx.now, input.tries), 'readChangedOrder', {
        ...input,
        tries: input.tries + 1,
      });
    return { told: 0 };
  },
});

/** Null when there is no such order, undefined while the shop does not answer. */
async function readOrder(
  ctx: ActionContext,
  input: { storeId: string; orderId: string },
): Promise<ShopOrder | null | undefined> {
  try {
    return await ctx.ports.shop(input.storeId)?.order(input.orderId);
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    return error.code === 'UNAVAILABLE' ? undefined : null;
  }
}

const sameMoney = (a: z.output<typeof Money>, b: z.output<typeof Money>) =>
  a.amount === b.amount && a.currency === b.currency;
const wrong = (path: string, message: string): never => refuse('VALIDATION_FAILED', { fields: [{ path, message }] });

/**
 * The shop, or its payment provider, says that an order was paid. The shop's own books must say the same; a callback for
 * another amount is refused, and the same payment is told once.
 */
export const notePayment = defineAction({
  title: { en: 'Note a payment', zh: '接收付款通知' },
  allow: { system: true },
  input: z.object({
    storeId,
    orderId,
    paymentId: z.string().min(1).max(200),
    amount: Money.extend({ amount: z.int().positive() }),
  }),
  output: told,
  run: async (ctx, input) => {
    const shop = ctx.ports.shop(input.storeId) ?? refuse('NOT_FOUND');
    const order = await shop.order(input.orderId).catch(refuseShopError);
    const payment =
      order.payments.find(({ id, kind }) => id === input.paymentId && kind === 'PAYMENT') ??
      wrong('paymentId', 'Not a payment of this order.');
    if (!sameMoney(payment.amount, input.amount)) wrong('amount', 'Not the amount of this payment.');
    const customerId = await customerOf(ctx, input.storeId, order.customerId);
    const conversation = await openConversationOf(ctx, input.storeId, { customerId });
    if (!conversation) return { told: 0 };
    const notice = {
      key: `paid:${order.id}:${payment.id}`,
      zh: `已收到您的订单 ${order.number} 的付款。`,
      en: `We have received the payment of your order ${order.number}.`,
    };
    const after = await tell(ctx, conversation, [notice]);
    return { told: after === conversation ? 0 : 1 };
  },
});
