/**
 * @module What a shop's signed events do. Nothing in them is believed but which order or refund to look at: the order
 * is read from the shop, and a refund must be one that the desk has ordered, to the cent.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { defineEffect } from '../../kernel/effect.ts';
import { Money } from '../../kernel/money.ts';
import { SHOP_LOOKUP_CERTAINTY } from '../../ports/shop.ts';
import { customerNoticeOf, informCustomer } from '../customer-notices/index.ts';
import { connectedShop, customerOf, refuseShopError, SHOP_EFFECT, tellOrderChanges } from '../orders/index.ts';
import { changedOrderTimer } from './timers.ts';
import { paymentTold } from './told.ts';
import { shopEventTexts as t } from './texts.ts';
import type { Said } from '../../kernel/said.ts';

const storeId = z.string();
const orderId = z.string().min(1).max(200);
const told = value('ShopEventTold', z.object({ told: z.int() }));

/**
 * The shop says that an order has changed. It gets its answer at once and the order is read right afterwards: a shop
 * that waits for the desk, which waits for the shop, would hang.
 */
export const noteOrderChange = defineAction({
  title: { en: 'Note a changed order', zh: '接收订单变更' },
  allow: { system: true },
  input: z.object({ storeId, orderId }),
  output: told,
  unaudited: true,
  run: async (ctx, input) => {
    if (!ctx.ports.shop(input.storeId)) refuse('NOT_FOUND');
    await ctx.at(changedOrderTimer, ctx.now, input.storeId, { orderId: input.orderId });
    return { told: 0 };
  },
});

/** Reads an order that has changed. */
export const readOrder = defineEffect({
  ...SHOP_EFFECT,
  name: 'shopEvents.readOrder',
  title: { en: 'Read a changed order', zh: '读取变更的订单' },
  input: z.object({ storeId, orderId }),
  certainty: SHOP_LOOKUP_CERTAINTY,
  fleeting: true,
  lane: ({ storeId: store, orderId: order }) => `read:${store}:${order}`,
  about: ({ storeId: store, orderId: order }) => ({ entity: 'Order', id: order, label: order, storeId: store }),
  do: (ports, { storeId: store, orderId: order }, call) => connectedShop(ports, store).order(order, call),
  done: (ctx, { storeId: store }, order) =>
    order && tellOrderChanges(ctx, store, order, { seen: Math.max(0, order.history.length - 1) }),
  refused: () => undefined,
});

/** Has a changed order read; what has changed while it was read is read again. */
export const readChangedOrder = defineAction({
  title: { en: 'Read a changed order', zh: '读取变更的订单' },
  allow: { system: true },
  // An earlier version has counted its tries.
  input: z.object({ storeId, orderId, tries: z.int().default(0) }),
  output: told,
  unaudited: true,
  run: async (ctx, { storeId: store, orderId: order }) => {
    await ctx.send(readOrder, `${store}:${order}:${ctx.now}`, { storeId: store, orderId: order });
    return { told: 0 };
  },
});

const sameMoney = (a: z.output<typeof Money>, b: z.output<typeof Money>) =>
  a.amount === b.amount && a.currency === b.currency;
const wrong = (path: string, text: Said): never => refuse('VALIDATION_FAILED', { fields: [{ path, text }] });

/**
 * The shop, or its payment provider, says that an order was paid. The shop's own books must say the same; a callback
 * for another amount is refused, and the same payment is told once.
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
      wrong('paymentId', t.otherPayment);
    if (!sameMoney(payment.amount, input.amount)) wrong('amount', t.otherAmount);
    const customerId = await customerOf(ctx, input.storeId, order.customerId);
    const key = `${input.storeId}:${order.id}:${payment.id}`;
    if (await customerNoticeOf(ctx, paymentTold, key)) return { told: 0 };
    const row = await informCustomer(ctx, paymentTold, {
      storeId: input.storeId,
      customerId,
      key,
      zh: `已收到您的订单 ${order.number} 的付款。`,
      en: `We have received the payment of your order ${order.number}.`,
      about: { entity: 'Order', id: order.id },
    });
    return { told: row && row.state !== 'SUPPRESSED' ? 1 : 0 };
  },
});
