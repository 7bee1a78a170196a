import type { RecordDetails } from '../../desk/record.ts';

const begin = { tag: 'desk-admin-form-begin', load: () => import('./begin-dialog.ts') };
const tabs = [
  { path: '/forms', title: { en: 'Forms', zh: '表单' } },
  { path: '/form-records', title: { en: 'Records', zh: '表单记录' } },
];

export const formDetails: RecordDetails = {
  about: {
    en: 'What is filled in, printed and kept: the forms of the desk, and those of your own.',
    zh: '用于填写、打印与存档的表单，含默认表单与自建表单。',
  },
  list: ['title', 'state', 'publishedNumber', 'confidential', 'updatedAt'],
  below: 'code',
  looks: { state: { IN_USE: 'ok', DRAFT: 'info' } },
  views: [
    { name: { en: 'In use', zh: '使用中' }, query: 'state=IN_USE' },
    { name: { en: 'All', zh: '全部' }, query: '' },
  ],
  makers: ['createForm'],
  tabs,
};

export const formRecordDetails: RecordDetails = {
  list: ['number', 'formTitle', 'state', 'subjectLabel', 'openedBy', 'updatedAt'],
  looks: { state: { DRAFT: 'info', SIGNING: 'warn', DONE: 'ok' } },
  views: [
    { name: { en: 'Open', zh: '未完成' }, query: 'state=DRAFT,SIGNING' },
    { name: { en: 'To be signed', zh: '待签名' }, query: 'state=SIGNING' },
    { name: { en: 'Done', zh: '已完成' }, query: 'state=DONE' },
    { name: { en: 'All', zh: '全部' }, query: '' },
  ],
  makers: ['openFormRecord'],
  forms: { openFormRecord: begin },
  without: ['saveFormRecord', 'finishFormStep', 'submitFormRecord', 'signFormRecord', 'moveFormRecord'],
  tabs,
};
