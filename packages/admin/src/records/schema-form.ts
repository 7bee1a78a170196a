/**
 * @module A form drawn from the JSON schema of an action's input. What the desk refuses comes back to its field by
 * path.
 */
import { html, type TemplateResult } from 'lit';
import '../kit/combobox.ts';
import type { Option } from '../kit/combobox.ts';
import { areaField, checkField, checksField, fieldNotes, selectField, textField } from '../kit/field.ts';
import { icon } from '../kit/icon.ts';
import type { Language } from '../kit/language.ts';
import { fieldMessage, type Problem } from '../kit/problem.ts';
import '../kit/tags.ts';
import { kitWords } from '../kit/words.ts';
import type { Directory } from '../desk/directory.ts';
import { passwordField } from '../kit/password-field.ts';
import { instantOf, localOf } from '../kit/store-clock.ts';
import {
  isLocalText,
  isMoney,
  labelOf,
  refByName,
  refIn,
  unwrapped,
  type EntityDescription,
  type JsonSchema,
} from './description.ts';
import { at, fromLocalInput, initialValue, toLocalInput, withAt, type FormValue } from './form-value.ts';
import { moneyField } from './money-field.ts';
import { fieldName, valueName } from './names.ts';
import { recordWords } from './words.ts';

type Path = readonly (string | number)[];

export interface FormContext {
  readonly language: Language;
  readonly entities: readonly EntityDescription[];
  /** People, stores and teams, which are chosen without asking. */
  readonly directory: Directory;
  /** The zone of the store that it is about: instants are typed on its clock. */
  readonly zone?: string | undefined;
  readonly currency?: string | undefined;
  /** The row before, which names what its ids mean. */
  readonly row?: Readonly<Record<string, unknown>> | undefined;
  readonly value: FormValue;
  readonly change: (value: FormValue) => void;
  readonly problem: Problem | undefined;
  /** Finds rows of an entity by a text, for fields that hold an id. */
  readonly find: (entity: EntityDescription, text: string) => Promise<readonly Option[]>;
}

interface Field {
  readonly schema: JsonSchema;
  readonly path: Path;
  readonly required: boolean;
  /** What it is called where its schema does not say it: an element of a list is called like the list. */
  readonly label?: string;
}

/** The named fields of an object schema. */
export function schemaForm(schema: JsonSchema, context: FormContext, asked: readonly string[]): TemplateResult {
  return html`${fieldsOf(schema, [], context, asked)}`;
}

const fieldsOf = (schema: JsonSchema, path: Path, context: FormContext, asked?: readonly string[]): TemplateResult[] =>
  Object.entries(schema.properties ?? {})
    .filter(([name]) => asked?.includes(name) ?? true)
    .map(([name, part]) =>
      schemaField(
        {
          schema: part,
          path: [...path, name],
          required: (schema.required?.includes(name) ?? false) && unwrapped(part).inner.default === undefined,
        },
        context,
      ),
    );

interface Drawn {
  readonly inner: JsonSchema;
  readonly nullable: boolean;
  readonly id: string;
  readonly label: string;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly required: boolean;
  readonly path: Path;
  readonly set: (value: unknown) => void;
}

function schemaField(field: Field, context: FormContext): TemplateResult {
  const { inner, nullable } = unwrapped(field.schema);
  const dotted = field.path.join('.');
  const name = String(field.path.findLast((part) => typeof part === 'string') ?? '');
  const drawn: Drawn = {
    inner,
    nullable,
    id: `field-${field.path.join('-')}`,
    label: field.label ?? fieldName({ name, title: field.schema.words }, context.language),
    value: at(context.value, field.path),
    error: fieldMessage(context.problem, dotted),
    required: field.required && !nullable,
    path: field.path,
    set: (value) => context.change(withAt(context.value, field.path, value) as FormValue),
  };
  return drawField(drawn, name, context);
}

function drawField(drawn: Drawn, name: string, context: FormContext): TemplateResult {
  const { inner } = drawn;
  if (inner.enum) return enumField(drawn, context);
  if (inner.type === 'boolean')
    return drawn.required || typeof drawn.value === 'boolean'
      ? checkField({ ...drawn, value: drawn.value === true, onInput: drawn.set })
      : triField(drawn, context);
  if (inner.type === 'integer' || inner.type === 'number') return numberField(drawn);
  if (inner.type === 'array') return arrayField(drawn, name, context);
  if (inner.type === 'object' && isMoney(inner)) return moneyField({ ...drawn, currency: context.currency });
  if (inner.type === 'object' && isLocalText(inner)) return bothField(drawn, context);
  if (inner.type === 'object' && inner.properties) return group(drawn, fieldsOf(inner, drawn.path, context));
  if (inner.type === 'string') return stringField(drawn, name, context);
  return jsonField(drawn);
}

const group = ({ label, error, id }: Drawn, fields: readonly TemplateResult[]): TemplateResult =>
  html`<fieldset class="group"><legend>${label}</legend>${fields} ${fieldNotes({ id, label, error })}</fieldset>`;

