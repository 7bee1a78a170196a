/**
 * @module The table of a list: its head, by which it can be ordered, its rows with their ticks, cells and menus, and
 * the strip of what can be done with all ticked rows at once.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RecordSlot } from '../desk/record.ts';
import { avatar } from '../kit/avatar.ts';
import { icon } from '../kit/icon.ts';
import '../kit/menu.ts';
import { chipsOf, fieldView, isEmpty, titleOf, type ViewContext } from './cell.ts';
import type { RecordRow } from './data.ts';
import type { FieldDescription } from './description.ts';
import { belowField, kindOf } from './meaning.ts';
import { fieldName } from './names.ts';
import { menuItems, type Entry } from './offers.ts';
import { recordWords } from './words.ts';

/** What the table shows, and what it asks of the list around it. */
export interface ListTable {
  readonly context: ViewContext;
  readonly slots: readonly RecordSlot[];
  readonly rows: readonly RecordRow[];
  readonly fields: readonly FieldDescription[];
  /** Something can be done with its rows, so they can be ticked. */
  readonly ticks: boolean;
  readonly chosen: ReadonlySet<string>;
  /** Name of the order that was asked for. */
  readonly order: string | null;
  choose(ids: Iterable<string>): void;
  entriesOf(row: RecordRow): readonly Entry[];
  hrefOf(entity: string, id: string): string | undefined;
  orderBy(name: string): void;
  perform(entry: Entry, rows: readonly RecordRow[]): void;
}

const isAtEnd = (field: FieldDescription): boolean => ['number', 'money'].includes(kindOf(field));

export function tableOfRows(table: ListTable, busy: boolean): TemplateResult {
  const { context, rows, fields, ticks } = table;
  const { language, definition, entity } = context;
  const menus = html`<th scope="col" class="menu"><span
    class="visually-hidden">${language.words(recordWords).actions}</span></th>`;
  return html`<table class="stacking list" aria-busy=${busy}>
      <caption class="visually-hidden">${language.of(definition?.title ?? entity.title)}</caption>
      <thead><tr>${ticks ? tickAll(table) : nothing}${fields.map((field) => head(field, table))}${ticks ? menus : nothing}</tr></thead>
      <tbody>${repeat(
        rows,
        ({ id }) => id,
        (row) => tableRow(row, table),
      )}</tbody>
    </table>`;
}

function tickAll({ rows, chosen, choose, context: { language } }: ListTable): TemplateResult {
  const all = rows.every(({ id }) => chosen.has(id));
  return html`<th scope="col" class="tick"><input type="checkbox" aria-label=${language.words(recordWords).selectAll}
    .checked=${all} .indeterminate=${!all && chosen.size > 0} @change=${() => choose(all ? [] : rows.map(({ id }) => id))} /></th>`;
}

/** The name of a column; one by which the list can be ordered is a button. */
function head(field: FieldDescription, { context, order, orderBy }: ListTable): TemplateResult {
  const {
    language,
    entity: { list },
  } = context;
  const name = fieldName(field, language);
  const orders = (list?.orders ?? []).filter(({ fields }) => fields[0]?.[0] === field.name);
  const end = isAtEnd(field) ? 'end' : '';
  if (orders.length === 0 || (list?.orders.length ?? 0) < 2) return html`<th scope="col" class=${end}>${name}</th>`;
  const now = order ?? list?.orders[0]?.name;
  const at = orders.findIndex((one) => one.name === now);
  const next = orders[(at + 1) % orders.length];
  const direction = orders[at]?.fields[0]?.[1];
  const arrow = direction ? html`<span aria-hidden="true">${direction === 'asc' ? '↑' : '↓'}</span>` : nothing;
  return html`<th scope="col" class=${end}
    aria-sort=${direction ? (direction === 'asc' ? 'ascending' : 'descending') : nothing}><button type="button"
      title=${language.words(recordWords).sort(name)} @click=${() => next && orderBy(next.name)}>${name}${arrow}</button></th>`;
}

