/**
 * @module What a person sees of a file before it is imported: its first rows as they will be, or why it cannot be read.
 */
import { readCsv } from '@shopdesk/core/text';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.ts';
import type { Language } from './language.ts';
import type { PickedFile } from './text-file.ts';
import { previewWords } from './import-preview-words.ts';

/** Rows that are shown, the names of the columns among them. */
const SHOWN = 6;

/** Says of a file that it cannot be read, and in which line. */
export function unreadableNotice(
  file: Extract<PickedFile, { unreadableLine: number }> | undefined,
  language: Language,
) {
  if (!file) return nothing;
  const said = language.words(previewWords).unreadable(file.name, file.unreadableLine);
  return html`<div class="notice danger" role="alert">${icon('warning')}<p>${said}</p></div>`;
}

/** The first rows of a table, or the first lines of a text. */
export function firstRows(
  text: string,
  format: 'CSV' | 'MARKDOWN',
  language: Language,
): TemplateResult | typeof nothing {
  const { rows: title } = language.words(previewWords);
  if (format === 'MARKDOWN') return html`<h3>${title}</h3><pre>${text.split('\n', 2 * SHOWN).join('\n')}</pre>`;
  const [head, ...rows] = readCsv(text)?.slice(0, SHOWN) ?? [];
  if (!head) return nothing;
  return html`<div class="table" tabindex="0"><table>
    <caption>${title}</caption>
    <thead><tr>${head.cells.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(({ cells }) => html`<tr>${cells.map((value) => html`<td>${value}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
