/** @module The widget of each type of field, with what is wrong with its value beside it. */
import {
  VALUE_PROBLEMS,
  type FormField,
  type MoneyValue,
  type RowValue,
  type ValueProblem,
} from '@shopdesk/core/forms';
import { html, nothing, type TemplateResult } from 'lit';
import type { Directory } from '../../desk/directory.ts';
import { worksFor } from '../../desk/directory.ts';
import { areaField, checkField, checksField, fieldNotes, selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import { moneyField } from '../../kit/money-field.ts';
import { fromLocalInput, toLocalInput } from '../../records/form-value.ts';
import { formWords } from './words.ts';

export interface KnownFile {
  readonly id: string;
  readonly name: string;
}

export interface FieldContext {
  readonly language: Language;
  readonly directory: Directory | undefined;
  readonly storeId: string;
  readonly files: readonly KnownFile[];
  /** What a path's value is not; undefined: nothing is wrong with it. */
  readonly errorAt: (path: string) => string | undefined;
  readonly upload: ((fieldId: string, files: readonly File[]) => void) | undefined;
  readonly openFile: ((id: string) => void) | undefined;
  /** Draws the place of a signature. */
  readonly signature: (field: FormField) => TemplateResult;
}

/** What is wrong, as a sentence. */
export function sayProblem({ code, limit = 0 }: ValueProblem, language: Language): string {
  return language.of(VALUE_PROBLEMS[code]).replace('{limit}', language.number(limit));
}

const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD'];

/** A field with its value; `set` gets undefined where nothing is said any more. */
export function formField(
  field: FormField,
  value: unknown,
  set: (value: unknown) => void,
  context: FieldContext,
  above = '',
): TemplateResult {
  const { language, directory, storeId } = context;
  const path = `${above}${field.id}`;
  const words = language.words(formWords);
  const frame = {
    id: path.replaceAll('.', '-'),
    label: language.of(field.title),
    hint: field.hint ? language.of(field.hint) : undefined,
    error: context.errorAt(path),
    required: field.must === true,
  };
  const text = typeof value === 'string' ? value : '';
  const orNothing = (typed: string) => set(typed === '' ? undefined : typed);
  const choices = (field.options ?? []).map(({ id, title }) => ({ value: id, label: language.of(title) }));
  switch (field.type) {
    case 'LONG_TEXT':
      return areaField({ ...frame, value: text, maxLength: field.most ?? 5000, onInput: orNothing });
    case 'NUMBER':
      return textField({
        ...frame,
        type: 'number',
        value: typeof value === 'number' ? String(value) : '',
        step: field.decimals ? 10 ** -field.decimals : 1,
        ...(field.least === undefined ? {} : { min: field.least }),
        ...(field.most === undefined ? {} : { max: field.most }),
        onInput: (typed) => set(typed === '' ? undefined : Number(typed)),
      });
    case 'MONEY': {
      const money = (value ?? {}) as Partial<MoneyValue>;
      const currency = money.currency ?? directory?.stores.get(storeId)?.currency ?? 'CNY';
      return html`<div class="money">${moneyField({
        ...frame,
        label: frame.label,
        currency,
        value: money.amount,
        set: (amount) => set(amount === undefined ? undefined : { amount, currency }),
      })}${selectField({
        id: `${frame.id}-currency`,
        label: words.currency,
        value: currency,
        choices: [...new Set([currency, ...CURRENCIES])].map((one) => ({ value: one, label: one })),
        onInput: (next) => set(money.amount === undefined ? undefined : { amount: money.amount, currency: next }),
      })}</div>`;
    }
    case 'DATE':
      return textField({ ...frame, type: 'date', value: text, onInput: orNothing });
    case 'TIME':
      return textField({
        ...frame,
        type: 'datetime-local',
        value: toLocalInput(value),
        onInput: (typed) => set(fromLocalInput(typed)),
      });
    case 'CHOICE':
      return selectField({ ...frame, value: text, empty: words.choose, choices, onInput: orNothing });
    case 'CHOICES':
      return checksField({
        ...frame,
        label: field.must ? `${frame.label} *` : frame.label,
        value: Array.isArray(value) ? (value as string[]) : [],
        choices,
        onInput: (some) => set(some.length > 0 ? some : undefined),
      });
    case 'FLAG':
      return selectField({
        ...frame,
        value: value === true ? 'yes' : value === false ? 'no' : '',
        empty: words.choose,
        choices: [
          { value: 'yes', label: words.yes },
          { value: 'no', label: words.no },
        ],
        onInput: (said) => set(said === '' ? undefined : said === 'yes'),
      });
    case 'DONE':
      return checkField({
        ...frame,
        label: field.must ? `${frame.label} *` : frame.label,
        value: value === true,
        onInput: (ticked) => set(ticked ? true : undefined),
      });
    case 'PERSON': {
      const people = [...(directory?.colleagues.values() ?? [])].filter(
        (one) => one.id === value || (one.active && (!storeId || worksFor(one, storeId))),
      );
      return selectField({
        ...frame,
        value: text,
        empty: words.choose,
        choices: people.map(({ id, name, agentNo }) => ({ value: id, label: `${name} · ${agentNo}` })),
        onInput: orNothing,
      });
    }
    case 'ROWS':
      return rowsField(field, value, set, { ...context }, frame, path);
    case 'EVIDENCE':
      return evidenceField(field, value, set, context, frame);
    case 'SIGNATURE':
      return context.signature(field);
    default:
      return textField({ ...frame, value: text, maxLength: field.most ?? 500, onInput: orNothing });
  }
}

interface Frame {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

function rowsField(
  field: FormField,
  value: unknown,
  set: (value: unknown) => void,
  context: FieldContext,
  frame: Frame,
  path: string,
): TemplateResult {
  const words = context.language.words(formWords);
  const rows = Array.isArray(value) ? (value as RowValue[]) : [];
  const change = (next: readonly RowValue[]) => set(next.length > 0 ? next : undefined);
  return html`<fieldset class="rows" id=${frame.id} tabindex="-1">
    <legend>${frame.label}${field.must ? html`<span aria-hidden="true"> *</span>` : nothing}</legend>
    ${rows.map(
      (row, at) => html`<div class="entry" role="group" aria-label="${frame.label} ${at + 1}">
        ${(field.columns ?? []).map((column) =>
          formField(
            column,
            row[column.id],
            (next) => {
              const { [column.id]: _before, ...others } = row;
              change(
                rows.map((one, index) =>
                  index === at ? (next === undefined ? others : { ...others, [column.id]: next }) : one,
                ),
              );
            },
            context,
            `${path}.${at}.`,
          ),
        )}
        <button class="button plain icon-only" type="button" aria-label=${words.removeRow(at + 1)}
          title=${words.removeRow(at + 1)}
            @click=${() => change(rows.filter((_one, index) => index !== at))}>${icon('trash', 'small')}</button>
      </div>`,
    )}
    <button class="button tight" type="button"
      @click=${() => set([...rows, {}])}>${icon('plus', 'small')}${words.addRow}</button>
    ${fieldNotes(frame)}
  </fieldset>`;
}

function evidenceField(
  field: FormField,
  value: unknown,
  set: (value: unknown) => void,
  { language, files, upload, openFile }: FieldContext,
  frame: Frame,
): TemplateResult {
  const words = language.words(formWords);
  const held = Array.isArray(value) ? (value as string[]) : [];
  const nameOf = (id: string) => files.find((file) => file.id === id)?.name ?? id;
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    upload?.(field.id, [...(input.files ?? [])]);
    input.value = '';
  };
  return html`<div class="field" id="${frame.id}-files">
    <span class="label">${frame.label}${field.must ? html`<span aria-hidden="true"> *</span>` : nothing}</span>
    ${
      held.length > 0
        ? html`<ul class="files">${held.map(
            (id) => html`<li>
              <button class="button plain tight" type="button" aria-label=${words.openFile(nameOf(id))}
                @click=${() => openFile?.(id)}>${icon('clip', 'small')}${nameOf(id)}</button>
              <button class="button plain icon-only tight" type="button" aria-label=${words.remove(nameOf(id))}
                @click=${() => {
                  const left = held.filter((one) => one !== id);
                  set(left.length > 0 ? left : undefined);
                }}>${icon('close', 'small')}</button>
            </li>`,
          )}</ul>`
        : nothing
    }
    ${
      upload
        ? html`<label class="button pick tight">${icon('clip', 'small')}${words.addFile}
            <input id=${frame.id} type="file" multiple aria-label="${frame.label}: ${words.addFile}"
              aria-invalid=${frame.error ? 'true' : 'false'} @change=${take} /></label>`
        : nothing
    }
    ${fieldNotes(frame)}
  </div>`;
}
