/** @module What is shown of forms beside their rows: the comparison before publishing, a row as a form, a table. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { instant, named, personalRecord, ref } from '../../kernel/entity.ts';
import { readRecord } from '../../kernel/personal.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { codeWord } from '../../kernel/codes.ts';
import type { Said } from '../../kernel/said.ts';
import { writeCsv, type CsvCell } from '../../text/csv.ts';
import { formatStoreTime } from '../../policies/zoned-day.ts';
import { LocalText, Store, textLanguage, User } from '../access/index.ts';
import { recordState } from './codes.ts';
import { Form, FormFile, FormRecord, FormSignature, FormVersion } from './entities.ts';
import { FormChangeSeen, seenChange } from './move.ts';
import {
  fieldsOf,
  isBlank,
  moveValues,
  tableOf,
  type FormDefinition,
  type FormField,
  type FormValues,
} from './model/index.ts';
import { findSubject, FormSubject, formSubjects } from './subjects.ts';
import { formTexts as t } from './texts.ts';
import { definitionOf, differenceOf, publishedOf, type FormRow, type RecordRow } from './versions.ts';

const json = z.record(z.string(), z.json());
const sentence = (said: Said): z.output<typeof LocalText> => {
  const fill = (text: string) =>
    text.replace(/\{(\w+)[^}]*\}/g, (_whole, name: string) => String(said.params?.[name] ?? ''));
  return { en: fill(said.text.en), zh: fill(said.text.zh) };
};

/** What publishing the draft of a form would do; its fingerprint says so to `publishForm`. */
export const compareForm = defineView({
  title: { en: 'What the draft changes', zh: '草稿与现行版本对比' },
  allow: { staff: 'form.design' },
  tenantWide: true,
  input: z.object({ id: ref('Form') }),
  output: value(
    'FormComparison',
    z.object({
      problems: z.array(named('FormDraftProblem', z.object({ path: z.string(), text: LocalText }))),
      changes: z.array(FormChangeSeen),
      /** Records that are not finished; they keep the version that they have. */
      openRecords: z.int(),
      fingerprint: z.string(),
    }),
  ),
  run: async (ctx, { id }) => {
    const { problems, changes, openRecords, fingerprint } = await differenceOf(ctx, await ctx.get(Form, id));
    return {
      problems: problems.map(({ path, text }) => ({ path, text: sentence(text) })),
      changes: changes.map(seenChange),
      openRecords,
      fingerprint,
    };
  },
});

/** The kinds of subjects of this desk, for pages that offer forms of a row. */
export const formSubjectKinds = defineView({
  title: { en: 'What forms hang on', zh: '表单关联对象' },
  allow: { staff: 'form.read' },
  input: z.object({}),
  output: value(
    'FormSubjectKinds',
    z.object({
      kinds: z.array(
        named(
          'FormSubjectKind',
          z.object({ kind: memberOf(FormSubject), entity: z.string().nullable(), prints: z.array(z.string()) }),
        ),
      ),
    }),
  ),
  run: async (ctx) => ({
    kinds: (await ctx.ask(formSubjects, {})).flat().map(({ code, entity = null, prints = [] }) => ({
      kind: code,
      entity,
      prints: [...prints],
    })),
  }),
});

const Sheet = z.object({
  code: z.string(),
  title: LocalText,
  versionNumber: z.int(),
  /** What people call the subject. */
  label: z.string(),
  store: z.string(),
  timeZone: z.string(),
  definition: json,
  values: personalRecord(json),
  /** What people and files are called whose ids stand in the values. */
  names: z.record(z.string(), z.string()),
});

/** A row of another feature as one of its forms, to be printed: what the row knows, in the version in use. */
export const formOfSubject = defineView({
  title: { en: 'A row as a form', zh: '以表单形式打印' },
  allow: { staff: 'form.read' },
  input: z.object({
    code: z.string().max(40),
    storeId: ref('Store'),
    kind: memberOf(FormSubject),
    id: z.string().max(200),
  }),
  output: value('FormSheet', Sheet),
  run: async (ctx, { code, storeId, kind, id }) => {
    const store = await ctx.get(Store, storeId);
    const subject = await findSubject(ctx, { kind, id, storeId });
    const form = await ctx.first(Form, { code });
    const version = form && (await publishedOf(ctx, form));
    if (!subject || !version || !subject.kind.prints?.includes(code)) return refuse('NOT_FOUND');
    const definition = definitionOf(version);
    const { values } = moveValues(definition, subject.facts ?? {});
    return {
      code,
      title: { ...version.title },
      versionNumber: version.number,
      label: subject.label,
      store: store.name,
      timeZone: store.timeZone,
      definition: version.definition,
      values: values as z.output<typeof json>,
      names: await namesIn(ctx, [{ definition, values }]),
    };
  },
});

