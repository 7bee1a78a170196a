/** @module The rows that made a figure: the same facts, filter and function, in the reach of who asks. */
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { scopeOf as reachOf } from '../../kernel/filter.ts';
import { filtersOf, inTime, type FactScope } from './facts.ts';
import { keyOf, storesIn, talliesBy, whose, type Question } from './figures.ts';
import type { Metric, MetricDimension } from './metric.ts';
import { talliesOf, textIn } from './tally.ts';
import { metricTexts as t } from './texts.ts';

export interface FigureRowOf {
  readonly id: string;
  readonly aboutEntity: string;
  readonly aboutId: string;
  /** What such a row is called. */
  readonly aboutTitle: { readonly en: string; readonly zh: string };
  readonly storeId: string;
  readonly day: string;
  readonly agentId: string | null;
  readonly channel: string | null;
  readonly num: number;
  readonly den: number;
}

interface Wanted {
  readonly scope: Omit<Question, 'metrics' | 'by'>;
  /** The part of the figure that is opened. */
  readonly group?: { readonly by: MetricDimension; readonly key: string } | undefined;
  readonly first: number;
  /** Where the page before ended. */
  readonly after?: string | undefined;
}

const PAGE = 500;
/** Pages of facts that one question looks at; the next goes on from there. */
const MOST_PAGES = 10;

/** A page of rows; `next` is where to go on, and null where they end. */
export async function rowsOfFigure(ctx: ReadContext, metric: Metric, { scope: asked, group, first, after }: Wanted) {
  const own = whose(ctx, asked.agentId);
  const scope: FactScope = { ...asked, agentId: own, storeIds: await storesIn(ctx, asked.storeId) };
  const narrowed = narrow(scope, group);
  const rows: FigureRowOf[] = [];
  let [source, day, id] = placeOf(after);
  for (let pages = 0; pages < MOST_PAGES && source < metric.sources.length; pages += 1) {
    const from = metric.sources[source];
    if (!from) break;
    const page = await ctx.find(from.fact, {
      where: filtersOf(from, narrowed),
      order: [[from.day, 'asc']],
      limit: PAGE,
      ...(id ? { after: [day, id] } : {}),
    });
    for (const fact of page) {
      [day, id] = [textIn(fact, from.day), fact.id];
      if (!inTime(from, fact, scope)) continue;
      const about = from.about?.(fact as never) ?? { entity: from.fact.name, id: fact.id };
      for (const one of talliesBy(group?.by, talliesOf(from, fact), scope))
        if (!group || keyOf(group.by, from, fact, one) === group.key)
          rows.push({
            id: `${fact.id}|${one.agentId}`,
            aboutEntity: about.entity,
            aboutId: about.id,
            aboutTitle: wordsOf(ctx, about.entity),
            storeId: one.storeId,
            day: one.day,
            agentId: one.agentId || null,
            channel: one.channel || null,
            num: one.num,
            den: one.den,
          });
      if (rows.length >= first) return { rows, next: [source, day, id].join('|'), hidden: isHidden(ctx, metric) };
    }
    if (page.length < PAGE) [source, day, id] = [source + 1, '', ''];
  }
  const next = source < metric.sources.length ? [source, day, id].join('|') : null;
  return { rows, next, hidden: isHidden(ctx, metric) };
}

const wordsOf = ({ entities }: ReadContext, name: string) => {
  const { en, zh } = entities.get(name)?.title ?? { en: name, zh: name };
  return { en, zh };
};

/** Whether there are facts of the figure that the asker may not see at all. */
const isHidden = ({ actor }: ReadContext, { sources }: Metric): boolean =>
  sources.some(({ fact }) => reachOf(actor, fact) === 'none');

/** What a group says of its facts, so that only those are read. */
function narrow(scope: FactScope, group: Wanted['group']): FactScope {
  switch (group?.by) {
    case 'DAY':
      return { ...scope, from: group.key, to: group.key, ...(group.key < scope.to ? { toMinute: undefined } : {}) };
    case 'STORE':
      return { ...scope, storeIds: (scope.storeIds ?? [group.key]).filter((id) => id === group.key) };
    case 'AGENT':
      return { ...scope, agentId: group.key };
    case 'CHANNEL':
      return { ...scope, channel: group.key };
    case 'INTENT':
      return { ...scope, intent: group.key };
    default:
      return scope;
  }
}

function placeOf(after: string | undefined): [source: number, day: string, id: string] {
  if (after === undefined) return [0, '', ''];
  const [source = '', day = '', ...id] = after.split('|');
  if (!/^\d{1,3}$/.test(source))
    return refuse('VALIDATION_FAILED', { fields: [{ path: 'after', text: t.noSuchFigure }] });
  return [Number(source), day, id.join('|')];
}
