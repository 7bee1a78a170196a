/**
 * @module A decision table as a grid: one column per fact and answer. Only the rows in sight are drawn, so a thousand
 * cost as much as twenty; where there is no room for columns each row is a card.
 */
import { isComposed } from '@shopdesk/core/client';
import { html, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { DecisionTable, TableRow } from '@shopdesk/core/policies';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { DeskElement, define } from '../../kit/element.ts';
import { icon } from '../../kit/icon.ts';
import '../../kit/menu.ts';
import './cell-editor.ts';
import type { CellChange, EditedCell } from './cell-editor.ts';
import { cellText, columnsOf, type GridColumn } from './grid-column.ts';
import { cellAfter, isAway, type CellAt } from './grid-keys.ts';
import { gridStyle, ROW_PX } from './grid-style.ts';
import { gridWords } from './grid-words.ts';
import { ruleCards } from './rule-cards.ts';

export type RowCommand = 'details' | 'duplicate' | 'up' | 'down' | 'remove';
export type Mark = 'ERROR' | 'WARNING';

/** Rows drawn above and below what is in sight. */
const SPARE = 6;
const CARDS = 20;
/** In CSS pixels. */
const NARROW = 640;

/**
 * @summary The rows of a decision table.
 * @event {CellChange} desk-cell-change - A cell was given another value.
 * @event {{ row: string, command: RowCommand }} desk-row-command - Something is to be done with a row.
 * @event {string} desk-row-chosen - The row that is worked on.
 */
export class DeskPolicyGrid extends DeskElement {
  static override properties = {
    table: { attribute: false },
    rows: { attribute: false },
    marks: { attribute: false },
    decided: { attribute: false },
    editable: { type: Boolean },
    currency: {},
    label: {},
    at: { state: true },
    span: { state: true },
    narrow: { state: true },
    shown: { state: true },
    edited: { state: true },
  };
  static override styles = [base, controls, gridStyle];

  declare table: DecisionTable;
  /** Those of the table that are shown; all when absent. */
  rows: readonly TableRow[] | undefined;
  marks: ReadonlyMap<string, Mark> = new Map();
  /** Rows that decided the last trial. */
  decided: ReadonlySet<string> = new Set();
  editable = false;
  currency = 'CNY';
  label = '';
  at: CellAt = { row: 0, column: 0 };
  span = { first: 0, last: 30 };
  narrow = false;
  shown = CARDS;
  edited: EditedCell | undefined;
  #columns: GridColumn[] = [];
  #watch: ResizeObserver | undefined;

  get #all(): readonly TableRow[] {
    return this.rows ?? this.table.rows;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.narrow = innerWidth < NARROW;
    // In the next frame: what is drawn anew in the same one would be measured again and again.
    this.#watch = new ResizeObserver(([entry]) =>
      requestAnimationFrame(() => (this.narrow = (entry?.contentRect.width ?? NARROW) < NARROW)),
    );
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.table) return;
    this.#columns = columnsOf(this.table, this.language);
    if (changed.has('table') && changed.get('table')?.code !== this.table.code)
      [this.at, this.shown] = [{ row: 0, column: 0 }, CARDS];
    const last = Math.max(0, this.#all.length - 1);
    if (this.at.row > last) this.at = { ...this.at, row: last };
  }

  /** Brings a row into sight and the focus to it. */
  async focusRow(id: string): Promise<void> {
    const row = this.#all.findIndex((one) => one.id === id);
    if (row < 0) return;
    this.shown = Math.max(this.shown, row + 1);
    await this.#go({ row, column: 0 });
  }

  async #go(at: CellAt): Promise<void> {
    this.at = at;
    this.tell('desk-row-chosen', this.#all[at.row]?.id ?? '');
    const scroller = this.renderRoot.querySelector('.scroller');
    if (scroller) this.#reveal(scroller, at.row);
    await this.updateComplete;
    const cell = this.renderRoot.querySelector<HTMLElement>(`[data-at="${at.row}:${at.column}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #reveal(scroller: Element, row: number): void {
    const head = this.renderRoot.querySelector('.head')?.clientHeight ?? 0;
    const top = row * ROW_PX;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + ROW_PX > scroller.scrollTop + scroller.clientHeight - head)
      scroller.scrollTop = top + ROW_PX - scroller.clientHeight + head;
    this.#scrolled(scroller);
  }

  #scrolled(scroller: Element): void {
    const first = Math.max(0, Math.floor(scroller.scrollTop / ROW_PX) - SPARE);
    const last = Math.ceil((scroller.scrollTop + scroller.clientHeight) / ROW_PX) + SPARE;
    if (first !== this.span.first || last !== this.span.last) this.span = { first, last };
  }

  #keys(event: KeyboardEvent): void {
    if (isComposed(event)) return;
    const row = this.#all[this.at.row];
    if (!row || this.edited || (event.ctrlKey && ['z', 'y'].includes(event.key))) return;
    const next = cellAfter(event, this.at, { rows: this.#all.length, columns: this.#columns.length, page: 10 });
    const command = event.altKey && { ArrowUp: 'up' as const, ArrowDown: 'down' as const }[event.key];
    if (command) this.#command(row.id, command);
    else if (next) void this.#go(next);
    else if (event.key === 'Enter' || event.key === 'F2') this.#edit(row, this.at.column);
    else if (isAway(event.key)) this.#clear(row);
    else return;
    event.preventDefault();
  }

  #command(row: string, command: RowCommand): void {
    if (!this.editable) return;
    this.tell('desk-row-command', { row, command });
    const by = { up: -1, down: 1 }[command as 'up'] ?? 0;
    if (by)
      void this.updateComplete.then(() =>
        this.#go({ ...this.at, row: Math.max(0, Math.min(this.#all.length - 1, this.at.row + by)) }),
      );
  }

  #clear({ id }: TableRow): void {
    const column = this.#columns[this.at.column];
    if (this.editable && column?.kind === 'input')
      this.tell<CellChange>('desk-cell-change', { kind: 'input', row: id, column: column.key, cell: '-' });
  }

  #edit(row: TableRow, at: number): void {
    const column = this.#columns[at];
    if (!column) return;
    if (!this.editable || (column.kind !== 'input' && column.kind !== 'output'))
      return void this.tell('desk-row-command', { row: row.id, command: 'details' });
    const anchor = this.renderRoot.querySelector(`[data-at="${this.#all.indexOf(row)}:${at}"]`);
    if (!anchor) return;
    const frame = {
      row: row.id,
      title: this.words(gridWords).editCell(column.title, row.id),
      currency: this.currency,
      anchor,
    };
    this.edited =
      column.kind === 'input'
        ? { ...frame, kind: 'input', input: column.input, cell: row.when[column.key] }
        : { ...frame, kind: 'output', output: column.output, value: row.answer[column.key] };
  }

  #pressed(row: TableRow, at: CellAt, twice: boolean): void {
    const again = this.at.row === at.row && this.at.column === at.column;
    this.at = at;
    this.tell('desk-row-chosen', row.id);
    if (twice || (again && matchMedia('(pointer: coarse)').matches)) this.#edit(row, at.column);
  }

  override render() {
    if (!this.table) return nothing;
    return html`${this.narrow ? this.#renderCards() : this.#renderGrid()}
      <desk-admin-policy-cell .edited=${this.edited} @desk-cell-closed=${() => {
        this.edited = undefined;
        void this.#go(this.at);
      }}></desk-admin-policy-cell>`;
  }

  #renderCards() {
    const rows = this.#all.slice(0, this.shown);
    return ruleCards({
      rows,
      columns: this.#columns,
      language: this.language,
      currency: this.currency,
      editable: this.editable,
      marks: this.marks,
      label: this.label,
      rest: this.#all.length - rows.length,
      edit: (row, column) => {
        this.at = { row: this.#all.indexOf(row), column };
        this.#edit(row, column);
      },
      command: (row, command) => this.tell('desk-row-command', { row, command }),
      more: () => (this.shown += CARDS),
    });
  }

  #renderGrid() {
    const columns = this.#columns;
    const widths = columns.map(({ width }) => `minmax(${width}rem, ${width}fr)`).join(' ');
    const least = columns.reduce((sum, { width }) => sum + width, 0);
    const firstAnswer = columns.findIndex(({ kind }) => kind === 'output');
    const drawn = this.#all
      .slice(this.span.first, this.span.last + 1)
      .map((row, index) => ({ row, index: index + this.span.first }));
    const chosen = this.#all[this.at.row];
    // The focused row stays in the page, or the focus would be lost with it.
    if (chosen && !drawn.some(({ index }) => index === this.at.row)) drawn.push({ row: chosen, index: this.at.row });
    return html`<div class="scroller ${this.editable ? 'editable' : ''}"
      .style=${`--columns: ${widths}; --least: ${least}rem`} @scroll=${(event: Event) => this.#scrolled(event.currentTarget as Element)}>
      <div role="grid" aria-label=${this.label} aria-rowcount=${this.#all.length + 1} aria-colcount=${columns.length}
        aria-readonly=${!this.editable} @keydown=${this.#keys}>
        <div role="rowgroup" class="top"><div role="row" class="line head" aria-rowindex="1">
          ${columns.map(({ title }, index) => html`<div role="columnheader" class="${index === 0 ? 'pinned' : ''} ${index === firstAnswer ? 'first-answer' : ''}" aria-colindex=${index + 1}>${title}</div>`)}
        </div></div>
        <div role="rowgroup" class="body" .style=${`block-size: ${this.#all.length * ROW_PX}px`}>
          ${repeat(
            drawn,
            ({ row }) => row.id,
            ({ row, index }) => this.#renderRow(row, index, firstAnswer),
          )}
        </div>
      </div>
    </div>`;
  }

  #renderRow(row: TableRow, index: number, firstAnswer: number) {
    const mark = this.marks.get(row.id);
    const look = `${mark === 'ERROR' ? 'error-row' : mark === 'WARNING' ? 'warning-row' : ''} ${index === this.at.row ? 'chosen' : ''} ${this.editable ? '' : 'locked'}`;
    return html`<div role="row" class="line ${look}" .style=${`inset-block-start: ${index * ROW_PX}px`}
      aria-rowindex=${index + 2} aria-selected=${index === this.at.row}>
      ${this.#columns.map((column, at) => this.#renderCell(row, column, { row: index, column: at }, firstAnswer))}
    </div>`;
  }

  #renderCell(row: TableRow, column: GridColumn, at: CellAt, firstAnswer: number) {
    const text = cellText(column, row, this.language, this.currency);
    const words = this.words(gridWords);
    const isAt = this.at.row === at.row && this.at.column === at.column;
    const blank = text === words.any || text === words.nothing;
    const look = `${column.kind === 'id' ? 'pinned' : ''} ${blank ? 'blank' : ''} ${column.kind === 'output' ? 'answer' : ''} ${at.column === firstAnswer ? 'first-answer' : ''}`;
    return html`<div role=${column.kind === 'id' ? 'rowheader' : 'gridcell'} class="cell ${look}"
      data-at="${at.row}:${at.column}" tabindex=${isAt ? 0 : -1} aria-colindex=${at.column + 1} title=${text}
      @focus=${() => isAt || this.#pressed(row, at, false)} @dblclick=${() => this.#pressed(row, at, true)} @click=${() => this.#pressed(row, at, false)}>
      ${column.kind === 'id' ? this.#renderId(row) : html`<span class="text">${text}</span>`}
    </div>`;
  }

  #renderId(row: TableRow) {
    const words = this.words(gridWords);
    const mark = this.marks.get(row.id);
    const notes = [row.condition ? words.conditionMark : '', row.final ? words.finalMark : ''].filter(Boolean);
    return html`<span
      class="row">${this.editable ? nothing : html`${icon('lock', 'small')}<span class="visually-hidden">${words.locked}</span>`}
      ${mark ? html`${icon('warning', 'small')}<span class="visually-hidden">${mark === 'ERROR' ? words.hasErrors : words.hasWarnings}</span>` : nothing}
      ${this.decided.has(row.id) ? html`${icon('check', 'small')}<span class="visually-hidden">${words.decided}</span>` : nothing}
      <strong class="ellipsis small">${row.id}</strong></span>
      ${notes.length > 0 ? html`<span class="muted small ellipsis">${this.language.list(notes)}</span>` : nothing}`;
  }
}

define('desk-admin-policy-grid', DeskPolicyGrid);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-grid': DeskPolicyGrid;
  }
}
