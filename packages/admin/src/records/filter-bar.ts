/**
 * @module Filters of a generic list, drawn from the fields that its entity declares; what is set is kept in the
 * address.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '../kit/field.ts';
import type { Option } from '../kit/combobox.ts';
import '../kit/combobox.ts';
import type { Language } from '../kit/language.ts';
import { kitWords } from '../kit/words.ts';
import {
  codesOf,
  unwrapped,
  type DeskDescription,
  type EntityDescription,
  type FieldDescription,
} from './description.ts';
import { fieldName, valueName } from './names.ts';
import { refOf } from './record-query.ts';
import { recordWords } from './words.ts';

export interface FilterBarOptions {
  readonly entity: EntityDescription;
  readonly desk: DeskDescription;
  readonly search: URLSearchParams;
  readonly language: Language;
  readonly change: (name: string, value: string) => void;
  readonly find: (entity: EntityDescription, text: string) => Promise<readonly Option[]>;
}

const filterFields = ({ fields, list }: EntityDescription): FieldDescription[] =>
  (list?.filters ?? []).flatMap((name) => fields.filter((field) => field.name === name));

type Kind = 'choice' | 'flag' | 'number' | 'instant' | 'ref' | 'has' | 'text' | 'id';

function kindOf(field: FieldDescription, desk: DeskDescription): Kind {
  const { inner } = unwrapped(field.schema);
  if (refOf(field, desk)) return 'ref';
  if (inner.type === 'array') return 'has';
  if (inner.enum) return 'choice';
  if (inner.type === 'boolean') return 'flag';
  if (inner.type === 'integer' || inner.type === 'number') return 'number';
  if (inner.format === 'date-time') return 'instant';
  return /Ids?$/.test(field.name) ? 'id' : 'text';
}

/** The filter of the query for what the address says. */
export function filterFrom(search: URLSearchParams, entity: EntityDescription, desk: DeskDescription): object {
  const conditions = filterFields(entity).flatMap((field): [string, object][] => {
    const value = search.get(field.name);
    const kind = kindOf(field, desk);
    if (kind === 'instant') {
      const [from, to] = [search.get(`${field.name}.from`), search.get(`${field.name}.to`)];
      return from || to
        ? [[field.name, { ...(from ? { gte: startOf(from) } : {}), ...(to ? { lt: startOf(to, 1) } : {}) }]]
        : [];
    }
    if (!value) return [];
    const condition = {
      flag: { eq: value === 'true' },
      number: { eq: Number(value) },
      has: { has: value },
      text: { contains: value },
    }[kind as string];
    return [[field.name, condition ?? { eq: value }]];
  });
  return Object.fromEntries(conditions);
}

/** Midnight of a day in the time of this device; the end of a range is the midnight after it. */
function startOf(day: string, plusDays = 0): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plusDays).toISOString();
}

export function filterBar(options: FilterBarOptions): TemplateResult {
  const { entity, search, language, change } = options;
  const words = language.words(recordWords);
  const orders = entity.list?.orders ?? [];
  const orderName = ({ fields }: (typeof orders)[number]) => {
    const [name = '', direction] = fields[0] ?? [];
    return (direction === 'asc' ? words.ascending : words.descending)(
      fieldName(entity.fields.find((field) => field.name === name) ?? { name }, language),
    );
  };
  return html`<div class="filter-bar" role="search" aria-label=${words.filters}>
    ${filterFields(entity).map((field) => filterField(field, options))}
    ${
      orders.length > 1
        ? selectField({
            id: 'order',
            label: words.order,
            value: search.get('order') ?? orders[0]?.name ?? '',
            choices: orders.map((order) => ({ value: order.name, label: orderName(order) })),
            onInput: (value) => change('order', value),
          })
        : nothing
    }
  </div>`;
}

function filterField(field: FieldDescription, options: FilterBarOptions): TemplateResult {
  const { desk, search, language, change, find } = options;
  const words = language.words(recordWords);
  const any = language.words(kitWords).any;
  const label = fieldName(field, language);
  const value = search.get(field.name) ?? '';
  const kind = kindOf(field, desk);
  const set = (next: string) => change(field.name, next);
  const { inner } = unwrapped(field.schema);
  const codes = inner.enum ?? unwrapped(inner.items ?? {}).inner.enum;
  const target = refOf(field, desk);
  if (kind === 'ref' && target)
    return html`<desk-admin-combobox label=${label} .value=${value} .search=${(text: string) => find(target, text)} @desk-change=${({ detail }: CustomEvent<string>) => set(detail)}></desk-admin-combobox>`;
  if (codes)
    return selectField({
      id: field.name,
      label,
      value,
      empty: any,
      choices: codes.map((code) => ({
        value: String(code),
        label: valueName(code, language, codesOf(field.schema)),
      })),
      onInput: set,
    });
  if (kind === 'flag') {
    const kit = language.words(kitWords);
    return selectField({
      id: field.name,
      label,
      value,
      empty: any,
      choices: [
        { value: 'true', label: kit.yes },
        { value: 'false', label: kit.no },
      ],
      onInput: set,
    });
  }
  if (kind === 'instant')
    return html`${(['from', 'to'] as const).map((end) => textField({ id: `${field.name}-${end}`, type: 'date', label: words[end](label), value: search.get(`${field.name}.${end}`) ?? '', onInput: (day) => change(`${field.name}.${end}`, day) }))}`;
  return textField({
    id: field.name,
    type: kind === 'number' ? 'number' : 'search',
    label: kind === 'text' ? words.contains(label) : label,
    value,
    onInput: set,
  });
}
