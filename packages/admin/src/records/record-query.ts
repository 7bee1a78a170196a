/**
 * @module Questions for rows of any entity, written from its description.
 */
import type { Document } from '@shopdesk/core/client';
import type { Connection } from '../desk/document.ts';
import {
  labelField,
  unwrapped,
  type DeskDescription,
  type EntityDescription,
  type FieldDescription,
  type JsonSchema,
} from './description.ts';

export interface RecordRow {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** Fields below a nested object; empty for what is one value (records are JSON scalars). */
function nested(schema: JsonSchema): string {
  const { inner } = unwrapped(schema);
  if (inner.type === 'array' && inner.items) return nested(inner.items);
  const properties = Object.entries(inner.properties ?? {});
  return properties.length > 0 ? ` { ${properties.map(([name, part]) => name + nested(part)).join(' ')} }` : '';
}

/** The name under which the desk gives the row behind an id: `storeId` → `store`, `storeIds` → `stores`. */
export const objectName = (field: string): string =>
  field.endsWith('Ids') ? `${field.slice(0, -3)}s` : field.slice(0, -2);

/** The entity behind a field, if the viewer may see it. */
export function refOf(field: FieldDescription, { entities }: DeskDescription): EntityDescription | undefined {
  return field.ref && /Ids?$/.test(field.name) ? entities.find((entity) => entity.name === field.ref) : undefined;
}

function selectionOf(fields: readonly FieldDescription[], desk: DeskDescription): string {
  return fields
    .map((field) => {
      const target = refOf(field, desk);
      return `${field.name}${nested(field.schema)}${target ? ` ${objectName(field.name)} { id ${labelField(target)} }` : ''}`;
    })
    .join(' ');
}

const withBase = (entity: EntityDescription, fields: readonly FieldDescription[]): FieldDescription[] =>
  entity.fields.filter(
    ({ name }) => name === 'id' || name === 'version' || fields.some((field) => field.name === name),
  );

export type RecordList = Document<
  { filter?: object; orderBy?: string; first?: number; after?: string | null },
  Connection<RecordRow>
>;

/** Pages of rows with the named fields. */
export function recordList(
  entity: EntityDescription,
  fields: readonly FieldDescription[],
  desk: DeskDescription,
): RecordList {
  const { list } = entity.query;
  return `query Records($filter: ${entity.name}Filter, $orderBy: ${entity.name}Order, $first: Int, $after: String) { ${list}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { nodes { ${selectionOf(withBase(entity, fields), desk)} } pageInfo { endCursor hasNextPage } } }` as RecordList;
}

/** One row with all its fields. */
export const recordOne = (
  entity: EntityDescription,
  desk: DeskDescription,
): Document<{ id: string }, RecordRow | null> =>
  `query Record($id: ID!) { ${entity.query.one}(id: $id) { ${selectionOf(entity.fields, desk)} } }` as Document<
    { id: string },
    RecordRow | null
  >;

const HIDDEN = ['id', 'version', 'updatedAt', 'tenantId'];
const MOST_COLUMNS = 6;

const isPlain = ({ schema }: FieldDescription): boolean => {
  const { inner } = unwrapped(schema);
  return (
    ['string', 'integer', 'number', 'boolean'].includes(String(inner.type)) ||
    inner.enum !== undefined ||
    inner.type === 'array'
  );
};

/** The fields a list shows: what people know the row by, what one filters and orders by, then others. */
export function columnsOf(entity: EntityDescription): FieldDescription[] {
  const first = [
    labelField(entity),
    ...(entity.list?.filters ?? []),
    ...(entity.list?.orders ?? []).flatMap(({ fields }) => fields.map(([name]) => name)),
  ];
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : name === 'createdAt' ? 98 : 50);
  const shownId = labelField(entity) === 'id';
  return entity.fields
    .filter((field) => (field.name === 'id' ? shownId : !HIDDEN.includes(field.name)) && isPlain(field))
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .slice(0, MOST_COLUMNS);
}
