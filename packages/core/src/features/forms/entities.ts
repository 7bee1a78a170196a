import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, personalRecord, ref, secret, staffOnly, type Visibility } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { ATTACHMENT_WORDS, MAX_ATTACHMENT_BYTES } from '../../text/file-name.ts';
import { LocalText } from '../access/index.ts';
import { staffOfStore } from '../customers/index.ts';
import { formMachine, formState, recordMachine, recordState } from './codes.ts';
import { FormSubject } from './subjects.ts';

const json = z.record(z.string(), z.json());
const reader = (actor: Actor): Visibility =>
  actor.kind === 'staff' && actor.permissions.has('form.read') ? 'all' : 'none';

/** A work form (R-POL-06): what is in use, and the draft of what comes next. */
export const Form = defineEntity({
  name: 'Form',
  title: { en: 'Form', zh: '表单' },
  schema: z.object({
    code: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,29}$/),
    title: LocalText,
    state: formState.default('DRAFT'),
    /** What the next version will say, as far as it is written; null: nothing is being changed. */
    draft: json.nullable().default(null),
    lastEditorId: ref('User').nullable().default(null),
    publishedId: ref('FormVersion').nullable().default(null),
    publishedNumber: z.int().default(0),
    /** Kinds of subjects that its records hang on; none: any, or nothing. */
    subjects: z.array(memberOf(FormSubject)).max(50).default([]),
    /** Its records are for whoever may see confidential ones, for who began them, and for whom they are about. */
    confidential: z.boolean().default(false),
    /** The form of the desk that it is, such as F4; null: the shop’s own. */
    shipped: z.string().nullable().default(null),
    shippedHash: secret(z.string().nullable().default(null)),
    /** The type of each id that any version has used. */
    used: secret(z.record(z.string(), z.string()).default({})),
  }),
  machine: formMachine,
  unique: [{ name: 'form_code', fields: ['code'] }],
  audited: ['state', 'title', 'publishedNumber', 'confidential', 'subjects'],
  visible: reader,
  list: { filters: ['state', 'code', 'shipped', 'confidential'], orders: [[['code', 'asc']], [['updatedAt', 'desc']]] },
});

/** A published version: never changed and never removed, since records are read by it. */
export const FormVersion = defineEntity({
  name: 'FormVersion',
  title: { en: 'Version of a form', zh: '表单版本' },
  schema: z.object({
    formId: ref('Form'),
    code: z.string(),
    number: z.int(),
    title: LocalText,
    definition: json,
    /** SHA-256 of the definition, in the one order that its parts can have. */
    hash: z.string(),
    note: z.string().max(1000),
    /** Null: the desk brought it along. */
    publishedById: ref('User').nullable(),
  }),
  unique: [{ name: 'form_version', fields: ['formId', 'number'] }],
  audited: ['code', 'number', 'hash'],
  visible: reader,
  within: { formId: { as: 'versions', order: [['number', 'desc']] } },
  list: { filters: ['formId', 'number'], orders: [[['number', 'desc']]] },
});

const ofRecord = (actor: Actor): Visibility => {
  if (actor.kind !== 'staff' || !actor.permissions.has('form.read')) return 'none';
  const stores = actor.storeIds ? { storeId: { in: actor.storeIds } } : {};
  if (actor.permissions.has('form.confidential')) return actor.storeIds ? stores : 'all';
  const { userId } = actor;
  return {
    or: [
      { ...stores, confidential: false },
      { ...stores, openedById: userId },
      { ...stores, subjectKind: 'STAFF', subjectId: userId },
    ],
  };
};

