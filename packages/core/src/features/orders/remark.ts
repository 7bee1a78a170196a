import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { Store } from '../access/entities.ts';
import { ERP_STAGES, OrderRemark, REMARK_FLAGS } from './entities.ts';

const changed = z.record(z.string().max(100), z.json());

/**
 * Puts a flag with its reason on an order (R-MID-08). Who and when is what the desk knows, not what is sent; a remark is
 * never changed or removed. A change after the order was printed must be acknowledged by those who pack it (R-MID-09).
 */
export const addOrderRemark = defineAction({
  title: { en: 'Add an order remark', zh: '添加订单备注' },
  allow: { staff: 'order.remark' },
  input: z.object({
    storeId: z.string(),
    orderId: z.string().min(1).max(200),
    flag: z.enum(REMARK_FLAGS).default('RED'),
    reason: z.string().trim().max(1000).default(''),
    before: changed.nullable().default(null),
    after: changed.nullable().default(null),
    erpStage: z.enum(ERP_STAGES).default('RECEIVED'),
  }),
  output: one(OrderRemark),
  check: async (ctx, { storeId, reason }) => {
    await ctx.get(Store, storeId);
    return reason ? undefined : deny('REASON_REQUIRED');
  },
  run: (ctx, { erpStage, ...input }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    return ctx.insert(OrderRemark, {
      ...input,
      agentId: actor.userId,
      agentNo: actor.agentNo,
      at: ctx.now,
      erpStageAt: erpStage,
      needsAcknowledgement: input.after !== null && erpStage !== 'RECEIVED',
      acknowledgedBy: [],
    });
  },
});

/** Says that one has read a change and will pack accordingly. */
export const acknowledgeOrderRemark = defineAction({
  title: { en: 'Acknowledge an order remark', zh: '确认订单备注' },
  allow: { staff: 'order.acknowledge' },
  on: OrderRemark,
  input: z.object({ id: z.string() }),
  output: one(OrderRemark),
  run: async (ctx, { id }) => {
    const remark = await ctx.get(OrderRemark, id);
    const by = ctx.actor.kind === 'staff' ? ctx.actor.agentNo : '';
    if (remark.acknowledgedBy.includes(by)) return remark;
    return ctx.update(OrderRemark, remark, { acknowledgedBy: [...remark.acknowledgedBy, by], needsAcknowledgement: false });
  },
});
