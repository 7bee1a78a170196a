/** Hands a text to the person as a file. */
export function saveTextFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has taken hold of it by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** The text of the file that was picked, as UTF-8; undefined when there is none. */
export async function pickedText(event: Event): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const file = (event.target as HTMLInputElement).files?.[0];
  return file && { name: file.name, text: await file.text() };
}
