/** @module The rows of a column as cards: a kind's own rows where it says what its cards show, else those of the index. */
import type { DeskClient } from '@shopdesk/core/client';
import { workItems } from '../desk/work.ts';
import type { RecordDefinition } from '../desk/record.ts';
import { paged, type PageOf } from '../kit/pages.ts';
import type { Carded, Column } from './board-ways.ts';
import { recordList, type RecordRow } from './data.ts';
import type { DeskDescription, EntityDescription } from './description.ts';

const PAGE = 20;

interface Asked {
  readonly client: DeskClient;
  readonly desk: DeskDescription;
  readonly kind: EntityDescription;
  readonly definition: RecordDefinition | undefined;
  readonly column: Column;
  readonly storeId: string;
}

/** The order in which a kind's own list has first what is due first; undefined: there is none. */
const dueFirst = ({ list, work }: EntityDescription): string | undefined =>
  list?.orders.find(({ fields: [first] }) => first?.[0] === work?.fields.due && first?.[1] === 'asc')?.name;

/** A page of a column, what is due first on top. */
export async function cardsOf(asked: Asked, after: string | null): Promise<PageOf<Carded>> {
  const { client, desk, kind, definition, column, storeId } = asked;
  const where = { state: { in: column.states }, ...(storeId ? { storeId: { eq: storeId } } : {}) };
  const order = dueFirst(kind);
  const { card } = definition ?? {};
  if (!card || !order) {
    const filter = { entity: { eq: kind.name }, ...where };
    return paged(await client.query(workItems, { filter, first: PAGE, after }));
  }
  const { number, title, owner, due } = kind.work?.fields ?? {};
  const names = [number, owner, due, 'storeId', ...(title ?? []), ...card.needs].flatMap((name) => name ?? []);
  const filter = { ...where, [kind.machine?.field ?? 'state']: where.state };
  const { rows, ...rest } = paged(
    await client.query(recordList(kind, names, desk), { filter, orderBy: order, first: PAGE, after }),
  );
  return { ...rest, rows: rows.map((row) => carded(row, kind)) };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

function carded(row: RecordRow, { work, machine }: EntityDescription): Carded {
  const { number, title = [], owner, due } = work?.fields ?? {};
  const of = (name: string | null | undefined) => (name ? textOf(row[name]) : null);
  return {
    id: row.id,
    version: row.version,
    number: of(number),
    title: title.flatMap((name) => of(name) ?? []).join(' · '),
    state: String(row[machine?.field ?? 'state']),
    storeId: String(row['storeId']),
    ownerId: of(owner),
    dueAt: of(due),
    row,
  };
}
