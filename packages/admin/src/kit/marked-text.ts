/**
 * @module A text with marks: what may not be said, and what is still to be filled in.
 */
import { css, html, type TemplateResult } from 'lit';

export interface TextMark {
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'block' | 'warn' | 'log' | 'open';
}

/** The text as pieces; of marks that overlap the first one wins. */
export function markedText(text: string, marks: readonly TextMark[]): TemplateResult {
  const pieces: (string | TemplateResult)[] = [];
  let at = 0;
  for (const { start, end, kind } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue;
    pieces.push(text.slice(at, start), html`<mark class=${kind}>${text.slice(start, end)}</mark>`);
    at = end;
  }
  // A line break at the very end takes no room of its own in a block.
  return html`${pieces}${text.slice(at)}${text.endsWith('\n') ? ' ' : ''}`;
}

const BRACED = /\{\{?\s*([\p{L}_][\p{L}\p{N}_]{0,39})\s*\}\}?/gu;

/** Where the names in braces stand. */
export const openMarks = (text: string, names: readonly string[]): TextMark[] =>
  [...text.matchAll(BRACED)]
    .filter(([, name = '']) => names.includes(name))
    .map(({ 0: whole, index }) => ({ start: index, end: index + whole.length, kind: 'open' }));

export const markedStyle = css`
  mark {
    border-radius: 0.1875rem;
    background: none;
    color: inherit;
    text-decoration: underline 2px;
    text-underline-offset: 0.1875rem;
  }
  mark.block {
    background: var(--danger-soft);
    text-decoration-color: var(--danger);
    text-decoration-style: solid;
  }
  mark.warn {
    background: var(--warn-soft);
    text-decoration-color: var(--warn);
    text-decoration-style: wavy;
    text-decoration-thickness: 1px;
  }
  mark.log {
    text-decoration-color: var(--ink-3);
    text-decoration-style: dotted;
  }
  mark.open {
    background: var(--info-soft);
    text-decoration-color: var(--info);
    text-decoration-style: dashed;
  }
`;
