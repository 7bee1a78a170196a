/** @module Figures as people and programs ask for them: a list, a period, and the rows that made a figure. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { mark, named } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Store } from '../access/index.ts';
import { calendarDay, daysBetween, localDay, shifted } from './days.ts';
import { adding, MetricState, stateId } from './entities.ts';
import { figuresFor, shownVersion, type Figure, type Figures, type Question } from './figures.ts';
import { MetricCode, metricDimension, metricSign, metricUnit, type Metric, type MetricDimension } from './metric.ts';
import { registryOf } from './registry.ts';
import { lacks } from './recount.ts';
import { rowsOfFigure } from './rows.ts';
import { metricTexts as t } from './texts.ts';

const MOST_DAYS = 400;
const MOST_METRICS = 40;

export const scopeInput = {
  from: calendarDay().optional(),
  to: calendarDay().optional(),
  /** Only what came before this minute of the last day: a day that runs compared with the same part of another. */
  toMinute: z.int().min(0).max(1440).optional(),
  storeId: z.string().optional(),
  agentId: z.string().optional(),
  channel: z.string().max(40).optional(),
  intent: z.string().max(40).optional(),
};
const scopeSchema = z.object(scopeInput);
type ScopeInput = z.output<typeof scopeSchema>;
type Scope = Omit<Question, 'metrics' | 'by'>;

/** The days that are asked about; today of the store where none are said. @throws DeniedError VALIDATION_FAILED */
export async function scopeOf(ctx: ReadContext, input: ScopeInput): Promise<Scope> {
  const store = input.storeId ? await ctx.get(Store, input.storeId) : await ctx.first(Store, {});
  const today = localDay(ctx.now, store?.timeZone ?? 'UTC').day;
  const to = input.to ?? today;
  const from = input.from ?? to;
  if (from > to) refuse('VALIDATION_FAILED', { fields: [{ path: 'to', text: t.endsBeforeBeginning }] });
  if (daysBetween(from, to) > MOST_DAYS)
    refuse('VALIDATION_FAILED', { fields: [{ path: 'from', text: t.shorterPeriod }] });
  return { ...input, from, to };
}

export const FigureValue = named(
  'FigureValue',
  z.object({
    metric: memberOf(MetricCode),
    version: z.int(),
    value: mark(z.number().nullable(), {
      title: { en: 'Value', zh: '数值', note: 'Null where there is nothing to divide by.' },
    }),
    num: z.number(),
    den: z.number(),
    n: z.int(),
    enough: z.boolean(),
  }),
);

const OwnFigure = named('OwnFigure', FigureValue.extend({ unit: metricUnit }));

export const figureValue = ({ metric, sum, value: found }: Figure): z.output<typeof FigureValue> => ({
  metric: metric.code,
  version: metric.version,
  value: found,
  num: sum.num,
  den: sum.den,
  n: sum.n,
  enough: sum.n >= metric.least,
});

const FigureGroup = named(
  'FigureGroup',
  z.object({ by: metricDimension, key: z.string(), figures: z.array(FigureValue) }),
);

/** The same days earlier; of a period that still runs, the part of them that has passed of it. */
const Earlier = named(
  'EarlierFigures',
  z.object({
    from: z.string(),
    to: z.string(),
    toMinute: z.int().nullable(),
    figures: z.array(FigureValue),
    groups: z.array(FigureGroup),
  }),
);

const said = ({ whole, groups }: Figures) => ({
  figures: whole.map(figureValue),
  groups: groups.map(({ by, key, figures: each }) => ({ by, key, figures: each.map(figureValue) })),
});

/** A week that runs is compared with the same part of the week before, to the minute. */
async function samePart(ctx: ReadContext, scope: Scope, days: number): Promise<Scope> {
  const store = scope.storeId ? await ctx.get(Store, scope.storeId) : await ctx.first(Store, {});
  const now = localDay(ctx.now, store?.timeZone ?? 'UTC');
  const runs = scope.from <= now.day && now.day <= scope.to;
  return {
    ...scope,
    from: shifted(scope.from, -days),
    to: shifted(runs ? now.day : scope.to, -days),
    ...(runs ? { toMinute: now.minute } : {}),
  };
}

