import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const complaintTexts = texts('complaints', {
  askDepartment: {
    en: 'Ask a department, or say why none need be asked.',
    zh: '请选择协办部门，或说明无需部门反馈的原因。',
  },
  customerDecides: { en: 'This is for the customer to say.', zh: '应由顾客本人决定。' },
  departmentNotAsked: { en: 'This department has not been asked.', zh: '未请该部门协办。' },
  outcome: { en: 'Your complaint {number}: {outcome}', zh: '投诉 {number} 的处理结果：{outcome}' },
  noSuchOption: { en: 'There is no such option.', zh: '没有这个方案。' },
  sayPrevention: { en: 'Say what is done so that it does not happen again.', zh: '请填写预防措施。' },
});