function enumField(drawn: Drawn, { language }: FormContext): TemplateResult {
  const choices = (drawn.inner.enum ?? []).map((value) => ({
    value: String(value),
    label: valueName(value, language, drawn.inner.codes),
  }));
  const { set, inner, nullable } = drawn;
  const pick = (value: string) =>
    set(value === '' ? (nullable ? null : undefined) : inner.enum?.find((one) => String(one) === value));
  return selectField({
    ...drawn,
    value: drawn.value === undefined || drawn.value === null ? '' : String(drawn.value),
    empty: '–',
    choices,
    onInput: pick,
  });
}

/** An optional yes or no: leaving it alone is a third answer. */
function triField(drawn: Drawn, { language }: FormContext): TemplateResult {
  const words = language.words(kitWords);
  const choices = [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
  ];
  return selectField({
    ...drawn,
    value: '',
    empty: '–',
    choices,
    onInput: (value) => drawn.set(value === '' ? undefined : value === 'true'),
  });
}

const numberField = (drawn: Drawn): TemplateResult =>
  textField({
    ...drawn,
    type: 'number',
    value: drawn.value === undefined || drawn.value === null ? '' : String(drawn.value),
    step: drawn.inner.type === 'integer' ? 1 : 'any',
    // zod writes the limits of safe integers where a field has none of its own.
    ...(drawn.inner.minimum !== undefined && drawn.inner.minimum > Number.MIN_SAFE_INTEGER
      ? { min: drawn.inner.minimum }
      : {}),
    ...(drawn.inner.maximum !== undefined && drawn.inner.maximum < Number.MAX_SAFE_INTEGER
      ? { max: drawn.inner.maximum }
      : {}),
    onInput: (text) => drawn.set(text === '' ? (drawn.nullable ? null : undefined) : Number(text)),
  });

/** A text in both languages, side by side, each by its own name. */
function bothField(drawn: Drawn, context: FormContext): TemplateResult {
  const words = context.language.words(recordWords);
  const value = (drawn.value ?? {}) as Partial<Record<'zh' | 'en', string>>;
  const change = (key: 'zh' | 'en', text: string) => {
    const next = { zh: '', en: '', ...value, [key]: text };
    drawn.set(drawn.nullable && !next.zh && !next.en ? null : next);
  };
  return html`<div class="two whole">${(['zh', 'en'] as const).map((key) => {
    const schema = unwrapped(drawn.inner.properties?.[key] ?? {}).inner;
    const field = {
      ...drawn,
      id: `${drawn.id}-${key}`,
      label: words.inLanguage(drawn.label, words.languages[key]),
      value: value[key] ?? '',
      error: drawn.error ?? fieldMessage(context.problem, [...drawn.path, key].join('.')),
      onInput: (text: string) => change(key, text),
      ...(schema.maxLength ? { maxLength: schema.maxLength } : {}),
    };
    const name = String(drawn.path.at(-1));
    return schema.as === 'prose' || PROSE.includes(name) || (value[key] ?? '').length > 80
      ? areaField({ ...field, rows: 3 })
      : textField(field);
  })}</div>`;
}

const LONG = 300;
/** Names that mean paragraphs, however long the text may be. */
const PROSE = ['reason', 'note', 'comment', 'text', 'body', 'answer', 'greeting', 'offlineText', 'replacement'];

/** Those whom an id field may name without asking. */
function known(entity: string, { directory, language }: FormContext): readonly Option[] | undefined {
  if (entity === 'Store') return [...directory.stores.values()].map(({ id, name }) => ({ value: id, label: name }));
  if (entity === 'Team')
    return [...directory.teams.values()]
      .filter(({ active }) => active)
      .map(({ id, name }) => ({ value: id, label: language.of(name) }));
  if (entity !== 'User') return undefined;
  return [...directory.colleagues.values()]
    .filter(({ active }) => active)
    .map(({ id, name, agentNo }) => ({ value: id, label: name, hint: agentNo }));
}

function refField(drawn: Drawn, target: EntityDescription, context: FormContext): TemplateResult {
  const { set, nullable } = drawn;
  const value = typeof drawn.value === 'string' ? drawn.value : '';
  const options = known(target.name, context);
  const object = context.row?.[String(drawn.path.at(-1)).slice(0, -2)] as Readonly<Record<string, unknown>> | undefined;
  const shown =
    options?.find((one) => one.value === value)?.label ?? (object && labelOf(target, object, context.language));
  const pick = ({ detail }: CustomEvent<string>) => set(detail || (nullable ? null : undefined));
  return options
    ? html`<desk-admin-combobox label=${drawn.label} error=${drawn.error ?? ''} ?required=${drawn.required}
      .value=${value} .shown=${shown ?? ''} .options=${options} @desk-change=${pick}></desk-admin-combobox>`
    : html`<desk-admin-combobox label=${drawn.label} error=${drawn.error ?? ''} ?required=${drawn.required}
      .value=${value} .shown=${shown ?? ''} .search=${(text: string) => context.find(target, text)} @desk-change=${pick}></desk-admin-combobox>`;
}

