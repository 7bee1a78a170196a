/**
 * @module Shows a value of any field by its schema.
 */
import { html, type TemplateResult } from 'lit';
import { facts } from '../kit/facts.ts';
import { icon } from '../kit/icon.ts';
import type { Language, LocalText, MoneyValue } from '../kit/language.ts';
import { kitWords } from '../kit/words.ts';
import {
  isLocalText,
  isMoney,
  labelField,
  unwrapped,
  type DeskDescription,
  type FieldDescription,
  type JsonSchema,
} from './description.ts';
import { fieldName, valueName } from './names.ts';
import { objectName, refOf, type RecordRow } from './record-query.ts';

type Shown = TemplateResult | string;

export interface ViewContext {
  readonly language: Language;
  readonly desk: DeskDescription;
  /** Address of a row, or undefined when it has no page. */
  readonly hrefOf: (entity: string, id: string) => string | undefined;
}

export function fieldView(field: FieldDescription, row: RecordRow, context: ViewContext): Shown {
  const value = row[field.name];
  const target = refOf(field, context.desk);
  if (target && typeof value === 'string') {
    const object = row[objectName(field.name)] as Readonly<Record<string, unknown>> | null | undefined;
    const text = String(object?.[labelField(target)] || value);
    const href = context.hrefOf(target.name, value);
    return href ? html`<a href=${href}>${text}</a>` : text;
  }
  return valueView(field.schema, value, context);
}

export function valueView(schema: JsonSchema, value: unknown, context: ViewContext): Shown {
  const { language } = context;
  const { inner } = unwrapped(schema);
  if (value === null || value === undefined || value === '') return language.words(kitWords).unknown;
  if (inner.enum) return valueName(value, language, inner.codes);
  if (inner.format === 'date-time')
    return html`<time datetime=${String(value)} title=${language.full(String(value))}>${language.moment(String(value))}</time>`;
  if (typeof value === 'boolean')
    return value
      ? html`<span class="row">${icon('check', 'small')}${language.words(kitWords).yes}</span>`
      : language.words(kitWords).no;
  if (typeof value === 'number') return language.number(value);
  if (Array.isArray(value)) return listView(inner, value, context);
  if (typeof value === 'object') return objectView(inner, value as Readonly<Record<string, unknown>>, context);
  return String(value);
}

function listView(schema: JsonSchema, values: readonly unknown[], context: ViewContext): Shown {
  if (values.length === 0) return context.language.words(kitWords).unknown;
  const items = schema.items ?? {};
  const plain = values.every((value) => typeof value !== 'object');
  return html`<ul class=${plain ? 'row wrap' : 'stack'}>${values.map((value) => html`<li class=${plain ? 'chip' : ''}>${valueView(items, value, context)}</li>`)}</ul>`;
}

function objectView(schema: JsonSchema, value: Readonly<Record<string, unknown>>, context: ViewContext): Shown {
  if (isMoney(schema)) return context.language.money(value as unknown as MoneyValue);
  if (isLocalText(schema)) return context.language.of(value as unknown as LocalText) || nothingText(context.language);
  const entries = Object.entries(value);
  if (entries.length === 0) return nothingText(context.language);
  return html`${facts(entries.map(([name, part]) => [fieldName({ name, title: schema.properties?.[name]?.words }, context.language), html`${valueView(schema.properties?.[name] ?? {}, part, context)}`] as const))}`;
}

const nothingText = (language: Language): string => language.words(kitWords).unknown;
