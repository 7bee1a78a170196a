/**
 * @module A record is begun with the version in use and keeps it: filled in step by step, submitted strictly, corrected
 * with a reason. What is hidden by then is gone; the desk decides that again.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { ref } from '../../kernel/entity.ts';
import type { Said } from '../../kernel/said.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Store, User } from '../access/index.ts';
import { Form, FormFile, FormNumber, FormRecord, FormSignature, FormVersion } from './entities.ts';
import {
  fieldsOf,
  isBlank,
  moveValues,
  shownFields,
  shownValues,
  valueProblems,
  type FormDefinition,
  type FormField,
  type FormValues,
  type ValueProblem,
} from './model/index.ts';
import { findSubject, FormSubject } from './subjects.ts';
import { formReasons, formTexts as t } from './texts.ts';
import { asJson, definitionOf, hashOf, publishedOf, type FormRow, type RecordRow } from './versions.ts';

const fill = { staff: 'form.fill' } as const;
const values = z.record(z.string(), z.json());
const CONFIDENTIAL = 'form.confidential';

const mayAll = ({ actor }: Pick<ReadContext, 'actor'>, permission: string): boolean =>
  actor.kind !== 'staff' || actor.permissions.has(permission);

/** The version that a record was begun with. */
export const versionOf = (ctx: ReadContext, { formVersionId }: Pick<RecordRow, 'formVersionId'>) =>
  ctx.get(FormVersion, formVersionId);

function sayOf({ code, limit = 0 }: ValueProblem): Said {
  const text = t[code];
  return typeof text === 'function' ? text({ limit }) : text;
}

function denialOf(problems: readonly ValueProblem[]): Denial | undefined {
  if (problems.length === 0) return undefined;
  const fields = problems.map((problem) => ({ path: `values.${problem.path}`, text: sayOf(problem) }));
  const strange = problems.filter(({ code }) => code === 'unknownField').map(({ path }) => path);
  return strange.length > 0
    ? deny(formReasons.reasons.UNKNOWN_FIELD, { fields, details: { fields: strange } })
    : deny('VALIDATION_FAILED', { fields });
}

/** Ids that a value names: people and files, each with where it stands. */
function* namedIn(
  fields: readonly FormField[],
  held: FormValues,
  above = '',
): Generator<readonly [string, string, string]> {
  for (const { id, type, columns = [] } of fields) {
    const value = held[id];
    if (isBlank(value)) continue;
    const path = `${above}${id}`;
    if (type === 'PERSON') yield ['PERSON', path, String(value)];
    if (type === 'EVIDENCE' && Array.isArray(value)) for (const file of value) yield ['EVIDENCE', path, String(file)];
    if (type === 'ROWS' && Array.isArray(value))
      for (const [at, row] of value.entries()) yield* namedIn(columns, row as FormValues, `${path}.${at}.`);
  }
}

/** Refuses people who are not there, and files of another record. */
async function namesDenial(
  ctx: ReadContext,
  definition: FormDefinition,
  held: FormValues,
  recordId: string,
): Promise<Denial | undefined> {
  const named = [...namedIn(fieldsOf(definition), held)];
  const idsOf = (type: string) => [...new Set(named.filter(([one]) => one === type).map(([, , id]) => id))];
  const [people, files] = [idsOf('PERSON'), idsOf('EVIDENCE')];
  const known = new Set([
    ...(people.length > 0 ? await ctx.find(User, { where: { id: { in: people } }, limit: people.length }) : []).map(
      ({ id }) => id,
    ),
    ...(files.length > 0
      ? await ctx.find(FormFile, { where: { id: { in: files }, recordId }, limit: files.length })
      : []
    ).map(({ id }) => id),
  ]);
  const missing = named.filter(([, , id]) => !known.has(id));
  return missing.length === 0
    ? undefined
    : deny('VALIDATION_FAILED', {
        fields: missing.map(([type, path]) => ({
          path: `values.${path}`,
          text: type === 'PERSON' ? t.noSuchPerson : t.noSuchFile,
        })),
      });
}

