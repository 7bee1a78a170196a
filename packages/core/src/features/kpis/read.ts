/**
 * @module Reads what the figures are made of: rounds by index pages, their conversations by id in as many, ratings and
 * refused transfers once each. Never a query per conversation; above 20,000 rounds the question is refused.
 */
import { refuse, type ReadContext } from '../../kernel/context.ts';
import type { BaseRow, Entity, Filter } from '../../kernel/entity.ts';
import { Store } from '../access/index.ts';
import { serviceCalendar } from '../calendar/index.ts';
import { Conversation, Rating, TransferAttempt } from '../conversations/index.ts';
import { SlaClock } from '../service-levels/index.ts';
import type { FigureInput, Round, Talk } from './figures.ts';
import { keptLimits, kpiFigures, type FigureFact, type FigureFacts, type FigurePeriod } from './points.ts';
import { kpiTexts as t } from './texts.ts';

const PAGE = 1000;
const MAX_PAGES = 20;

/** All rows of some filters, in the order of a field. @throws DeniedError LIMIT_EXCEEDED above 20,000 */
export async function everyPage<R extends BaseRow>(
  ctx: ReadContext,
  entity: Entity<R>,
  options: { where: Filter[]; by: keyof R & string },
): Promise<R[]> {
  const rows: R[] = [];
  let after: (string | number | null)[] | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const found = await ctx.find(entity, {
      where: options.where,
      order: [[options.by, 'asc']],
      limit: PAGE,
      ...(after ? { after } : {}),
    });
    rows.push(...found);
    const last = found.at(-1);
    if (found.length < PAGE || !last) return rows;
    after = [last[options.by] as string, last.id];
  }
  return refuse('LIMIT_EXCEEDED', { text: t.shorterPeriod, details: { limit: PAGE * MAX_PAGES } });
}

const between = (field: string, { from, to }: FigurePeriod): Filter[] => [
  { [field]: { gte: from } },
  { [field]: { lt: to } },
];
const within = ({ storeId }: FigurePeriod): Filter[] => (storeId ? [{ storeId }] : []);

/** Clocks of the period; `own` reads only those of its agent, by their index. */
async function clocksOf(ctx: ReadContext, period: FigurePeriod, own: boolean): Promise<Round[]> {
  const where = [
    ...within(period),
    ...(own && period.agentId ? [{ agentId: period.agentId }] : []),
    ...between('queuedAt', period),
  ];
  const clocks = await everyPage(ctx, SlaClock, { where, by: 'queuedAt' });
  return clocks.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

async function talksOf(ctx: ReadContext, rounds: readonly Round[]): Promise<Map<string, Talk>> {
  const ids = [...new Set(rounds.map(({ conversationId }) => conversationId))];
  const talks = new Map<string, Talk>();
  for (let at = 0; at < ids.length; at += PAGE) {
    const rows = await ctx
      .trusted('part of a seen row')
      .find(Conversation, { where: { id: { in: ids.slice(at, at + PAGE) } }, limit: PAGE });
    for (const row of rows) talks.set(row.id, row);
  }
  return talks;
}

export interface Read extends Omit<FigureInput, 'agentId' | 'refusedTransfers' | 'ratings' | 'limits' | 'resolutions'> {
  readonly resolutions: readonly Round[];
  readonly limits: readonly FigureFact[];
  /** Of other features. */
  readonly added: readonly FigureFacts[];
  readonly ratings: readonly {
    readonly score: number;
    readonly agentId: string | null;
    readonly storeId: string;
    readonly conversationId: string;
    readonly ratedAt: string;
  }[];
  readonly attempts: readonly { readonly userId: string; readonly storeId: string; readonly at: string }[];
}

/** Everything of a period that the actor may see. */
export async function readPeriod(ctx: ReadContext, period: FigurePeriod, { own = false } = {}): Promise<Read> {
  const mine = period.agentId !== undefined;
  const [limits, added, clocks, stores, ratings, attempts] = await Promise.all([
    ctx.ask(keptLimits, period),
    ctx.ask(kpiFigures, period),
    clocksOf(ctx, period, own),
    ctx.find(Store, { limit: PAGE }),
    everyPage(ctx, Rating, {
      where: [...within(period), ...(mine ? [{ agentId: period.agentId }] : []), ...between('ratedAt', period)],
      by: 'ratedAt',
    }),
    everyPage(ctx, TransferAttempt, {
      where: [...within(period), ...(mine ? [{ userId: period.agentId }] : []), ...between('at', period)],
      by: 'at',
    }),
  ]);
  return {
    limits: limits.flat(),
    added,
    rounds: clocks.filter(({ target }) => target !== 'RESOLUTION'),
    resolutions: clocks.filter(({ target }) => target === 'RESOLUTION'),
    talks: await talksOf(ctx, clocks),
    ratings,
    attempts,
    calendars: new Map(stores.map((store) => [store.id, serviceCalendar(store)])),
    now: ctx.now,
  };
}
