/** @module Refunds that were paid by their day, as part of the limits that were kept (K-20). */
import { answer } from '../../kernel/point.ts';
import { everyPage, keptLimits } from '../kpis/index.ts';
import { AfterSalesCase } from './entities.ts';
import { owesRefund } from './overdue.ts';

/** Refunds whose day is in the period, paid or owed past it: what was refused or withdrawn is neither. */
export const keptRefunds = answer(keptLimits, async (ctx, { storeId, agentId, from, to }) => {
  const rows = await everyPage(ctx, AfterSalesCase, {
    where: [
      ...(storeId ? [{ storeId }] : []),
      ...(agentId === undefined ? [] : [{ handlerId: agentId }]),
      { refundDueAt: { gte: from } },
      { refundDueAt: { lt: to } },
    ],
    by: 'refundDueAt',
  });
  return rows.flatMap((row) => {
    const { refundDueAt: at, refundPaidAt: paidAt, handlerId } = row;
    if (at === null || (paidAt === null && !(owesRefund(row) && at <= ctx.now))) return [];
    const part = paidAt !== null && paidAt < at ? 1 : 0;
    return [{ agentId: handlerId, storeId: row.storeId, at, part, whole: 1 }];
  });
});
