/** @module The life of a form: drafted, published as a version that never changes, retired, used again. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { ref } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { LocalText } from '../access/index.ts';
import { looseProblems } from './definition-schema.ts';
import { Form, FormVersion } from './entities.ts';
import { idsOf, loses, type FormDefinition } from './model/index.ts';
import { FormSubject } from './subjects.ts';
import { formReasons, formTexts as t } from './texts.ts';
import { asJson, differenceOf, hashOf, publishedOf, usedOf, type FormRow } from './versions.ts';

const CONFIDENTIAL = 'form.confidential';
const design = { staff: 'form.design' } as const;
const draft = z.record(z.string(), z.json());
const me = ({ actor }: Pick<ActionContext, 'actor'>) => (actor.kind === 'staff' ? actor.userId : null);

const settings = {
  subjects: z.array(memberOf(FormSubject)).max(50).optional(),
  confidential: z.boolean().optional(),
};

function draftDenial(given: unknown): Denial | undefined {
  const problems = given === undefined ? [] : looseProblems(given);
  return problems.length > 0
    ? deny('VALIDATION_FAILED', { fields: problems.map(({ path, text }) => ({ path: `draft.${path}`, text })) })
    : undefined;
}

/** A title is there from the first word on, so that a list can name the draft. */
const titleOf = (given: Readonly<Record<string, unknown>>, before: FormRow['title']): FormRow['title'] => {
  const { title } = given as { readonly title?: Partial<FormRow['title']> };
  return { en: title?.en || before.en, zh: title?.zh || before.zh };
};

/** Begins a form: empty, or as a copy of another, whose id it names. */
export const createForm = defineAction({
  title: { en: 'New form', zh: '新建表单' },
  allow: design,
  tenantWide: true,
  input: z.object({
    code: Form.schema.shape['code'] as z.ZodString,
    title: LocalText,
    copyOf: ref('Form').nullable().default(null),
    ...settings,
  }),
  output: one(Form),
  check: async (ctx, { code }) =>
    (await ctx.first(Form, { code })) ? deny('DUPLICATE', { details: { field: 'code' } }) : undefined,
  run: async (ctx, { code, title, copyOf, subjects, confidential }) => {
    const copied = copyOf ? await ctx.get(Form, copyOf) : undefined;
    const published = copied && (await publishedOf(ctx, copied));
    const begun = copied?.draft ?? published?.definition ?? { steps: [] };
    return ctx.insert(Form, {
      code,
      title,
      draft: { ...begun, title },
      lastEditorId: me(ctx),
      subjects: subjects ?? copied?.subjects ?? [],
      confidential: confidential ?? copied?.confidential ?? false,
    });
  },
});

/** Writes the draft of the next version, whole; what is published stays as it is. */
export const editFormDraft = defineAction({
  title: { en: 'Edit the draft', zh: '编辑草稿' },
  allow: design,
  tenantWide: true,
  on: Form,
  event: ['publish', 'reuse'],
  stays: true,
  input: z.object({ draft: draft.optional(), ...settings }),
  output: one(Form),
  check: (_ctx, _form, { draft: given }) => draftDenial(given),
  run: (ctx, form, { draft: given, subjects, confidential }) =>
    ctx.update(Form, form, {
      lastEditorId: me(ctx),
      ...(given ? { draft: given } : {}),
      ...(given && form.state === 'DRAFT' ? { title: titleOf(given, form.title) } : {}),
      ...(subjects ? { subjects } : {}),
      ...(confidential === undefined ? {} : { confidential }),
    }),
});

/** Begins a draft of the version in use, so that it can be changed. */
export const beginFormDraft = defineAction({
  title: { en: 'Change the form', zh: '修改表单' },
  allow: design,
  tenantWide: true,
  on: Form,
  event: 'retire',
  stays: true,
  manner: 'light',
  input: z.object({}),
  output: one(Form),
  when: (_ctx, { draft: begun }) => (begun ? deny('DUPLICATE') : undefined),
  run: async (ctx, form) => {
    const published = await publishedOf(ctx, form);
    return ctx.update(Form, form, { draft: published?.definition ?? {}, lastEditorId: me(ctx) });
  },
});

