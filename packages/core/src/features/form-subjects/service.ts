import { Conversation } from '../conversations/index.ts';
import { Customer } from '../customers/index.ts';
import { formSubject } from '../forms/index.ts';
import { orderOf, OrderRemark, shopOf } from '../orders/index.ts';
import { Subjects } from './codes.ts';

export const ofConversation = formSubject(Subjects, {
  code: 'CONVERSATION',
  entity: Conversation.name,
  find: async (ctx, id) => {
    const row = await ctx.maybe(Conversation, id);
    if (!row) return undefined;
    const customer = await ctx.maybe(Customer, row.customerId);
    const facts = { channel: row.channel, ...(customer ? { customerNick: customer.nick || customer.name } : {}) };
    return { storeId: row.storeId, label: `#${row.id.slice(-8)}`, customerId: row.customerId, facts };
  },
});

/** An order lives in the shop, which is asked for it. */
export const ofOrder = formSubject(Subjects, {
  code: 'ORDER',
  find: async (ctx, id, storeId) => {
    const { actor } = ctx;
    if (actor.kind === 'staff' && !actor.permissions.has('order.read')) return undefined;
    const order = await orderOf(ctx, await shopOf(ctx, storeId), id);
    return { storeId, label: order.number, facts: { orderNumber: order.number, order: order.number } };
  },
});

export const ofRemark = formSubject(Subjects, {
  code: 'ORDER_REMARK',
  entity: OrderRemark.name,
  prints: ['F9'],
  find: async (ctx, id) => {
    const row = await ctx.maybe(OrderRemark, id);
    if (!row) return undefined;
    const said = (value: unknown) => (value === null ? '–' : JSON.stringify(value));
    return {
      storeId: row.storeId,
      label: row.orderNumber,
      facts: {
        orderNumber: row.orderNumber,
        remarkFlag: row.flag,
        reason: row.reason.slice(0, 500).replaceAll(/\s+/g, ' '),
        before: said(row.before),
        after: said(row.after),
        agentNo: row.agentNo,
        changedAt: row.at,
        erpStage: row.erpStageAt,
        informed: row.acknowledgedBy.join(', '),
      },
    };
  },
});
