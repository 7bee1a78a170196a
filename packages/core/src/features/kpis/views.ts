import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { instant, mark, named } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { figureOf, figuresOf, hourOfWeek, startOfDay } from './figures.ts';
import { figureKind, figureUnit, type FigureFact, type FigurePeriod } from './points.ts';
import { readPeriod, type Read } from './read.ts';
import { kpiTexts as t } from './texts.ts';

const share = z.number().nullable();
const figures = {
  conversations: z.int(),
  rounds: z.int(),
  firstResponseSeconds: share,
  firstResponseP50: share,
  firstResponseP90: share,
  averageResponseSeconds: share,
  replyRate: share,
  replied: z.int(),
  repliable: z.int(),
  thirtySecondRate: share,
  threeMinuteRate: share,
  answerRatio: share,
  satisfaction: share,
  ratings: z.int(),
  attainment: share,
  resolvedInTime: share,
  refusedTransfers: z.int(),
};
/** A figure that another feature adds; null where there is nothing to divide by. */
const AddedFigure = named(
  'AddedFigure',
  z.object({
    figure: mark(figureKind, { title: { en: 'Which figure it is.', zh: '指标' } }),
    unit: mark(figureUnit, { title: { en: 'How it is read.', zh: '单位' } }),
    value: mark(share, { title: { en: 'Null where there is nothing to divide by.', zh: '数值' } }),
  }),
);
export const ServiceFigures = named(
  'ServiceFigures',
  z.object({
    ...figures,
    added: mark(z.array(AddedFigure), { title: { en: 'Figures that other features add.', zh: '其他功能的指标' } }),
  }),
);
const grouping = codes('FigureGrouping', {
  AGENT: { en: 'By agent', zh: '按客服' },
  STORE: { en: 'By store', zh: '按店铺' },
  DAY: { en: 'By day; the key is the instant at which the store’s day begins', zh: '按日' },
  HOUR: { en: 'By hour of the week in the store’s zone; the key is `1-09` for Monday from nine', zh: '按周内小时' },
  TOPIC: { en: 'By topic; the key is a code of Intent, or NONE', zh: '按咨询类型' },
});
const Group = named('ServiceFiguresGroup', z.object({ key: z.string(), figures: ServiceFigures }));

/** The figures of what was read, of all or of one agent. */
function pick(read: Read, agentId: string | undefined): z.output<typeof ServiceFigures> {
  const { ratings, attempts, limits, added, ...rest } = read;
  const own = <R>(rows: readonly R[], who: (row: R) => string | null) =>
    rows.filter((row) => agentId === undefined || who(row) === agentId);
  const ofFacts = (facts: readonly FigureFact[]) => own(facts, (fact) => fact.agentId);
  return {
    ...figuresOf({
      ...rest,
      agentId,
      limits: ofFacts(limits),
      ratings: own(ratings, (row) => row.agentId),
      refusedTransfers: own(attempts, ({ userId }) => userId).length,
    }),
    added: added.map(({ figure, unit, facts }) => ({ figure, unit, value: figureOf({ unit, facts: ofFacts(facts) }) })),
  };
}

/** Where and when something happened; what no conversation is about has none. */
interface Place {
  readonly storeId: string;
  readonly at: string;
  readonly conversationId?: string;
}

/** The group to which something belongs; undefined: to none. */
type KeyOf = (place: Place) => string | undefined;
type Grouping = z.output<typeof grouping>;

function keyOf(read: Read, by: Exclude<Grouping, 'AGENT'>): KeyOf {
  const zoneOf = (storeId: string) => read.calendars.get(storeId)?.timeZone ?? 'UTC';
  const keys: Record<typeof by, KeyOf> = {
    STORE: ({ storeId }) => storeId,
    DAY: ({ storeId, at }) => startOfDay(at, zoneOf(storeId)),
    HOUR: ({ storeId, at }) => hourOfWeek(at, zoneOf(storeId)),
    TOPIC: ({ conversationId }) =>
      conversationId === undefined ? undefined : (read.talks.get(conversationId)?.intent ?? 'NONE'),
  };
  return keys[by];
}

