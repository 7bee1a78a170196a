/** @module What the fields of complaints are called, and the Chinese of what is said of them. */
import type { WordList } from '../../kernel/words.ts';

export const complaintWords: WordList = {
  'Complaint.number': { en: 'Complaint number', zh: '投诉编号' },
  accepted: { en: 'Accepted option', zh: '已接受的方案', note: 'The first option is 1.' },
  amount: { en: 'Amount', zh: '金额', note: 'In minor units of the currency.' },
  answer: { en: 'Answer', zh: '反馈内容' },
  answeredBy: { en: 'Answered by', zh: '反馈人' },
  causeCode: { en: 'Cause', zh: '原因' },
  demand: { en: 'Demand', zh: '诉求' },
  department: { en: 'Department', zh: '部门' },
  departments: { en: 'Departments', zh: '协办部门' },
  departmentsNotNeeded: { en: 'Why no department', zh: '无需部门反馈的原因' },
  emotion: { en: 'Emotion', zh: '情绪' },
  escalatedFor: { en: 'Escalated for', zh: '升级原因' },
  facts: { en: 'Facts', zh: '事实经过' },
  informedAt: { en: 'Customer informed', zh: '告知顾客时间' },
  level: { en: 'Level', zh: '级别', note: '2 the officer, 3 the supervisor, 4 the manager.' },
  linkedCases: { en: 'Cases', zh: '关联售后单' },
  option: { en: 'Option', zh: '方案', note: 'The first is 1.' },
  order: { en: 'Order', zh: '订单' },
  options: { en: 'Options', zh: '方案选项' },
  outcome: { en: 'Outcome', zh: '处理结果' },
  platformCaseNo: { en: 'Case of the platform', zh: '平台单号' },
  prevention: { en: 'Prevention', zh: '预防措施' },
  question: { en: 'Question', zh: '需核实的问题' },
  refusals: { en: 'Refusals', zh: '拒绝次数' },
  repeat: { en: 'Repeat', zh: '重复投诉' },
  sourceChannel: { en: 'Channel', zh: '来源渠道' },
  subject: { en: 'Subject', zh: '主题' },
};

export const complaintTexts = {
  'Ask a department, or say why none need be asked.': '请选择协办部门，或说明无需部门反馈的原因。',
  'Say what is done so that it does not happen again.': '请填写预防措施。',
  'There is no such option.': '没有这个方案。',
  'This department has not been asked.': '未请该部门协办。',
  'This is for the customer to say.': '应由顾客本人决定。',
};