/**
 * Figures of some days, whole and split. Without days it is today of the store, or of the first where none is named;
 * without the right to see everybody's it is one's own.
 */
export const figures = defineView({
  title: { en: 'Figures', zh: '指标' },
  allow: { staff: true },
  input: z.object({
    metrics: z.array(memberOf(MetricCode)).min(1).max(MOST_METRICS),
    ...scopeInput,
    by: z.array(metricDimension).max(metricDimension.options.length).default([]),
    /** So many days earlier is told beside it: 7 for the week before. */
    against: z.int().min(1).max(MOST_DAYS).optional(),
  }),
  output: value(
    'FigureReport',
    z.object({
      from: z.string(),
      to: z.string(),
      figures: z.array(FigureValue),
      groups: z.array(FigureGroup),
      before: Earlier.nullable(),
      filling: z.array(memberOf(MetricCode)),
      failedDays: z.array(z.string()),
    }),
  ),
  run: async (ctx, { metrics: codes, by, against, ...input }) => {
    const scope = await scopeOf(ctx, input);
    const metrics = [...new Set(codes)];
    const earlier = against === undefined ? undefined : await samePart(ctx, scope, against);
    const [found, before] = await Promise.all([
      figuresFor(ctx, { ...scope, metrics, by }),
      earlier && figuresFor(ctx, { ...earlier, metrics, by: by.filter((each) => each === 'DAY') }),
    ]);
    return {
      from: scope.from,
      to: scope.to,
      ...said(found),
      before:
        earlier && before
          ? { from: earlier.from, to: earlier.to, toMinute: earlier.toMinute ?? null, ...said(before) }
          : null,
      filling: [...found.filling],
      failedDays: [...found.failedDays],
    };
  },
});

/** One's own figures of the store's day so far (R-PRE-26): those that are shown beside the work, of all features. */
export const myFigures = defineView({
  title: { en: 'My figures of today', zh: '我的今日指标' },
  allow: { staff: true },
  input: z.object({ storeId: z.string().optional() }),
  output: value('MyFigures', z.object({ day: z.string(), figures: z.array(OwnFigure) })),
  run: async (ctx, { storeId }) => {
    if (ctx.actor.kind !== 'staff') return refuse('FORBIDDEN');
    const { byCode } = await registryOf(ctx);
    const codes = [...byCode.values()].flatMap(([newest]) => (newest?.beside ? [newest.code] : []));
    const scope = await scopeOf(ctx, { ...(storeId ? { storeId } : {}), agentId: ctx.actor.userId });
    const { whole } = await figuresFor(ctx, { ...scope, metrics: codes, by: [] });
    return { day: scope.to, figures: whole.map((one) => ({ ...figureValue(one), unit: one.metric.unit })) };
  },
});

/** What a figure may be split by: what every kind of its facts carries. */
export function dimensionsOf({ sources }: Metric): MetricDimension[] {
  const has = (of: (by: Metric['sources'][number]['by']) => unknown) => sources.every(({ by }) => of(by));
  return metricDimension.options.filter(
    (dimension) =>
      ({
        STORE: true,
        DAY: true,
        TEAM: has(({ team }) => team),
        AGENT: has(({ agent, agents }) => agent ?? agents),
        CHANNEL: has(({ channel }) => channel),
        INTENT: has(({ intent }) => intent),
        PRODUCT: has(({ product }) => product),
        HOUR: has(({ minute }) => minute),
      })[dimension],
  );
}

const FigureWords = named('FigureWords', z.object({ en: z.string(), zh: z.string() }));

const FigureDescription = named(
  'FigureDescription',
  z.object({
    metric: memberOf(MetricCode),
    /** The id of the catalogue: `K-05`. */
    code: z.string(),
    version: z.int(),
    unit: metricUnit,
    sign: metricSign,
    least: z.int(),
    formula: FigureWords,
    by: z.array(metricDimension),
    sums: z.boolean(),
    beside: z.boolean(),
  }),
);

/** The number in the catalogue: `K-01` of the median of first responses too; what has none goes by its code. */
export const numberOf = (code: string): string => /^K_(\d+[a-z]?)/.exec(code)?.[0].replace('_', '-') ?? code;

