/**
 * @module What happens outside the desk: the shop is told of the return, money goes back. Each is written down first and
 * carries a key, so that however often it is tried it is done once.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { mayFire } from '../../kernel/machine.ts';
import { ShopError, type Shop } from '../../ports/shop.ts';
import { Store } from '../access/entities.ts';
import { zonedDay, zonedDayEnd } from '../../policies/index.ts';
import { refusalOf } from '../orders/shop-access.ts';
import { AfterSalesCase } from './entities.ts';
import { caseSettled } from './events.ts';
import { caseMachine } from './machine.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

const RETRY_MS = [5_000, 30_000, 120_000, 600_000, 3_600_000];
const DAY_MS = 24 * 3600 * 1000;
const RETURN_DAYS = 7;

/** What an approved case leads to. */
const NEXT: Record<CaseRow['type'], string> = {
  RETURN_REFUND: 'needsReturn', EXCHANGE: 'needsReturn', REPAIR: 'needsReturn', REFUND_ONLY: 'refundOnly', COMPENSATION: 'refundOnly', RESHIP: 'reship', USAGE_HELP: 'explain',
};

/** Tells the shop of an approved case and moves it on; tried again while the shop is away. */
export const advanceCase = defineAction({
  title: { en: 'Advance the case', zh: '推进售后单' },
  allow: { system: true },
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => {
    const row = await ctx.get(AfterSalesCase, id);
    if (row.state !== 'APPROVED' || row.shopState !== 'PENDING') return row;
    const told = await tellShop(ctx, row);
    return told === undefined ? retry(ctx, row, 'advanceCase') : moveOn(ctx, row, told);
  },
});

/** DONE, REFUSED with its reason, or undefined when the shop does not answer. */
async function tellShop(ctx: ActionContext, row: CaseRow): Promise<Partial<CaseRow> | undefined> {
  const shop = ctx.ports.shop(row.storeId);
  const call = shop && shopCall(shop, row);
  if (!call) return { shopState: 'NONE' };
  try {
    await call();
    return { shopState: 'DONE' };
  } catch (error) {
    if (!(error instanceof ShopError)) throw error;
    return error.code === 'UNAVAILABLE' ? undefined : { shopState: 'REFUSED', shopRefusal: refusalOf(error).en };
  }
}

function shopCall(shop: Shop, { id, type, orderId, lines, reason, refundMethodId }: CaseRow): (() => Promise<unknown>) | undefined {
  const keyed = { orderId, idempotencyKey: `case:${id}`, paymentMethodId: refundMethodId ?? '', reason };
  if (type === 'RETURN_REFUND') return shop.requestReturn && (() => shop.requestReturn?.({ ...keyed, items: lines.map(({ lineId, quantity }) => ({ lineId, quantity })) }) ?? Promise.resolve());
  if (type !== 'EXCHANGE') return undefined;
  const items = lines.map(({ lineId, quantity, newVariantId }) => ({ lineId, quantity, newVariantId: newVariantId ?? '' }));
  return shop.requestExchange && (() => shop.requestExchange?.({ ...keyed, items }) ?? Promise.resolve());
}

async function moveOn(ctx: ActionContext, row: CaseRow, told: Partial<CaseRow>): Promise<CaseRow> {
  if (told.shopState === 'REFUSED') return ctx.update(AfterSalesCase, row, told);
  const event = NEXT[row.type];
  if (event === 'needsReturn') return ctx.fire(AfterSalesCase, row, event, { ...told, returnDueAt: await awaitReturn(ctx, row) });
  const moved = ctx.fire(AfterSalesCase, row, event, { ...told, ...(event === 'refundOnly' ? { refundNo: `${row.number}-R1` } : {}) });
  if (event === 'refundOnly') await ctx.follow(`refund:${row.id}`, 'payRefund', { id: row.id });
  return moved;
}

/** The goods are due in seven days, with reminders on the third and the sixth (3.4). */
async function awaitReturn(ctx: ActionContext, { id, storeId }: CaseRow): Promise<string> {
  const { timeZone } = await ctx.desk.get(Store, storeId);
  const dayEnd = (days: number) => new Date(zonedDayEnd(zonedDay(Date.parse(ctx.now), timeZone) + days, timeZone)).toISOString();
  const due = dayEnd(RETURN_DAYS);
  await ctx.schedule(`case-return:${id}`, due, 'expireCase', { id });
  for (const day of [3, 6]) await ctx.schedule(`case-remind${day}:${id}`, new Date(Date.parse(ctx.now) + day * DAY_MS).toISOString(), 'remindReturn', { id, day });
  return due;
}

async function retry(ctx: ActionContext, row: CaseRow, action: string): Promise<CaseRow> {
  const wait = RETRY_MS[Math.min(row.attempts, RETRY_MS.length - 1)] ?? 0;
  await ctx.schedule(`${action === 'payRefund' ? 'refund' : 'case'}:${row.id}`, new Date(Date.parse(ctx.now) + wait).toISOString(), action, { id: row.id });
  return ctx.update(AfterSalesCase, row, { attempts: row.attempts + 1 });
}

/** The goods did not come back in time. */
export const expireCase = defineAction({
  title: { en: 'Expire the case', zh: '售后单超时关闭' },
  allow: { system: true },
  on: AfterSalesCase,
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => ctx.fire(AfterSalesCase, await ctx.get(AfterSalesCase, id), 'deadline', { settledAt: ctx.now }),
});

