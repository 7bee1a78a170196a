/**
 * @module What follows an approval: the shop is told – once, however often it is tried – and the case goes on to the
 * goods, the money or the new parcel. Clocks run while somebody has to act.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { informCustomer } from '../customer-notices/index.ts';
import { isAnnounced, tellShop } from './announce.ts';
import { announce, approve } from './approve.ts';
import { decisionDeadline, returnDeadline } from './deadlines.ts';
import { AFTER_APPROVAL, needsMethod, needsOverride } from './codes.ts';
import { AfterSalesCase } from './entities.ts';
import { caseEscalated } from './events.ts';
import { factsNow } from './instants.ts';
import type { CaseRow } from './plan.ts';
import { move, policyOf, type CaseChanges } from './progress.ts';
import { noteStep } from './steps.ts';
import { payOut } from './refund.ts';
import { unknownRefund } from './submit.ts';
import { ofCase, returnReminder } from './told.ts';
import { firstReminderTimer, returnTimer, secondReminderTimer } from './timers.ts';

const DAY_MS = 24 * 3600 * 1000;
const daysFrom = (now: string, days: number): string => new Date(Date.parse(now) + days * DAY_MS).toISOString();

/**
 * Moves an approved case on where the shop has nothing to be told of. Timers of an earlier version come here too, for
 * cases that the shop was not told of yet.
 */
export const advanceCase = defineAction({
  title: { en: 'Advance the case', zh: '推进售后单' },
  allow: { system: true },
  on: AfterSalesCase,
  event: ['needsReturn', 'refundOnly', 'reship', 'explain'],
  input: z.object({}),
  output: one(AfterSalesCase),
  when: async (ctx, row) => {
    const waits = row.shopState === 'PENDING' || row.shopState === 'AWAY';
    return waits && !(await isAnnounced(ctx, row))
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: row.state, event: 'advance' } });
  },
  run: async (ctx, row) => ((await tellShop(ctx, row)) ? row : moveOn(ctx, row, { shopState: 'NONE' })),
});

/** What the approval of a case leads to, once the shop knows of it. */
export async function moveOn(ctx: ActionContext, row: CaseRow, told: CaseChanges): Promise<CaseRow> {
  const event = AFTER_APPROVAL[row.type];
  if (event === 'refundOnly') return payOut(ctx, row, event, told);
  if (event !== 'needsReturn') return move(ctx, row, event, told);
  const { at } = returnDeadline(await policyOf(ctx, row), factsNow(row), ctx.now);
  await ctx.at(returnTimer, at, row);
  await ctx.at(firstReminderTimer, daysFrom(ctx.now, 3), row, { day: 3 });
  await ctx.at(secondReminderTimer, daysFrom(ctx.now, 6), row, { day: 6 });
  return move(ctx, row, event, { ...told, returnDueAt: at });
}

/** The shop refused an approved case: somebody goes on by hand, or tries the shop again. */
export const proceedCase = defineAction({
  title: { en: 'Proceed without the shop', zh: '跳过店铺继续' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({
    way: codes('ProceedWay', {
      BY_HAND: { en: 'Go on by hand', zh: '人工继续' },
      RETRY: { en: 'Ask the shop again', zh: '再次请求商城' },
    }).default('BY_HAND'),
    reason: z.string().trim().max(500).default(''),
  }),
  output: one(AfterSalesCase),
  leads: Object.values(AFTER_APPROVAL),
  when: (_ctx, { state, shopState }) =>
    state === 'APPROVED' && shopState === 'REFUSED'
      ? undefined
      : deny('INVALID_TRANSITION', { details: { from: state, event: 'proceed' } }),
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, row, { way, reason }) => {
    if (way === 'BY_HAND') return moveOn(ctx, row, { shopState: 'NONE', note: reason });
    // A refusal means that the shop did nothing: the next try is another request.
    noteStep(ctx, row, 'retryShop', { note: reason });
    const again = { shopState: 'PENDING', shopRefusal: null, round: row.round + 1, attempts: 0 } as const;
    return announce(ctx, ctx.update(AfterSalesCase, row, again));
  },
});

/** The goods did not come back in time. */
export const expireCase = defineAction({
  title: { en: 'Expire the case', zh: '售后单超时关闭' },
  allow: { system: true },
  on: AfterSalesCase,
  event: 'deadline',
  input: z.object({}),
  output: one(AfterSalesCase),
  run: (ctx, row) => move(ctx, row, 'deadline'),
});

/** Reminds the customer that his parcel is due. */
export const remindReturn = defineAction({
  title: { en: 'Remind of the return', zh: '提醒寄回' },
  allow: { system: true },
  on: AfterSalesCase,
  event: 'customerShips',
  input: z.object({ day: z.int() }),
  output: one(AfterSalesCase),
  unaudited: true,
  run: async (ctx, row, { day }) => {
    const zh = `提醒：售后单 ${row.number} 的商品还未寄回，请尽快寄出并填写运单号。`;
    const en = `A reminder: the goods of ${row.number} are not on their way yet. Please send them and tell us the waybill.`;
    await informCustomer(ctx, returnReminder, { ...ofCase(row), key: `${row.id}:${day}`, zh, en });
    return row;
  },
});

/** Nobody answered in time: what the pack says happens then. */
export const passDecisionDeadline = defineAction({
  title: { en: 'Not decided in time', zh: '超时未处理' },
  allow: { system: true },
  on: AfterSalesCase,
  event: 'approve',
  input: z.object({}),
  output: one(AfterSalesCase),
  run: async (ctx, row) => {
    const granted = row.onDecisionTimeout === 'AUTO_APPROVE' || row.onDecisionTimeout === 'AUTO_REFUND';
    if (granted && !needsOverride(row) && !unknownRefund(row) && !needsMethod(row))
      return approve(ctx, row, { approvedBy: 'policy:timeout', byRules: await rulesOfDecision(ctx, row) });
    const escalated = ctx.update(AfterSalesCase, row, { escalatedAt: ctx.now });
    noteStep(ctx, escalated, 'escalate');
    ctx.emit(caseEscalated, escalated);
    return escalated;
  },
});

/** The rules that say what happens when nobody has answered in time. */
const rulesOfDecision = async (ctx: ActionContext, row: CaseRow): Promise<readonly string[]> =>
  decisionDeadline(await policyOf(ctx, row), factsNow(row), row.submittedAt).ruleIds;
