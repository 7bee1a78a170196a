/**
 * @module Counts days anew. Facts and cells are read in one statement, so they are of one instant, and what the cells
 * lack is added to them: whatever is counted meanwhile adds the same to both, so nobody has to wait.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { ref } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { clearNotices, notify } from '../notices/index.ts';
import { addCells, dayId } from './count.ts';
import { calendarDay } from './days.ts';
import { adding, FigureRecount, MetricCell, MetricDay, MetricState, stateId } from './entities.ts';
import { filtersOf } from './facts.ts';
import type { Metric } from './metric.ts';
import { figureFails } from './notices.ts';
import { registryOf } from './registry.ts';
import { Cells, FormulaError, formulaOf, talliesOf } from './tally.ts';
import { metricTexts as t } from './texts.ts';
import { recountTimer } from './timers.ts';

/** Facts of one store and day that are read at once. */
export const MOST_OF_A_DAY = 50_000;
const AGAIN_AFTER_MS = 3_600_000;

export interface StoreDay {
  readonly storeId: string;
  readonly day: string;
}

/** What the cells of a day lack against its facts; both as they were at one instant. */
export async function lacks(ctx: ReadContext, metrics: readonly Metric[], { storeId, day }: StoreDay) {
  const own = adding(ctx);
  const scope = { from: day, to: day, storeIds: [storeId] };
  const sources = [...new Map(metrics.flatMap(({ sources: all }) => all.map((one) => [keyOf(one), one]))).values()];
  const [cells, ...found] = await Promise.all([
    own.find(MetricCell, { where: { storeId, day }, limit: MOST_OF_A_DAY }),
    ...sources.map((source) => own.find(source.fact, { where: filtersOf(source, scope), limit: MOST_OF_A_DAY })),
  ]);
  if ([cells, ...found].some(({ length }) => length === MOST_OF_A_DAY))
    refuse('LIMIT_EXCEEDED', { text: t.tooManyFacts });
  const facts = new Map(sources.map((source, n) => [keyOf(source), found[n] ?? []]));
  return metrics.map((metric) => {
    const sums = new Cells(metric);
    let n = 0;
    for (const source of metric.sources)
      for (const fact of facts.get(keyOf(source)) ?? []) {
        const tallies = talliesOf(source, fact);
        if (tallies.length > 0) n += 1;
        sums.add(tallies);
      }
    sums.add(
      cells.filter(({ formula }) => formula === formulaOf(metric)),
      -1,
    );
    const wrong = [...sums.byId.values()].filter(({ num, den, n: count }) => num !== 0 || den !== 0 || count !== 0);
    return { metric, lacking: sums, wrong: wrong.length, facts: n };
  });
}

const keyOf = (source: Metric['sources'][number]): string =>
  JSON.stringify([source.fact.name, source.day, source.where ?? null]);

/** Recounts change this row, so that no two of them set the same right. */
export async function takeTurn(ctx: ActionContext): Promise<Record<string, number>> {
  const state = await ctx.maybe(MetricState, stateId(ctx));
  if (state) ctx.update(MetricState, state, { countedAt: ctx.now });
  else ctx.insert(MetricState, { id: stateId(ctx), whole: {}, countedAt: ctx.now });
  return state?.whole ?? {};
}

/** Sets the cells of a day right; how many were wrong. */
export async function setRight(ctx: ActionContext, metrics: readonly Metric[], at: StoreDay): Promise<number> {
  const found = await lacks(ctx, metrics, at);
  return found.reduce((sum, { metric, lacking }) => sum + addCells(ctx, metric, lacking), 0);
}

/** Counts a day of a store in one figure again. What was wrong is corrected, and the answer says how much it was. */
export const recountDay = defineAction({
  title: { en: 'Recount a day', zh: '重算某日指标' },
  allow: { staff: 'metric.recount', system: true },
  input: z.object({ metric: z.string().max(64), storeId: ref('Store'), day: calendarDay() }),
  output: one(FigureRecount),
  run: async (caller, { metric: code, storeId, day }) => {
    await caller.get(Store, storeId);
    const ctx = adding(caller);
    const versions = (await registryOf(ctx)).byCode.get(code) ?? [];
    if (versions.length === 0) refuse('NOT_FOUND', { text: t.noSuchFigure });
    const sums = versions.filter(({ additive }) => additive === 'SUM');
    if (sums.length === 0) refuse('POLICY_DENIED', { text: t.onlySums });
    await takeTurn(ctx);
    const [id, about] = [dayId(code, storeId, day), { metric: code, storeId, day }];
    const mark = await ctx.maybe(MetricDay, id);
    try {
      const corrected = await setRight(ctx, sums, { storeId, day });
      if (mark && mark.failures > 0) ctx.add(MetricDay, id, { failures: -mark.failures }, about);
      await clearNotices(ctx, figureFails, id);
      await ctx.unset(recountTimer, about);
      return ctx.insert(FigureRecount, { ...about, corrected, at: ctx.now });
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      if (caller.actor.kind !== 'system') return refuse('POLICY_DENIED', { text: t.formulaFails });
      await notify(ctx, figureFails, {
        storeId,
        key: id,
        title: `${code} · ${day}`,
        note: error.message,
        to: { permission: 'metric.recount' },
      });
      await ctx.at(recountTimer, new Date(Date.parse(ctx.now) + AGAIN_AFTER_MS).toISOString(), about);
      return ctx.insert(FigureRecount, { ...about, corrected: 0, at: ctx.now });
    }
  },
});
