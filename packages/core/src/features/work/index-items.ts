/**
 * @module Open items from before their entity was a work item, or from before there was an index: they get their row of
 * it page by page, in the background, once for each kind.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import type { Entity } from '../../kernel/entity.ts';
import { endedStates, type Work, type WorkRow } from '../../kernel/work.ts';
import { Tenant } from '../access/index.ts';
import { IndexedKind, WorkItem } from './entities.ts';
import { keepItem } from './keep.ts';
import { indexTimer } from './timers.ts';

const PAGE = 100;
const MOST_TENANTS = 10_000;

/** Puts a page of open items into the index that are not in it, and goes on after it. */
export const indexWorkItems = defineAction({
  title: { en: 'Index work items', zh: '建立工作事项索引' },
  allow: { system: true },
  unaudited: true,
  input: z.object({ entity: z.string(), after: z.string().default('') }),
  output: value('IndexedWorkItems', z.object({ rows: z.int() })),
  run: async (ctx, { entity: name, after }) => {
    const entity = ctx.entities.get(name) as (Entity<WorkRow> & { readonly work: Work }) | undefined;
    const { machine } = entity ?? {};
    if (!entity?.work || !machine) return { rows: 0 };
    const open = machine.states.filter((state) => !endedStates(entity).includes(state));
    const rows = await ctx.find(entity, {
      where: { [machine.field]: { in: open } },
      limit: PAGE,
      ...(after ? { after: [after] } : {}),
    });
    const items = await ctx.find(WorkItem, { where: { id: { in: rows.map(({ id }) => id) } }, limit: PAGE });
    const known = new Set(items.map(({ id }) => id));
    const missing = rows.filter(({ id }) => !known.has(id));
    for (const row of missing) await keepItem(ctx, entity, { row, known: undefined });
    const last = rows.at(PAGE - 1);
    if (last) await ctx.at(indexTimer, ctx.now, { entity: name, after: last.id });
    else if (!(await ctx.first(IndexedKind, { entity: name }))) ctx.insert(IndexedKind, { entity: name });
    return { rows: missing.length };
  },
});

/** Begins to index the kinds that are not indexed, of every tenant; each server does so when it starts. */
export async function indexWork(desk: Desk): Promise<void> {
  const kinds = desk.entities.filter(({ work }) => work);
  if (kinds.length === 0) return;
  const anybody: SystemActor = { kind: 'system', tenantId: '', name: 'index' };
  const tenants = await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS);
  for (const { id: tenantId } of tenants) {
    const actor = { ...anybody, tenantId };
    const done = new Set((await desk.read(actor).all(IndexedKind, {})).map(({ entity }) => entity));
    for (const { name: entity } of kinds)
      if (!done.has(entity)) await desk.perform(actor, 'indexWorkItems', { entity });
  }
}
