/**
 * @module Open items from before their entity was a work item, or from before there was an index: they get their row of
 * it page by page, in the background.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import type { Entity } from '../../kernel/entity.ts';
import { endedStates, type Work, type WorkRow } from '../../kernel/work.ts';
import { Tenant } from '../access/index.ts';
import { WorkItem } from './entities.ts';
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
    const last = rows.at(-1);
    if (!last) return { rows: 0 };
    const items = await ctx.find(WorkItem, { where: { id: { in: rows.map(({ id }) => id) } }, limit: PAGE });
    const known = new Set(items.map(({ id }) => id));
    const missing = rows.filter(({ id }) => !known.has(id));
    for (const row of missing) await keepItem(ctx, entity, { row, known: undefined });
    if (rows.length === PAGE) await ctx.at(indexTimer, ctx.now, { entity: name, after: last.id });
    return { rows: missing.length };
  },
});

/** Begins to index what is not indexed, of every tenant; a server calls it once it has changed its tables. */
export async function indexWork(desk: Desk): Promise<void> {
  const kinds = desk.entities.filter(({ work }) => work);
  if (kinds.length === 0) return;
  const anybody: SystemActor = { kind: 'system', tenantId: '', name: 'index' };
  const tenants = await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS);
  for (const { id: tenantId } of tenants)
    for (const { name: entity } of kinds) await desk.perform({ ...anybody, tenantId }, 'indexWorkItems', { entity });
}
