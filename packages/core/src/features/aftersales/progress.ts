/**
 * @module Every step of a case goes through here: the machine moves, the goods it no longer claims are free, the
 * customer is told in his language (R-AFT-09), and a settled case is archived in time.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf, Words } from '../../kernel/entity.ts';
import type { Money } from '../../kernel/money.ts';
import type { Said } from '../../kernel/said.ts';
import { inWords } from '../../kernel/sentence.ts';
import { spokenDeadline, type Saying } from '../../policies/index.ts';
import { storeOf } from '../access/index.ts';
import { informCustomer } from '../customer-notices/index.ts';
import { storePolicy, type StorePolicy } from '../policies/index.ts';
import { AfterSalesCase } from './entities.ts';
import { caseMoved } from './events.ts';
import { caseMachine, RELEASING_STATES, SETTLED_STATES, type CaseEvent, type CaseState } from './machine.ts';
import { watchRefund } from './overdue.ts';
import { nextDue, noteStep } from './steps.ts';
import { archiveTimer } from './timers.ts';
import { caseNews, ofCase } from './told.ts';
import { toldTexts as t } from './told-texts.ts';

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
  const { timeZone } = await storeOf(ctx, row.storeId);
  const words = inWords(write({ row, saying: { zone: timeZone, now: ctx.now } }));
  await informCustomer(ctx, caseNews, { ...ofCase(row), key: `${row.id}:${row.state}:${row.version}`, ...words });
  return row;
}

interface Telling {
  readonly row: CaseRow;
  readonly saying: Saying;
}

const NOTHING: Words = { zh: '', en: '' };
const until = (at: string | null, saying: Saying): Words => (at ? spokenDeadline(at, saying) : NOTHING);
const basis = ({ clause }: CaseRow): Said | Words =>
  clause ? t.basis({ clause: { zh: clause.zh.replace(/。$/, ''), en: clause.en.replace(/\.$/, '') } }) : NOTHING;
const refundOf = ({ refundSplit, refundAmount, compensationAmount, currency }: CaseRow): Money => {
  const parts = refundSplit.reduce((sum, { amount }) => sum + amount, 0);
  return { amount: parts || (refundAmount ?? 0) + compensationAmount, currency };
};
const inspected = ({ number, inspection }: CaseRow) => ({ number, note: inspection?.note ?? '' });

function awaited({ row: { number, returnDueAt, returnAddress: address }, saying }: Telling): Said {
  const by = until(returnDueAt, saying);
  return address ? t.awaitingReturnTo({ number, by, address }) : t.awaitingReturn({ number, by });
}

/** What the customer is told at a step; steps that are the desk's own business are left out. */
const NOTICES: Partial<Record<CaseState, (telling: Telling) => Said>> = {
  REQUESTED: ({ row, saying }) => t.requested({ number: row.number, by: until(row.decisionDueAt, saying) }),
  REJECTED: ({ row }) => t.rejected({ number: row.number, reason: row.rejection ?? '', basis: basis(row) }),
  AWAITING_RETURN: awaited,
  RECEIVED: ({ row: { number } }) => t.received({ number }),
  INSPECTED_PARTIAL: ({ row }) => t.inspectedPartial(inspected(row)),
  INSPECTED_FAIL: ({ row }) => t.inspectedFail(inspected(row)),
  REFUND_PENDING: ({ row }) => t.refundPending({ number: row.number, refund: refundOf(row) }),
  REFUNDED: ({ row }) => t.refunded({ number: row.number, refund: refundOf(row) }),
  RESHIPPING: ({ row: { number } }) => t.reshipping({ number }),
  REPAIRING: ({ row: { number } }) => t.repairing({ number }),
  COMPLETED: ({ row: { number } }) => t.completed({ number }),
  EXPIRED: ({ row: { number } }) => t.expired({ number }),
};
