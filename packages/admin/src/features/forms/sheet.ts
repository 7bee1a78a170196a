/** @module A form on paper or to be read: every field that is there with its value, in one language or in both. */
import {
  shownFields,
  textOf,
  type FormDefinition,
  type FormField,
  type FormValues,
  type Reader,
  type RowValue,
} from '@shopdesk/core/forms';
import { css, html, nothing, type TemplateResult } from 'lit';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import type { LocalText } from '../../kit/language.ts';
import { formWords } from './words.ts';

/** In which language a sheet is printed. */
export type SheetLanguage = 'zh' | 'en' | 'both';

export interface SheetSignature {
  readonly fieldId: string;
  readonly name: string;
  readonly at: string;
  readonly state: string;
}

/** @summary A form as a sheet. */
export class DeskFormSheet extends DeskElement {
  static override properties = {
    definition: { attribute: false },
    values: { attribute: false },
    signatures: { attribute: false },
    nameOf: { attribute: false },
    timeZone: {},
    speaks: {},
    head: { attribute: false },
    foot: {},
    actions: { attribute: false },
  };
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: block;
      }
      .sheet {
        display: grid;
        gap: 1rem;
        max-inline-size: 60rem;
      }
      h2 {
        margin: 0;
      }
      h3 {
        margin: 0 0 0.375rem;
        font-size: 1rem;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }
      th,
      td {
        border: 1px solid var(--line);
        padding: 0.375rem 0.5rem;
        text-align: start;
        vertical-align: top;
        overflow-wrap: anywhere;
        font-weight: normal;
      }
      th[scope='row'] {
        inline-size: 32%;
        color: var(--ink-2);
      }
      caption {
        text-align: start;
        padding-block: 0.625rem 0.25rem;
        font-weight: 600;
      }
      thead th {
        color: var(--ink-2);
        font-size: var(--small);
      }
      .text {
        white-space: pre-wrap;
      }
      .sign td {
        block-size: 3rem;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        color: var(--ink-2);
        font-size: var(--small);
        overflow-wrap: anywhere;
      }
      @media print {
        section {
          break-inside: avoid-page;
        }
        section.long {
          break-inside: auto;
        }
        tr {
          break-inside: avoid;
        }
        th,
        td {
          border-color: #000;
        }
      }
    `,
  ];

  definition: FormDefinition | undefined;
  values: FormValues = {};
  signatures: readonly SheetSignature[] = [];
  nameOf: (id: string) => string = (id) => id;
  timeZone = 'UTC';
  speaks: SheetLanguage = 'zh';
  /** Lines below the title: number, store, version. */
  head: readonly (readonly [LocalText, string])[] = [];
  foot = '';
  /** What can be done in the place of a signature. */
  actions: ((field: FormField) => TemplateResult | typeof nothing) | undefined;

  #say(text: LocalText): TemplateResult | string {
    if (this.speaks !== 'both') return text[this.speaks];
    return text.zh === text.en ? text.zh : html`${text.zh} <span lang="en">${text.en}</span>`;
  }

  get #reader(): Reader {
    const language = this.speaks === 'en' ? 'en' : 'zh';
    return { language, timeZone: this.timeZone, nameOf: this.nameOf };
  }

  #value(field: FormField, value: unknown) {
    const text = textOf(field, value, this.#reader);
    if (this.speaks !== 'both') return text;
    const other = textOf(field, value, { ...this.#reader, language: 'en' });
    return text === other ? text : `${text} ${other}`;
  }

  override render() {
    const { definition, values } = this;
    if (!definition) return nothing;
    const shown = new Set(shownFields(definition, values).map(({ id }) => id));
    return html`<article class="sheet" lang=${this.speaks === 'en' ? 'en' : 'zh'}>
      <header>
        <h2>${this.#say(definition.title)}</h2>
        ${
          this.head.length > 0
            ? html`<p
          class="foot">${this.head.map(([name, text]) => html`<span>${this.#say(name)}${this.speaks === 'en' ? ': ' : '：'}${text}</span>`)}</p>`
            : nothing
        }
      </header>
      ${definition.steps.map((step) => {
        const fields = step.fields.filter(({ id }) => shown.has(id));
        const plain = fields.filter(({ type }) => type !== 'ROWS');
        const tables = fields.filter(({ type }) => type === 'ROWS');
        if (fields.length === 0) return nothing;
        return html`<section class=${tables.length > 0 ? 'long' : ''}>
          <h3>${this.#say(step.title)}</h3>
          ${plain.length > 0 ? html`<table><tbody>${plain.map((field) => this.#renderField(field, values[field.id]))}</tbody></table>` : nothing}
          ${tables.map((field) => this.#renderRows(field, values[field.id]))}
        </section>`;
      })}
      ${this.foot ? html`<p class="foot">${this.foot}</p>` : nothing}
    </article>`;
  }

  #renderField(field: FormField, value: unknown) {
    if (field.type !== 'SIGNATURE')
      return html`<tr><th scope="row">${this.#say(field.title)}</th><td
        class="text">${this.#value(field, value)}</td></tr>`;
    const words = this.words(formWords);
    // Shown: a void signature stands nowhere on the sheet.
    const signed = this.signatures.find(({ fieldId, state }) => fieldId === field.id && state === 'VALID');
    return html`<tr class="sign"><th scope="row">${this.#say(field.title)}</th><td>${
      signed
        ? words.signedBy(signed.name, textOf({ ...field, type: 'TIME' }, signed.at, this.#reader))
        : (this.actions?.(field) ?? nothing)
    }</td></tr>`;
  }

  #renderRows(field: FormField, value: unknown) {
    const rows = Array.isArray(value) ? (value as RowValue[]) : [];
    const columns = field.columns ?? [];
    return html`<table>
      <caption>${this.#say(field.title)}</caption>
      <thead><tr>${columns.map(({ title }) => html`<th scope="col">${this.#say(title)}</th>`)}</tr></thead>
      <tbody>${
        rows.length > 0
          ? rows.map(
              (row) =>
                html`<tr>${columns.map(
                  (column) => html`<td
                  class="text">${this.#value(column, row[column.id])}</td>`,
                )}</tr>`,
            )
          : html`<tr>${columns.map(() => html`<td>&nbsp;</td>`)}</tr>`
      }</tbody>
    </table>`;
  }
}

define('desk-admin-form-sheet', DeskFormSheet);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-form-sheet': DeskFormSheet;
  }
}