/** The names of people and files in values. */
async function namesIn(
  ctx: ReadContext,
  records: readonly { readonly definition: FormDefinition; readonly values: FormValues }[],
): Promise<Record<string, string>> {
  const people = new Set<string>();
  const files = new Set<string>();
  const look = (fields: readonly FormField[], values: FormValues) => {
    for (const { id, type, columns = [] } of fields) {
      const held = values[id];
      if (isBlank(held)) continue;
      if (type === 'PERSON') people.add(String(held));
      if (type === 'EVIDENCE' && Array.isArray(held)) for (const file of held) files.add(String(file));
      if (type === 'ROWS' && Array.isArray(held)) for (const row of held) look(columns, row as FormValues);
    }
  };
  for (const { definition, values } of records) look(fieldsOf(definition), values);
  const found = [
    ...(await inParts([...people], (ids) => ctx.find(User, { where: { id: { in: ids } }, limit: ids.length }))),
    ...(await inParts([...files], (ids) => ctx.find(FormFile, { where: { id: { in: ids } }, limit: ids.length }))),
  ];
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}

const PART = 50;
async function inParts<R>(ids: readonly string[], find: (ids: string[]) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (let at = 0; at < ids.length; at += PART) found.push(...(await find(ids.slice(at, at + PART))));
  return found;
}

/** Records of one export, at most. */
export const MOST_EXPORTED = 1000;

const HEAD = {
  en: ['Number', 'Store', 'State', 'Subject', 'Version', 'Begun (time of the store)', 'Submitted (time of the store)'],
  zh: ['编号', '店铺', '状态', '关联对象', '版本', '创建时间（店铺时区）', '提交时间（店铺时区）'],
} as const;

/**
 * The records of a form as a table, titles first: each read with its own version, the columns joined by the ids of
 * fields. The text is CSV with a byte order mark, whose cells no spreadsheet runs as a formula.
 */
export const formTable = defineView({
  title: { en: 'Records of a form as a table', zh: '导出表单记录' },
  allow: { staff: 'form.export' },
  input: z.object({
    formId: ref('Form'),
    storeId: ref('Store').optional(),
    state: recordState.optional(),
    from: instant().optional(),
    to: instant().optional(),
    language: textLanguage.default('zh'),
  }),
  output: value(
    'FormTable',
    z.object({
      name: z.string(),
      count: z.int(),
      /** Each row a list of cells: a text, a number, or null. */
      rows: z.array(z.json()),
      csv: z.string(),
    }),
  ),
  run: async (ctx, { formId, storeId, state, from, to, language }) => {
    const form = await ctx.get(Form, formId);
    const records = await ctx.find(FormRecord, {
      where: [
        { formId, ...(storeId ? { storeId } : {}), ...(state ? { state } : {}) },
        ...(from ? [{ createdAt: { gte: from } }] : []),
        ...(to ? [{ createdAt: { lt: to } }] : []),
      ],
      order: [['createdAt', 'asc']],
      limit: MOST_EXPORTED + 1,
    });
    if (records.length > MOST_EXPORTED)
      return refuse(
        deny('LIMIT_EXCEEDED', { text: t.tooManyRecords({ limit: MOST_EXPORTED }), details: { limit: MOST_EXPORTED } }),
      );
    const cells = await tableOfRecords(ctx, form, records, language);
    return {
      name: `${form.code}-${form.title[language]}`.replace(/[\\/:*?"<>|\s]+/g, '-'),
      count: records.length,
      rows: cells.map((row) => row.map(plain)),
      csv: writeCsv(cells),
    };
  },
});

const plain = (cell: CsvCell): string | number | null => {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'decimal' in cell ? cell.decimal : cell.code;
};

async function tableOfRecords(
  ctx: ReadContext,
  form: FormRow,
  records: readonly RecordRow[],
  language: 'en' | 'zh',
): Promise<CsvCell[][]> {
  const versions = await ctx.find(FormVersion, {
    where: { formId: form.id },
    order: [['number', 'desc']],
    limit: 1000,
  });
  const byId = new Map(versions.map((version) => [version.id, definitionOf(version)]));
  const stores = new Map((await ctx.all(Store)).map((store) => [store.id, store]));
  const ids = records.map(({ id }) => id);
  const signatures = await inParts(ids, (part) =>
    ctx.all(FormSignature, { where: { recordId: { in: part }, state: 'VALID' } }),
  );
  const shown = records.flatMap((record) => {
    const definition = byId.get(record.formVersionId);
    return definition ? [{ record, definition, values: readRecord(record.values, ctx.actor) as FormValues }] : [];
  });
  const names = await namesIn(ctx, shown);
  const zoneOf = ({ storeId }: RecordRow) => stores.get(storeId)?.timeZone ?? 'UTC';
  const time = (record: RecordRow, at: string | null) => (at ? formatStoreTime(Date.parse(at), zoneOf(record)) : null);
  const newest = versions[0] ? definitionOf(versions[0]) : { title: form.title, steps: [] };
  return tableOf(
    newest,
    shown.map(({ record, definition, values }) => ({
      definition,
      values,
      timeZone: zoneOf(record),
      head: [
        { code: record.number },
        stores.get(record.storeId)?.name ?? '',
        codeWord(recordState, record.state)[language],
        record.subjectLabel,
        record.versionNumber,
        time(record, record.createdAt),
        time(record, record.submittedAt),
      ],
      signed: Object.fromEntries(
        signatures
          .filter(({ recordId }) => recordId === record.id)
          .map(({ fieldId, name, at }) => [fieldId, `${name} ${time(record, at)}`]),
      ),
    })),
    { head: HEAD[language], language, nameOf: (id) => names[id] ?? id },
  );
}
