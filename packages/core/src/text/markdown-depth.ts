/**
 * @module How deeply Markdown is nested. A parser calls itself for every block quote and every list within another, so
 * that a short text can exhaust the stack of whoever opens it.
 */

/** Deepest nesting of block quotes and lists in a text that is saved; what people write needs fewer than 8. */
export const MAX_MARKDOWN_DEPTH = 20;
/** What a person is told about a text that {@link isTooDeepMarkdown}. */

/** The mark of a quote or of a list's item, with the space before it. */
const MARK = /([ \t]*)(>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;
/** A drawn line, which is made of the marks of lists: `* * *`. */
const RULE = /[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/y;
const TAB = 4;

interface Open {
  readonly column: number;
  readonly isQuote: boolean;
}

const widthOf = (space: string): number =>
  Array.from(space).reduce((width, sign) => width + (sign === '\t' ? TAB : 1), 0);

/** Opens and closes the levels that a line's marks say; answers whether there are more than `most`. */
function follow(line: string, open: Open[], most: number): boolean {
  let column = 0;
  for (let at = 0; ; at = MARK.lastIndex) {
    [MARK.lastIndex, RULE.lastIndex] = [at, at];
    const mark = RULE.test(line) ? null : MARK.exec(line);
    if (!mark) return false;
    const [, space = '', sign = ''] = mark;
    column += widthOf(space);
    const isQuote = sign === '>';
    // Every line of a quote begins with its mark, and what stands in the quote goes on.
    if (!(isQuote && open.some((level) => level.isQuote && level.column === column))) {
      while ((open.at(-1)?.column ?? -1) >= column) open.pop();
      open.push({ column, isQuote });
    }
    column += sign.length;
    if (open.length > most) return true;
  }
}

/**
 * Whether a text has more than `most` block quotes and lists within each other, on one line or by their indentation.
 */
export function isTooDeepMarkdown(text: string, most = MAX_MARKDOWN_DEPTH): boolean {
  const open: Open[] = [];
  return text.split(/\r\n?|\n/).some((line) => follow(line, open, most));
}
