/** @module The figures of a desk, by code; put together once. */
import type { ReadContext } from '../../kernel/context.ts';
import type { Entity } from '../../kernel/entity.ts';
import { metricsKnown, type Metric, type MetricSource } from './metric.ts';

export interface Counted {
  readonly metric: Metric;
  readonly source: MetricSource;
}

export interface Registry {
  /** All versions of each figure, the newest first. */
  readonly byCode: ReadonlyMap<string, readonly Metric[]>;
  /** What is counted when a row of an entity changes, by the entity's name. */
  readonly byFact: ReadonlyMap<string, readonly Counted[]>;
}

const registries = new WeakMap<ReadonlyMap<string, Entity>, Registry>();

/** The figures of the desk; `undefined` before they were put together. */
export const registryNow = ({ entities }: Pick<ReadContext, 'entities'>): Registry | undefined =>
  registries.get(entities);

export async function registryOf(ctx: ReadContext): Promise<Registry> {
  const known = registryNow(ctx);
  if (known) return known;
  const answers = await ctx.ask(metricsKnown, {});
  const more = Map.groupBy(
    answers.flatMap((one) => one.more),
    ({ code }) => code,
  );
  const metrics = answers
    .flatMap((one) => one.metrics)
    .map((one) => ({ ...one, sources: [...one.sources, ...(more.get(one.code) ?? []).map(({ source }) => source)] }))
    .toSorted((a, b) => b.version - a.version);
  const counted = metrics.flatMap((one) => one.sources.map((source) => ({ metric: one, source })));
  const made: Registry = {
    byCode: Map.groupBy(metrics, ({ code }) => code),
    byFact: Map.groupBy(counted, ({ source }) => source.fact.name),
  };
  registries.set(ctx.entities, made);
  return made;
}
