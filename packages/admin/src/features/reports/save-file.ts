import type { CsvFile } from './data.ts';

/** Hands a text to the browser as a file; the mark at its beginning, by which spreadsheets know the Chinese, stays. */
export function saveFile({ name, contentType, text }: CsvFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: contentType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
