/**
 * @module HTML by tagged templates: whatever is put in is escaped unless it is HTML itself.
 */

/** Markup that is safe to put into markup. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | false | null | undefined | readonly Part[];

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

function write(part: Part): string {
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(write).join('');
  if (part === false || part === null || part === undefined) return '';
  return escape(String(part));
}

/** Builds markup; attribute values stand in quotes in the template. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, index) => (index === 0 ? string : write(parts[index - 1]) + string)).join(''));
