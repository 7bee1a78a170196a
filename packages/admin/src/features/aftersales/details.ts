/** @module What derived pages show of a case: its card, the looks of its states, the forms of its steps. */
import type { RecordDetails } from '../../desk/record.ts';
import type { ListedCase } from './data.ts';
import { amountOf, STATE_LOOKS, typeName } from './names.ts';
import { customerOf, goodsText } from './row.ts';
import { STEP_NAMES } from './step-names.ts';
import { stepWords } from './step-words.ts';
import { caseWords } from './words.ts';

const form = { tag: 'desk-admin-case-act', load: () => import('./case-act.ts') };

export const details: RecordDetails<ListedCase> = {
  tabs: [
    { path: '/cases', title: { en: caseWords.en.board, zh: caseWords.zh.board } },
    { path: '/case-list', title: { en: caseWords.en.list, zh: caseWords.zh.list } },
  ],
  looks: { state: STATE_LOOKS },
  buttons: STEP_NAMES.map((action) => ({
    action,
    title: { en: stepWords.en.stepNames[action], zh: stepWords.zh.stepNames[action] },
  })),
  forms: Object.fromEntries(STEP_NAMES.map((action) => [action, form])),
  card: {
    needs: [
      'type',
      'lines',
      'customerName',
      'customerNick',
      'refundAmount',
      'compensationAmount',
      'currency',
      'escalatedAt',
    ],
    aside: (row, language) => {
      const amount = amountOf(row);
      return amount && amount.amount > 0 ? language.money(amount) : '';
    },
    lines: (row, language) => [
      `${typeName(row.type, language)} · ${goodsText(row)}`,
      customerOf(row),
      row.escalatedAt ? language.words(caseWords).escalated : '',
    ],
  },
};
