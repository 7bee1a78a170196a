/**
 * @module The tables of a version: one at a time as a grid, the rows that stand above it locked, and the check beside
 * them.
 */
import { css, html, nothing, type PropertyValues } from 'lit';
import type { DecisionTable } from '@shopdesk/core/policies';
import { clientContext, Use } from '../../desk/contexts.ts';
import { base } from '../../kit/base-style.ts';
import { controls } from '../../kit/control-style.ts';
import { define } from '../../kit/element.ts';
import { selectField, textField } from '../../kit/field.ts';
import { icon } from '../../kit/icon.ts';
import { Loader } from '../../kit/loader.ts';
import { emptyState } from '../../kit/states.ts';
import { states } from '../../kit/state-style.ts';
import { exactly } from './cell-form.ts';
import type { CellChange } from './cell-editor.ts';
import { policiesAbove, type FindingItem, type PackAbove } from './data.ts';
import './finding-list.ts';
import './grid.ts';
import type { Mark, RowCommand } from './grid.ts';
import { columnsOf, rowHolds } from './grid-column.ts';
import { gridWords } from './grid-words.ts';
import { LintCheck } from './lint-check.ts';
import { lintWords } from './lint-words.ts';
import { withAnswer, withCell, withMovedRow, withNewRow, withoutRow, withRowFields } from './pack-edit.ts';
import './row-dialog.ts';
import type { RowChange } from './row-dialog.ts';
import { PolicySection } from './section-element.ts';
import { policyWords } from './words.ts';

/** From so many rows on one may search in them. */
const MANY = 12;

