/**
 * @module What one may filter a list by, from the fields that its entity declares, and how the address says it. The
 * address is the state: who opens it sees the same list, as far as they may.
 */
import { labelField, unwrapped, type EntityDescription, type FieldDescription } from './description.ts';
import { kindOf, type Kind } from './meaning.ts';

/** Parameters of the address that are no filter. */
const OTHER = ['order', 'columns', 'all'];

/** The field in which words are looked for. */
export const SEARCH = 'q';

export const filterFields = ({ fields, list }: EntityDescription): FieldDescription[] =>
  (list?.filters ?? []).flatMap((name) => fields.filter((field) => field.name === name));

/** Fields in which a part of a text is found. */
export const searchedFields = (entity: EntityDescription): FieldDescription[] =>
  filterFields(entity).filter((field) => {
    const { inner } = unwrapped(field.schema);
    return kindOf(field) === 'text' && inner.type === 'string' && !inner.enum;
  });

/** The filters that have a control of their own; texts are found by the search field. */
export function chosenFields(entity: EntityDescription): FieldDescription[] {
  const searched = searchedFields(entity);
  return filterFields(entity).filter((field) => !searched.includes(field));
}

const dayOf = (search: URLSearchParams, name: string, end: 'from' | 'to') => search.get(`${name}.${end}`);

/** Whether the address narrows the list. */
export const isNarrowed = (search: URLSearchParams): boolean => [...search.keys()].some((key) => !OTHER.includes(key));

/** Kinds whose values hold no comma, so that an address can name several of them. */
const SEVERAL: readonly Kind[] = ['code', 'stores', 'people', 'teams', 'ref', 'named'];

/** The values that an address names for a field, of which any fits: `SUBMITTED,ACCEPTED`. A list has one of them. */
export function valuesOf(field: FieldDescription, value: string): readonly string[] {
  const isList = unwrapped(field.schema).inner.type === 'array';
  return SEVERAL.includes(kindOf(field)) && !isList ? value.split(',').filter(Boolean) : [value];
}

type Condition = readonly [name: string, condition: object];

const CONDITIONS: Partial<Record<Kind, (value: string) => object>> = {
  flag: (value) => ({ eq: value === 'true' }),
  number: (value) => ({ eq: Number(value) }),
  codes: (value) => ({ has: value }),
  tags: (value) => ({ has: value }),
  text: (value) => ({ contains: value }),
};

function conditionOf(field: FieldDescription, search: URLSearchParams): Condition[] {
  const { name, schema } = field;
  const kind = kindOf(field);
  if (kind === 'moment') {
    const [from, to] = [dayOf(search, name, 'from'), dayOf(search, name, 'to')];
    return from || to
      ? [[name, { ...(from ? { gte: startOf(from) } : {}), ...(to ? { lt: startOf(to, 1) } : {}) }]]
      : [];
  }
  const value = search.get(name);
  if (!value) return [];
  if (value === 'null') return [[name, { eq: null }]];
  const isList = unwrapped(schema).inner.type === 'array';
  const values = valuesOf(field, value);
  if (values.length > 1) return [[name, { in: values }]];
  return [[name, isList ? { has: value } : (CONDITIONS[kind]?.(value) ?? { eq: value })]];
}

/** The filter of the query for what the address says. */
export function filterFrom(search: URLSearchParams, entity: EntityDescription): object {
  const text = search.get(SEARCH)?.trim();
  const conditions = filterFields(entity).flatMap((field) => conditionOf(field, search));
  const anywhere = text ? searchedFields(entity).map(({ name }) => ({ [name]: { contains: text } })) : [];
  return { ...Object.fromEntries(conditions), ...(anywhere.length > 0 ? { or: anywhere } : {}) };
}

/** What a new row begins with: the filters that say exactly one value. */
export const presetFrom = (search: URLSearchParams, entity: EntityDescription): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    filterFields(entity)
      .filter((field) => ['code', 'stores', 'people', 'teams', 'ref'].includes(kindOf(field)))
      .flatMap((field) => {
        const { name, schema } = field;
        const value = search.get(name);
        return value && value !== 'null' && valuesOf(field, value).length === 1
          ? [[name, unwrapped(schema).inner.type === 'array' ? [value] : value]]
          : [];
      }),
  );

/** Midnight of a day in the time of this device; the end of a range is the midnight after it. */
function startOf(day: string, plusDays = 0): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plusDays).toISOString();
}

/** What the search field asks for: the names of the fields it looks in. */
export const searchedIn = (entity: EntityDescription): FieldDescription[] => {
  const fields = searchedFields(entity);
  const label = labelField(entity);
  return fields.toSorted((a, b) => Number(b.name === label) - Number(a.name === label)).slice(0, 2);
};
