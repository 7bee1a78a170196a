import { codes } from '../../kernel/codes.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { FORM_CHANGES } from './model/index.ts';

export const formChangeCode = codes('FormChangeCode', FORM_CHANGES);

const FORM_STATES = {
  DRAFT: { en: 'Never published', zh: '未发布' },
  IN_USE: { en: 'In use', zh: '使用中' },
  RETIRED: { en: 'Retired', zh: '已停用' },
} as const;
export const formState = codes('FormState', FORM_STATES);

export const formMachine = defineMachine({
  field: 'state',
  states: formState.options,
  events: {
    create: { NEW: 'DRAFT' },
    install: { NEW: 'IN_USE' },
    publish: { DRAFT: 'IN_USE', IN_USE: 'IN_USE' },
    retire: { IN_USE: 'RETIRED' },
    reuse: { RETIRED: 'IN_USE' },
  },
});

export const recordState = codes('FormRecordState', {
  DRAFT: { en: 'Being filled in', zh: '填写中' },
  SIGNING: { en: 'To be signed', zh: '待签名' },
  DONE: { en: 'Done', zh: '已完成' },
  CANCELLED: { en: 'Cancelled', zh: '已作废' },
});

export const recordMachine = defineMachine({
  field: 'state',
  states: recordState.options,
  events: {
    open: { NEW: 'DRAFT' },
    submit: { DRAFT: 'SIGNING' },
    finish: { DRAFT: 'DONE', SIGNING: 'DONE' },
    reopen: { SIGNING: 'DRAFT', DONE: 'DRAFT' },
    cancel: { DRAFT: 'CANCELLED', SIGNING: 'CANCELLED' },
  },
});

/** States in which a record can still be changed or signed. */
export const OPEN_RECORDS = ['DRAFT', 'SIGNING'] as const;
