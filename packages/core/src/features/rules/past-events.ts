/**
 * @module Events that have been, for a dry run. The desk keeps no second list of them: the audit trail has who changed
 * which row when, with the audited fields as they were; the other fields are as they are now.
 */
import { AuditEvent } from '../../kernel/audit.ts';
import type { ReadContext } from '../../kernel/context.ts';
import type { BaseRow, Entity, RowOf } from '../../kernel/entity.ts';
import { clip } from '../../kernel/clip.ts';
import { isEvent, type RuleEventRule } from './events.ts';
import { fieldsOf, freeze, type Facts } from './fields.ts';

/** As many entries of the trail as one look goes back. */
const MOST_ENTRIES = 20_000;
const PAGE = 1_000;
const TOGETHER = 200;

export interface PastEvent {
  readonly at: string;
  readonly rowId: string;
  readonly label: string;
  readonly storeId: string | null;
  readonly facts: Facts;
  /** Codes of the rule that did it, where one did. */
  readonly cause: readonly string[];
}

export interface PastEvents {
  /** The oldest first. */
  readonly events: readonly PastEvent[];
  /** Since when the trail was read; null: there is nothing in it. */
  readonly since: string | null;
}

type Values = Readonly<Record<string, unknown>>;
interface Found {
  readonly at: string;
  readonly rowId: string;
  readonly after: Values;
  readonly cause: readonly string[];
}

/** The last so many events of a kind that the asker may read of, in one store or in all that they work for. */
export async function pastEvents(
  ctx: ReadContext,
  event: RuleEventRule,
  { storeIds, most }: { readonly storeIds: readonly string[] | undefined; readonly most: number },
): Promise<PastEvents> {
  const found: Found[] = [];
  let since: string | null = null;
  let after: readonly (string | number | null)[] | undefined;
  for (let read = 0; read < MOST_ENTRIES && found.length < most; read += PAGE) {
    const entries = await ctx.find(AuditEvent, {
      order: [['at', 'desc']],
      limit: PAGE,
      ...(storeIds ? { where: { storeId: { in: storeIds } } } : {}),
      ...(after ? { after } : {}),
    });
    for (const entry of entries) found.push(...eventsIn(entry, event));
    const last = entries.at(-1);
    since = last?.at ?? since;
    if (!last || entries.length < PAGE) break;
    after = [last.at, last.id];
  }
  const kept = found.slice(0, most);
  if (found.length > most) since = kept.at(-1)?.at ?? since;
  return { events: (await withFacts(ctx, event, { found: kept, storeIds })).reverse(), since };
}

function eventsIn({ at, actor, changes }: RowOf<typeof AuditEvent>, event: RuleEventRule): Found[] {
  const cause = actor.startsWith('rule:') ? [actor.slice('rule:'.length).split('@')[0] ?? ''] : [];
  return changes
    .filter(({ entity, before, after }) => entity === event.on.name && isEvent(event, before, after))
    .map(({ id, after }) => ({ at, rowId: id, after: after ?? {}, cause }));
}

/** What is gone has no facts any more: it is left out. */
async function withFacts(
  ctx: ReadContext,
  event: RuleEventRule,
  { found, storeIds }: { readonly found: readonly Found[]; readonly storeIds: readonly string[] | undefined },
): Promise<PastEvent[]> {
  const ids = [...new Set(found.map(({ rowId }) => rowId))];
  const rows = new Map<string, BaseRow & Values>();
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = ids.slice(from, from + TOGETHER);
    const entity = event.on as Entity<BaseRow & Values>;
    for (const row of await ctx.find(entity, { where: { id: { in: some } } as never, limit: TOGETHER }))
      rows.set(row.id, row);
  }
  const fields = fieldsOf(ctx, event);
  return found.flatMap(({ at, rowId, after, cause }) => {
    const row = rows.get(rowId);
    const storeId = (row?.['storeId'] ?? null) as string | null;
    if (!row || (storeIds && !storeIds.includes(storeId ?? ''))) return [];
    const then = { ...row, ...after };
    return { at, rowId, label: clip(event.label(row), 200), storeId, facts: freeze(fields, then, at), cause };
  });
}
