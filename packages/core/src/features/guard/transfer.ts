/** @module Forbidden terms in and out as CSV; an import can be tried first, and does everything or nothing. */
import { z } from 'zod';
import { defineAction, defineView, value } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { mark } from '../../kernel/entity.ts';
import { isLossy } from '../../kernel/text.ts';
import { Store } from '../access/index.ts';
import { readCsv, writeCsv } from '../../text/csv.ts';
import { ForbiddenTerm, termFields, termRule } from './entities.ts';
import { nextRevision } from './revision.ts';
import { MAX_TERM_ROWS, rulesOf } from './term-list.ts';
import { mayScope, NEW_TERM, pick, present, valuesOf, type TermValues } from './terms.ts';
import { guardTexts as t } from './texts.ts';

const MOST_CHARACTERS = 2_000_000;
const MOST_STORES = 1000;

const COLUMNS = [
  'rule',
  'class',
  'level',
  'name_zh',
  'name_en',
  'phrases',
  'except',
  'detectors',
  'replacement_zh',
  'replacement_en',
  'store_keys',
  'channels',
  'active',
] as const;
type Column = (typeof COLUMNS)[number];
type Values = Readonly<Partial<Record<Column, string>>>;

const problemCode = codes('TermImportProblemCode', {
  UNKNOWN_COLUMN: { en: 'There is no such column', zh: '没有这一列' },
  INVALID: { en: 'Not valid', zh: '内容无效' },
  TOO_LONG: { en: 'Too long', zh: '内容过长' },
  MISSING: { en: 'Missing', zh: '缺少内容' },
  NOT_FOUND: { en: 'Not found', zh: '未找到' },
  NOT_ALLOWED: { en: 'You may not change it', zh: '没有修改权限' },
  TWICE: { en: 'Twice in this file', zh: '文件中重复' },
  UNREADABLE: { en: 'Read in a wrong encoding; save the file as UTF-8', zh: '编码有误，请将文件另存为 UTF-8' },
});
const Problem = mark(z.object({ line: z.int(), column: z.string(), problem: problemCode }), {
  typeName: 'TermImportProblem',
});
type Problem = z.output<typeof Problem>;

const TermImport = z.object({ created: z.int(), updated: z.int(), problems: z.array(Problem), dryRun: z.boolean() });

interface Line {
  readonly line: number;
  readonly values: Values;
}

interface Plan {
  readonly rule?: string;
  readonly next?: TermValues;
  readonly isNew?: boolean;
  readonly problems: readonly Problem[];
}

const isColumn = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name);

/** The lines of a table; undefined when the text is none. */
function linesOf(text: string): { readonly lines: readonly Line[]; readonly unknown: readonly string[] } | undefined {
  const [head, ...rows] = readCsv(text) ?? [];
  const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (!names.includes('rule')) return undefined;
  const lines = rows.map(({ line, cells }) => ({
    line,
    values: Object.fromEntries(names.map((name, n) => [name, (cells[n] ?? '').trim()])) as Values,
  }));
  return { lines, unknown: names.filter((name) => name !== '' && !isColumn(name)) };
}

const list = (text: string) => [
  ...new Set(
    text
      .split(/[;;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];
const both = (zh: string | undefined, en: string | undefined, before: { zh: string; en: string } | null | undefined) =>
  zh === undefined && en === undefined ? undefined : { zh: zh ?? before?.zh ?? '', en: en ?? before?.en ?? '' };

/** What a line says, in the shape of the fields; a column that is not there says nothing. */
function saidBy(
  values: Values,
  before: Partial<TermValues>,
  storeIds: readonly string[] | undefined,
): Record<string, unknown> {
  const { class: kind, level, phrases, except, detectors, channels, active } = values;
  const replacement = both(values.replacement_zh, values.replacement_en, before.replacement);
  const said = {
    class: kind || undefined,
    level: level?.toUpperCase() || undefined,
    name: values.name_zh || values.name_en ? both(values.name_zh, values.name_en, before.name) : undefined,
    phrases: phrases === undefined ? undefined : list(phrases),
    except: except === undefined ? undefined : list(except),
    detectors: detectors === undefined ? undefined : list(detectors),
    replacement: replacement && !replacement.zh && !replacement.en ? null : replacement,
    storeIds,
    channels: channels === undefined ? undefined : list(channels),
    active:
      active === undefined || active === ''
        ? undefined
        : /^(true|yes|1|是|启用)$/i.test(active)
          ? true
          : /^(false|no|0|否|停用)$/i.test(active)
            ? false
            : active,
  };
  return Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined));
}

const COLUMN_OF: Readonly<Record<string, Column>> = {
  name: 'name_zh',
  replacement: 'replacement_zh',
  storeIds: 'store_keys',
};
const fields = z.object(termFields);

async function planOf(
  ctx: ReadContext,
  { line, values }: Line,
  storeIdByKey: ReadonlyMap<string, string>,
): Promise<Plan> {
  const failed = (column: string, problem: Problem['problem']): Plan => ({ problems: [{ line, column, problem }] });
  const lossy = Object.entries(values).filter(([, text]) => isLossy(text));
  if (lossy.length > 0) return { problems: lossy.map(([column]) => ({ line, column, problem: 'UNREADABLE' })) };
  const rule = termRule.safeParse(values.rule?.toLowerCase());
  if (!rule.success) return failed('rule', values.rule ? 'INVALID' : 'MISSING');
  const keys = values.store_keys === undefined ? undefined : list(values.store_keys);
  if (keys?.some((key) => !storeIdByKey.has(key))) return failed('store_keys', 'NOT_FOUND');
  const { row, values: before = {} } = await present(ctx, rule.data);
  const said = saidBy(
    values,
    before,
    keys?.map((key) => storeIdByKey.get(key) ?? ''),
  );
  const parsed = fields.safeParse(pick({ ...NEW_TERM, ...before, ...said } as TermValues));
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map(({ path, code }) => {
        const field = String(path[0]);
        const problem = code === 'too_big' ? 'TOO_LONG' : said[field] === undefined ? 'MISSING' : 'INVALID';
        return { line, column: COLUMN_OF[field] ?? field, problem };
      }),
    };
  const refused = (row && (await mayScope(ctx, row.storeIds))) ?? (await mayScope(ctx, parsed.data.storeIds));
  return refused
    ? failed('store_keys', 'NOT_ALLOWED')
    : { rule: rule.data, next: parsed.data, isNew: Object.keys(before).length === 0, problems: [] };
}

