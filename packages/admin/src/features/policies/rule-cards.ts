/**
 * @module The rows of a table as cards, for where there is no room for columns: each value is a button that edits it.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TableRow } from '@shopdesk/core/policies';
import { icon } from '../../kit/icon.ts';
import type { Language } from '../../kit/language.ts';
import type { Mark, RowCommand } from './grid.ts';
import { cellText, type GridColumn } from './grid-column.ts';
import { gridWords } from './grid-words.ts';

export interface RuleCards {
  readonly rows: readonly TableRow[];
  readonly columns: readonly GridColumn[];
  readonly language: Language;
  readonly currency: string;
  readonly editable: boolean;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly label: string;
  /** Rows that are not shown yet. */
  readonly rest: number;
  readonly edit: (row: TableRow, column: number) => void;
  readonly command: (row: string, command: RowCommand) => void;
  readonly more: () => void;
}

export function ruleCards(cards: RuleCards): TemplateResult {
  const words = cards.language.words(gridWords);
  return html`<ul class="cards" aria-label=${cards.label}>
      ${repeat(
        cards.rows,
        ({ id }) => id,
        (row, index) => card(cards, row, index),
      )}
    </ul>
    ${cards.rest > 0 ? html`<p class="row"><button class="button" type="button" @click=${cards.more}>${words.more}</button><span class="muted small">${words.shownOf(cards.rows.length, cards.rows.length + cards.rest)}</span></p>` : nothing}`;
}

function card(cards: RuleCards, row: TableRow, index: number): TemplateResult {
  const { language, columns, editable, marks } = cards;
  const words = language.words(gridWords);
  const mark = marks.get(row.id);
  return html`<li
    class="rule ${mark === 'ERROR' ? 'error-row' : mark === 'WARNING' ? 'warning-row' : ''} ${editable ? '' : 'locked'}">
    <div class="row between">
      <h3 class="row" tabindex="-1" data-at="${index}:0">${editable ? nothing : icon('lock', 'small')}${row.id}
        ${mark ? html`<span class="chip ${mark === 'ERROR' ? 'danger' : 'warn'}">${mark === 'ERROR' ? words.hasErrors : words.hasWarnings}</span>` : nothing}</h3>
      ${editable ? commands(cards, row) : nothing}
    </div>
    <dl>${columns.map((column, at) => (column.kind === 'id' ? nothing : value(cards, row, column, { index, at })))}</dl>
  </li>`;
}

function value(
  { language, currency, editable, edit }: RuleCards,
  row: TableRow,
  column: GridColumn,
  { index, at }: { index: number; at: number },
): TemplateResult | typeof nothing {
  const words = language.words(gridWords);
  const text = cellText(column, row, language, currency);
  // What matters to no reader would only push the rest down; whoever edits sees every column.
  if (!editable && text === words.any) return nothing;
  const shown = editable
    ? html`<button class="link" type="button" data-at="${index}:${at}"
      aria-label="${words.editCell(column.title, row.id)}: ${text}" @click=${() => edit(row, at)}>${text}</button>`
    : html`${text}`;
  return html`<div><dt>${column.title}</dt><dd>${shown}</dd></div>`;
}

const COMMANDS: readonly RowCommand[] = ['details', 'duplicate', 'up', 'down', 'remove'];

function commands({ language, command }: RuleCards, row: TableRow): TemplateResult {
  const words = language.words(gridWords);
  const labels: Record<RowCommand, string> = {
    details: words.details,
    duplicate: words.duplicate,
    up: words.moveUp,
    down: words.moveDown,
    remove: words.removeRow,
  };
  const items = COMMANDS.map((id) => ({ id, label: labels[id], ...(id === 'remove' ? { danger: true } : {}) }));
  return html`<desk-admin-menu .items=${items} label=${words.rowActions(row.id)}
    @desk-pick=${({ detail }: CustomEvent<RowCommand>) => command(row.id, detail)}>${icon('more')}</desk-admin-menu>`;
}
