/**
 * @module The past of figures that are new, or whose formula is: counted in the background, a day of a store at a time,
 * and shown when the whole past is counted. A slice that is killed is done again; none counts twice.
 */
import { z } from 'zod';
import { whenChanged } from '../../kernel/changes.ts';
import { defineAction, value } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import type { Filter, RowOf } from '../../kernel/entity.ts';
import { Store, Tenant } from '../access/index.ts';
import { MetricState, stateId } from './entities.ts';
import type { Metric, MetricSource } from './metric.ts';
import { registryOf } from './registry.ts';
import { setRight, takeTurn, type StoreDay } from './recount.ts';
import { textIn } from './tally.ts';
import { fillTimer } from './timers.ts';

const MOST_TENANTS = 10_000;
const MOST_STORES = 1000;
/** Days that one slice counts. */
const DAYS = 5;

/** Versions that are not counted for the whole past. */
async function newMetrics(ctx: ActionContext, whole: Readonly<Record<string, number>>): Promise<Metric[]> {
  const { byCode } = await registryOf(ctx);
  return [...byCode.values()].flatMap(([newest]) => (newest && whole[newest.code] !== newest.version ? [newest] : []));
}

/** The next store and day after a place that has facts of these figures. */
async function nextDay(ctx: ActionContext, metrics: readonly Metric[], after: StoreDay): Promise<StoreDay | undefined> {
  const stores = (await ctx.find(Store, { where: { id: { gte: after.storeId } }, limit: MOST_STORES })).map(
    ({ id }) => id,
  );
  const sources = [...new Map(metrics.flatMap(({ sources: all }) => all.map((one) => [one.fact.name, one]))).values()];
  for (const storeId of stores) {
    const day = await firstDay(ctx, sources, { storeId, day: storeId === after.storeId ? after.day : '' });
    if (day) return { storeId, day };
  }
  return undefined;
}

async function firstDay(ctx: ActionContext, sources: readonly MetricSource[], { storeId, day }: StoreDay) {
  const found = await Promise.all(
    sources.map(async (source) => {
      const where: Filter[] = [{ storeId }, { [source.day]: { gt: day } }];
      const [first] = await ctx.find(source.fact, { where, order: [[source.day, 'asc']], limit: 1 });
      return first ? [textIn(first, source.day)] : [];
    }),
  );
  return found.flat().toSorted()[0];
}

const PLACE = '|';
const placeOf = (after: string): StoreDay => {
  const [storeId = '', day = ''] = after.split(PLACE);
  return { storeId, day };
};

/** Completes rows of an older version, then counts the next days; sets itself again until the past is counted. */
export const fillFigures = defineAction({
  title: { en: 'Count the past', zh: '补算历史指标' },
  allow: { system: true },
  unaudited: true,
  input: z.object({ after: z.string().max(200).default('') }),
  output: value('FilledFigures', z.object({ days: z.int(), done: z.boolean() })),
  run: async (ctx, { after }) => {
    const whole = await takeTurn(ctx);
    const metrics = await newMetrics(ctx, whole);
    const more = (place: string) => ctx.at(fillTimer, ctx.now, { after: place });
    if (metrics.length === 0) return { days: 0, done: true };
    const completing = new Set(metrics.flatMap(({ sources }) => sources.flatMap(({ complete }) => complete ?? [])));
    for (const complete of completing)
      if (await complete(ctx)) {
        await more('');
        return { days: 0, done: false };
      }
    let at = placeOf(after);
    for (let days = 0; days < DAYS; days += 1) {
      const next = await nextDay(ctx, metrics, at);
      if (!next) {
        await finish(ctx, metrics, whole);
        return { days, done: true };
      }
      await setRight(
        ctx,
        metrics.filter(({ additive }) => additive === 'SUM'),
        next,
      );
      at = next;
    }
    await more([at.storeId, at.day].join(PLACE));
    return { days: DAYS, done: false };
  },
});

async function finish(ctx: ActionContext, metrics: readonly Metric[], whole: Readonly<Record<string, number>>) {
  const state = await ctx.get(MetricState, stateId(ctx));
  const now = Object.fromEntries(metrics.map(({ code, version }) => [code, version]));
  ctx.update(MetricState, state, { whole: { ...whole, ...now } });
}

/** A tenant who begins has no past to count. */
export const begins = whenChanged(
  ({ name }) => name === Tenant.name,
  async (ctx, { before, row }) => {
    if (before || !row) return;
    const { byCode } = await registryOf(ctx);
    const whole = Object.fromEntries([...byCode].map(([code, [newest]]) => [code, newest?.version ?? 1]));
    const { id: tenantId } = row as RowOf<typeof Tenant>;
    ctx.insert(MetricState, { id: stateId({ actor: { tenantId } }), tenantId, whole, countedAt: ctx.now });
  },
);

/** Begins to count what is not counted, of every tenant; each server does so when it starts. */
export async function fillAll(desk: Desk): Promise<void> {
  const anybody: SystemActor = { kind: 'system', tenantId: '', name: 'figures' };
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS)) {
    const actor = { ...anybody, tenantId };
    const { filling } = (await desk.show(actor, 'figureList', {})) as { readonly filling: readonly string[] };
    if (filling.length > 0) await desk.perform(actor, 'fillFigures', {});
  }
}
