/**
 * @module What the fields of macros are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const macrosWords: WordList = {
  caseReason: { en: 'Reason of the case', zh: '售后原因' },
  caseType: { en: 'Kind of the case', zh: '售后类型' },
  intent: { en: 'Topic', zh: '咨询类型' },
  lastUsedAt: { en: 'Last used', zh: '最近使用' },
  lineId: { en: 'Order line', zh: '订单行' },
  denial: { en: 'Why not', zh: '不可执行的原因' },
  code: { en: 'Code', zh: '代码' },
  needs: { en: 'Needs', zh: '所需信息' },
  order: { en: 'Order', zh: '订单' },
  orderId: { en: 'Order', zh: '订单' },
  owner: { en: 'Owner', zh: '所有者' },
  priority: { en: 'Priority', zh: '优先级' },
  result: { en: 'Result', zh: '处理结果' },
  run: { en: 'Run', zh: '本次执行' },
  script: { en: 'Script', zh: '话术' },
  shared: { en: 'Shared', zh: '团队共享' },
  steps: { en: 'Steps', zh: '步骤' },
  toUser: { en: 'To', zh: '转入人' },
  transferReason: { en: 'Reason of the transfer', zh: '转接原因' },
  unresolved: { en: 'Unfilled variables', zh: '未填写的变量' },
  usageCount: { en: 'Uses', zh: '使用次数' },
};
