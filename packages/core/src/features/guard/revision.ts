/**
 * @module Content that a process keeps ready (compiled terms, a search index) carries a number that rises with every
 * change in the same commit. One look-up by id tells whether another process changed it, and two writers meet there.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { ContentRevision } from './entities.ts';

export type RevisionSubject = RowOf<typeof ContentRevision>['subject'];

const idOf = (ctx: ReadContext, subject: RevisionSubject) => `${ctx.actor.tenantId}:${subject}`;

/** The number of the last change; 0 before the first. */
export async function revisionOf(ctx: ReadContext, subject: RevisionSubject): Promise<number> {
  return (await ctx.trusted('bookkeeping of the desk').maybe(ContentRevision, idOf(ctx, subject)))?.number ?? 0;
}

/** Counts a change in the same commit and answers its number. */
export async function nextRevision(ctx: ActionContext, subject: RevisionSubject): Promise<number> {
  const id = idOf(ctx, subject);
  const row = await ctx.trusted('bookkeeping of the desk').maybe(ContentRevision, id);
  const number = (row?.number ?? 0) + 1;
  if (row) ctx.update(ContentRevision, row, { number });
  else ctx.insert(ContentRevision, { id, subject, number });
  return number;
}

/** Keeps one value per desk and tenant; the ports are what tells two desks of one process apart. */
export class TenantCache<V> {
  readonly #byDesk = new WeakMap<object, Map<string, V>>();

  get(ctx: ReadContext): V | undefined {
    return this.#byDesk.get(ctx.ports)?.get(ctx.actor.tenantId);
  }

  set(ctx: ReadContext, value: V): V {
    const tenants = this.#byDesk.get(ctx.ports) ?? new Map<string, V>();
    this.#byDesk.set(ctx.ports, tenants.set(ctx.actor.tenantId, value));
    return value;
  }
}