function tableRow(row: RecordRow, table: ListTable): TemplateResult {
  const { context, fields, ticks, chosen, choose, perform } = table;
  const words = context.language.words(recordWords);
  const title = titleOf(context.entity, row, context.language);
  const on = chosen.has(row.id);
  const entries = ticks ? table.entriesOf(row) : [];
  const toggle = () => choose(on ? [...chosen].filter((id) => id !== row.id) : [...chosen, row.id]);
  const pick = ({ detail }: CustomEvent<string>) => {
    const entry = entries.find(({ id }) => id === detail);
    if (entry) perform(entry, [row]);
  };
  const tick = html`<td class="tick"><input type="checkbox" aria-label=${words.select(title)} .checked=${on}
    @change=${toggle} /></td>`;
  const menu = html`<desk-admin-menu label=${words.rowActions(title)} .items=${menuItems(entries)}
    @desk-pick=${pick}>${icon('more')}</desk-admin-menu>`;
  return html`<tr aria-selected=${on ? 'true' : nothing}>
    ${ticks ? tick : nothing}
    ${fields.map((field, index) => (index === 0 ? titleCell(field, row, table) : cell(field, row, context)))}
    ${ticks ? html`<td class="menu">${entries.length > 0 ? menu : nothing}</td>` : nothing}
  </tr>`;
}

const cell = (field: FieldDescription, row: RecordRow, context: ViewContext): TemplateResult =>
  html`<td class="${isAtEnd(field) ? 'end' : ''} ${isEmpty(field, row) ? 'blank' : ''}"
    data-label=${fieldName(field, context.language)}>${fieldView(field, row, context)}</td>`;

/** What a row is called, and the way to its page. */
function titleCell(field: FieldDescription, row: RecordRow, { context, slots, hrefOf }: ListTable): TemplateResult {
  const { definition, entity, language } = context;
  const title = titleOf(entity, row, language);
  // A row of the index of all work is its item.
  const kind = entity.fields.find(({ as }) => as === 'kind')?.name;
  const href = hrefOf(kind ? String(row[kind]) : entity.name, row.id);
  const below = belowField(entity, definition);
  const chips = slots.flatMap((slot) => (slot.kind === 'chip' ? [slot] : []));
  return html`<th scope="row" data-label=${fieldName(field, language)}><div class="title">
    ${definition?.people ? avatar(title) : nothing}
    ${href ? html`<a href=${href}><bdi>${title}</bdi>${below && row[below.name] ? html`<p>${String(row[below.name])}</p>` : nothing}</a>` : html`<span tabindex="-1"><bdi>${title}</bdi></span>`}
    ${chipsOf(chips, row, language)}
  </div></th>`;
}

/** What can be done with all of the ticked rows at once. */
export function chosenRows(table: ListTable): TemplateResult {
  const { context, chosen, choose, perform } = table;
  const { definition, language } = context;
  const words = language.words(recordWords);
  const rows = table.rows.filter(({ id }) => chosen.has(id));
  const each = rows.map((row) => table.entriesOf(row).filter(({ why }) => why === undefined));
  const shared = (each[0] ?? []).filter(
    ({ id, action }) =>
      !definition?.forms?.[action.name] && each.every((entries) => entries.some((one) => one.id === id)),
  );
  const run = (entry: Entry | undefined) => entry && perform(entry, rows);
  return html`<div class="chosen" role="region" aria-label=${words.selected(rows.length)} data-foot>
    <strong>${words.selected(rows.length)}</strong>
    ${shared.slice(0, 3).map(
      (entry) => html`<button class="button ${entry.grave ? 'danger' : ''}" type="button"
      @click=${() => run(entry)}>${entry.label}</button>`,
    )}
    ${
      shared.length > 3
        ? html`<desk-admin-menu label=${words.more} .items=${menuItems(shared.slice(3))}
      @desk-pick=${({ detail }: CustomEvent<string>) => run(shared.find(({ id }) => id === detail))}>${icon('more')}</desk-admin-menu>`
        : nothing
    }
    ${shared.length === 0 ? html`<span class="muted">${words.noneTogether}</span>` : nothing}
    <button class="button plain icon-only" type="button" aria-label=${words.clearSelection}
      @click=${() => choose([])}>${icon('close')}</button>
  </div>`;
}
