/** @module What one can do about a warranty. */
import { Customer, defineAction, deny, instant, localDay, one, storeOf, type ActionContext } from '@shopdesk/core';
import { z } from 'zod';
import { Covered, WarrantyClaim } from './entities.ts';
import { warrantyTexts } from './texts.ts';

export const claimWarranty = defineAction({
  title: { en: 'Claim warranty', zh: '申请保修' },
  allow: { shopper: true },
  input: z.object({ product: z.string().trim().min(1).max(200), fault: z.string().trim().min(1).max(1000) }),
  output: one(WarrantyClaim),
  // Whom the shop has not named has bought nothing that it could repair.
  check: ({ actor }) =>
    actor.kind === 'shopper' && actor.verified ? undefined : deny('FORBIDDEN', { text: warrantyTexts.signIn }),
  run: async (ctx, { product, fault }) => {
    const { storeId, customerId } = ctx.actor as Extract<typeof ctx.actor, { kind: 'shopper' }>;
    return ctx.insert(WarrantyClaim, {
      storeId,
      customerId,
      product,
      fault,
      state: 'REQUESTED',
      declineReason: null,
      repairReport: null,
      requestedAt: ctx.now,
      requestedOn: localDay(ctx.now, (await storeOf(ctx, storeId)).timeZone).day,
    });
  },
});

export const withdrawWarrantyClaim = defineAction({
  title: { en: 'Withdraw the claim', zh: '撤回保修申请' },
  allow: { shopper: true },
  on: WarrantyClaim,
  event: 'withdraw',
  input: z.object({}),
  output: one(WarrantyClaim),
  run: (ctx, claim) => ctx.fire(WarrantyClaim, claim, 'withdraw'),
});

/** The figure of accepted claims is split by who decided them. */
const decider = ({ actor }: ActionContext) => ({ decidedById: actor.kind === 'staff' ? actor.userId : null });

export const acceptWarrantyClaim = defineAction({
  title: { en: 'Accept the claim', zh: '通过保修申请' },
  allow: { staff: 'warranty.decide' },
  on: WarrantyClaim,
  event: 'accept',
  input: z.object({}),
  output: one(WarrantyClaim),
  run: (ctx, claim) => ctx.fire(WarrantyClaim, claim, 'accept', decider(ctx)),
});

export const declineWarrantyClaim = defineAction({
  title: { en: 'Decline the claim', zh: '拒绝保修申请' },
  allow: { staff: 'warranty.decide' },
  on: WarrantyClaim,
  event: 'decline',
  input: z.object({ reason: z.string().trim().min(1).max(500) }),
  output: one(WarrantyClaim),
  run: (ctx, claim, { reason }) =>
    ctx.fire(WarrantyClaim, claim, 'decline', { declineReason: reason, ...decider(ctx) }),
});

/** What the workshop tells by its webhook. */
export const noteWarrantyRepair = defineAction({
  title: { en: 'Note the repair', zh: '登记维修结果' },
  allow: { system: true },
  on: WarrantyClaim,
  event: 'repair',
  input: z.object({ report: z.string().trim().min(1).max(1000) }),
  output: one(WarrantyClaim),
  run: (ctx, claim, { report }) => ctx.fire(WarrantyClaim, claim, 'repair', { repairReport: report }),
});

export const coverCustomer = defineAction({
  title: { en: 'Set the warranty of a customer', zh: '设置客户保修期' },
  allow: { staff: 'warranty.decide' },
  on: Customer,
  input: z.object({ until: instant().nullable() }),
  output: one(Covered),
  run: (ctx, customer, { until }) => ctx.update(Covered, customer, { coveredUntil: until }),
});
