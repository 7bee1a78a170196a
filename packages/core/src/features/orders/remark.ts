import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { sendOrderChange } from './change-effect.ts';
import { OrderRemark, OrderServiceRequest, remarkFlag } from './entities.ts';
import { erpStageOf } from './facts.ts';
import { orderOf, shopOf } from './shop-access.ts';

const changed = z.record(z.string().max(100), z.json());
const SELF_SERVICE = '客户自助修改 / Changed by the customer';

/**
 * Puts a flag with its reason on an order (R-MID-08). Who and when is what the desk knows, not what is sent; a remark
 * is never changed or removed. A change after the order was printed must be acknowledged by those who pack it
 * (R-MID-09).
 */
export const addOrderRemark = defineAction({
  title: { en: 'Add an order remark', zh: '添加订单备注' },
  allow: { staff: 'order.remark' },
  inPerson: true,
  input: z.object({
    storeId: z.string(),
    orderId: z.string().min(1).max(200),
    flag: remarkFlag.default('RED'),
    reason: z.string().trim().max(1000).default(''),
    before: changed.nullable().default(null),
    after: changed.nullable().default(null),
  }),
  output: one(OrderRemark),
  check: (_ctx, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, { orderId, ...input }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    const order = await orderOf(ctx, await shopOf(ctx, input.storeId), orderId);
    const erpStage = erpStageOf(order);
    return ctx.insert(OrderRemark, {
      ...input,
      orderId: order.id,
      orderNumber: order.number,
      agentId: actor.userId,
      agentNo: actor.agentNo,
      at: ctx.now,
      erpStageAt: erpStage,
      requestId: null,
      needsAcknowledgement: input.after !== null && erpStage !== 'RECEIVED',
      acknowledgedBy: [],
      acknowledgedAt: null,
    });
  },
});

/** The remark of a change that somebody asked for. */
export function remarkOf(ctx: ActionContext, request: RowOf<typeof OrderServiceRequest>): RowOf<typeof OrderRemark> {
  const { id, storeId, orderId, orderNumber, reason, agentId, agentNo, before, after, erpStage } = request;
  return ctx.insert(OrderRemark, {
    storeId,
    orderId: orderId ?? '',
    orderNumber: orderNumber ?? '',
    flag: 'RED',
    reason: reason || SELF_SERVICE,
    agentId,
    agentNo,
    at: ctx.now,
    before,
    after,
    erpStageAt: erpStage,
    requestId: id,
    needsAcknowledgement: erpStage !== 'RECEIVED',
    acknowledgedBy: [],
    acknowledgedAt: null,
  });
}

/** Says that one has read a change and will pack accordingly. A change that waited for this word is then made. */
export const acknowledgeOrderRemark = defineAction({
  title: { en: 'Acknowledge an order remark', zh: '确认订单备注' },
  allow: { staff: 'order.acknowledge' },
  on: OrderRemark,
  input: z.object({}),
  output: one(OrderRemark),
  run: async (ctx, remark) => {
    const by = ctx.actor.kind === 'staff' ? ctx.actor.agentNo : '';
    if (remark.acknowledgedBy.includes(by)) return remark;
    const request = await ctx.maybe(OrderServiceRequest, remark.requestId);
    if (request?.state === 'SUBMITTED') await accept(ctx, request);
    return ctx.update(OrderRemark, remark, {
      acknowledgedBy: [...remark.acknowledgedBy, by],
      acknowledgedAt: remark.acknowledgedAt ?? ctx.now,
      needsAcknowledgement: false,
    });
  },
});

async function accept(ctx: ActionContext, request: RowOf<typeof OrderServiceRequest>): Promise<void> {
  const accepted = ctx.fire(OrderServiceRequest, request, 'accept');
  if (request.way === 'SHOP') await sendOrderChange(ctx, accepted);
}
