import { html, nothing, type PropertyValues } from 'lit';
import type { DecisionTable, TableRow } from '@shopdesk/core/policies';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import '../../kit/dialog.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { areaField, checkField, selectField, textField } from '../../kit/field.ts';
import { tables } from '../../kit/table-style.ts';
import { gridWords } from './grid-words.ts';
import type { RowFields } from './pack-edit.ts';

type Source = TableRow['source'];
const SOURCES: readonly Source[] = ['S', 'DK', 'DK✓'];

interface RowForm {
  readonly id: string;
  readonly rules: string;
  readonly zh: string;
  readonly en: string;
  readonly toldZh: string;
  readonly toldEn: string;
  readonly source: Source;
  readonly asOf: string;
  readonly volatile: boolean;
  readonly final: boolean;
  readonly evenIfExcluded: boolean;
  readonly condition: string;
  readonly priority: string;
}

const formOf = (row: TableRow): RowForm => ({
  id: row.id,
  rules: row.rules?.join(', ') ?? '',
  zh: row.clause.zh,
  en: row.clause.en,
  toldZh: row.told?.zh ?? '',
  toldEn: row.told?.en ?? '',
  source: row.source,
  asOf: row.asOf,
  volatile: row.volatile,
  final: row.final === true,
  evenIfExcluded: row.evenIfExcluded === true,
  condition: row.condition ?? '',
  priority: row.priority === undefined ? '' : String(row.priority),
});

export type RowChange = { readonly [K in keyof RowFields]: RowFields[K] | undefined };

function changeOf(form: RowForm): RowChange {
  const rules = form.rules
    .split(/[,,]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const priority = Number(form.priority);
  return {
    id: form.id.trim(),
    rules: rules.length > 0 ? rules : undefined,
    clause: { zh: form.zh.trim(), en: form.en.trim() },
    told: form.toldZh.trim() ? { zh: form.toldZh.trim(), en: form.toldEn.trim() } : undefined,
    source: form.source,
    asOf: form.asOf,
    volatile: form.volatile,
    final: form.final ? true : undefined,
    evenIfExcluded: form.evenIfExcluded ? true : undefined,
    condition: form.condition.trim() || undefined,
    priority: form.priority.trim() && Number.isInteger(priority) ? priority : undefined,
  };
}

/**
 * @summary What a row is besides its cells: its id, the clause in both languages, where it comes from.
 * @event {RowChange} desk-row-changed - The texts and marks it has now.
 */
export class DeskPolicyRowDialog extends DeskElement {
  static override properties = {
    table: { attribute: false },
    row: { attribute: false },
    editable: { type: Boolean },
    form: { state: true },
    tried: { state: true },
  };
  static override styles = [base, controls, tables];

  declare table: DecisionTable;
  declare row: TableRow;
  editable = false;
  form: RowForm | undefined;
  tried = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('row') && this.row) [this.form, this.tried] = [formOf(this.row), false];
  }

  #problems(form: RowForm): Partial<Record<keyof RowForm, string>> {
    const words = this.words(gridWords);
    const taken = form.id.trim() !== this.row.id && this.table.rows.some(({ id }) => id === form.id.trim());
    return {
      ...(form.id.trim() === '' ? { id: words.required } : taken ? { id: words.rowIdTaken } : {}),
      ...(form.zh.trim() === '' ? { zh: words.required } : {}),
      ...(form.en.trim() === '' ? { en: words.required } : {}),
      ...(form.toldZh.trim() === '' && form.toldEn.trim() !== '' ? { toldZh: words.bothLanguages } : {}),
      ...(form.toldEn.trim() === '' && form.toldZh.trim() !== '' ? { toldEn: words.bothLanguages } : {}),
      ...(/^\d{4}-\d{2}-\d{2}$/.test(form.asOf) ? {} : { asOf: words.required }),
    };
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { form } = this;
    if (!form || !this.editable) return;
    this.tried = true;
    if (Object.keys(this.#problems(form)).length > 0) {
      await this.updateComplete;
      return this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
    this.tell('desk-row-changed', changeOf(form));
  }

  override render() {
    const { form } = this;
    if (!form) return nothing;
    const words = this.words(gridWords);
    const dirty = JSON.stringify(form) !== JSON.stringify(formOf(this.row));
    return html`<desk-admin-dialog open wide heading=${words.rowTitle(this.row.id)} ?dirty=${dirty}>
      <form id="form" class="stack" novalidate @submit=${this.#submit}>${this.#renderFields(form)}</form>
      ${this.editable ? html`<button slot="actions" class="button primary" form="form">${words.apply}</button>` : nothing}
    </desk-admin-dialog>`;
  }

  #renderFields(form: RowForm) {
    const words = this.words(gridWords);
    const problems = this.tried ? this.#problems(form) : {};
    const change = (part: Partial<RowForm>) => (this.form = { ...form, ...part });
    const common = (id: keyof RowForm) => ({ id, disabled: !this.editable, error: problems[id] });
    const sources = SOURCES.map((value) => ({ value, label: words.sources[value] }));
    return html`
      ${areaField({ ...common('zh'), label: words.clauseZh, hint: words.clauseHint, value: form.zh, required: true, onInput: (zh) => change({ zh }) })}
      ${areaField({ ...common('en'), label: words.clauseEn, value: form.en, required: true, onInput: (en) => change({ en }) })}
      ${areaField({ ...common('toldZh'), label: words.toldZh, hint: words.toldHint, value: form.toldZh, onInput: (toldZh) => change({ toldZh }) })}
      ${areaField({ ...common('toldEn'), label: words.toldEn, value: form.toldEn, onInput: (toldEn) => change({ toldEn }) })}
      <div class="two">
        ${textField({ ...common('id'), label: words.rowId, value: form.id, required: true, maxLength: 60, mono: true, onInput: (id) => change({ id }) })}
        ${textField({ ...common('rules'), label: words.rowIds, hint: words.rowIdsHint, value: form.rules, mono: true, onInput: (rules) => change({ rules }) })}
        ${selectField<Source>({ ...common('source'), label: words.source, value: form.source, choices: sources, onInput: (source) => change({ source: source || 'S' }) })}
        ${textField({ ...common('asOf'), label: words.asOf, type: 'date', value: form.asOf, required: true, onInput: (asOf) => change({ asOf }) })}
        ${this.table.hitPolicy === 'PRIORITY' ? textField({ ...common('priority'), label: words.priority, type: 'number', value: form.priority, onInput: (priority) => change({ priority }) }) : nothing}
      </div>
      ${textField({ ...common('condition'), label: words.condition, hint: words.conditionHint, value: form.condition, mono: true, onInput: (condition) => change({ condition }) })}
      ${checkField({ ...common('volatile'), label: words.volatile, value: form.volatile, onInput: (volatile) => change({ volatile }) })}
      ${checkField({ ...common('final'), label: words.final, value: form.final, onInput: (final) => change({ final }) })}
      ${checkField({ ...common('evenIfExcluded'), label: words.evenIfExcluded, value: form.evenIfExcluded, onInput: (evenIfExcluded) => change({ evenIfExcluded }) })}`;
  }
}

define('desk-admin-policy-row-dialog', DeskPolicyRowDialog);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-row-dialog': DeskPolicyRowDialog;
  }
}
