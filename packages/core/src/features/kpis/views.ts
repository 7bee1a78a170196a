import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { instant, mark, named } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { figureOf, figuresOf, startOfDay } from './figures.ts';
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
  thirtySecondRate: share,
  threeMinuteRate: share,
  answerRatio: share,
  satisfaction: share,
  ratings: z.int(),
  attainment: share,
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
const Group = named('ServiceFiguresGroup', z.object({ key: z.string(), figures: ServiceFigures }));

/** The figures of some of what was read. */
function pick(
  read: Read,
  {
    agentId,
    keep = () => true,
  }: { agentId?: string | undefined; keep?: (row: { storeId: string; at: string }) => boolean },
): z.output<typeof ServiceFigures> {
  const { ratings, attempts, limits, added, ...rest } = read;
  const of = <R>(
    rows: readonly R[],
    who: (row: R) => string | null,
    where: (row: R) => { storeId: string; at: string },
  ) => rows.filter((row) => (agentId === undefined || who(row) === agentId) && keep(where(row)));
  const ofFacts = (facts: readonly FigureFact[]) =>
    of(
      facts,
      (fact) => fact.agentId,
      (fact) => fact,
    );
  const own = figuresOf({
    ...rest,
    agentId,
    rounds: read.rounds.filter(({ storeId, queuedAt }) => keep({ storeId, at: queuedAt })),
    limits: ofFacts(limits),
    ratings: of(
      ratings,
      (row) => row.agentId,
      ({ storeId, ratedAt }) => ({ storeId, at: ratedAt }),
    ),
    refusedTransfers: of(
      attempts,
      ({ userId }) => userId,
      (row) => row,
    ).length,
  });
  return {
    ...own,
    added: added.map(({ figure, unit, facts }) => ({ figure, unit, value: figureOf({ unit, facts: ofFacts(facts) }) })),
  };
}

function grouped(read: Read, by: 'AGENT' | 'STORE' | 'DAY', agentId: string | undefined) {
  const facts = [...read.limits, ...read.added.flatMap((one) => one.facts)];
  const zoneOf = (storeId: string) => read.calendars.get(storeId)?.timeZone ?? 'UTC';
  const dayOf = ({ storeId, at }: { storeId: string; at: string }) => startOfDay(at, zoneOf(storeId));
  if (by === 'AGENT') {
    const agents = new Set(
      [...read.rounds, ...facts]
        .flatMap((one) => one.agentId ?? [])
        .filter((id) => agentId === undefined || id === agentId),
    );
    return [...agents].toSorted().map((key) => ({ key, figures: pick(read, { agentId: key }) }));
  }
  const keyOf = by === 'STORE' ? ({ storeId }: { storeId: string; at: string }) => storeId : dayOf;
  const keys = new Set([
    ...read.rounds.map(({ storeId, queuedAt }) => keyOf({ storeId, at: queuedAt })),
    ...facts.map(keyOf),
  ]);
  return [...keys]
    .toSorted()
    .map((key) => ({ key, figures: pick(read, { agentId, keep: (row) => keyOf(row) === key }) }));
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
 * K-01 to K-06, K-14, K-20 and K-23 of a period, by agent, store or day; conversations belong to when they were queued.
 */
export const serviceKpis = defineView({
  title: { en: 'Figures of service', zh: '服务指标' },
  allow: { staff: 'sla.read' },
  input: z.object({
    from: instant(),
    to: instant(),
    storeId: z.string().optional(),
    agentId: z.string().optional(),
    by: codes('FigureGrouping', {
      AGENT: { en: 'By agent', zh: '按客服' },
      STORE: { en: 'By store', zh: '按店铺' },
      DAY: { en: 'By day', zh: '按日' },
    }).optional(),
  }),
  output: value('ServiceKpis', z.object({ figures: ServiceFigures, groups: z.array(Group) })),
  run: async (ctx, { from, to, storeId, agentId, by }) => {
    if (storeId) await ctx.get(Store, storeId);
    if (from >= to) return refuse('VALIDATION_FAILED', { fields: [{ path: 'to', text: t.endsBeforeBeginning }] });
    const person = whose(ctx, agentId);
    const period: FigurePeriod = { from, to, storeId, agentId: person };
    const read = await readPeriod(ctx, period);
    return { figures: pick(read, { agentId: person }), groups: by ? grouped(read, by, person) : [] };
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
    return { from, figures: pick(read, { agentId }) };
  },
});
