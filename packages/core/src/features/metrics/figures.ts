/**
 * @module Figures of a period, whole and split: from cells where those say it, else from the facts. Both are the same
 * sums of the same function.
 */
import { refuse, type ReadContext } from '../../kernel/context.ts';
import type { BaseRow, RowOf } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { hourOfWeek } from './days.ts';
import { adding, MetricCell, MetricDay, MetricState, READ_ALL, stateId } from './entities.ts';
import { countsFor, factsOf, type FactScope } from './facts.ts';
import type { Metric, MetricDimension, MetricSource } from './metric.ts';
import { registryOf } from './registry.ts';
import { addTo, formulaOf, noSum, talliesOf, textIn, valueOf, valuesOf, type Sum, type Tally } from './tally.ts';
import { metricTexts as t } from './texts.ts';

export interface Question extends Omit<FactScope, 'storeIds'> {
  readonly metrics: readonly string[];
  readonly storeId?: string | undefined;
  readonly by: readonly MetricDimension[];
}

export interface Figure {
  readonly metric: Metric;
  readonly sum: Sum;
  readonly value: number | null;
}

export interface Figures {
  readonly whole: readonly Figure[];
  readonly groups: readonly {
    readonly by: MetricDimension;
    readonly key: string;
    readonly figures: readonly Figure[];
  }[];
  /** Figures whose past is still being counted: they were read from their facts. */
  readonly filling: readonly string[];
  /** Days on which a formula failed, and which are not recounted yet. */
  readonly failedDays: readonly string[];
}

/** Dimensions that cells are kept by. */
const IN_CELLS: readonly MetricDimension[] = ['STORE', 'DAY', 'AGENT', 'CHANNEL'];
/** Cells that one question looks at. */
const MOST_CELLS = 50_000;
const PAGE = 1000;
const NONE = 'NONE';

type CellRow = RowOf<typeof MetricCell>;

/** Whose figures somebody may see: everybody's with the permission, else their own (3.13). */
export function whose({ actor }: Pick<ReadContext, 'actor'>, agentId: string | undefined): string | undefined {
  if (actor.kind !== 'staff' || actor.permissions.has(READ_ALL)) return agentId;
  if (agentId !== undefined && agentId !== actor.userId) refuse('FORBIDDEN', { details: { permission: READ_ALL } });
  return actor.userId;
}

/** The stores that are asked about and that the asker works for; undefined: all. */
export async function storesIn(ctx: ReadContext, storeId: string | undefined): Promise<readonly string[] | undefined> {
  if (storeId !== undefined) return [(await ctx.get(Store, storeId)).id];
  return ctx.actor.kind === 'staff' ? ctx.actor.storeIds : undefined;
}

/** The version of a figure that is shown: the newest that is counted for the whole past. */
export async function shownVersion(
  ctx: ReadContext,
  code: string,
): Promise<{ readonly metric: Metric; readonly isWhole: boolean }> {
  const registry = await registryOf(ctx);
  const versions = registry.byCode.get(code) ?? [];
  const state = await adding(ctx).maybe(MetricState, stateId(ctx));
  const whole = state?.whole[code];
  const metric = versions.find(({ version }) => version === whole) ?? versions[0];
  return metric
    ? { metric, isWhole: whole === metric.version }
    : refuse('NOT_FOUND', { text: t.noSuchFigure, details: { metric: code } });
}

class Sums {
  readonly whole = noSum();
  readonly groups = new Map<string, { readonly by: MetricDimension; readonly key: string; readonly sum: Sum }>();

  group(by: MetricDimension, key: string): Sum {
    const id = `${by} ${key}`;
    const known = this.groups.get(id) ?? { by, key, sum: noSum() };
    this.groups.set(id, known);
    return known.sum;
  }
}

const KEYS: Readonly<Record<string, (at: Tally | CellRow) => string>> = {
  STORE: ({ storeId }) => storeId,
  DAY: ({ day }) => day,
  CHANNEL: ({ channel }) => channel || NONE,
  AGENT: ({ agentId }) => agentId,
};

function keyOfFact(by: MetricDimension, source: MetricSource, fact: BaseRow): string | undefined {
  const { team, intent, product, minute } = source.by;
  const text = (field: string | undefined) => (field === undefined ? undefined : textIn(fact, field) || NONE);
  if (by === 'TEAM') return text(team);
  if (by === 'INTENT') return text(intent);
  if (by === 'PRODUCT') return text(product);
  const at = minute ? valuesOf(fact)[minute] : undefined;
  return typeof at === 'number' ? hourOfWeek(textIn(fact, source.day), at) : undefined;
}

/** The group of a fact's tally, or none. */
export function keyOf(by: MetricDimension, source: MetricSource, fact: BaseRow, tally: Tally): string | undefined {
  return KEYS[by]?.(tally) ?? keyOfFact(by, source, fact);
}

/** People are split by what is their own; all else by what is asked about. */
export const talliesBy = (by: MetricDimension | undefined, tallies: readonly Tally[], scope: FactScope): Tally[] =>
  by === 'AGENT'
    ? tallies.filter(({ seen, agentId }) => seen === 'OWN' && (scope.agentId ?? agentId) === agentId)
    : countsFor(tallies, scope);