/** Begins a record of the version in use, with what its subject knows. */
export const openFormRecord = defineAction({
  title: { en: 'Fill in a form', zh: '填写表单' },
  allow: fill,
  input: z.object({
    formId: ref('Form').optional(),
    /** Instead of its id, such as `F4`. */
    code: z.string().max(30).optional(),
    storeId: ref('Store'),
    subjectKind: memberOf(FormSubject).default('NONE'),
    subjectId: z.string().max(200).nullable().default(null),
    values: values.optional(),
  }),
  output: one(FormRecord),
  check: async (ctx, { formId, code, storeId, subjectKind, subjectId, values: given = {} }) => {
    const form = await namedForm(ctx, { formId, code });
    await ctx.get(Store, storeId);
    const version = await publishedOf(ctx, form);
    if (form.state !== 'IN_USE' || !version) return deny(formReasons.reasons.FORM_RETIRED);
    if (form.confidential && !mayAll(ctx, CONFIDENTIAL))
      return deny('FORBIDDEN', { details: { permission: CONFIDENTIAL } });
    if (form.subjects.length > 0 && !form.subjects.includes(subjectKind))
      return deny('VALIDATION_FAILED', { fields: [{ path: 'subjectKind', text: t.notForThis }] });
    if (!(await findSubject(ctx, { kind: subjectKind, id: subjectId ?? '', storeId }))) return deny('NOT_FOUND');
    return (
      denialOf(valueProblems(definitionOf(version), given, { strict: false })) ??
      namesDenial(ctx, definitionOf(version), given, '')
    );
  },
  run: async (ctx, { formId, code, storeId, subjectKind, subjectId, values: given = {} }) => {
    const form = await namedForm(ctx, { formId, code });
    const version = (await publishedOf(ctx, form)) as NonNullable<Awaited<ReturnType<typeof publishedOf>>>;
    const subject = await findSubject(ctx, { kind: subjectKind, id: subjectId ?? '', storeId });
    const { values: known } = moveValues(definitionOf(version), subject?.facts ?? {});
    return ctx.insert(FormRecord, {
      storeId,
      number: await nextNumber(ctx, form, storeId),
      formId: form.id,
      formTitle: { ...version.title },
      formVersionId: version.id,
      versionNumber: version.number,
      subjectKind,
      subjectId,
      subjectLabel: (subject?.label ?? '').slice(0, 200),
      customerId: subject?.customerId ?? null,
      confidential: form.confidential,
      values: asJson({ ...known, ...given }),
      openedById: ctx.actor.kind === 'staff' ? ctx.actor.userId : null,
    });
  },
});

/** The form that is named by its id or by its code. */
async function namedForm(
  ctx: ReadContext,
  { formId, code }: { readonly formId?: string | undefined; readonly code?: string | undefined },
): Promise<FormRow> {
  if ((formId === undefined) === (code === undefined))
    return refuse('VALIDATION_FAILED', { fields: [{ path: 'formId', text: t.idOrCode }] });
  return formId === undefined ? ((await ctx.first(Form, { code })) ?? refuse('NOT_FOUND')) : ctx.get(Form, formId);
}

async function nextNumber(ctx: ActionContext, { id: formId, code }: FormRow, storeId: string): Promise<string> {
  const known = await ctx.first(FormNumber, { storeId, formId });
  const last = (known?.last ?? 0) + 1;
  if (known) ctx.update(FormNumber, known, { last });
  else ctx.insert(FormNumber, { storeId, formId, last });
  return `${code}-${last}`;
}

/** The first step that is not finished; undefined where all are. */
const currentStep = ({ steps }: FormDefinition, { stepsDone }: Pick<RecordRow, 'stepsDone'>) =>
  steps.find(({ id }) => !stepsDone[id]);

/** Of a form whose steps are done in order, nobody fills in a later one before. */
function orderDenial(definition: FormDefinition, row: RecordRow, given: FormValues): Denial | undefined {
  if (!definition.ordered) return undefined;
  const current = currentStep(definition, row);
  const at = current ? definition.steps.indexOf(current) : definition.steps.length;
  const later = definition.steps.slice(at + 1).flatMap(({ fields }) => fields.map(({ id }) => id));
  const early = later.filter((id) => id in given && !isBlank(given[id]));
  return early.length > 0
    ? deny(formReasons.reasons.STEP_NOT_REACHED, { details: { fields: early, step: current?.id } })
    : undefined;
}

/** What a record holds once this is said too; what is blank is taken out. */
const merged = (row: RecordRow, given: FormValues): FormValues =>
  Object.fromEntries(Object.entries({ ...row.values, ...given }).filter(([, value]) => !isBlank(value)));

async function savingDenial(ctx: ReadContext, row: RecordRow, given: FormValues): Promise<Denial | undefined> {
  const definition = definitionOf(await versionOf(ctx, row));
  return (
    denialOf(valueProblems(definition, given, { strict: false })) ??
    orderDenial(definition, row, given) ??
    namesDenial(ctx, definition, given, row.id)
  );
}

/** A confidential record is changed by who may see all such, or who began it; whom it is about only signs it. */
const mayFill = (ctx: ReadContext, row: RecordRow): Denial | undefined =>
  row.confidential && !mayAll(ctx, CONFIDENTIAL) && ctx.actor.kind === 'staff' && row.openedById !== ctx.actor.userId
    ? deny('FORBIDDEN', { details: { permission: CONFIDENTIAL } })
    : undefined;

/** Writes down what is filled in so far: only the fields that are named, so that two people do not undo each other. */
export const saveFormRecord = defineAction({
  title: { en: 'Save', zh: '保存' },
  allow: fill,
  on: FormRecord,
  event: 'submit',
  stays: true,
  input: z.object({ values }),
  output: one(FormRecord),
  when: mayFill,
  check: (ctx, row, { values: given }) => savingDenial(ctx, row, given),
  run: (ctx, row, { values: given }) => ctx.update(FormRecord, row, { values: asJson(merged(row, given)) }),
});

