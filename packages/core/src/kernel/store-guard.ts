/**
 * @module What an actor writes stays within the stores they work for, whatever feature writes it: a row of another
 * store is not theirs to change, and what holds for every store is decided by somebody who works for every store. What
 * a rule must write beyond that it writes as the desk (`ctx.trusted`).
 */
import { hasAllStores, type Actor } from './actor.ts';
import { deny, type Denial } from './denial.ts';
import type { BaseRow, Entity } from './entity.ts';
import { ownTexts } from './own-texts.ts';

/** What an actor is told who touches what is also other stores'. */
export const OTHER_STORES = deny('FORBIDDEN', { text: ownTexts.otherStores });

/** Why an actor may not write a row, as it was or as it becomes; undefined when they may. */
export function storeProblem(actor: Actor, { schema }: Entity, row: BaseRow): Denial | undefined {
  const { storeId, storeIds, ownerId, userId } = row as unknown as Readonly<Record<string, unknown>>;
  if (actor.kind === 'shopper')
    return 'storeId' in schema.shape && storeId && storeId !== actor.storeId ? deny('NOT_FOUND') : undefined;
  if ((actor.kind !== 'staff' && actor.kind !== 'rule') || !actor.storeIds) return undefined;
  if (storeId)
    return 'storeId' in schema.shape && !actor.storeIds.includes(storeId as string) ? deny('NOT_FOUND') : undefined;
  const isOwn = actor.kind === 'staff' && [row.id, ownerId, userId].includes(actor.userId);
  const tenantWide =
    'storeId' in schema.shape || ('storeIds' in schema.shape && !hasAllStores(actor, storeIds as readonly string[]));
  return tenantWide && !isOwn ? OTHER_STORES : undefined;
}
