/** @module A repair that takes too long: after thirty days the goods are exchanged if the customer likes (CN-17). */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { informCustomer } from '../customer-notices/index.ts';
import { AfterSalesCase } from './entities.ts';
import { caseEscalated } from './events.ts';
import type { CaseRow } from './plan.ts';
import { move } from './progress.ts';
import { noteStep } from './steps.ts';
import { caseNews, ofCase } from './told.ts';
import { repairTimer } from './timers.ts';
import { aftersalesTexts as t } from './texts.ts';

const LIMIT_MS = 30 * 24 * 3600 * 1000;

const limitOf = ({ receivedAt, updatedAt }: CaseRow): string =>
  new Date(Date.parse(receivedAt ?? updatedAt) + LIMIT_MS).toISOString();

/** The repair begins, and with it its clock. */
export async function startRepair(ctx: ActionContext, row: CaseRow): Promise<CaseRow> {
  await ctx.at(repairTimer, limitOf(row), row);
  return move(ctx, row, 'repair');
}

/** Thirty days have passed: somebody above looks, and the customer hears that he may have other goods. */
export const passRepairLimit = defineAction({
  title: { en: 'Repair takes too long', zh: '维修超时' },
  allow: { system: true },
  on: AfterSalesCase,
  event: 'repaired',
  input: z.object({}),
  output: one(AfterSalesCase),
  run: async (ctx, row) => {
    const zh = `售后单 ${row.number} 的维修已超过 30 天，您可以要求换货。`;
    const en = `The repair ${row.number} has taken more than 30 days: you may ask for an exchange.`;
    await informCustomer(ctx, caseNews, { ...ofCase(row), key: `repair:${row.id}`, zh, en });
    const escalated = ctx.update(AfterSalesCase, row, { escalatedAt: ctx.now });
    noteStep(ctx, escalated, 'escalate');
    ctx.emit(caseEscalated, escalated);
    return escalated;
  },
});

/** Sends other goods instead of the ones under repair, once that has taken more than thirty days. */
export const exchangeRepair = defineAction({
  title: { en: 'Exchange instead of repair', zh: '维修转换货' },
  allow: { staff: 'case.handle' },
  on: AfterSalesCase,
  input: z.object({ reason: z.string().trim().max(500).default('') }),
  output: one(AfterSalesCase),
  event: 'exchangeRepair',
  when: (ctx, row) => {
    return ctx.now < limitOf(row)
      ? deny('POLICY_DENIED', {
          text: t.repairWithinThirtyDays,
          details: { ruleIds: ['CN-17'], until: limitOf(row) },
        })
      : undefined;
  },
  run: async (ctx, row, input) => {
    await ctx.unset(repairTimer, row);
    return move(ctx, row, 'exchangeRepair', {
      type: 'EXCHANGE',
      ...(input.reason ? { note: input.reason } : {}),
    });
  },
});