/** What was read, by groups; each row is looked at once. */
function split(read: Read, key: KeyOf): Map<string, Read> {
  const by = <R>(rows: readonly R[], place: (row: R) => Place) => Map.groupBy(rows, (row) => key(place(row)));
  const clock = (row: Read['rounds'][number]): Place => ({ ...row, at: row.queuedAt });
  const rounds = by(read.rounds, clock);
  const resolutions = by(read.resolutions, clock);
  const ratings = by(read.ratings, (row) => ({ ...row, at: row.ratedAt }));
  const attempts = by(read.attempts, (row) => row);
  const limits = by(read.limits, (fact) => fact);
  const added = read.added.map((one) => ({ ...one, facts: by(one.facts, (fact) => fact) }));
  const keys = new Set([rounds, limits, ...added.map(({ facts }) => facts)].flatMap((groups) => [...groups.keys()]));
  const group = (name: string): Read => ({
    ...read,
    rounds: rounds.get(name) ?? [],
    resolutions: resolutions.get(name) ?? [],
    ratings: ratings.get(name) ?? [],
    attempts: attempts.get(name) ?? [],
    limits: limits.get(name) ?? [],
    added: added.map((one) => ({ ...one, facts: one.facts.get(name) ?? [] })),
  });
  return new Map([...keys].flatMap((name) => (name === undefined ? [] : [[name, group(name)] as const])));
}

function grouped(read: Read, by: Grouping, agentId: string | undefined) {
  if (by !== 'AGENT')
    return [...split(read, keyOf(read, by))]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => ({ key, figures: pick(part, agentId) }));
  const facts = [...read.limits, ...read.added.flatMap((one) => one.facts)];
  const agents = new Set(
    [...read.rounds, ...facts]
      .flatMap((one) => one.agentId ?? [])
      .filter((id) => agentId === undefined || id === agentId),
  );
  return [...agents].toSorted().map((key) => ({ key, figures: pick(read, key) }));
}

/** Whose figures somebody may see: everybody's with the permission, else his own (3.13). */
function whose(ctx: ReadContext, agentId: string | undefined): string | undefined {
  const { actor } = ctx;
  if (actor.kind !== 'staff' || actor.permissions.has('kpi.read')) return agentId;
  if (agentId !== undefined && agentId !== actor.userId)
    return refuse('FORBIDDEN', { details: { permission: 'kpi.read' } });
  return actor.userId;
}

/**
 * K-01 to K-06, K-14, K-20 and K-23 of a period, by agent, store, day, hour or topic; conversations belong to when they were queued.
 */
export const serviceKpis = defineView({
  title: { en: 'Figures of service', zh: '服务指标' },
  allow: { staff: 'sla.read' },
  input: z.object({
    from: instant(),
    to: instant(),
    storeId: z.string().optional(),
    agentId: z.string().optional(),
    by: grouping.optional(),
  }),
  output: value('ServiceKpis', z.object({ figures: ServiceFigures, groups: z.array(Group) })),
  run: async (ctx, { from, to, storeId, agentId, by }) => {
    if (storeId) await ctx.get(Store, storeId);
    if (from >= to) return refuse('VALIDATION_FAILED', { fields: [{ path: 'to', text: t.endsBeforeBeginning }] });
    const person = whose(ctx, agentId);
    const period: FigurePeriod = { from, to, storeId, agentId: person };
    const read = await readPeriod(ctx, period);
    return { figures: pick(read, person), groups: by ? grouped(read, by, person) : [] };
  },
});

/** One's own figures of the store's day so far (R-PRE-26), the same that `serviceKpis` gives for the same filter. */
export const myServiceFigures = defineView({
  title: { en: 'My figures of today', zh: '我的今日指标' },
  allow: { staff: 'sla.read' },
  input: z.object({ storeId: z.string().optional() }),
  output: value('MyServiceFigures', z.object({ from: instant(), figures: ServiceFigures })),
  run: async (ctx, { storeId }) => {
    if (ctx.actor.kind !== 'staff') return refuse('FORBIDDEN');
    const store = storeId ? await ctx.get(Store, storeId) : await ctx.first(Store, {});
    const from = startOfDay(ctx.now, store?.timeZone ?? 'UTC');
    const to = new Date(Date.parse(ctx.now) + 1).toISOString();
    const agentId = ctx.actor.userId;
    const read = await readPeriod(ctx, { from, to, storeId, agentId }, { own: true });
    return { from, figures: pick(read, agentId) };
  },
});
