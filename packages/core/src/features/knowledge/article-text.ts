/**
 * @module Articles as text that people edit elsewhere: CSV with one column per field, or Markdown with the fields
 * between two lines of dashes and the text of each language behind `<!-- zh -->` and `<!-- en -->`.
 */
import { readCsv, writeCsv } from '../../text/csv.ts';
import type { ArticleRow } from './article.ts';

export type TextFormat = 'CSV' | 'MARKDOWN';

export const COLUMNS = [
  'id',
  'category',
  'audience',
  'store_key',
  'title_zh',
  'title_en',
  'body_zh',
  'body_en',
  'keywords',
  'synonyms',
  'source',
  'effective_from',
  'effective_to',
  'review_every_days',
] as const;
export type Column = (typeof COLUMNS)[number];

/** One article as text; what is absent was not said. */
export interface TextRecord {
  readonly line: number;
  readonly values: Readonly<Partial<Record<Column, string>>>;
  readonly unknown: readonly string[];
}

const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name);

function recordOf(line: number, entries: readonly (readonly [string, string])[]): TextRecord {
  const named = entries.map(([name, value]) => [name.trim().toLowerCase(), value.trim()] as const);
  const values = Object.fromEntries(named.filter(([name]) => isColumn(name)));
  return { line, values, unknown: named.map(([name]) => name).filter((name) => name !== '' && !isColumn(name)) };
}

/** Reads articles; undefined when the text is not of the format at all. */
export function readArticles(text: string, format: TextFormat): TextRecord[] | undefined {
  return format === 'CSV' ? fromCsv(text) : fromMarkdown(text);
}

function fromCsv(text: string): TextRecord[] | undefined {
  const [head, ...rows] = readCsv(text) ?? [];
  if (!head || !head.cells.some((name) => isColumn(name.trim().toLowerCase()))) return undefined;
  return rows.map(({ line, cells }) => {
    const beyond = cells
      .slice(head.cells.length)
      .filter((value) => value.trim() !== '')
      .map((_, n) => [`column ${head.cells.length + n + 1}`, ''] as const);
    return recordOf(line, [...head.cells.map((name, n) => [name, cells[n] ?? ''] as const), ...beyond]);
  });
}

const FIELD = /^([a-z_]+):(.*)$/;
/** Three dashes would begin the next article; four draw the same line. */
const RULE = /^---$/gm;
const LANGUAGE = /^<!--\s*(zh|en)\s*-->$/;

function fromMarkdown(text: string): TextRecord[] | undefined {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const isStart = (at: number) =>
    lines[at] === '---' && isColumn(FIELD.exec(lines[at + 1] ?? '')?.[1] ?? '') && lines.indexOf('---', at + 1) > 0;
  const records: TextRecord[] = [];
  let at = lines.findIndex((line) => line.trim() !== '');
  while (at >= 0 && at < lines.length) {
    if (!isStart(at)) return undefined;
    const end = lines.indexOf('---', at + 1);
    const fields = lines
      .slice(at + 1, end)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [, name = line, value = ''] = FIELD.exec(line) ?? [];
        return [name, value] as const;
      });
    let next = end + 1;
    const bodies: Record<string, string[]> = {};
    for (let language = ''; next < lines.length && !isStart(next); next += 1) {
      const line = lines[next] ?? '';
      const marked = LANGUAGE.exec(line.trim())?.[1];
      if (marked) language = marked;
      else if (language || line.trim() !== '') (bodies[language || 'zh'] ??= []).push(line);
    }
    records.push(
      recordOf(at + 1, [
        ...fields,
        ...Object.entries(bodies).map(([language, said]) => [`body_${language}`, said.join('\n')] as const),
      ]),
    );
    at = next;
  }
  return records.length > 0 ? records : undefined;
}

/** The columns of an article. */
export function columnsOf(row: ArticleRow, storeKey: string): Record<Column, string> {
  return {
    id: row.id,
    category: row.category,
    audience: row.audience,
    store_key: storeKey,
    title_zh: row.title.zh,
    title_en: row.title.en,
    body_zh: row.body.zh,
    body_en: row.body.en,
    keywords: row.keywords.join('; '),
    synonyms: row.synonyms.join('; '),
    source: row.source,
    effective_from: row.effectiveFrom ?? '',
    effective_to: row.effectiveTo ?? '',
    review_every_days: String(row.reviewEveryDays),
  };
}

/** Writes articles so that {@link readArticles} reads the same. */
export function writeArticles(articles: readonly Record<Column, string>[], format: TextFormat): string {
  if (format === 'CSV')
    return writeCsv([COLUMNS, ...articles.map((article) => COLUMNS.map((column) => article[column]))]);
  return articles.map(markdownOf).join('\n');
}

function markdownOf(article: Record<Column, string>): string {
  const fields = COLUMNS.filter((column) => !column.startsWith('body_') && article[column] !== '').map(
    (column) => `${column}: ${article[column].replace(/\s+/g, ' ')}`,
  );
  const bodies = (['zh', 'en'] as const)
    .filter((language) => article[`body_${language}`] !== '')
    .map((language) => `<!-- ${language} -->\n${article[`body_${language}`].replace(RULE, '----')}\n`);
  return `---\n${fields.join('\n')}\n---\n${bodies.join('')}`;
}