const targetOf = (schema: JsonSchema, name: string, { entities }: FormContext): EntityDescription | undefined => {
  const ref = refIn(schema);
  return ref
    ? entities.find((entity) => entity.name === ref && (entity.list || ref === 'User' || ref === 'Store'))
    : refByName(name, entities);
};

function stringField(drawn: Drawn, name: string, context: FormContext): TemplateResult {
  const { inner, set, nullable } = drawn;
  const value = typeof drawn.value === 'string' ? drawn.value : '';
  const target = targetOf(inner, name, context);
  if (target) return refField(drawn, target, context);
  if (inner.format === 'date-time') {
    const { zone } = context;
    const local = zone && value ? localOf(value, zone) : toLocalInput(drawn.value);
    const instant = (text: string) => (zone ? instantOf(text, zone) : fromLocalInput(text));
    return textField({
      ...drawn,
      type: 'datetime-local',
      value: local,
      onInput: (text) => set(instant(text) ?? (nullable ? null : undefined)),
    });
  }
  const keep = (text: string) =>
    set(text === '' && !drawn.required ? (nullable ? null : inner.default === '' ? '' : undefined) : text);
  const shared = { ...drawn, value, onInput: keep, ...(inner.maxLength ? { maxLength: inner.maxLength } : {}) };
  const plain = inner.format === undefined && inner.pattern === undefined;
  if (inner.as === 'prose' || (plain && ((inner.maxLength ?? 0) > LONG || PROSE.includes(name))))
    return areaField(shared);
  if (inner.as === 'secret' || /password/i.test(name)) return passwordField({ ...shared, language: context.language });
  return textField({
    ...shared,
    type:
      inner.format === 'email' ? 'email' : inner.format === 'uri' ? 'url' : inner.format === 'date' ? 'date' : 'text',
    mono: inner.as === 'code',
  });
}

/** Few enough to be ticked. */
const TICKED = 16;

function arrayField(drawn: Drawn, name: string, context: FormContext): TemplateResult {
  const { inner, set } = drawn;
  const items = unwrapped(inner.items ?? {}).inner;
  const values = Array.isArray(drawn.value) ? (drawn.value as unknown[]) : [];
  const nameOf = (code: string) => valueName(code, context.language, items.codes);
  const target = items.enum ? undefined : targetOf(items, name, context);
  const options = items.enum
    ? items.enum.map((value) => ({ value: String(value), label: nameOf(String(value)) }))
    : target && known(target.name, context);
  if (options && (items.enum || options.length <= TICKED))
    return checksField({ ...drawn, value: values.map(String), choices: options, onInput: set });
  if (items.type === 'string' && !target)
    return html`<desk-admin-tags class="whole" label=${drawn.label} error=${drawn.error ?? ''}
      .values=${values as string[]} @desk-change=${({ detail }: CustomEvent<string[]>) => set(detail)}></desk-admin-tags>`;
  return group(drawn, [
    ...values.map((_, index) => arrayItem(drawn, items, index, context)),
    addButton(drawn, items, values, context),
  ]);
}

function arrayItem(drawn: Drawn, items: JsonSchema, index: number, context: FormContext): TemplateResult {
  const words = context.language.words(kitWords);
  return html`<div class="item">
    ${schemaField({ schema: items, path: [...drawn.path, index], required: true, label: drawn.label }, context)}
    <button class="button plain tight" type="button" aria-label=${words.removeNamed(`${drawn.label} ${index + 1}`)}
      @click=${() => context.change(withAt(context.value, [...drawn.path, index], undefined) as FormValue)}>${icon('trash', 'small')}${words.remove}</button>
  </div>`;
}

function addButton(
  drawn: Drawn,
  items: JsonSchema,
  values: readonly unknown[],
  { language }: FormContext,
): TemplateResult {
  const words = language.words(kitWords);
  const blank = initialValue(items) ?? (items.type === 'object' ? {} : '');
  return html`<button class="button tight" type="button"
    @click=${() => drawn.set([...values, blank])}>${icon('plus', 'small')}${words.add}</button>`;
}

/** Whatever no control of ours can edit is edited as what it is. */
function jsonField(drawn: Drawn): TemplateResult {
  const keep = (text: string) => {
    try {
      drawn.set(text.trim() === '' ? undefined : (JSON.parse(text) as unknown));
    } catch {
      // Kept as text until it is JSON; the desk names the field if it is sent before.
      drawn.set(text);
    }
  };
  const shown =
    typeof drawn.value === 'string'
      ? drawn.value
      : drawn.value === undefined
        ? ''
        : JSON.stringify(drawn.value, null, 2);
  return areaField({ ...drawn, value: shown, mono: true, rows: 4, onInput: keep });
}