/** Every figure of the desk: what it is made of, and what it may be split by. */
export const figureList = defineView({
  title: { en: 'List of figures', zh: '指标目录' },
  allow: { staff: true },
  input: z.object({}),
  output: value(
    'FigureList',
    z.object({ figures: z.array(FigureDescription), filling: z.array(memberOf(MetricCode)) }),
  ),
  run: async (ctx) => {
    const { byCode } = await registryOf(ctx);
    const state = await adding(ctx).maybe(MetricState, stateId(ctx));
    const newest = [...byCode.values()].flatMap(([metric]) => metric ?? []);
    return {
      figures: newest.map((metric) => ({
        metric: metric.code,
        code: numberOf(metric.code),
        version: metric.version,
        unit: metric.unit,
        sign: metric.sign,
        least: metric.least,
        formula: { en: metric.formula.en, zh: metric.formula.zh },
        by: dimensionsOf(metric),
        sums: metric.additive === 'SUM',
        beside: metric.beside ?? false,
      })),
      filling: newest.flatMap(({ code, version }) => (state?.whole[code] === version ? [] : [code])),
    };
  },
});

const FigureRow = named(
  'FigureRow',
  z.object({
    id: z.string(),
    aboutEntity: z.string(),
    aboutId: z.string(),
    aboutTitle: FigureWords,
    storeId: z.string(),
    day: z.string(),
    agentId: z.string().nullable(),
    channel: z.string().nullable(),
    num: z.number(),
    den: z.number(),
  }),
);

/** The rows that made a figure, under the same filter: they add up to it. `hidden` of them the asker may not see. */
export const figureRows = defineView({
  title: { en: 'Rows of a figure', zh: '指标明细' },
  allow: { staff: true },
  input: z.object({
    metric: memberOf(MetricCode),
    ...scopeInput,
    by: metricDimension.optional(),
    key: z.string().max(80).optional(),
    first: z.int().min(1).max(500).default(100),
    after: z.string().max(300).optional(),
  }),
  output: value(
    'FigureRows',
    z.object({ figure: FigureValue, rows: z.array(FigureRow), next: z.string().nullable(), hidden: z.boolean() }),
  ),
  run: async (ctx, { metric: code, by, key, first, after, ...input }) => {
    const scope = await scopeOf(ctx, input);
    const { metric } = await shownVersion(ctx, code);
    const found = await figuresFor(ctx, { ...scope, metrics: [code], by: by && key !== undefined ? [by] : [] });
    const group = found.groups.find((one) => one.by === by && one.key === key)?.figures[0];
    const whole = found.whole[0] ?? refuse('NOT_FOUND', { text: t.noSuchFigure });
    const figure = by && key !== undefined ? group : whole;
    const rows = await rowsOfFigure(ctx, metric, {
      scope,
      group: by && key !== undefined ? { by, key } : undefined,
      first,
      after,
    });
    return {
      figure: figure
        ? figureValue(figure)
        : { ...figureValue(whole), value: null, num: 0, den: 0, n: 0, enough: false },
      ...rows,
    };
  },
});

/** Days whose cells are not what their facts say; for who looks after the desk. */
export const figureDrift = defineView({
  title: { en: 'Check of the figures', zh: '指标核对' },
  allow: { staff: 'metric.recount' },
  input: z.object({ storeId: z.string(), day: calendarDay() }),
  output: value(
    'FigureDrift',
    z.object({
      facts: z.int(),
      wrong: z.array(named('WrongFigure', z.object({ metric: memberOf(MetricCode), cells: z.int() }))),
    }),
  ),
  run: async (ctx, { storeId, day }) => {
    await ctx.get(Store, storeId);
    const { byCode } = await registryOf(ctx);
    const state = await adding(ctx).maybe(MetricState, stateId(ctx));
    const metrics = [...byCode.values()]
      .flat()
      .filter(({ code, version, additive }) => additive === 'SUM' && state?.whole[code] === version);
    const found = await lacks(ctx, metrics, { storeId, day });
    return {
      facts: found.reduce((sum, { facts }) => sum + facts, 0),
      wrong: found.flatMap(({ metric, wrong }) => (wrong > 0 ? [{ metric: metric.code, cells: wrong }] : [])),
    };
  },
});
