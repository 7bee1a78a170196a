/** @module Text files out and in. One that comes in is read in the encoding it was written in, or not at all. */

/** Hands a text to the person as a file. */
export function saveTextFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** A file that was read, or the first line of it (from 1) that is in no known encoding. */
export type PickedFile = { readonly name: string } & ({ readonly text: string } | { readonly unreadableLine: number });

/** UTF-8, which everybody should write; what Chinese spreadsheets write; what `Unicode text` means to some. */
function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

/**
 * The text of some bytes without a guess: undefined when they are in none of the encodings, or hold what is no text.
 */
export function decodedText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!/[\0\ufffd]/.test(text)) return text;
    } catch {
      // Not of this encoding.
    }
  }
  return undefined;
}

function unreadableLine(bytes: Uint8Array): number {
  const lines = new TextDecoder().decode(bytes).split('\n');
  return lines.findIndex((line) => /[\0\ufffd]/.test(line)) + 1;
}

/** The text of a file, or where it cannot be read. */
export async function readTextFile(file: File): Promise<PickedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = decodedText(bytes);
  return text === undefined ? { name: file.name, unreadableLine: unreadableLine(bytes) } : { name: file.name, text };
}

/** The file that was picked; undefined when there is none. */
export async function pickedFile(event: Event): Promise<PickedFile | undefined> {
  const file = (event.target as HTMLInputElement).files?.[0];
  return file && readTextFile(file);
}