/** Finishes a step: what it must have is there, and when it was done is kept. */
export const finishFormStep = defineAction({
  title: { en: 'Finish the step', zh: '完成步骤' },
  allow: fill,
  on: FormRecord,
  event: 'submit',
  stays: true,
  input: z.object({ step: z.string().max(40), values: values.optional() }),
  output: one(FormRecord),
  when: mayFill,
  check: async (ctx, row, { step, values: given = {} }) => {
    const definition = definitionOf(await versionOf(ctx, row));
    if (!definition.steps.some(({ id }) => id === step)) return deny('NOT_FOUND');
    const current = currentStep(definition, row);
    if (definition.ordered && current && current.id !== step && !row.stepsDone[step])
      return deny(formReasons.reasons.STEP_NOT_REACHED, { details: { step: current.id } });
    return (
      (await savingDenial(ctx, row, given)) ??
      denialOf(valueProblems(definition, merged(row, given), { strict: true, step }))
    );
  },
  run: (ctx, row, { step, values: given = {} }) =>
    ctx.update(FormRecord, row, {
      values: asJson(merged(row, given)),
      stepsDone: { ...row.stepsDone, [step]: row.stepsDone[step] ?? ctx.now },
    }),
});

/** What a signature covers: the version and every value. */
export const coveredBy = (ctx: ReadContext, versionHash: string, held: FormValues): string =>
  hashOf(ctx, { version: versionHash, values: held });

/** Hands it in: everything that must be there is, and what is hidden is gone. It is done, or waits for signatures. */
export const submitFormRecord = defineAction({
  title: { en: 'Submit', zh: '提交' },
  allow: fill,
  on: FormRecord,
  event: 'submit',
  input: z.object({ values: values.optional() }),
  output: one(FormRecord),
  when: mayFill,
  check: async (ctx, row, { values: given = {} }) => {
    const definition = definitionOf(await versionOf(ctx, row));
    const held = merged(row, given);
    return (
      denialOf(valueProblems(definition, given, { strict: false })) ??
      denialOf(valueProblems(definition, shownValues(definition, held), { strict: true })) ??
      namesDenial(ctx, definition, held, row.id)
    );
  },
  run: async (ctx, row, { values: given = {} }) => {
    const version = await versionOf(ctx, row);
    const definition = definitionOf(version);
    const held = shownValues(definition, merged(row, given));
    const stepsDone = Object.fromEntries(definition.steps.map(({ id }) => [id, row.stepsDone[id] ?? ctx.now]));
    const toSign = shownFields(definition, held).some(({ type, must }) => type === 'SIGNATURE' && must);
    const changes = {
      values: asJson(held),
      stepsDone,
      submittedAt: ctx.now,
      hash: coveredBy(ctx, version.hash, asJson(held)),
      reason: null,
    };
    return toSign
      ? ctx.fire(FormRecord, row, 'submit', changes)
      : ctx.fire(FormRecord, row, 'finish', { ...changes, doneAt: ctx.now });
  },
});

/** Whoever began the record, or somebody who designs forms. */
const mayCorrect = (ctx: ReadContext, row: RecordRow): Denial | undefined =>
  mayAll(ctx, 'form.design') || (ctx.actor.kind === 'staff' && row.openedById === ctx.actor.userId)
    ? mayFill(ctx, row)
    : deny('FORBIDDEN', { text: t.ownersOnly });

const reason = z.string().trim().max(1000).default('');
const needsReason = (_ctx: ReadContext, _row: RecordRow, { reason: said }: { readonly reason: string }) =>
  said ? undefined : deny('REASON_REQUIRED');

/** Opens a record again to correct it; signatures that it has cover other values by then, and are void. */
export const reopenFormRecord = defineAction({
  title: { en: 'Correct the record', zh: '更正记录' },
  allow: fill,
  on: FormRecord,
  event: 'reopen',
  manner: 'grave',
  about: { en: 'Its signatures become void.', zh: '已有签名将失效。' },
  input: z.object({ reason }),
  output: one(FormRecord),
  when: mayCorrect,
  check: needsReason,
  run: async (ctx, row, { reason: said }) => {
    ctx.reason(said);
    await voidSignatures(ctx, row.id);
    return ctx.fire(FormRecord, row, 'reopen', { submittedAt: null, doneAt: null, hash: null, reason: said });
  },
});

async function voidSignatures(ctx: ActionContext, recordId: string): Promise<void> {
  const signatures = await ctx.all(FormSignature, { where: { recordId, state: 'VALID' } });
  for (const signature of signatures) ctx.update(FormSignature, signature, { state: 'VOID' });
}

/** Takes a record out of the work; it stays to be read. */
export const cancelFormRecord = defineAction({
  title: { en: 'Cancel the record', zh: '作废记录' },
  allow: fill,
  on: FormRecord,
  event: 'cancel',
  manner: 'grave',
  about: { en: 'It stays to be read, and is filled in no more.', zh: '作废后仅可查看，不能继续填写。' },
  input: z.object({ reason }),
  output: one(FormRecord),
  when: mayCorrect,
  check: needsReason,
  run: async (ctx, row, { reason: said }) => {
    ctx.reason(said);
    await voidSignatures(ctx, row.id);
    return ctx.fire(FormRecord, row, 'cancel', { reason: said });
  },
});
