/**
 * @module Shows a field of a row as people read it: a state as a chip in words, a person with a face, a time by how
 * long ago it was.
 */
import { css, html, nothing, type TemplateResult } from 'lit';
import { teamNameOf, type Directory } from '../desk/directory.ts';
import type { RecordDefinition } from '../desk/record.ts';
import { avatar } from '../kit/avatar.ts';
import { facts } from '../kit/facts.ts';
import { icon } from '../kit/icon.ts';
import { languageName, type Language, type LocalText, type MoneyValue } from '../kit/language.ts';
import { kitWords } from '../kit/words.ts';
import { objectName, refOf, type RecordRow } from './data.ts';
import {
  codesOf,
  isLocalText,
  isMoney,
  labelOf,
  refIn,
  unwrapped,
  type DeskDescription,
  type EntityDescription,
  type FieldDescription,
  type JsonSchema,
} from './description.ts';
import { lookOf } from './looks.ts';
import { kindOf, type Kind } from './meaning.ts';
import { ago } from './moments.ts';
import { fieldName, valueName } from './names.ts';
import { nameOf } from './work-names.ts';

export type Shown = TemplateResult | string;

export interface ViewContext {
  readonly language: Language;
  readonly desk: DeskDescription;
  readonly entity: EntityDescription;
  readonly directory: Directory;
  readonly definition: RecordDefinition | undefined;
  /** Address of a row, or undefined when it has no page. */
  readonly hrefOf: (entity: string, id: string) => string | undefined;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether a row says nothing in a field. */
export const isEmpty = ({ name, schema }: FieldDescription, row: RecordRow): boolean => {
  const value = row[name];
  if (isNothing(value)) return true;
  return isLocalText(unwrapped(schema).inner) && !Object.values(value as object).some(Boolean);
};

const muted = (text: string): TemplateResult => html`<span class="muted">${text}</span>`;

export function fieldView(field: FieldDescription, row: RecordRow, context: ViewContext): Shown {
  const { language, definition } = context;
  const value = row[field.name];
  if (isEmpty(field, row)) {
    const said = definition?.empty?.[field.name];
    return muted(said ? language.of(said) : language.words(kitWords).unknown);
  }
  return byKind[kindOf(field)](value, field, row, context);
}

type Draw = (value: unknown, field: FieldDescription, row: RecordRow, context: ViewContext) => Shown;

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value]);

const textOfField: Draw = (value, field) =>
  field.name === 'locale' || field.name === 'language'
    ? languageName(String(value))
    : html`<bdi>${String(value)}</bdi>`;

const byKind: Readonly<Record<Kind, Draw>> = {
  code: (value, field, _row, context) => {
    const { language, entity, definition } = context;
    const code = String(value);
    const text = valueName(code, language, codesOf(field.schema));
    const styled = field.name === entity.machine?.field || definition?.looks?.[field.name];
    return styled ? html`<span class="chip mark ${lookOf(field.name, code, entity, definition)}">${text}</span>` : text;
  },
  codes: (value, field, _row, { language }) =>
    html`<span class="row wrap">${listed(value).map((code) => html`<span class="chip">${valueName(code, language, codesOf(field.schema))}</span>`)}</span>`,
  people: (value, _field, _row, { directory, hrefOf }) =>
    html`<span class="row wrap">${listed(value).map((id) => {
      const name = directory.colleagues.get(String(id))?.name ?? String(id).slice(-6);
      const href = hrefOf('User', String(id));
      return html`<span
        class="row person">${avatar(name)}${href ? html`<a href=${href}><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`}</span>`;
    })}</span>`,
  stores: (value, _field, _row, { directory, language }) =>
    html`<bdi>${language.list(listed(value).map((id) => directory.stores.get(String(id))?.name ?? String(id).slice(-6)))}</bdi>`,
  teams: (value, _field, _row, { directory, language, hrefOf }) =>
    html`<span class="row wrap">${listed(value).map((id) => {
      const [name, href] = [teamNameOf(directory, String(id), language), hrefOf('Team', String(id))];
      return href ? html`<a href=${href}><bdi>${name}</bdi></a>` : html`<bdi>${name}</bdi>`;
    })}</span>`,
  ref: (value, field, row, context) => {
    const { language, desk, hrefOf } = context;
    const target = refOf({ name: field.name, ...refName(field) }, desk);
    if (!target || typeof value !== 'string')
      return html`<span class="mono">${listed(value)
        .map((id) => String(id).slice(-6))
        .join(', ')}</span>`;
    const object = row[objectName(field.name)] as Readonly<Record<string, unknown>> | null | undefined;
    const text = (object && labelOf(target, object, language)) || `${language.of(target.title)} ${value.slice(-4)}`;
    const href = hrefOf(target.name, value);
    return href ? html`<a href=${href}><bdi>${text}</bdi></a>` : html`<bdi>${text}</bdi>`;
  },
  moment: (value, _field, _row, { language }) => momentView(String(value), language),
  money: (value, _field, _row, { language }) =>
    html`<span class="numeric">${language.money(value as unknown as MoneyValue)}</span>`,
  number: (value, _field, _row, { language }) => html`<span class="numeric">${language.number(Number(value))}</span>`,
  flag: (value, _field, _row, { language }) =>
    value
      ? html`<span class="row yes">${icon('check', 'small')}${language.words(kitWords).yes}</span>`
      : muted(language.words(kitWords).no),
  tags: (value) =>
    html`<span class="row wrap">${listed(value).map((text) => html`<span class="chip">${String(text)}</span>`)}</span>`,
  named: (value, field, row, { desk, language }) => nameOf(field, String(value), { row, desk, language }),
  words: (value, _field, _row, { language }) => language.of(value as LocalText),
  prose: (value) => html`<span class="prose">${String(value)}</span>`,
  mono: (value) => html`<span class="mono">${String(value)}</span>`,
  text: textOfField,
  parts: (value, field, _row, context) => partsView(field.schema, value, context),
};

