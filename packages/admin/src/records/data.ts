/**
 * @module What derived pages ask of the desk, for any entity and any action: their documents are written from the
 * desk's description when they are needed, and only here.
 */
import { DENIED, type AnswerOf, type DeskClient, type Document } from '@shopdesk/core/client';
import { viewQuery, type Connection } from '../desk/documents.ts';
import type { Option } from '../kit/combobox.ts';
import type { Language } from '../kit/language.ts';
import {
  labelField,
  labelOf,
  unwrapped,
  type ActionDescription,
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

/** The name under which the desk gives the row behind an id: `storeId` → `store`. */
export const objectName = (field: string): string => field.slice(0, -2);

/** The entity behind a field, if the viewer may see it. */
export const refOf = (
  { name, ref }: Pick<FieldDescription, 'name' | 'ref'>,
  { entities }: DeskDescription,
): EntityDescription | undefined =>
  ref && /Ids?$/.test(name) ? entities.find((entity) => entity.name === ref) : undefined;

const labelSelection = (entity: EntityDescription): string =>
  entity.fields
    .filter(({ name, as }) => name === labelField(entity) || name === 'nick' || as === 'kind')
    .map(({ name, schema }) => name + nested(schema))
    .join(' ');

/** People, stores and teams are known without asking. */
const KNOWN = ['User', 'Store', 'Team'];

function selectionOf(fields: readonly FieldDescription[], desk: DeskDescription): string {
  return fields
    .map((field) => {
      const target = field.name.endsWith('Id') && !KNOWN.includes(field.ref ?? '') ? refOf(field, desk) : undefined;
      return `${field.name}${nested(field.schema)}${target ? ` ${objectName(field.name)} { id ${labelSelection(target)} }` : ''}`;
    })
    .join(' ');
}

/** What every page needs of a row, whatever it shows: what it is called, and how far it is. */
function withBase(entity: EntityDescription, names: readonly string[]): FieldDescription[] {
  const always = ['id', 'version', labelField(entity), 'nick', entity.machine?.field];
  return entity.fields.filter(({ name, as }) => always.includes(name) || as === 'kind' || names.includes(name));
}

export type RecordList = Document<
  { filter?: object; orderBy?: string; first?: number; after?: string | null },
  Connection<RecordRow>
>;

/** Pages of rows with the named fields. */
export const recordList = (entity: EntityDescription, names: readonly string[], desk: DeskDescription): RecordList =>
  `query Records($filter: ${entity.name}Filter, $orderBy: ${entity.name}Order, $first: Int, $after: String) { ${entity.query.list}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { nodes { ${selectionOf(withBase(entity, names), desk)} } pageInfo { endCursor hasNextPage } } }`;

/** One row with all its fields. */
export const recordOne = (
  entity: EntityDescription,
  desk: DeskDescription,
): Document<{ id: string }, RecordRow | null> =>
  `query Record($id: ID!) { ${entity.query.one}(id: $id) { ${selectionOf(entity.fields, desk)} } }`;

export const offersOn = viewQuery(
  'availableActionsOf',
  { entity: 'String!', ids: '[ID!]!' },
  'id actions { name title denial { code message } elsewhere because }',
);
/** An action on a row that the viewer's role has, and why it is not possible now. */
export type Offered = AnswerOf<typeof offersOn>[number]['actions'][number];

/** The generic call of one action; its name is part of the document, so each has its own idempotency. */
export const performing = ({
  name,
  takesKey,
}: Pick<ActionDescription, 'name' | 'takesKey'>): Document<{ input: object; key?: string }, unknown> =>
  `mutation PerformAction($input: JSON!${takesKey ? ', $key: String' : ''}) { performAction(name: ${JSON.stringify(name)}, input: $input${takesKey ? ', idempotencyKey: $key' : ''}) { value ${DENIED} } }`;

const MOST = 20;

/** Rows of an entity by a part of their name, for fields that hold an id. */
export async function findRows(
  client: DeskClient,
  desk: DeskDescription,
  { entity, text, language }: { entity: EntityDescription; text: string; language: Language },
): Promise<readonly Option[]> {
  const label = labelField(entity);
  const searchable = entity.list?.filters.includes(label) ?? false;
  const { nodes } = await client.query(recordList(entity, [], desk), {
    first: searchable ? MOST : 100,
    ...(searchable && text ? { filter: { [label]: { contains: text } } } : {}),
  });
  const wanted = text.toLocaleLowerCase();
  return nodes
    .map((row) => {
      const called = labelOf(entity, row, language);
      return { value: row.id, label: called ?? row.id, hint: called ? row.id.slice(-6) : '' };
    })
    .filter((option) => searchable || option.label.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST);
}