/** Throws the draft away; the version in use stays. */
export const discardFormDraft = defineAction({
  title: { en: 'Discard the draft', zh: '放弃草稿' },
  allow: design,
  tenantWide: true,
  on: Form,
  event: 'retire',
  stays: true,
  manner: 'grave',
  about: { en: 'What is written in the draft is lost.', zh: '草稿内容将丢失。' },
  input: z.object({}),
  output: one(Form),
  when: (_ctx, { draft: begun }) =>
    begun ? undefined : deny(formReasons.reasons.FORM_NOT_READY, { text: t.nothingToPublish }),
  run: (ctx, form) => ctx.update(Form, form, { draft: null }),
});

/**
 * Makes the draft the version in use, for records that begin from now on. One that takes something away asks for the
 * fingerprint of `compareForm`, so that whoever publishes it has seen what is lost and how many records are open.
 */
export const publishForm = defineAction({
  title: { en: 'Publish the form', zh: '发布表单' },
  allow: design,
  tenantWide: true,
  on: Form,
  event: 'publish',
  input: z.object({
    fingerprint: z.string().max(200_000).nullable().default(null),
    note: z.string().trim().max(1000).default(''),
  }),
  output: one(Form),
  when: ({ actor }, { draft: begun, confidential }) => {
    if (!begun) return deny(formReasons.reasons.FORM_NOT_READY, { text: t.nothingToPublish });
    // Whoever publishes a form is shown how many records are open.
    const sees = !confidential || actor.kind !== 'staff' || actor.permissions.has(CONFIDENTIAL);
    return sees ? undefined : deny('FORBIDDEN', { details: { permission: CONFIDENTIAL } });
  },
  check: async (ctx, form, { fingerprint }) => {
    const difference = await differenceOf(ctx, form);
    if (difference.problems.length > 0)
      return deny(formReasons.reasons.FORM_NOT_READY, {
        fields: difference.problems.map(({ path, text }) => ({ path: `draft.${path}`, text })),
      });
    if (fingerprint !== null && fingerprint !== difference.fingerprint)
      return deny('CONFLICT', { text: t.changedSince, details: { fingerprint: difference.fingerprint } });
    const lost = difference.changes.filter(loses);
    return lost.length > 0 && fingerprint === null
      ? deny(formReasons.reasons.FORM_TAKES_AWAY, {
          details: {
            changes: lost.map(({ code, field }) => ({ code, field })),
            openRecords: difference.openRecords,
            fingerprint: difference.fingerprint,
          },
        })
      : undefined;
  },
  run: async (ctx, form, { note }) => {
    const { definition } = await differenceOf(ctx, form);
    if (!definition) return form;
    return publishVersion(ctx, form, { definition, note, publishedById: me(ctx) });
  },
});

/** Adds the next version of a form and puts it into use. */
export function publishVersion(
  ctx: ActionContext,
  form: FormRow,
  { definition, note, publishedById }: { definition: FormDefinition; note: string; publishedById: string | null },
): FormRow {
  const number = form.publishedNumber + 1;
  const { title } = definition;
  const { id: publishedId } = ctx.insert(FormVersion, {
    formId: form.id,
    code: form.code,
    number,
    title: { ...title },
    definition: asJson(definition),
    hash: hashOf(ctx, definition),
    note,
    publishedById,
  });
  const used = { ...usedOf(form), ...idsOf(definition) };
  return ctx.fire(Form, form, 'publish', {
    draft: null,
    title: { ...title },
    publishedId,
    publishedNumber: number,
    used,
  });
}

/** No record of it begins from now on; those that are there go on. */
export const retireForm = defineAction({
  title: { en: 'Retire the form', zh: '停用表单' },
  allow: design,
  tenantWide: true,
  on: Form,
  event: 'retire',
  manner: 'grave',
  about: {
    en: 'Nobody begins a record of it any more. Records that are there stay and can be finished.',
    zh: '停用后不能再新建记录；已有记录保留，并可继续填写。',
  },
  input: z.object({}),
  output: one(Form),
  run: (ctx, form) => ctx.fire(Form, form, 'retire'),
});

export const reuseForm = defineAction({
  title: { en: 'Use the form again', zh: '重新启用' },
  allow: design,
  tenantWide: true,
  on: Form,
  event: 'reuse',
  input: z.object({}),
  output: one(Form),
  run: (ctx, form) => ctx.fire(Form, form, 'reuse'),
});
