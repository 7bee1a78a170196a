/** @module Signing a record: a signature covers the version and every value, and one person signs a record once. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { FormRecord, FormSignature } from './entities.ts';
import { shownFields } from './model/index.ts';
import { coveredBy, versionOf } from './record.ts';
import { formReasons, formTexts as t } from './texts.ts';
import { asJson, definitionOf, type RecordRow } from './versions.ts';

/** A record has as many signatures as its form has fields for them. */
const validOf = (ctx: ReadContext, recordId: string) => ctx.all(FormSignature, { where: { recordId, state: 'VALID' } });

async function signingDenial(ctx: ReadContext, row: RecordRow, fieldId: string): Promise<Denial | undefined> {
  const version = await versionOf(ctx, row);
  const fields = shownFields(definitionOf(version), row.values).filter(({ type }) => type === 'SIGNATURE');
  const field = fields.find(({ id }) => id === fieldId);
  if (!field) return deny(formReasons.reasons.UNKNOWN_FIELD, { details: { fields: [fieldId] } });
  const signatures = await validOf(ctx, row.id);
  if (signatures.some((one) => one.fieldId === fieldId))
    return deny(formReasons.reasons.ALREADY_SIGNED, { details: { field: fieldId } });
  const { actor } = ctx;
  if (actor.kind !== 'staff') return deny('FORBIDDEN');
  if (signatures.some(({ userId }) => userId === actor.userId))
    return deny(formReasons.reasons.ALREADY_SIGNED, { text: t.oneSignsOnce, details: { field: fieldId } });
  const { roles = [] } = field;
  return roles.length > 0 && !roles.some((role) => actor.roles.includes(role))
    ? deny(formReasons.reasons.NOT_THE_SIGNER, { details: { field: fieldId, roles } })
    : undefined;
}

/** Signs a record in one’s own name. With the last signature that it needs, it is done. */
export const signFormRecord = defineAction({
  title: { en: 'Sign', zh: '签名' },
  allow: { staff: 'form.read' },
  inPerson: true,
  on: FormRecord,
  event: 'reopen',
  stays: true,
  leads: 'finish',
  about: {
    en: 'Your signature covers the form and all its values as they are now.',
    zh: '签名即确认表单及其全部内容以当前为准。',
  },
  input: z.object({ fieldId: z.string().min(1).max(40) }),
  output: one(FormRecord),
  check: (ctx, row, { fieldId }) => signingDenial(ctx, row, fieldId),
  run: async (ctx, row, { fieldId }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new Error('Only a member of staff signs.');
    const version = await versionOf(ctx, row);
    const { id: recordId, storeId, confidential, openedById, subjectKind, subjectId } = row;
    const hash = row.hash ?? coveredBy(ctx, version.hash, asJson(row.values));
    const signed = new Set((await validOf(ctx, recordId)).map((one) => one.fieldId)).add(fieldId);
    ctx.insert(FormSignature, {
      storeId,
      recordId,
      confidential,
      openedById,
      subjectKind,
      subjectId,
      fieldId,
      userId: actor.userId,
      name: actor.name,
      at: ctx.now,
      hash,
    });
    const wanted = shownFields(definitionOf(version), row.values).filter(
      ({ type, must }) => type === 'SIGNATURE' && must,
    );
    // Its version goes on with each signature, so that two at once meet on the record.
    return row.state === 'SIGNING' && wanted.every(({ id }) => signed.has(id))
      ? ctx.fire(FormRecord, row, 'finish', { doneAt: ctx.now })
      : ctx.update(FormRecord, row, { hash });
  },
});
