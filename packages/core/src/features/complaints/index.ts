/** @module Complaints: received, acknowledged, looked into, settled, and what is learned of them (domain model 3.5). */
import { defineFeature } from '../../kernel/feature.ts';
import { aftersales } from '../aftersales/index.ts';
import { conversations } from '../conversations/index.ts';
import { customerNotices, knownCustomerNotices } from '../customer-notices/index.ts';
import { customers } from '../customers/index.ts';
import { work } from '../work/index.ts';
import * as actions from './actions.ts';
import { complaintDemo } from './demo.ts';
import { Complaint } from './entities.ts';
import { complaintTexts } from './texts.ts';
import { ComplaintTold, outcomeHeard, outcomeTold } from './told.ts';
import { complaintWords } from './words.ts';

type Actions = { readonly [Name in keyof typeof actions]: (typeof actions)[Name] };
/** Not every loader gives the names of a module in the same order. */
const ordered = Object.fromEntries(Object.entries(actions).toSorted(([a], [b]) => (a < b ? -1 : 1))) as Actions;

const LEADS = ['SV', 'MG'] as const;

export const complaints = defineFeature({
  name: 'complaints',
  words: complaintWords,
  requires: [aftersales, conversations, customerNotices, customers, work],
  members: [ComplaintTold],
  answers: [knownCustomerNotices(outcomeTold), outcomeHeard],
  entities: [Complaint],
  actions: ordered,
  permissions: {
    'complaint.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TL', 'SV', 'MG', 'QI', 'DL', 'AN'],
      en: 'See complaints',
      zh: '查看投诉',
    },
    'complaint.register': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TL', ...LEADS],
      en: 'Register complaints',
      zh: '登记投诉',
    },
    'complaint.handle': { roles: ['CO', ...LEADS], en: 'Work on complaints', zh: '处理投诉' },
    'complaint.assign': { roles: LEADS, en: 'Hand over the complaints of others', zh: '转交他人的投诉' },
    'complaint.decide': { roles: LEADS, en: 'Decide escalated complaints', zh: '处理升级投诉' },
    // Domain model 3.13.
    'complaint.close': { roles: ['CO', ...LEADS], en: 'Close complaints', zh: '投诉结案' },
    'complaint.answer': { roles: ['DL'], en: 'Answer for a department', zh: '代表部门反馈' },
  },
  texts: complaintTexts,
  demo: complaintDemo,
});

export { assignComplaint, noteComplaint } from './actions.ts';
export { sourceChannel as complaintChannel } from './codes.ts';
export { Complaint } from './entities.ts';