/** A form that is filled in: it keeps the version with which it was begun. */
export const FormRecord = defineEntity({
  name: 'FormRecord',
  title: { en: 'Record of a form', zh: '表单记录' },
  schema: z.object({
    storeId: ref('Store'),
    number: z.string(),
    formId: ref('Form'),
    formTitle: LocalText,
    formVersionId: ref('FormVersion'),
    versionNumber: z.int(),
    state: recordState.default('DRAFT'),
    subjectKind: memberOf(FormSubject).default('NONE'),
    subjectId: z.string().max(200).nullable().default(null),
    subjectLabel: z.string().max(200).default(''),
    customerId: ref('Customer').nullable().default(null),
    confidential: z.boolean().default(false),
    values: personalRecord(json.default({})),
    /** When each step was finished, by its id. */
    stepsDone: z.record(z.string(), z.string()).default({}),
    openedById: ref('User').nullable(),
    submittedAt: instant().nullable().default(null),
    doneAt: instant().nullable().default(null),
    /** SHA-256 of the version’s hash and the values: what a signature covers. Null while it is filled in. */
    hash: z.string().nullable().default(null),
    reason: z.string().max(1000).nullable().default(null),
  }),
  machine: recordMachine,
  index: [
    ['storeId', '-updatedAt'],
    ['formId', 'state'],
    ['formVersionId', 'state'],
    ['subjectKind', 'subjectId'],
    ['customerId', '-createdAt'],
  ],
  unique: [{ name: 'form_record_number', fields: ['storeId', 'number'] }],
  audited: ['state', 'versionNumber', 'hash', 'reason'],
  visible: ofRecord,
  list: {
    filters: [
      'storeId',
      'formId',
      'formVersionId',
      'state',
      'subjectKind',
      'subjectId',
      'customerId',
      'openedById',
      'number',
    ],
    orders: [[['updatedAt', 'desc']], [['createdAt', 'desc']]],
  },
  live: ({ storeId }) => [`store:${storeId}`],
});

/** What a part of a record says of it, so that whoever sees the record sees the part. */
const ofRecords = {
  storeId: ref('Store'),
  recordId: ref('FormRecord'),
  confidential: z.boolean(),
  openedById: ref('User').nullable(),
  subjectKind: memberOf(FormSubject),
  subjectId: z.string().max(200).nullable(),
};

/** Somebody has signed: the version and the values as they were, by their hash. */
export const FormSignature = defineEntity({
  name: 'FormSignature',
  title: { en: 'Signature on a form', zh: '表单签名' },
  schema: z.object({
    ...ofRecords,
    fieldId: z.string(),
    userId: ref('User'),
    /** As they were called then. */
    name: z.string(),
    at: instant(),
    hash: z.string(),
    state: codes('FormSignatureState', {
      VALID: { en: 'Valid', zh: '有效' },
      VOID: { en: 'Void: the record was changed after it', zh: '已失效：记录后有修改' },
    }).default('VALID'),
  }),
  index: [['recordId', 'at']],
  unique: [
    { name: 'form_signature', fields: ['recordId', 'fieldId'], where: { field: 'state', in: ['VALID'] } },
    { name: 'form_signer', fields: ['recordId', 'userId'], where: { field: 'state', in: ['VALID'] } },
  ],
  audited: ['fieldId', 'userId', 'hash', 'state'],
  visible: ofRecord,
  within: { recordId: { as: 'signatures' } },
  list: { filters: ['recordId', 'userId', 'state'], orders: [[['at', 'asc']]] },
});

/** A file that somebody put to a record as evidence. */
export const FormFile = defineEntity({
  name: 'FormFile',
  title: { en: 'File of a form', zh: '表单附件' },
  schema: z.object({
    ...ofRecords,
    name: z.string().min(1).max(200),
    contentType: codes('AttachmentType', ATTACHMENT_WORDS),
    size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
    sha256: z.string(),
    blobKey: secret(z.string()),
    userId: staffOnly(ref('User').nullable()),
  }),
  index: [['recordId', 'createdAt']],
  unique: [{ name: 'form_file_blob', fields: ['blobKey'] }],
  audited: ['name', 'contentType', 'size', 'sha256'],
  visible: ofRecord,
  within: { recordId: { as: 'files' } },
  list: { filters: ['recordId'], orders: [[['createdAt', 'asc']]] },
});

/** The last number that a store gave to the records of a form; two new ones at once meet on this row. */
export const FormNumber = defineEntity({
  name: 'FormNumber',
  title: { en: 'Last number of a form', zh: '表单编号' },
  schema: z.object({ storeId: ref('Store'), formId: ref('Form'), last: z.int() }),
  unique: [{ name: 'form_number', fields: ['storeId', 'formId'] }],
  visible: (actor) => staffOfStore(actor, 'form.fill'),
  internal: true,
});
