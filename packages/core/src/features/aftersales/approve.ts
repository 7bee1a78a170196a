import type { ActionContext } from '../../kernel/context.ts';
import { tellShop } from './announce.ts';
import { ReturnAddress } from './entities.ts';
import type { CaseRow } from './plan.ts';
import { move, type CaseChanges } from './progress.ts';
import { advanceTimer, decisionTimer } from './timers.ts';

/** Approves and goes on: the shop is told, goods are waited for, money is paid. */
export async function approve(
  ctx: ActionContext,
  row: CaseRow,
  changes: CaseChanges & { readonly approvedBy: string },
): Promise<CaseRow> {
  await ctx.unset(decisionTimer, row);
  const address = await ctx.trusted('settings for everybody').first(ReturnAddress, { storeId: row.storeId });
  const approved = await move(ctx, row, 'approve', {
    approvedAt: ctx.now,
    decisionDueAt: null,
    returnAddress: address?.text ?? null,
    shopState: 'PENDING',
    shopRefusal: null,
    attempts: 0,
    ...changes,
  });
  return announce(ctx, approved);
}

/** Tells the shop of an approved case; where there is nothing to tell it goes on at once. */
export async function announce(ctx: ActionContext, row: CaseRow): Promise<CaseRow> {
  if (!(await tellShop(ctx, row))) await ctx.afterCommit(advanceTimer, row);
  return row;
}
