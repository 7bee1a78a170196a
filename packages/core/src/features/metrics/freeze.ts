/** @module Figures that are fixed, for what is decided by them: they never move, and say how today differs. */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { ref } from '../../kernel/entity.ts';
import { host } from '../../kernel/host.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { calendarDay } from './days.ts';
import { adding, FrozenFigure, READ_ALL } from './entities.ts';
import { countsFor, factsOf, type FactScope } from './facts.ts';
import { shownVersion, storesIn, whose } from './figures.ts';
import { MetricCode, type Metric } from './metric.ts';
import { registryOf } from './registry.ts';
import { addTo, noSum, talliesOf, valueOf } from './tally.ts';
import { scopeOf } from './views.ts';

/** A figure worked out from its facts, with a digest over each of them. */
async function worked(ctx: ReadContext, metric: Metric, scope: FactScope) {
  const sum = noSum();
  const lines: string[] = [];
  for (const source of metric.sources)
    for (const fact of await factsOf(ctx, source, scope))
      for (const each of countsFor(talliesOf(source, fact), scope)) {
        addTo(sum, each, metric);
        lines.push(`${source.fact.name} ${fact.id} ${each.agentId} ${each.num} ${each.den}`);
      }
  const { num, den, n } = sum;
  return { value: valueOf(metric, sum), num, den, n, digest: await digestOf(lines.toSorted()) };
}

async function digestOf(lines: readonly string[]): Promise<string> {
  const bytes = new Uint8Array(
    await host.crypto.subtle.digest('SHA-256', new host.TextEncoder().encode(lines.join('\n'))),
  );
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Fixes a figure of some days. What comes later changes what is shown of these days, but not this. */
export const fixFigure = defineAction({
  title: { en: 'Fix a figure', zh: '定版指标' },
  allow: { staff: 'metric.fix' },
  input: z.object({
    metric: memberOf(MetricCode),
    storeId: ref('Store').nullable().default(null),
    agentId: ref('User').nullable().default(null),
    from: calendarDay(),
    to: calendarDay(),
    reason: z.string().trim().min(1).max(500),
  }),
  output: one(FrozenFigure),
  run: async (ctx, { metric: code, storeId, agentId, from, to, reason }) => {
    const { metric } = await shownVersion(ctx, code);
    await scopeOf(ctx, { from, to, ...(storeId ? { storeId } : {}) });
    const scope = {
      from,
      to,
      storeIds: await storesIn(ctx, storeId ?? undefined),
      agentId: whose(ctx, agentId ?? undefined),
    };
    const found = await worked(adding(ctx), metric, scope);
    return ctx.insert(FrozenFigure, {
      ...found,
      metric: code,
      metricVersion: metric.version,
      storeId,
      agentId: scope.agentId ?? null,
      fromDay: from,
      toDay: to,
      reason,
      fixedAt: ctx.now,
      fixedById: ctx.actor.kind === 'staff' ? ctx.actor.userId : null,
    });
  },
});

/** A fixed figure beside what the same formula says of the same days today. */
export const fixedFigureToday = defineView({
  title: { en: 'Fixed figure and today', zh: '定版指标与当前值' },
  allow: { staff: READ_ALL },
  input: z.object({ id: z.string() }),
  output: value(
    'FixedFigureToday',
    z.object({
      fixed: z.number().nullable(),
      fixedN: z.int(),
      today: z.number().nullable(),
      todayN: z.int(),
      differs: z.boolean(),
    }),
  ),
  run: async (ctx, { id }) => {
    const row = await ctx.get(FrozenFigure, id);
    const versions = (await registryOf(ctx)).byCode.get(row.metric) ?? [];
    const metric =
      versions.find(({ version }) => version === row.metricVersion) ?? (await shownVersion(ctx, row.metric)).metric;
    const scope = {
      from: row.fromDay,
      to: row.toDay,
      storeIds: await storesIn(ctx, row.storeId ?? undefined),
      agentId: row.agentId ?? undefined,
    };
    const now = await worked(adding(ctx), metric, scope);
    return {
      fixed: row.value,
      fixedN: row.n,
      today: now.value,
      todayN: now.n,
      differs: now.digest !== row.digest,
    };
  },
});
