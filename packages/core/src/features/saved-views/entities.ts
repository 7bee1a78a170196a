import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { defineEntity, ref, type Visibility } from '../../kernel/entity.ts';

export const viewFields = {
  name: z.string().trim().min(1).max(60),
  /** The list of which it is a view, by the name of its entity. */
  about: z.string().regex(/^[A-Z]\w{0,60}$/),
  /** Filters, order and columns, as the address of the page says them. */
  query: z.string().max(2000),
  /** The store whose people share it; null: its owner's alone. */
  storeId: ref('Store').nullable(),
};

/** One's own views, and those shared in stores that one works for. */
function visible(actor: Actor): Visibility {
  if (actor.kind !== 'staff') return 'none';
  const shared = actor.storeIds ? { storeId: { in: actor.storeIds } } : { storeId: { ne: null } };
  return { or: [{ ownerId: actor.userId, storeId: null }, shared] };
}

/**
 * A list as somebody wants to find it again: a name for filters, an order and columns. It gives no right: who opens it
 * sees the rows that they may see.
 */
export const SavedView = defineEntity({
  name: 'SavedView',
  title: { en: 'Saved view', zh: '已存视图' },
  schema: z.object({ ...viewFields, ownerId: ref('User') }),
  index: [['about', 'ownerId']],
  unique: [{ name: 'saved_view_name', fields: ['ownerId', 'about', 'name'] }],
  visible,
  list: { filters: ['about'], orders: [[['name', 'asc']]] },
});