/** Reminds the customer that his parcel is due. */
export const remindReturn = defineAction({
  title: { en: 'Remind of the return', zh: '提醒寄回' },
  allow: { system: true },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), day: z.int() }),
  output: one(AfterSalesCase),
  check: async (ctx, { id }) => {
    const { state } = await ctx.get(AfterSalesCase, id);
    return state === 'AWAITING_RETURN' ? undefined : deny('INVALID_TRANSITION', { details: { from: state, event: 'remind' } });
  },
  run: async (ctx, { id }) => ctx.update(AfterSalesCase, await ctx.get(AfterSalesCase, id), {}),
});

/** Orders what the passed inspection earned: the refund, the new goods or the repair. */
export const settleReturn = defineAction({
  title: { en: 'Refund, exchange or repair', zh: '执行退款、换货或维修' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  check: async (ctx, { id }) => {
    const row = await ctx.get(AfterSalesCase, id);
    return mayFire(caseMachine, row.state, settleEvent(row));
  },
  run: async (ctx, { id }) => {
    const row = await ctx.get(AfterSalesCase, id);
    const event = settleEvent(row);
    const money = event === 'refund' || event === 'agree';
    const moved = ctx.fire(AfterSalesCase, row, event, money ? { refundNo: row.refundNo ?? `${row.number}-R1`, attempts: 0 } : {});
    if (money) await ctx.follow(`refund:${id}`, 'payRefund', { id });
    return moved;
  },
});

function settleEvent({ type, state }: CaseRow): string {
  if (state === 'INSPECTED_PARTIAL') return 'agree';
  if (type === 'EXCHANGE') return 'exchange';
  return type === 'REPAIR' ? 'repair' : 'refund';
}

/** Has the shop pay the refund, method by method, under the refund's number. */
export const payRefund = defineAction({
  title: { en: 'Pay the refund', zh: '执行退款' },
  allow: { system: true },
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => {
    const row = await ctx.get(AfterSalesCase, id);
    const shop = ctx.ports.shop(row.storeId);
    if (row.state !== 'REFUND_PENDING' || !shop?.refund) return row;
    try {
      for (const { methodId, amount } of amountsOf(row))
        await shop.refund({
          orderId: row.orderId,
          amount: { amount, currency: row.currency },
          ...(methodId ? { paymentMethodId: methodId } : {}),
          reason: row.number,
          idempotencyKey: `${row.refundNo}:${methodId}`,
        });
    } catch (error) {
      if (!(error instanceof ShopError)) throw error;
      return error.code === 'UNAVAILABLE' ? retry(ctx, row, 'payRefund') : ctx.update(AfterSalesCase, row, { shopState: 'REFUSED', shopRefusal: refusalOf(error).en });
    }
    return refunded(ctx, row);
  },
});

const amountsOf = ({ refundSplit, refundMethodId, compensationAmount, refundAmount }: CaseRow) => {
  const whole = [{ methodId: refundMethodId ?? '', amount: refundAmount + compensationAmount }];
  return (refundSplit.length > 0 ? refundSplit : whole).filter(({ amount }) => amount > 0);
};

function refunded(ctx: ActionContext, row: CaseRow): CaseRow {
  const settled = ctx.fire(AfterSalesCase, row, 'refundConfirmed', { settledAt: ctx.now, shopState: 'DONE' });
  ctx.emit(caseSettled, settled);
  return settled;
}

/** The payment provider or finance says that a refund was paid. The same refund number twice is one refund (SC-17). */
export const confirmRefund = defineAction({
  title: { en: 'Confirm the refund', zh: '确认已退款' },
  allow: { staff: 'refund.confirm', system: true },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), refundNo: z.string().min(1).max(100), amount: z.int().min(0) }),
  output: one(AfterSalesCase),
  run: async (ctx, { id, refundNo, amount }) => {
    const row = await ctx.get(AfterSalesCase, id);
    const problem = (path: string, message: string) => refuse('VALIDATION_FAILED', { fields: [{ path, message }] });
    if (row.refundNo !== refundNo) return problem('refundNo', 'Not the refund of this case.');
    if (amount !== row.refundAmount + row.compensationAmount) return problem('amount', 'Not the amount of this refund.');
    return row.state === 'REFUNDED' || row.state === 'CLOSED' ? row : refunded(ctx, row);
  },
});

/** The new goods have arrived, or the repaired ones. */
export const completeCase = defineAction({
  title: { en: 'Complete the case', zh: '完成售后单' },
  allow: { staff: 'case.handle', system: true },
  on: AfterSalesCase,
  input: z.object({ id: z.string() }),
  output: one(AfterSalesCase),
  run: async (ctx, { id }) => {
    const row = await ctx.get(AfterSalesCase, id);
    const settled = ctx.fire(AfterSalesCase, row, row.state === 'REPAIRING' ? 'repaired' : 'delivered', { settledAt: ctx.now });
    ctx.emit(caseSettled, settled);
    return settled;
  },
});

const OUTCOMES = { REFUND: 'decideRefund', REJECT: 'decideReject', RESHIP: 'decideReship' } as const;

/** Carries out the decision on a dispute. */
export const decideCaseDispute = defineAction({
  title: { en: 'Decide the dispute', zh: '纠纷裁定' },
  allow: { staff: 'dispute.decide' },
  on: AfterSalesCase,
  input: z.object({ id: z.string(), outcome: z.enum(['REFUND', 'REJECT', 'RESHIP']), reason: z.string().trim().max(1000).default('') }),
  output: one(AfterSalesCase),
  check: (_ctx, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, { id, outcome, reason }) => {
    const row = await ctx.get(AfterSalesCase, id);
    const moved = ctx.fire(AfterSalesCase, row, OUTCOMES[outcome], outcome === 'REFUND' ? { refundNo: row.refundNo ?? `${row.number}-R1` } : outcome === 'REJECT' ? { rejection: reason } : {});
    if (outcome === 'REFUND') await ctx.follow(`refund:${id}`, 'payRefund', { id });
    return moved;
  },
});
