/**
 * @module Work forms and checklists (R-POL-06): definitions as versioned data, records that keep their version, with
 * evidence and signatures. A feature adds kinds of subjects (`addTo(FormSubject, …)`, `formSubject`).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { access } from '../access/index.ts';
import { customers } from '../customers/index.ts';
import { formDemo } from './demo.ts';
import { Form, FormFile, FormNumber, FormRecord, FormSignature, FormVersion } from './entities.ts';
import { addFormFile, formFile } from './files.ts';
import {
  beginFormDraft,
  createForm,
  discardFormDraft,
  editFormDraft,
  publishForm,
  retireForm,
  reuseForm,
} from './form.ts';
import { installForms, upgradeForms, withTenant } from './install.ts';
import { moveFormRecord, previewFormMove } from './move.ts';
import {
  cancelFormRecord,
  finishFormStep,
  openFormRecord,
  reopenFormRecord,
  saveFormRecord,
  submitFormRecord,
} from './record.ts';
import { signFormRecord } from './sign.ts';
import { FormSubject, knownSubjects, ofCustomer, ofNothing, ofStaff } from './subjects.ts';
import { formReasons, formTexts } from './texts.ts';
import { compareForm, formOfSubject, formSubjectKinds, formTable } from './views.ts';
import { formWords } from './words.ts';

const DESIGNERS = ['SV', 'MG', 'AD'] as const;
const FILLERS = [
  'PA',
  'AA',
  'CO',
  'SM',
  'TS',
  'FC',
  'TL',
  'SV',
  'MG',
  'AN',
  'QI',
  'TR',
  'FN',
  'WH',
  'DL',
  'AD',
] as const;

export const forms = defineFeature({
  name: 'forms',
  words: formWords,
  requires: [access, customers],
  entities: [Form, FormVersion, FormRecord, FormSignature, FormFile, FormNumber],
  vocabularies: [FormSubject],
  members: [formReasons],
  actions: {
    createForm,
    editFormDraft,
    beginFormDraft,
    discardFormDraft,
    publishForm,
    retireForm,
    reuseForm,
    installForms,
    openFormRecord,
    saveFormRecord,
    finishFormStep,
    submitFormRecord,
    signFormRecord,
    reopenFormRecord,
    cancelFormRecord,
    moveFormRecord,
    addFormFile,
  },
  views: { compareForm, previewFormMove, formSubjectKinds, formOfSubject, formTable },
  permissions: {
    'form.read': { roles: [...FILLERS, 'OD'], en: 'See forms', zh: '查看表单' },
    'form.fill': { roles: FILLERS, en: 'Fill in forms', zh: '填写表单' },
    'form.design': { roles: DESIGNERS, en: 'Design and publish forms', zh: '设计与发布表单' },
    'form.export': {
      roles: ['TL', 'SV', 'MG', 'OD', 'AN', 'QI', 'AD'],
      en: 'Export records of forms',
      zh: '导出表单记录',
    },
    'form.confidential': {
      roles: ['SV', 'MG', 'OD', 'QI', 'TR'],
      en: 'See confidential forms of others, such as appraisals',
      zh: '查看他人的保密表单（如绩效考核）',
    },
  },
  answers: [knownSubjects(ofNothing, ofCustomer, ofStaff)],
  changes: [withTenant],
  files: [formFile],
  upgraded: upgradeForms,
  texts: formTexts,
  demo: formDemo,
});

export { SHIPPED_FORMS } from './content/index.ts';
export { Form, FormFile, FormRecord, FormSignature, FormVersion } from './entities.ts';
export type { FormDefinition, FormField, FormStep, FormValues } from './model/index.ts';
export {
  formSubject,
  FormSubject,
  formSubjects,
  knownSubjects,
  type SubjectFound,
  type SubjectKind,
} from './subjects.ts';
