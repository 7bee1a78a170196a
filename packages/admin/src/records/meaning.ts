/**
 * @module What kind of thing a field is, and which fields matter: lists, pages and filters follow from that.
 */
import {
  isLocalText,
  isMoney,
  labelField,
  refIn,
  unwrapped,
  type EntityDescription,
  type FieldDescription,
  type JsonSchema,
} from './description.ts';

export type Kind =
  | 'code'
  | 'codes'
  | 'people'
  | 'stores'
  | 'teams'
  | 'ref'
  | 'moment'
  | 'money'
  | 'number'
  | 'flag'
  | 'tags'
  | 'words'
  | 'named'
  | 'prose'
  | 'mono'
  | 'text'
  | 'parts';

/** Texts that are names of something of the desk. */
const NAMES: readonly unknown[] = ['action', 'permission', 'kind', 'state', 'clock'];

/** Texts that may be longer are read as paragraphs. */
const LONG = 300;

const KIND_OF_REF: Readonly<Record<string, Kind>> = { User: 'people', Store: 'stores', Team: 'teams' };

export function kindOf({ name, schema, ref = refIn(schema), as = schema.as }: FieldDescription): Kind {
  const { inner } = unwrapped(schema);
  if (ref) return KIND_OF_REF[ref] ?? 'ref';
  if (inner.enum) return 'code';
  if (inner.type === 'boolean') return 'flag';
  if (inner.type === 'integer' || inner.type === 'number') return 'number';
  if (inner.type === 'array') return kindOfList(unwrapped(inner.items ?? {}).inner);
  if (isMoney(inner)) return 'money';
  if (isLocalText(inner)) return 'words';
  if (inner.type !== 'string') return 'parts';
  if (inner.format === 'date-time') return 'moment';
  if (NAMES.includes(as)) return 'named';
  if (as === 'code' || name === 'id' || /Ids?$/.test(name)) return 'mono';
  return as === 'prose' || (inner.maxLength ?? 0) > LONG ? 'prose' : 'text';
}

const kindOfList = (items: JsonSchema): Kind =>
  items.enum ? 'codes' : items.type === 'object' || items.type === 'array' || items.anyOf ? 'parts' : 'tags';

/** Fields of the desk itself. */
const OWN = ['id', 'version', 'createdAt', 'updatedAt', 'tenantId'];
/** Kinds too long for a cell. */
const LONG_KINDS: readonly Kind[] = ['prose', 'parts', 'mono'];

const MOST_COLUMNS = 7;

/** How early a field stands in a list; above 100 it does not. */
function rankOf(field: FieldDescription, { list, machine }: EntityDescription): number {
  const { name, weight } = field;
  const kind = kindOf(field);
  const filters = list?.filters ?? [];
  const orders = (list?.orders ?? []).flatMap(({ fields }) => fields.map(([key]) => key));
  if (weight === 'side' || weight === 'rare') return 200;
  if (name === machine?.field) return 1;
  if (weight === 'key') return 2;
  if (name !== 'createdAt' && (OWN.includes(name) || LONG_KINDS.includes(kind))) return 200;
  if (kind === 'people') return 10;
  if (name === 'dueAt') return 11;
  if (filters.includes(name)) return 20 + filters.indexOf(name);
  if (orders.includes(name)) return 60;
  return name === 'createdAt' ? 80 : 70;
}

/** The columns of a list: the title, the state, then by weight, what one filters by and what one orders by. */
export function columnsOf(entity: EntityDescription): FieldDescription[] {
  const title = labelField(entity);
  const ranked = entity.fields
    .filter(({ name }) => name !== title)
    .map((field) => ({ field, rank: rankOf(field, entity) }))
    .filter(({ rank }) => rank < 100)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ field }) => field);
  return [...entity.fields.filter(({ name }) => name === title), ...ranked].slice(0, MOST_COLUMNS);
}

/** The field that stands below the title: as the list says, of a work item what it is about. */
export function belowField(
  { fields, work }: EntityDescription,
  definition: { readonly below?: string } | undefined,
): FieldDescription | undefined {
  const wanted = definition?.below ?? work?.fields.title[0];
  return fields.find(({ name }) => name === wanted);
}

/** All fields that a list could show. */
export const possibleColumns = (entity: EntityDescription): FieldDescription[] =>
  entity.fields.filter(
    (field) => !['id', 'version'].includes(field.name) && !['prose', 'parts'].includes(kindOf(field)),
  );

/** Where the fields of a row stand on its page. */
export interface Places {
  readonly facts: readonly FieldDescription[];
  readonly prose: readonly FieldDescription[];
  readonly parts: readonly FieldDescription[];
  readonly side: readonly FieldDescription[];
  readonly rare: readonly FieldDescription[];
}

const SIDE_KINDS: readonly Kind[] = ['people', 'stores', 'moment'];

export function placesOf(entity: EntityDescription): Places {
  const shown = entity.fields.filter(
    ({ name }) =>
      // Of a work item, what it is about stands below its title.
      !['id', 'version', labelField(entity), entity.machine?.field, entity.work?.fields.title[0]].includes(name),
  );
  const placeOf = (field: FieldDescription): keyof Places => {
    const kind = kindOf(field);
    if (field.weight === 'rare' || field.name === 'tenantId') return 'rare';
    if (field.weight === 'side' || (!field.weight && SIDE_KINDS.includes(kind))) return 'side';
    return kind === 'prose' ? 'prose' : kind === 'parts' ? 'parts' : 'facts';
  };
  const at = (place: keyof Places) => shown.filter((field) => placeOf(field) === place);
  return { facts: at('facts'), prose: at('prose'), parts: at('parts'), side: at('side'), rare: at('rare') };
}
