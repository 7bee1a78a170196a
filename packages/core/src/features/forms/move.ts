/** @module Moving a record up to the version in use: shown before it is done, and done only as it was shown. */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { named, ref } from '../../kernel/entity.ts';
import { readRecord } from '../../kernel/personal.ts';
import { LocalText } from '../access/index.ts';
import { formChangeCode } from './codes.ts';
import { Form, FormRecord } from './entities.ts';
import { compareForms, fieldsOf, loses, moveValues, textOf, type FormChange } from './model/index.ts';
import { versionOf } from './record.ts';
import { formTexts as t } from './texts.ts';
import { asJson, definitionOf, publishedOf, type RecordRow } from './versions.ts';

export const FormChangeSeen = named(
  'FormChange',
  z.object({
    code: formChangeCode,
    field: z.string(),
    title: LocalText,
    options: z.array(LocalText),
    loses: z.boolean(),
  }),
);

export const seenChange = (change: FormChange): z.output<typeof FormChangeSeen> => ({
  code: change.code,
  field: change.field,
  title: { ...change.title },
  options: (change.options ?? []).map((option) => ({ ...option })),
  loses: loses(change),
});

async function moveOf(ctx: ReadContext, row: RecordRow) {
  const form = await ctx.get(Form, row.formId);
  const [was, is] = [await versionOf(ctx, row), await publishedOf(ctx, form)];
  if (!is || is.id === was.id) return undefined;
  const [before, after] = [definitionOf(was), definitionOf(is)];
  const move = moveValues(after, row.values);
  return {
    ...move,
    before,
    after,
    version: is,
    changes: compareForms(before, after),
    // The row’s own version goes on with every value that is saved.
    fingerprint: `${is.id}@${row.version}`,
  };
}

/** What would become of a record in the version in use. */
export const previewFormMove = defineView({
  title: { en: 'What a newer version would change', zh: '升级版本预览' },
  allow: { staff: 'form.read' },
  input: z.object({ id: ref('FormRecord') }),
  output: value(
    'FormMovePreview',
    z.object({
      /** Null: the record has the version in use. */
      versionNumber: z.int().nullable(),
      changes: z.array(FormChangeSeen),
      lost: z.array(named('FormLostValue', z.object({ field: z.string(), title: LocalText, text: z.string() }))),
      missing: z.array(named('FormMissingField', z.object({ field: z.string(), title: LocalText }))),
      fingerprint: z.string(),
    }),
  ),
  run: async (ctx, { id }) => {
    const row = await ctx.get(FormRecord, id);
    const move = await moveOf(ctx, row);
    if (!move) return { versionNumber: null, changes: [], lost: [], missing: [], fingerprint: '' };
    const seen = readRecord(row.values, ctx.actor) as RecordRow['values'];
    const [old, fresh] = [fieldsOf(move.before), fieldsOf(move.after)];
    const reader = { language: 'en' as const, timeZone: 'UTC', nameOf: (one: string) => one };
    const titleIn = (fields: typeof old, one: string) => ({
      ...(fields.find((field) => field.id === one.split('.')[0])?.title ?? { en: one, zh: one }),
    });
    return {
      versionNumber: move.version.number,
      changes: move.changes.map(seenChange),
      lost: move.lost.map((one) => {
        const field = old.find((known) => known.id === one);
        return { field: one, title: titleIn(old, one), text: field ? textOf(field, seen[one], reader) : '' };
      }),
      missing: move.missing.map((one) => ({ field: one, title: titleIn(fresh, one) })),
      fingerprint: move.fingerprint,
    };
  },
});

/** Takes a record that is being filled in to the version in use, as `previewFormMove` has shown it. */
export const moveFormRecord = defineAction({
  title: { en: 'Move to the latest version', zh: '升级到最新版本' },
  allow: { staff: 'form.fill' },
  on: FormRecord,
  event: 'submit',
  stays: true,
  manner: 'grave',
  about: {
    en: 'Values that the latest version does not take are lost.',
    zh: '最新版本不接受的内容将丢失。',
  },
  input: z.object({ fingerprint: z.string().min(1).max(100) }),
  output: one(FormRecord),
  when: async (ctx, row) => {
    const { publishedId } = await ctx.get(Form, row.formId);
    return publishedId && publishedId !== row.formVersionId ? undefined : deny('DUPLICATE', { text: t.upToDate });
  },
  check: async (ctx, row, { fingerprint }) => {
    const move = await moveOf(ctx, row);
    return move?.fingerprint === fingerprint ? undefined : deny('CONFLICT', { text: t.changedSince });
  },
  run: async (ctx, row) => {
    const move = await moveOf(ctx, row);
    if (!move) return row;
    const { version, after } = move;
    const kept = new Set(after.steps.map(({ id }) => id));
    return ctx.update(FormRecord, row, {
      formVersionId: version.id,
      versionNumber: version.number,
      formTitle: { ...version.title },
      values: asJson(move.values),
      stepsDone: Object.fromEntries(Object.entries(row.stepsDone).filter(([step]) => kept.has(step))),
    });
  },
});
