import { describe, expect, test } from 'vitest';
import { isTooDeepMarkdown, MAX_MARKDOWN_DEPTH } from './markdown-depth.ts';

const most = MAX_MARKDOWN_DEPTH;
const indented = (levels: number, mark: string, step: number, before = '') =>
  Array.from({ length: levels }, (_, level) => `${before}${' '.repeat(level * step)}${mark} item`).join('\n');

/** Texts by the number of their levels. */
const NESTINGS: readonly (readonly [string, (levels: number) => string])[] = [
  ['quotes', (levels) => `${'>'.repeat(levels)} a`],
  ['quotes with spaces', (levels) => `${'> '.repeat(levels)}a`],
  ['lists on one line', (levels) => `${'- '.repeat(levels)}a`],
  ['numbered lists on one line', (levels) => `${'1. '.repeat(levels)}a`],
  ['lists and quotes in turn', (levels) => '> * '.repeat(levels).slice(0, levels * 2) + 'a'],
  ['lists by indentation', (levels) => indented(levels, '-', 2)],
  ['numbered lists by indentation', (levels) => indented(levels, '1)', 3)],
  ['lists by indentation in a quote', (levels) => indented(levels - 1, '+', 2, '> ')],
  [
    'lists by tabs',
    (levels) => Array.from({ length: levels }, (_, level) => `${'\t'.repeat(level)}* item`).join('\r\n'),
  ],
  [
    'quotes that begin one line after the other',
    (levels) => Array.from({ length: levels }, (_, level) => `${'>'.repeat(level + 1)} a`).join('\n'),
  ],
];

describe('Markdown', () => {
  test.each(NESTINGS)(`of %s may have ${most} levels, and not one more`, (_, nested) => {
    expect([
      isTooDeepMarkdown(nested(most)),
      isTooDeepMarkdown(nested(most + 1)),
      isTooDeepMarkdown(nested(4000)),
    ]).toEqual([false, true, true]);
  });

  test.each([
    ['drawn lines', '* * * '.repeat(30) + '\n' + '- '.repeat(100) + '\n' + '_ '.repeat(50)],
    ['one long quote', '> a\n'.repeat(500)],
    ['a long list with two levels', '- a\n  - b\n  - c\n\n'.repeat(500)],
    ['a long list in a quote', '> - a\n>   - b\n'.repeat(500)],
    ['emphasis, negative numbers and comparisons', '**bold** *a* -1 - 2 > 3\n**b**\n-1\n+86 571\n1.5 x\n'.repeat(100)],
    ['a table', '| - | > |\n|---|---|\n'.repeat(100)],
    ['nothing', ''],
  ])('with %s is nested as people write', (_, text) => {
    expect(isTooDeepMarkdown(text)).toBe(false);
  });
});
