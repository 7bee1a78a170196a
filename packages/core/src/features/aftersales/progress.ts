/**
 * @module Every step of a case goes through here: the machine moves, the goods it no longer claims are free, the
 * customer is told in his language (R-AFT-09), and a settled case is archived in time.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { formatMoney } from '../../kernel/currency.ts';
import { spokenDeadline, type Language, type Saying } from '../../policies/index.ts';
import { storeOf } from '../access/index.ts';
import { openConversationOf, tell } from '../conversations/index.ts';
import { storePolicy, type StorePolicy } from '../policies/index.ts';
import { AfterSalesCase } from './entities.ts';
import { caseMoved } from './events.ts';
import { caseMachine, RELEASING_STATES, SETTLED_STATES, type CaseEvent, type CaseState } from './machine.ts';
import { watchRefund } from './overdue.ts';
import { nextDue, noteStep } from './steps.ts';
import { archiveTimer } from './timers.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;

const HOUR_MS = 3_600_000;
/** Archived when the revisit is due; a refusal waits for the time in which it may be disputed. */
const ARCHIVE_MS = 48 * HOUR_MS;
const ARCHIVE_REFUSED_MS = 7 * 24 * HOUR_MS;

/** The policy that judges a case: that of its order's time. */
export async function policyOf(
  ctx: ReadContext,
  { storeId, orderPlacedAt: at, currency }: CaseRow,
): Promise<StorePolicy> {
  return storePolicy(ctx, await storeOf(ctx, storeId), { at, currency });
}

/** What a step changes, why it was taken, and by which rules where they decided it by themselves. */
export type CaseChanges = Partial<CaseRow> & { readonly note?: string; readonly byRules?: readonly string[] };

/** Moves a case by an event; INVALID_TRANSITION where that is not possible. */
export async function move(
  ctx: ActionContext,
  row: CaseRow,
  event: CaseEvent,
  { note, byRules, ...changes }: CaseChanges = {},
): Promise<CaseRow> {
  const moves: Readonly<Partial<Record<string, CaseState>>> = caseMachine.events[event];
  const to = moves[row.state];
  const settled = to !== undefined && SETTLED_STATES.includes(to);
  const releases = to !== undefined && (RELEASING_STATES.includes(to) || (to === 'COMPLETED' && row.type === 'REPAIR'));
  const dueAt = nextDue({ ...row, ...changes, state: to ?? row.state });
  const paid = event === 'refundConfirmed' ? { refundPaidAt: ctx.now } : {};
  const moved = ctx.fire(AfterSalesCase, row, event, {
    ...paid,
    ...(settled ? { settledAt: ctx.now } : {}),
    ...(releases ? { claims: false } : {}),
    ...changes,
    dueAt,
  });
  noteStep(ctx, moved, event, {
    from: row.state,
    byRules,
    note: note ?? changes.rejection ?? changes.overrideReason ?? undefined,
  });
  ctx.emit(caseMoved, moved);
  await watchRefund(ctx, moved);
  if (settled) await archiveLater(ctx, moved);
  return notify(ctx, moved);
}

async function archiveLater(ctx: ActionContext, { id, state }: CaseRow): Promise<void> {
  const wait = state === 'REJECTED' ? ARCHIVE_REFUSED_MS : ARCHIVE_MS;
  await ctx.at(archiveTimer, new Date(Date.parse(ctx.now) + wait).toISOString(), id);
}

/** Tells the customer where the case stands, once for each step. */
export async function notify(ctx: ActionContext, row: CaseRow): Promise<CaseRow> {
  const write = NOTICES[row.state];
  if (!write) return row;
  const conversation = await openConversationOf(ctx, row.storeId, row);
  if (!conversation) return row;
  const { timeZone } = await storeOf(ctx, row.storeId);
  const words = (language: Language) => write({ row, language, saying: { zone: timeZone, now: ctx.now } })[language];
  await tell(ctx, conversation, [
    { key: `case:${row.id}:${row.state}:${row.version}`, zh: words('zh'), en: words('en') },
  ]);
  return row;
}

interface Telling {
  readonly row: CaseRow;
  readonly language: Language;
  readonly saying: Saying;
}
type Words = { readonly zh: string; readonly en: string };