const refName = ({ ref, schema }: FieldDescription): { readonly ref?: string } => {
  const name = ref ?? refIn(schema);
  return name ? { ref: name } : {};
};

/** How long ago or how soon, with the instant on demand. */
export const momentView = (instant: string, language: Language): TemplateResult =>
  html`<time class="numeric" datetime=${instant} title=${language.full(instant)}>${ago(instant, language)}</time>`;

/** A value within another, which has a schema and no row. */
function partView(schema: JsonSchema, value: unknown, context: ViewContext, name: string): Shown {
  const { inner } = unwrapped(schema);
  if (isNothing(value)) return muted(context.language.words(kitWords).unknown);
  const ref = refIn(schema);
  const field: FieldDescription = { name, schema, ...(ref ? { ref } : {}) };
  return kindOf(field) === 'parts'
    ? partsView(inner, value, context)
    : byKind[kindOf(field)](value, field, { id: '', version: 0 }, context);
}

/** An object as facts; a list of objects as a table where its columns are few, else one below the other. */
function partsView(schema: JsonSchema, value: unknown, context: ViewContext): Shown {
  const { inner } = unwrapped(schema);
  const { language } = context;
  if (!Array.isArray(value)) return objectView(inner, value as Readonly<Record<string, unknown>>, context);
  const items = unwrapped(inner.items ?? {}).inner;
  const properties = Object.entries(items.properties ?? {});
  const flat = properties.length > 0 && properties.length <= 6 && properties.every(([, part]) => isFlat(part));
  if (!flat)
    return html`<ul
      class="stack">${(value as unknown[]).map((item) => html`<li class="group">${partView(items, item, context, '')}</li>`)}</ul>`;
  return html`<div class="table"><table>
    <thead><tr>${properties.map(([name, part]) => html`<th scope="col">${fieldName({ name, title: part.words }, language)}</th>`)}</tr></thead>
    <tbody>${(value as Readonly<Record<string, unknown>>[]).map((item) => html`<tr>${properties.map(([name, part]) => html`<td>${partView(part, item[name], context, name)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

function isFlat(schema: JsonSchema): boolean {
  const { inner } = unwrapped(schema);
  return inner.type !== 'array' && (inner.type !== 'object' || isMoney(inner) || isLocalText(inner));
}

function objectView(schema: JsonSchema, value: unknown, context: ViewContext): Shown {
  const { language } = context;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, part]) => !isNothing(part));
  if (entries.length === 0) return muted(language.words(kitWords).unknown);
  return facts(
    entries.map(
      ([name, part]) =>
        [
          fieldName({ name, title: schema.properties?.[name]?.words }, language),
          html`${partView(schema.properties?.[name] ?? {}, part, context, name)}`,
        ] as const,
    ),
  );
}

/** The title of a row: what people call it, else what kind of thing it is and the end of its id. */
export const titleOf = (entity: EntityDescription, row: RecordRow, language: Language): string =>
  labelOf(entity, row, language) ?? `${language.of(entity.title)} ${row.id.slice(-6)}`;

/** Marks of other features on a row, three at most. */
export function chipsOf(
  chips: readonly { readonly when: (row: never) => boolean; readonly text: LocalText; readonly look: string }[],
  row: RecordRow,
  language: Language,
): TemplateResult | typeof nothing {
  const shown = chips.filter(({ when }) => when(row as never));
  if (shown.length === 0) return nothing;
  return html`${shown.slice(0, 3).map(({ text, look }) => html`<span class="chip ${look}">${language.of(text)}</span>`)}${shown.length > 3 ? html`<span class="chip">+${shown.length - 3}</span>` : nothing}`;
}

export const cellStyle = css`
  .person {
    gap: 0.375rem;
  }
  .person .avatar {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    font-size: 0.6875rem;
  }
  .person a,
  td a {
    color: inherit;
    text-decoration: none;
  }
  .person a:hover,
  td a:hover {
    text-decoration: underline;
  }
  .yes svg {
    color: var(--ok);
  }
  .prose {
    display: block;
    max-inline-size: 72ch;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`;
