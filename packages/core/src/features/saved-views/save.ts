import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { refuse } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { SavedView, viewFields } from './entities.ts';

/** Views of one person on one list, at most. */
const MOST_VIEWS = 50;

const person = ({ actor }: ReadContext): string => (actor.kind === 'staff' ? actor.userId : refuse('FORBIDDEN'));

/** What all people of a store see at the head of a list is for leads to decide. */
function mayShare({ actor }: ReadContext, storeId: string | null): Denial | undefined {
  if (storeId === null || (actor.kind === 'staff' && actor.permissions.has('view.share'))) return undefined;
  return deny('FORBIDDEN', { details: { permission: 'view.share' } });
}

/** Keeps a view. The same name on the same list replaces one's own earlier one. */
export const saveView = defineAction({
  title: { en: 'Save the view', zh: '保存视图' },
  allow: { staff: true },
  inPerson: true,
  input: z.object({ ...viewFields, storeId: viewFields.storeId.default(null) }),
  output: one(SavedView),
  check: async (ctx, { about, storeId }) =>
    mayShare(ctx, storeId) ??
    ((await ctx.count(SavedView, { about, ownerId: person(ctx) }, MOST_VIEWS)) >= MOST_VIEWS
      ? deny('LIMIT_EXCEEDED', { details: { limit: MOST_VIEWS } })
      : undefined),
  run: async (ctx, view) => {
    const ownerId = person(ctx);
    const before = await ctx.first(SavedView, { about: view.about, ownerId, name: view.name });
    return before ? ctx.update(SavedView, before, view) : ctx.insert(SavedView, { ...view, ownerId });
  },
});

/** Its owner takes a view away, and of a shared one whoever may share. */
export const removeView = defineAction({
  title: { en: 'Remove the view', zh: '删除视图' },
  allow: { staff: true },
  on: SavedView,
  manner: 'light',
  input: z.object({}),
  output: one(SavedView),
  when: (ctx, { ownerId, storeId }) =>
    ctx.actor.kind === 'staff' && ctx.actor.userId === ownerId ? undefined : mayShare(ctx, storeId),
  run: (ctx, row) => {
    ctx.remove(SavedView, row);
    return row;
  },
});