export class DeskPolicyTables extends PolicySection {
  static override properties = {
    ...PolicySection.properties,
    code: { state: true },
    chosen: { state: true },
    opened: { state: true },
    text: { state: true },
  };
  static override styles = [
    base,
    controls,
    states,
    css`
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(16rem, 20rem);
        gap: 1rem;
        align-items: start;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: end;
      }
      .tools .field {
        flex: 1 1 14rem;
        max-inline-size: 26rem;
      }
      .of-row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
      @container (inline-size < 42rem) {
        .of-row {
          display: none;
        }
      }
      @container (inline-size < 60rem) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  code = '';
  chosen = '';
  /** The row whose texts are open. */
  opened = '';
  text = '';
  readonly #client = new Use(this, clientContext);
  readonly #check = new LintCheck(this, () => this.#client.value);
  readonly #above = new Loader(this, {
    args: () => (this.version && this.store ? ([this.version, this.store.id] as const) : undefined),
    load: ([version, storeId]) => this.#client.value.query(policiesAbove, { version, storeId }),
  });

  override willUpdate(changed: PropertyValues<this>): void {
    const [table, row] = ['table', 'row'].map((name) => this.search.get(name));
    if (changed.has('search') && table && row) void this.#show(table, row);
    if (this.pack && this.store) this.#check.want({ version: this.version, pack: this.pack, storeId: this.store.id });
  }

  get #table(): DecisionTable | undefined {
    return this.pack.tables.find(({ code }) => code === this.code) ?? this.pack.tables[0];
  }

  get #currency(): string {
    return this.#table?.currency ?? this.store?.currency ?? 'CNY';
  }

  #marks(table: DecisionTable): Map<string, Mark> {
    const marks = new Map<string, Mark>();
    for (const { table: code, rowIds, severity } of this.#check.found?.findings ?? [])
      if (code === table.code) for (const id of rowIds) if (marks.get(id) !== 'ERROR') marks.set(id, severity);
    return marks;
  }

  #day(): string {
    return new Date().toISOString().slice(0, 10);
  }

  #changed({ detail }: CustomEvent<CellChange>, { code }: DecisionTable): void {
    const place = { table: code, row: detail.row };
    this.changePack(
      detail.kind === 'input'
        ? withCell(this.pack, place, detail.column, detail.cell)
        : withAnswer(this.pack, place, detail.column, detail.value),
    );
  }

  #command(row: string, command: RowCommand, table: DecisionTable): void {
    const place = { table: table.code, row };
    if (command === 'details') this.opened = row;
    else if (!this.editable) return;
    else if (command === 'remove') this.changePack(withoutRow(this.pack, place));
    else if (command === 'duplicate') this.#add({ after: row, from: table.rows.find(({ id }) => id === row) ?? {} });
    else this.changePack(withMovedRow(this.pack, place, command === 'up' ? -1 : 1));
  }

  #add(options: { after?: string; from?: Parameters<typeof withNewRow>[2]['from'] }): void {
    const table = this.#table;
    if (!table) return;
    const { pack, id } = withNewRow(this.pack, table.code, {
      day: this.#day(),
      ...(options.after ? { after: options.after } : {}),
      ...(options.from ? { from: options.from } : {}),
    });
    this.text = '';
    this.changePack(pack);
    void this.#show(table.code, id);
  }

  #fill({ table: code, example }: FindingItem): void {
    const table = this.pack.tables.find((one) => one.code === code);
    if (!table) return;
    this.code = code;
    const when = Object.fromEntries(
      table.inputs
        .filter(({ name }) => name in example)
        .map((input) => [input.name, exactly(input, example[input.name])]),
    );
    this.#add({ from: { when } });
  }

  /** Opens the row's table and puts the focus on it. */
  async #show(table: string, row: string): Promise<void> {
    this.code = table;
    this.chosen = row;
    this.text = '';
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await this.updateComplete;
    await this.renderRoot.querySelector('desk-admin-policy-grid')?.focusRow(row);
  }

  override render() {
    const table = this.#table;
    const words = this.words(gridWords);
    if (!table) return emptyState({ icon: 'table', title: words.noRows });
    const { editable } = this;
    return html`<div class="layout">
        <div class="stack">
          ${this.#renderTools(table)} ${this.#renderGrid(table)}
          ${editable ? html`<p class="hint">${words.editHint}</p>` : nothing} ${this.#renderAbove(table)}
        </div>
        <desk-admin-policy-findings .check=${this.#check} .pack=${this.pack} .editable=${editable}
          .currency=${this.#currency}
          @desk-go-to-row=${({ detail }: CustomEvent<{ table: string; row: string }>) => void this.#show(detail.table, detail.row)}
          @desk-fill-gap=${({ detail }: CustomEvent<FindingItem>) => this.#fill(detail)}></desk-admin-policy-findings>
      </div>
      ${this.#renderRow(table)}`;
  }

  override updated(): void {
    this.renderRoot.querySelector('desk-admin-policy-findings')?.requestUpdate();
  }

  #renderTools(table: DecisionTable) {
    const words = this.words(gridWords);
    const tables = this.pack.tables.map(({ code, title, rows }) => ({
      value: code,
      label: `${this.language.of(title)} (${rows.length})`,
    }));
    const chosen = table.rows.find(({ id }) => id === this.chosen)?.id ?? table.rows[0]?.id;
    const act = (command: RowCommand, label: string) =>
      html`<button class="button" type="button" aria-disabled=${!chosen}
        @click=${() => chosen && this.#command(chosen, command, table)}>${label}</button>`;
    return html`<div class="tools">
      ${selectField({ id: 'table', label: this.words(policyWords).table, value: table.code, choices: tables, onInput: (code) => ([this.code, this.chosen, this.text] = [code, '', '']) })}
      ${table.rows.length > MANY ? textField({ id: 'find', label: words.search, type: 'search', value: this.text, onInput: (text) => (this.text = text) }) : nothing}
      ${
        this.editable
          ? html`<button class="button" type="button"
            @click=${() => this.#add(chosen ? { after: chosen } : {})}>${icon('plus')}${words.addRow}</button>
            <span class="of-row">${act('duplicate', words.duplicate)} ${act('up', words.moveUp)} ${act('down', words.moveDown)} ${act('remove', words.removeRow)}</span>`
          : nothing
      }
      <span class="of-row">${act('details', words.details)}</span>
    </div>`;
  }

  #renderGrid(table: DecisionTable) {
    const words = this.words(gridWords);
    const wanted = this.text.trim().toLocaleLowerCase();
    const columns = columnsOf(table, this.language);
    const rows = wanted
      ? table.rows.filter((row) =>
          rowHolds(row, columns, wanted, { language: this.language, currency: this.#currency }),
        )
      : undefined;
    if (table.rows.length === 0) return emptyState({ icon: 'table', title: words.noRows });
    return html`<h2 class="visually-hidden">${this.language.of(table.title)}</h2>
      ${rows ? html`<p class="small muted" role="status">${words.shownOf(rows.length, table.rows.length)}</p>` : nothing}
      <desk-admin-policy-grid .table=${table} .rows=${rows} .marks=${this.#marks(table)} .editable=${this.editable}
        .currency=${this.#currency} .label=${words.grid(this.language.of(table.title))}
        @desk-cell-change=${(event: CustomEvent<CellChange>) => this.#changed(event, table)}
        @desk-row-chosen=${({ detail }: CustomEvent<string>) => (this.chosen = detail)}
        @desk-row-command=${({ detail }: CustomEvent<{ row: string; command: RowCommand }>) => this.#command(detail.row, detail.command, table)}></desk-admin-policy-grid>`;
  }

  #renderAbove(table: DecisionTable) {
    const above = (this.#above.value?.packs ?? []).flatMap((pack) =>
      pack.pack.tables.filter(({ decision }) => decision === table.decision).map((of) => ({ pack, of })),
    );
    if (above.length === 0) return nothing;
    return html`<h2>${this.words(lintWords).locked}</h2>${above.map(({ pack, of }) => this.#renderLocked(pack, of))}`;
  }

  #renderLocked({ layer, name }: PackAbove, table: DecisionTable) {
    const words = this.words(gridWords);
    const { language } = this;
    return html`<section class="stack" aria-label=${language.of(table.title)}>
      <h3 class="row">${icon('lock', 'small')}${language.of(table.title)} <span
        class="muted small">${language.of(name)}</span></h3>
      <p class="small muted">${words.lockedBy(this.language.code('PolicyLayer', layer))}</p>
      <desk-admin-policy-grid .table=${table} .currency=${table.currency ?? this.#currency}
        .label=${words.grid(language.of(table.title))}></desk-admin-policy-grid>
    </section>`;
  }

  #renderRow(table: DecisionTable) {
    const row = table.rows.find(({ id }) => id === this.opened);
    if (!row) return nothing;
    return html`<desk-admin-policy-row-dialog .table=${table} .row=${row} .editable=${this.editable}
      @desk-closed=${() => (this.opened = '')}
      @desk-row-changed=${({ detail }: CustomEvent<RowChange>) => {
        this.opened = '';
        this.chosen = detail.id ?? row.id;
        this.changePack(withRowFields(this.pack, { table: table.code, row: row.id }, detail));
      }}></desk-admin-policy-row-dialog>`;
  }
}

define('desk-admin-policy-tables', DeskPolicyTables);

declare global {
  interface HTMLElementTagNameMap {
    'desk-admin-policy-tables': DeskPolicyTables;
  }
}