function twice(lines: readonly Line[]): Problem[] {
  const seen = new Set<string>();
  return lines.flatMap(({ line, values: { rule = '' } }) => {
    const again = seen.has(rule.toLowerCase());
    seen.add(rule.toLowerCase());
    return again ? [{ line, column: 'rule', problem: 'TWICE' as const }] : [];
  });
}

/** Reads rules from a table. Tried out, it says what it would do; done with problems, it does nothing. */
export const importTerms = defineAction({
  title: { en: 'Import forbidden words', zh: '导入违禁词' },
  allow: { staff: 'term.manage', system: true },
  input: z.object({ text: z.string().min(1).max(MOST_CHARACTERS), dryRun: z.boolean().default(true) }),
  output: value('TermImport', TermImport),
  check: (_ctx, { text }) => {
    const table = linesOf(text);
    if (!table) return deny('VALIDATION_FAILED', { fields: [{ path: 'text', text: t.noRuleTable }] });
    return table.lines.length > MAX_TERM_ROWS
      ? deny('LIMIT_EXCEEDED', { details: { limit: MAX_TERM_ROWS } })
      : undefined;
  },
  run: async (ctx, { text, dryRun }) => {
    const { lines = [], unknown = [] } = linesOf(text) ?? {};
    const stores = await ctx.find(Store, { limit: MOST_STORES });
    const idByKey = new Map(stores.map(({ id, key }) => [key, id]));
    const plans = await Promise.all(lines.map((line) => planOf(ctx, line, idByKey)));
    const problems = [
      ...unknown.map((column) => ({ line: 1, column, problem: 'UNKNOWN_COLUMN' as const })),
      ...plans.flatMap((plan) => plan.problems),
      ...twice(lines),
    ];
    if (problems.length > 0 && !dryRun) return { created: 0, updated: 0, problems, dryRun };
    const good = plans.filter(({ next }) => next);
    if (!dryRun) {
      for (const { rule = '', next } of good) {
        const row = await ctx.first(ForbiddenTerm, { rule });
        if (row) ctx.update(ForbiddenTerm, row, next as TermValues);
        else ctx.insert(ForbiddenTerm, { rule, ...(next as TermValues) });
      }
      if (good.length > 0) await nextRevision(ctx, 'TERMS');
    }
    const created = good.filter(({ isNew }) => isNew).length;
    return { created, updated: good.length - created, problems, dryRun };
  },
});

/** Every rule in force as a table, to be edited elsewhere and imported again. */
export const exportTerms = defineView({
  title: { en: 'Export forbidden words', zh: '导出违禁词' },
  allow: { staff: 'term.read' },
  input: z.object({}),
  output: value('TermExport', z.object({ text: z.string(), count: z.int() })),
  run: async (ctx) => {
    const [rows, stores] = await Promise.all([
      ctx.find(ForbiddenTerm, { order: [['rule', 'asc']], limit: MAX_TERM_ROWS }),
      ctx.find(Store, { limit: MOST_STORES }),
    ]);
    const keys = new Map(stores.map(({ id, key }) => [id, key]));
    const byRule = new Map(rows.map((row) => [row.rule, row]));
    const rules = rulesOf(rows);
    const table = rules.map((rule) => {
      const {
        class: kind,
        name,
        level,
        phrases,
        except,
        detectors,
        replacement,
        storeIds,
        channels,
        active,
      } = byRule.get(rule.id) ?? valuesOf(rule);
      const cells: Record<Column, string> = {
        rule: rule.id,
        class: kind,
        level,
        name_zh: name.zh,
        name_en: name.en,
        phrases: phrases.join('; '),
        except: except.join('; '),
        detectors: detectors.join('; '),
        replacement_zh: replacement?.zh ?? '',
        replacement_en: replacement?.en ?? '',
        store_keys: storeIds.map((id) => keys.get(id) ?? id).join('; '),
        channels: channels.join('; '),
        active: String(active),
      };
      return COLUMNS.map((column) => cells[column]);
    });
    return { text: writeCsv([COLUMNS, ...table]), count: rules.length };
  },
});