async function fromFacts(
  ctx: ReadContext,
  metric: Metric,
  { by, scope, read }: { by: readonly MetricDimension[]; scope: FactScope; read: ReadFacts },
): Promise<Sums> {
  const sums = new Sums();
  const found = await Promise.all(metric.sources.map((source) => read(ctx, source)));
  metric.sources.forEach((source, n) => {
    for (const fact of found[n] ?? []) {
      const tallies = talliesOf(source, fact);
      if (tallies.length === 0) continue;
      for (const one of countsFor(tallies, scope)) addTo(sums.whole, one, metric);
      for (const each of by)
        for (const one of talliesBy(each, tallies, scope)) {
          const key = keyOf(each, source, fact, one);
          if (key !== undefined) addTo(sums.group(each, key), one, metric);
        }
    }
  });
  return sums;
}

/** Cells of a figure, page by page. */
async function cellsOf(ctx: ReadContext, metric: Metric, scope: FactScope, seen: CellRow['seen']): Promise<CellRow[]> {
  const { from, to, storeIds, agentId, channel } = scope;
  const rows: CellRow[] = [];
  let after: (string | number | null)[] | undefined;
  for (;;) {
    const page = await adding(ctx).find(MetricCell, {
      where: [
        { formula: formulaOf(metric), seen, day: { gte: from } },
        { day: { lte: to } },
        ...(storeIds ? [{ storeId: { in: storeIds } }] : []),
        ...(agentId === undefined ? [] : [{ agentId }]),
        ...(channel === undefined ? [] : [{ channel: channel === NONE ? '' : channel }]),
      ],
      order: [['day', 'asc']],
      limit: PAGE,
      ...(after ? { after } : {}),
    });
    rows.push(...page);
    const last = page.at(-1);
    if (page.length < PAGE || !last) return rows;
    if (rows.length >= MOST_CELLS) refuse('LIMIT_EXCEEDED', { text: t.shorterPeriod, details: { limit: MOST_CELLS } });
    after = [last.day, last.id];
  }
}

async function fromCells(
  ctx: ReadContext,
  metric: Metric,
  { by, scope }: { by: readonly MetricDimension[]; scope: FactScope },
): Promise<Sums> {
  const sums = new Sums();
  const own = scope.agentId !== undefined;
  const [cells, people] = await Promise.all([
    cellsOf(ctx, metric, scope, own ? 'OWN' : 'DESK'),
    by.includes('AGENT') && !own ? cellsOf(ctx, metric, scope, 'OWN') : [],
  ]);
  for (const cell of cells) {
    addTo(sums.whole, cell, metric);
    for (const each of by) if (each !== 'AGENT') addTo(sums.group(each, KEYS[each]?.(cell) ?? NONE), cell, metric);
  }
  if (by.includes('AGENT'))
    for (const cell of own ? cells : people) addTo(sums.group('AGENT', cell.agentId), cell, metric);
  return sums;
}

type ReadFacts = (ctx: ReadContext, source: MetricSource) => Promise<readonly BaseRow[]>;

/** Reads each kind of fact once, by what narrows it. */
function readOnce(scope: FactScope): ReadFacts {
  const read = new Map<string, Promise<readonly BaseRow[]>>();
  return (ctx, source) => {
    const key = JSON.stringify([source.fact.name, source.day, source.by, source.where]);
    const rows = read.get(key) ?? factsOf(ctx, source, scope);
    read.set(key, rows);
    return rows;
  };
}

/** Whether cells say what is asked. */
const cellsSay = ({ by, toMinute, intent }: Question, { additive }: Metric): boolean =>
  additive === 'SUM' && toMinute === undefined && intent === undefined && by.every((one) => IN_CELLS.includes(one));

/** Figures of a period, as the asker may see them. */
export async function figuresFor(ctx: ReadContext, question: Question): Promise<Figures> {
  const agentId = whose(ctx, question.agentId);
  const scope: FactScope = { ...question, agentId, storeIds: await storesIn(ctx, question.storeId) };
  const { by } = question;
  const read = readOnce(scope);
  const facts = adding(ctx);
  const chosen = await Promise.all(question.metrics.map((code) => shownVersion(ctx, code)));
  const [failed, counted] = await Promise.all([
    failedDays(ctx, scope, question.metrics),
    Promise.all(
      chosen.map(async ({ metric, isWhole }) => ({
        metric,
        sums:
          isWhole && cellsSay(question, metric)
            ? await fromCells(ctx, metric, { by, scope })
            : await fromFacts(facts, metric, { by, scope, read }),
      })),
    ),
  ]);
  const figure = (metric: Metric, sum: Sum): Figure => ({ metric, sum, value: valueOf(metric, sum) });
  const groups = new Map<string, { by: MetricDimension; key: string; figures: Figure[] }>();
  for (const { metric, sums } of counted)
    for (const { by: split, key, sum } of sums.groups.values()) {
      const id = `${split} ${key}`;
      const group = groups.get(id) ?? { by: split, key, figures: [] };
      if (sum.n !== 0) group.figures.push(figure(metric, sum));
      groups.set(id, group);
    }
  return {
    whole: counted.map(({ metric, sums }) => figure(metric, sums.whole)),
    groups: [...groups.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, group]) => (group.figures.length > 0 ? [group] : [])),
    filling: chosen.flatMap(({ metric, isWhole }) => (isWhole ? [] : [metric.code])),
    failedDays: failed,
  };
}

const MOST_DAYS = 400;

async function failedDays(ctx: ReadContext, { from, to }: FactScope, metrics: readonly string[]): Promise<string[]> {
  const rows = await adding(ctx).find(MetricDay, {
    where: [{ metric: { in: metrics }, failures: { gt: 0 }, day: { gte: from } }, { day: { lte: to } }],
    limit: MOST_DAYS,
  });
  return [...new Set(rows.map(({ day }) => day))].toSorted();
}
