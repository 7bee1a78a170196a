/** @module A table as a file for Excel; its code is fetched when somebody asks for one. */
import { writeXlsx } from 'hucre/xlsx';

type Cell = string | number | null;

/** Texts stay texts: no cell is run as a formula, and a number keeps its leading zeros. */
export async function saveExcel(name: string, sheet: string, [head = [], ...rows]: readonly (readonly Cell[])[]) {
  const columns = head.map((title, at) => ({ header: String(title ?? ''), key: `c${at}`, autoWidth: true }));
  const data = rows.map((row) => Object.fromEntries(row.map((cell, at) => [`c${at}`, cell])));
  // A sheet’s name is short and has none of these signs.
  const called = sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  const bytes = await writeXlsx({ sheets: [{ name: called, columns, data, freezePane: { rows: 1 } }] });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  Object.assign(document.createElement('a'), { href: url, download: `${name}.xlsx` }).click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
