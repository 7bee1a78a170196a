/**
 * @module Counts in the commit: for each fact that it changes, what the fact counts now less what it counted before.
 * A fact that comes late, moves to somebody else, is opened again, merged or erased needs nothing of its own.
 */
import { whenSettled } from '../../kernel/changes.ts';
import type { ActionContext, ChangedRow } from '../../kernel/context.ts';
import type { BaseRow } from '../../kernel/entity.ts';
import { MetricCell, MetricDay } from './entities.ts';
import type { Metric, MetricSource } from './metric.ts';
import { registryNow, registryOf, type Counted } from './registry.ts';
import { Cells, formulaOf, talliesOf, textIn } from './tally.ts';
import { recountTimer } from './timers.ts';

/** What is added to a cell; nothing where it comes to nothing. */
export function addCells(ctx: ActionContext, metric: Metric, cells: Cells): number {
  let written = 0;
  for (const [id, { at, num, den, n }] of cells.byId) {
    if (num === 0 && den === 0 && n === 0) continue;
    const { seen, storeId, day, channel, agentId } = at;
    ctx.add(MetricCell, id, { num, den, n }, { formula: formulaOf(metric), seen, storeId, day, channel, agentId });
    written += 1;
  }
  return written;
}

export const dayId = (metric: string, storeId: string, day: string): string => [metric, storeId, day].join('|');

const RECOUNT_AFTER_MS = 60_000;

/** The days whose cells a formula has left wrong by failing. */
async function failed(ctx: ActionContext, { code }: Metric, source: MetricSource, { before, row }: ChangedRow) {
  const days = new Map<string, readonly [storeId: string, day: string]>();
  for (const fact of [before, row]) {
    const [storeId, day] = fact ? [textIn(fact, 'storeId'), textIn(fact, source.day)] : ['', ''];
    if (storeId && day) days.set(`${storeId}|${day}`, [storeId, day]);
  }
  for (const [storeId, day] of days.values()) {
    ctx.add(MetricDay, dayId(code, storeId, day), { failures: 1 }, { metric: code, storeId, day });
    const dueAt = new Date(Date.parse(ctx.now) + RECOUNT_AFTER_MS).toISOString();
    await ctx.at(recountTimer, dueAt, { metric: code, storeId, day });
  }
}

async function countChange(ctx: ActionContext, changed: ChangedRow, counted: readonly Counted[]): Promise<void> {
  const { before, row } = changed;
  const of = (source: MetricSource, fact: BaseRow | undefined) => (fact ? talliesOf(source, fact) : []);
  for (const { metric, source } of counted) {
    if (metric.additive !== 'SUM') continue;
    try {
      addCells(ctx, metric, new Cells(metric).add(of(source, row)).add(of(source, before), -1));
    } catch {
      // What somebody does is not refused because a figure about it is wrong.
      await failed(ctx, metric, source, changed);
    }
  }
}

/** Counts every change of a fact of any figure. */
export const countFacts = whenSettled(
  () => true,
  async (ctx, changed) => {
    const registry = registryNow(ctx) ?? (await registryOf(ctx));
    const counted = registry.byFact.get(changed.entity.name);
    if (counted) await countChange(ctx, changed, counted);
  },
);
