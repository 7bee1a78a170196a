/**
 * @module What follows from every change of a work item, in the same commit: its number, its clocks, its row in the
 * index of all items, its step, and what the customer is told.
 */
import { whenChanged } from '../../kernel/changes.ts';
import { clip } from '../../kernel/clip.ts';
import type { ActionContext } from '../../kernel/context.ts';
import type { Entity, RowOf, Words } from '../../kernel/entity.ts';
import { endedStates, workFieldsOf, type Work, type WorkRow } from '../../kernel/work.ts';
import { Store, User } from '../access/index.ts';
import { clocksNow, countedBy, isTimed, nextClock, type ItemClock } from './clocks.ts';
import { WorkItem, WorkNumber } from './entities.ts';
import { tellCustomer } from './points.ts';
import { addStep, changedFields } from './steps.ts';
import { clockTimer } from './timers.ts';

type Item = RowOf<typeof WorkItem>;
type Working = Entity & { readonly work: Work };

const MOST_TITLE = 300;

export const keepWork = whenChanged(
  ({ work }) => work !== undefined,
  async (ctx, { entity, before, row }, { action, reason = '' }) => {
    const kind = entity as Working;
    const known = before && (await ctx.maybe(WorkItem, before.id));
    if (!row) return known ? forget(ctx, known) : undefined;
    const numbered = await withNumber(ctx, kind, { row: row as WorkRow, isNew: !before });
    const { item, row: kept } = await keepItem(ctx, kind, { row: numbered, known });
    const from = before ? stateOf(kind, before as WorkRow) : null;
    const changed = changedFields(kind, before as WorkRow | undefined, kept);
    const moved = from !== item.state;
    if (!moved && changed.length === 0 && !reason) return;
    const told = moved ? await saidTo(ctx, kind, { item, row: kept }) : null;
    const step = addStep(ctx, item, { action, from, changed, because: reason, told });
    if (told) await ctx.ask(tellCustomer, { ...whom(item), key: `work:${step.id}`, ...told });
  },
);

export const whom = ({ storeId, customerId, conversationId, entity, id }: Item) => ({
  storeId,
  customerId,
  conversationId,
  about: { entity, id },
});

const stateOf = ({ machine }: Entity, row: WorkRow): string => String(row[machine?.field ?? 'state']);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

/** What the customer of an item is told of the state that it is in now. */
async function saidTo(
  ctx: ActionContext,
  { work }: Working,
  { item, row }: { readonly item: Item; readonly row: WorkRow },
): Promise<Words | null> {
  const say = item.forCustomer ? work.told?.[item.state] : undefined;
  if (!say) return null;
  const owner = await ctx.maybe(User, item.ownerId);
  return say(row as never, { owner: owner?.name ?? '' });
}

/** The item with its number, which it gets once. */
async function withNumber(
  ctx: ActionContext,
  entity: Working,
  { row, isNew }: { readonly row: WorkRow; readonly isNew: boolean },
): Promise<WorkRow> {
  const { number: prefix } = entity.work;
  if (!prefix || !isNew || row['number']) return row;
  const storeId = String(row['storeId']);
  const id = `${storeId}:${prefix}`;
  const given = await ctx.maybe(WorkNumber, id);
  const last = (given?.last ?? 0) + 1;
  if (given) ctx.update(WorkNumber, given, { last });
  else ctx.insert(WorkNumber, { id, storeId, prefix, last });
  return ctx.update(entity as Entity<WorkRow>, row, { number: `${prefix}-${last}` }) as WorkRow;
}

/** The row of the index, and the item with its due. */
export async function keepItem(
  ctx: ActionContext,
  entity: Working,
  { row, known }: { readonly row: WorkRow; readonly known: Item | undefined },
): Promise<{ readonly item: Item; readonly row: WorkRow }> {
  const { work, name } = entity;
  const { owner, due } = workFieldsOf(entity);
  const state = stateOf(entity, row);
  const open = !endedStates(entity).includes(state);
  const clocks = work.clocks ? await runClocks(ctx, entity, { row, state, before: known?.clocks ?? [] }) : [];
  const next = nextClock(clocks);
  const dueAt = work.clocks ? (next?.dueAt ?? null) : due && open ? textOf(row[due]) : null;
  const kept =
    work.clocks && due && row[due] !== dueAt
      ? (ctx.update(entity as Entity<WorkRow>, row, { [due]: dueAt }) as WorkRow)
      : row;
  const facts = {
    storeId: String(row['storeId']),
    permission: work.read,
    customerId: textOf(row['customerId']),
    conversationId: textOf(row['conversationId']),
    forCustomer: work.told !== undefined && textOf(row['customerId']) !== null,
    entity: name,
    number: textOf(row['number']),
    title: clip(work.title.flatMap((field) => textOf(row[field]) ?? []).join(' · '), MOST_TITLE),
    state,
    ownerId: owner ? textOf(row[owner]) : null,
    dueAt,
    clock: next?.clock ?? null,
    waitsFor: work.waits?.[state] ?? ('US' as const),
    open,
    closedAt: open ? null : (known?.closedAt ?? ctx.now),
    clocks,
  };
  if (!known)
    return { item: ctx.insert(WorkItem, { id: row.id, ...facts, openedAt: row.createdAt, files: 0 }), row: kept };
  const same = Object.entries(facts).every(
    ([field, value]) => JSON.stringify(known[field as keyof typeof facts]) === JSON.stringify(value),
  );
  return { item: same ? known : ctx.update(WorkItem, known, facts), row: kept };
}

async function runClocks(
  ctx: ActionContext,
  { work }: Working,
  { row, state, before }: { readonly row: WorkRow; readonly state: string; readonly before: readonly ItemClock[] },
): Promise<ItemClock[]> {
  const store = await ctx.get(Store, String(row['storeId']));
  const clocks = clocksNow(work, { row, state, now: ctx.now, before, counted: (of) => countedBy(store, of) });
  for (const [clock, definition] of Object.entries(work.clocks ?? {})) {
    if (!isTimed(definition)) continue;
    const [was, is] = [before, clocks].map((list) => list.find((one) => one.clock === clock));
    if (is?.dueAt && !is.late && is.dueAt !== was?.dueAt) await ctx.at(clockTimer, is.dueAt, row.id, { clock });
    if (was?.dueAt && !was.late && !is?.dueAt) await ctx.unset(clockTimer, row.id, { clock });
  }
  return clocks;
}

/** The item itself is gone; its steps tell that it was there. */
async function forget(ctx: ActionContext, item: Item): Promise<void> {
  for (const { clock, dueAt, late } of item.clocks) if (dueAt && !late) await ctx.unset(clockTimer, item.id, { clock });
  ctx.remove(WorkItem, item);
}
