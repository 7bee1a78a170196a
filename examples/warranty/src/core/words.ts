/** @module What the fields of a claim are called; names that mean the same everywhere are the desk's. */
import type { WordList } from '@shopdesk/core';

export const warrantyWords: WordList = {
  coveredUntil: { en: 'Covered until', zh: '保修至', note: 'Null: the customer has bought no warranty.' },
  decidedById: { en: 'Decided by', zh: '处理人' },
  declineReason: { en: 'Why declined', zh: '拒绝原因' },
  fault: { en: 'What is broken', zh: '故障描述' },
  product: { en: 'Product', zh: '商品' },
  repairReport: { en: 'Repair report', zh: '维修报告' },
  report: { en: 'Report', zh: '报告' },
  until: { en: 'Until', zh: '截止时间', note: 'Null ends the warranty.' },
};