const NO_TIME: Words = { zh: '', en: '' };
const until = (at: string | null, saying: Saying): Words => (at ? spokenDeadline(at, saying) : NO_TIME);
const basis = ({ clause }: CaseRow): Words =>
  clause ? { zh: `依据：${clause.zh.replace(/。$/, '')}。`, en: ` Basis: ${clause.en.replace(/\.$/, '')}.` } : NO_TIME;
const refundOf = ({ row: { refundSplit, refundAmount, compensationAmount, currency }, language }: Telling) => {
  const parts = refundSplit.reduce((sum, { amount }) => sum + amount, 0);
  return formatMoney(
    { amount: parts || (refundAmount ?? 0) + compensationAmount, currency },
    language === 'zh' ? 'zh-CN' : 'en',
  );
};

/** What the customer is told at a step; steps that are the desk's own business are left out. */
const NOTICES: Partial<Record<CaseState, (telling: Telling) => Words>> = {
  REQUESTED: ({ row, saying }) => ({
    zh: `售后申请 ${row.number} 已收到，我们最晚于${until(row.decisionDueAt, saying).zh}答复您。`,
    en: `Your request ${row.number} has arrived. We will answer by ${until(row.decisionDueAt, saying).en}.`,
  }),
  REJECTED: ({ row }) => ({
    zh: `售后单 ${row.number} 未能通过：${row.rejection ?? ''}。${basis(row).zh}如有异议，可在 7 天内发起纠纷。`,
    en: `Your request ${row.number} was refused: ${row.rejection ?? ''}.${basis(row).en} You may dispute this within 7 days.`,
  }),
  AWAITING_RETURN: ({ row, saying }) => ({
    zh: `售后单 ${row.number} 已同意。请最晚于${until(row.returnDueAt, saying).zh}寄回${row.returnAddress ? `：${row.returnAddress}` : ''}，包裹内附单号 ${row.number}，寄出后请填写运单号。`,
    en: `Your request ${row.number} is approved. Please send the goods back by ${until(row.returnDueAt, saying).en}${row.returnAddress ? ` to ${row.returnAddress}` : ''}, enclose the number ${row.number}, and tell us the waybill.`,
  }),
  RECEIVED: ({ row }) => ({
    zh: `售后单 ${row.number}：退回的商品已收到，正在验货。`,
    en: `${row.number}: your goods have arrived and are being inspected.`,
  }),
  INSPECTED_PARTIAL: ({ row }) => ({
    zh: `售后单 ${row.number}：验货部分通过（${row.inspection?.note ?? ''}）。`,
    en: `${row.number}: the inspection passed in part (${row.inspection?.note ?? ''}).`,
  }),
  INSPECTED_FAIL: ({ row }) => ({
    zh: `售后单 ${row.number}：验货未通过（${row.inspection?.note ?? ''}）。`,
    en: `${row.number}: the inspection did not pass (${row.inspection?.note ?? ''}).`,
  }),
  REFUND_PENDING: (telling) => ({
    zh: `售后单 ${telling.row.number}：正在退款 ${refundOf(telling)}。`,
    en: `${telling.row.number}: a refund of ${refundOf(telling)} is on its way.`,
  }),
  REFUNDED: (telling) => ({
    zh: `售后单 ${telling.row.number}：退款 ${refundOf(telling)} 已退回。`,
    en: `${telling.row.number}: ${refundOf(telling)} has been refunded.`,
  }),
  RESHIPPING: ({ row }) => ({
    zh: `售后单 ${row.number}：将为您寄出商品。`,
    en: `${row.number}: goods are being sent to you.`,
  }),
  REPAIRING: ({ row }) => ({
    zh: `售后单 ${row.number}：商品正在维修。`,
    en: `${row.number}: your goods are being repaired.`,
  }),
  COMPLETED: ({ row }) => ({ zh: `售后单 ${row.number} 已完成。`, en: `Your request ${row.number} is completed.` }),
  EXPIRED: ({ row }) => ({
    zh: `售后单 ${row.number} 因超时未寄回已关闭。`,
    en: `Your request ${row.number} has ended: the goods were not sent back in time.`,
  }),
};
