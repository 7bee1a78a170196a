/** @module Articles in and out as CSV or Markdown; an import can be tried first, and does everything or nothing. */
import { z } from 'zod';
import { defineAction, defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { mark } from '../../kernel/entity.ts';
import { isLossy } from '../../kernel/text.ts';
import { Store } from '../access/index.ts';
import {
  articleDefaults,
  insertArticle,
  mayPlace,
  mayRewrite,
  problemOf,
  rewrite,
  type ArticleContent,
  type ArticleRow,
} from './article.ts';
import { columnsOf, readArticles, writeArticles, type Column, type TextRecord } from './article-text.ts';
import { Article, articleFields } from './entities.ts';
import { knowledgeTexts as t, TOO_DEEP_MARKDOWN } from './texts.ts';
import type { FieldProblem } from '../../kernel/denial.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { readInput } from '../../kernel/problems.ts';
import type { DeclaredText } from '../../kernel/said.ts';

const MOST_ARTICLES = 500;
const MOST_CHARACTERS = 2_000_000;
const format = codes('ArticleTextFormat', {
  CSV: { en: 'CSV (table)', zh: 'CSV（表格）' },
  MARKDOWN: { en: 'Markdown', zh: 'Markdown' },
});

const problemCode = codes('ArticleImportProblemCode', {
  UNKNOWN_COLUMN: { en: 'There is no such column', zh: '没有这一列' },
  UNKNOWN_VALUE: { en: 'There is no such value', zh: '没有这个取值' },
  TOO_LONG: { en: 'Too long', zh: '内容过长' },
  MISSING: { en: 'Missing', zh: '缺少内容' },
  INVALID: { en: 'Not valid', zh: '内容无效' },
  NOT_FOUND: { en: 'Not found', zh: '未找到' },
  NOT_ALLOWED: { en: 'You may not change it', zh: '没有修改权限' },
  TWICE: { en: 'Twice in this file', zh: '文件中重复' },
  UNREADABLE: { en: 'Read in a wrong encoding; save the file as UTF-8', zh: '编码有误，请将文件另存为 UTF-8' },
  TOO_DEEP: { en: 'Quotes and lists are nested too deeply', zh: '引用和列表嵌套过深' },
});
const Problem = mark(z.object({ line: z.int(), column: z.string(), problem: problemCode }), {
  typeName: 'ArticleImportProblem',
});
type Problem = z.output<typeof Problem>;

const ArticleImport = z.object({ created: z.int(), updated: z.int(), problems: z.array(Problem), dryRun: z.boolean() });

const FIELDS: Readonly<Partial<Record<Column, keyof ArticleContent>>> = {
  category: 'category',
  audience: 'audience',
  source: 'source',
  keywords: 'keywords',
  synonyms: 'synonyms',
  review_every_days: 'reviewEveryDays',
  effective_from: 'effectiveFrom',
  effective_to: 'effectiveTo',
};
const COLUMN_OF: Readonly<Record<string, Column>> = {
  ...Object.fromEntries(Object.entries(FIELDS).map(([column, field]) => [field, column])),
  title: 'title_zh',
  body: 'body_zh',
  storeId: 'store_key',
};
const WORDS = /[;;\n]/;
const newArticle = z.object({ ...articleFields, ...articleDefaults });
const change = z.object(articleFields).partial();

/** A planned row: what is to be written, or why it cannot be. */
interface Plan {
  readonly existing?: ArticleRow;
  readonly content?: Partial<ArticleContent>;
  readonly problems: readonly Problem[];
}

function valueFor(column: Column, text: string): unknown {
  if (column === 'keywords' || column === 'synonyms')
    return text
      .split(WORDS)
      .map((word) => word.trim())
      .filter(Boolean);
  if (column === 'review_every_days') return text === '' ? undefined : Number(text);
  if (column === 'effective_from' || column === 'effective_to') return text === '' ? null : text;
  return text === '' && column !== 'source' ? undefined : text;
}

/** What a record says, in the shape of the fields; of a language that is not named nothing is said. */
function saidBy({ values }: TextRecord, existing: ArticleRow | undefined): Record<string, unknown> {
  const plain = Object.entries(FIELDS).flatMap(([column, field]) => {
    const text = values[column as Column];
    const said = text === undefined ? undefined : valueFor(column as Column, text);
    return said === undefined ? [] : [[field, said] as const];
  });
  const both = (name: 'title' | 'body') => ({
    zh: values[`${name}_zh`] ?? existing?.[name].zh ?? '',
    en: values[`${name}_en`] ?? existing?.[name].en ?? '',
  });
  return { ...Object.fromEntries(plain), title: both('title'), body: both('body') };
}

const TOO_LONG: readonly DeclaredText[] = [
  ownTexts.atMost.text,
  ownTexts.atMostCharacters.text,
  ownTexts.atMostItems.text,
];

function kindOf({ text: { text } }: FieldProblem): Problem['problem'] {
  if (text === TOO_DEEP_MARKDOWN.text) return 'TOO_DEEP';
  if (TOO_LONG.includes(text)) return 'TOO_LONG';
  return text === ownTexts.notAChoice.text ? 'UNKNOWN_VALUE' : 'INVALID';
}

function columnAt(path: string): string {
  const [field = '', language = 'zh'] = path.split('.');
  return field === 'title' || field === 'body' ? `${field}_${language}` : (COLUMN_OF[field] ?? field);
}

async function planOf(ctx: ReadContext, record: TextRecord): Promise<Plan> {
  const { line, values, unknown } = record;
  const failed = (column: string, problem: Problem['problem']): Plan => ({ problems: [{ line, column, problem }] });
  if (unknown.length > 0) return { problems: unknown.map((column) => ({ line, column, problem: 'UNKNOWN_COLUMN' })) };
  const lossy = Object.entries(values).filter(([, text]) => isLossy(text));
  if (lossy.length > 0) return { problems: lossy.map(([column]) => ({ line, column, problem: 'UNREADABLE' })) };
  const existing = values.id ? await ctx.maybe(Article, values.id) : undefined;
  if (values.id && !existing) return failed('id', 'NOT_FOUND');
  const store = values.store_key ? await ctx.first(Store, { key: values.store_key }) : undefined;
  if (values.store_key && !store) return failed('store_key', 'NOT_FOUND');
  const place = values.store_key === undefined ? {} : { storeId: store?.id ?? null };
  const read = readInput<unknown>(existing ? change : newArticle, { ...saidBy(record, existing), ...place });
  if ('problems' in read)
    return {
      problems: read.problems.map((wrong) => ({ line, column: columnAt(wrong.path), problem: kindOf(wrong) })),
    };
  const content = read.data as Partial<ArticleContent>;
  const denial = existing
    ? await mayRewrite(ctx, existing, content)
    : (problemOf(content as ArticleContent) ?? (await mayPlace(ctx, content.storeId ?? null)));
  if (denial?.code === 'VALIDATION_FAILED')
    return failed(COLUMN_OF[denial.fields?.[0]?.path ?? ''] ?? 'effective_to', 'MISSING');
  return denial ? failed('id', 'NOT_ALLOWED') : { content, problems: [], ...(existing ? { existing } : {}) };
}

/** The same article twice would be written twice in one commit. */
function twice(records: readonly TextRecord[]): Problem[] {
  const seen = new Set<string>();
  return records.flatMap(({ line, values: { id } }) => {
    const again = id !== undefined && id !== '' && seen.has(id);
    seen.add(id ?? '');
    return again ? [{ line, column: 'id', problem: 'TWICE' as const }] : [];
  });
}

/** Reads articles from text into drafts. Tried out, it says what it would do; done with problems, it does nothing. */
export const importArticles = defineAction({
  title: { en: 'Import articles', zh: '导入文章' },
  allow: { staff: 'article.publish', system: true },
  input: z.object({ format, text: z.string().min(1).max(MOST_CHARACTERS), dryRun: z.boolean().default(true) }),
  output: value('ArticleImport', ArticleImport),
  check: (_ctx, { format: kind, text }) => {
    const records = readArticles(text, kind);
    if (!records) return deny('VALIDATION_FAILED', { fields: [{ path: 'text', text: t.otherFormat }] });
    return records.length > MOST_ARTICLES ? deny('LIMIT_EXCEEDED', { details: { limit: MOST_ARTICLES } }) : undefined;
  },
  run: async (ctx, { format: kind, text, dryRun }) => {
    const records = readArticles(text, kind) ?? [];
    const plans = await Promise.all(records.map((record) => planOf(ctx, record)));
    const problems = [...plans.flatMap((plan) => plan.problems), ...twice(records)];
    if (problems.length > 0 && !dryRun) return { created: 0, updated: 0, problems, dryRun };
    const good = plans.filter(({ content }) => content);
    if (!dryRun)
      for (const { existing, content = {} } of good)
        if (existing) await rewrite(ctx, existing, content);
        else insertArticle(ctx, content as ArticleContent);
    const updated = good.filter(({ existing }) => existing).length;
    return { created: good.length - updated, updated, problems, dryRun };
  },
});

/** Articles as text, to be edited elsewhere and imported again. */
export const exportArticles = defineView({
  title: { en: 'Export articles', zh: '导出文章' },
  allow: { staff: 'article.read' },
  input: z.object({
    format,
    category: articleFields.category.optional(),
    after: z.string().optional(),
    first: z.int().min(1).max(MOST_ARTICLES).default(MOST_ARTICLES),
  }),
  output: value('ArticleExport', z.object({ text: z.string(), count: z.int(), endCursor: z.string().nullable() })),
  run: async (ctx, { format: kind, category, after, first }) => {
    const where = { state: { ne: 'ARCHIVED' }, ...(category ? { category } : {}) };
    const rows = await ctx.find(Article, { where, limit: first, ...(after ? { after: [after] } : {}) });
    const stores = await ctx.find(Store, { limit: 1000 });
    const keys = new Map(stores.map(({ id, key }) => [id, key]));
    const text = writeArticles(
      rows.map((row) => columnsOf(row, keys.get(row.storeId ?? '') ?? '')),
      kind,
    );
    return { text, count: rows.length, endCursor: rows.length === first ? (rows.at(-1)?.id ?? null) : null };
  },
});
