/** @module What the pages of forms ask of the desk. */
import type { AnswerOf } from '@shopdesk/core/client';
import type { FormDefinition, FormValues, LooseDefinition } from '@shopdesk/core/forms';
import { actionMutation, listQuery, rowActionMutation, rowQuery, viewQuery, withJson } from '../../desk/documents.ts';

interface FormJson {
  definition: FormDefinition;
  draft: LooseDefinition | null;
  values: FormValues;
  stepsDone: Readonly<Record<string, string>>;
  names: Readonly<Record<string, string>>;
}
const typed = withJson<FormJson>();

const formFields = `id version code title { zh en } state draft publishedNumber subjects confidential shipped published {
  id number definition createdAt }`;
export const formById = typed(rowQuery('form', formFields));
export type FormRow = NonNullable<AnswerOf<typeof formById>>;

export const formsInUse = listQuery('forms', 'Form', 'id code title { zh en } state subjects confidential', 'CODE_ASC');
export type FormInUse = AnswerOf<typeof formsInUse>['nodes'][number];

export const editFormDraft = typed(rowActionMutation('editFormDraft', 'Form', formFields));
export const publishForm = typed(rowActionMutation('publishForm', 'Form', formFields));

export const compareForm = viewQuery(
  'compareForm',
  { id: 'ID!' },
  'problems { path text { zh en } } changes { code field title { zh en } options { zh en } loses } openRecords fingerprint',
);
export type Comparison = AnswerOf<typeof compareForm>;

const recordFields = `id version storeId number formId formTitle { zh en } versionNumber state subjectKind subjectId
  subjectLabel confidential values stepsDone createdAt submittedAt doneAt openedById reason hash formVersion { id number
  definition } form { id code publishedNumber } signatures(first: 60) { nodes { id fieldId userId name at state hash } }
  files(first: 60) { nodes { id name contentType size } }`;
export const recordById = typed(rowQuery('formRecord', recordFields));
export type RecordRow = NonNullable<AnswerOf<typeof recordById>>;

const onRecord = 'id version number';
export const openFormRecord = actionMutation('openFormRecord', 'FormRecord', onRecord);
export const saveFormRecord = actionMutation('saveFormRecord', 'FormRecord', onRecord);
export const finishFormStep = actionMutation('finishFormStep', 'FormRecord', onRecord);
export const submitFormRecord = actionMutation('submitFormRecord', 'FormRecord', onRecord);
export const signFormRecord = actionMutation('signFormRecord', 'FormRecord', onRecord);
export const moveFormRecord = actionMutation('moveFormRecord', 'FormRecord', onRecord);

export const previewFormMove = viewQuery(
  'previewFormMove',
  { id: 'ID!' },
  'versionNumber changes { code field title { zh en } loses } lost { field title { zh en } text } missing { field title { zh en } } fingerprint',
);
export type MovePreview = AnswerOf<typeof previewFormMove>;

export const recordsOf = listQuery(
  'formRecords',
  'FormRecord',
  'id number formTitle { zh en } state updatedAt',
  'UPDATED_AT_DESC',
);
export type RecordLine = AnswerOf<typeof recordsOf>['nodes'][number];

export const formSubjectKinds = viewQuery('formSubjectKinds', {}, 'kinds { kind entity prints }');

export const formOfSubject = typed(
  viewQuery(
    'formOfSubject',
    { code: 'String!', storeId: 'ID!', kind: 'FormSubject!', id: 'ID!' },
    'code title { zh en } versionNumber label store timeZone definition values names',
  ),
);

export const formTable = viewQuery('formTable', { formId: 'ID!', language: 'TextLanguage' }, 'name count rows csv');
