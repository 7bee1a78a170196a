/** @module Refunds that were paid by their day, as part of the limits that were kept (K-20). */
import { whenChanged } from '../../kernel/changes.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { storeOf } from '../access/index.ts';
import { limitsKept } from '../kpis/index.ts';
import { alsoCounted, countedIn, localDay } from '../metrics/index.ts';
import { AfterSalesCase } from './entities.ts';
import { owesRefund } from './overdue.ts';
import type { CaseRow } from './plan.ts';

/** Paid or owed past its day, which a timer has written; what was refused or withdrawn is neither. */
const kept = (row: CaseRow) => {
  const { refundDueAt, refundPaidAt, refundOverdueAt } = row;
  if (refundDueAt === null || (refundPaidAt === null && !(refundOverdueAt !== null && owesRefund(row)))) return null;
  return { num: refundPaidAt !== null && refundPaidAt < refundDueAt ? 1 : 0, den: 1 };
};

const dayOf = async (ctx: ActionContext, { storeId, refundDueAt }: CaseRow): Promise<string | null> =>
  refundDueAt === null ? null : localDay(refundDueAt, (await storeOf(ctx, storeId)).timeZone).day;

/** The day of a refund moves with its limit. */
export const keepRefundDay = whenChanged(
  ({ name }) => name === AfterSalesCase.name,
  async (ctx, { before, row }) => {
    const [was, now] = [before as CaseRow | undefined, row as CaseRow | undefined];
    if (now && (was?.refundDueAt ?? null) !== now.refundDueAt)
      ctx.update(AfterSalesCase, now, { refundDay: await dayOf(ctx, now) });
  },
);

const SLICE = 100;

/** Cases of an older version, which say nothing of that day. */
async function complete(ctx: ActionContext): Promise<boolean> {
  const rows = await ctx.find(AfterSalesCase, {
    where: { refundDay: null, refundDueAt: { ne: null } },
    limit: SLICE,
  });
  for (const row of rows) ctx.update(AfterSalesCase, row, { refundDay: await dayOf(ctx, row) });
  return rows.length > 0;
}

export const keptRefunds = alsoCounted(
  limitsKept,
  countedIn(AfterSalesCase, { day: 'refundDay', by: { agent: 'handlerId' }, complete, count: kept }),
);
