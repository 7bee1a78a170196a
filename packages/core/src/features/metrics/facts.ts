/** @module Reads the facts of figures: each kind of row once for a question, however many figures count it. */
import { refuse, type ReadContext } from '../../kernel/context.ts';
import type { BaseRow, Filter } from '../../kernel/entity.ts';
import type { MetricSource } from './metric.ts';
import { textIn, valuesOf, type Tally } from './tally.ts';
import { metricTexts as t } from './texts.ts';

/** What is asked about, in terms of the facts. */
export interface FactScope {
  /** Days of the store, both included. */
  readonly from: string;
  readonly to: string;
  /** Only what came before this minute of the last day. */
  readonly toMinute?: number | undefined;
  /** Absent: all stores. */
  readonly storeIds?: readonly string[] | undefined;
  readonly agentId?: string | undefined;
  readonly channel?: string | undefined;
  readonly intent?: string | undefined;
}

const PAGE = 1000;
/** Facts of one kind that one question looks at. */
export const MOST_FACTS = 20_000;

export function filtersOf({ day, by, where }: MetricSource, scope: FactScope): Filter[] {
  const { from, to, storeIds, agentId } = scope;
  const [only, ...others] = storeIds ?? [];
  const store: Filter[] =
    storeIds === undefined ? [] : others.length === 0 ? [{ storeId: only ?? '' }] : [{ storeId: { in: storeIds } }];
  const people: Filter[] =
    agentId === undefined
      ? []
      : by.agents
        ? [{ [by.agents]: { has: agentId } }]
        : by.agent
          ? [{ [by.agent]: agentId }]
          : [];
  const exact = (field: string | undefined, value: string | undefined): Filter[] =>
    value === undefined ? [] : field ? [{ [field]: value === 'NONE' ? null : value }] : [{ id: '' }];
  return [
    ...store,
    ...people,
    { [day]: { gte: from } },
    { [day]: { lte: to } },
    ...exact(by.channel, scope.channel),
    ...exact(by.intent, scope.intent),
    ...(where ? [where] : []),
  ];
}

/** Whether it came in time to be compared. */
export function inTime({ day, by }: MetricSource, fact: BaseRow, { to, toMinute }: FactScope): boolean {
  if (toMinute === undefined || textIn(fact, day) < to) return true;
  const minute = by.minute ? valuesOf(fact)[by.minute] : undefined;
  return typeof minute !== 'number' || minute < toMinute;
}

/** Facts of a source, page by page, in the order of their days. @throws DeniedError LIMIT_EXCEEDED above 20,000 */
export async function factsOf(ctx: ReadContext, source: MetricSource, scope: FactScope): Promise<BaseRow[]> {
  const rows: BaseRow[] = [];
  let after: (string | number | null)[] | undefined;
  for (;;) {
    const page = await ctx.find(source.fact, {
      where: filtersOf(source, scope),
      order: [[source.day, 'asc']],
      limit: PAGE,
      ...(after ? { after } : {}),
    });
    rows.push(...page.filter((fact) => inTime(source, fact, scope)));
    const last = page.at(-1);
    if (page.length < PAGE || !last) return rows;
    if (rows.length >= MOST_FACTS) refuse('LIMIT_EXCEEDED', { text: t.shorterPeriod, details: { limit: MOST_FACTS } });
    after = [textIn(last, source.day), last.id];
  }
}

/** What counts of a fact for who is asked about. */
export const countsFor = (tallies: readonly Tally[], { agentId }: FactScope): Tally[] =>
  tallies.filter((one) =>
    agentId === undefined ? one.seen === 'DESK' : one.seen === 'OWN' && one.agentId === agentId,
  );
