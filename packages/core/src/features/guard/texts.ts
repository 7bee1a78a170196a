/** The Chinese of what this feature says in English. */
export const guardTexts = {
  'A phrase needs a letter or a digit.': '词语至少包含一个文字或数字。',
  'Choose the stores that you work for.': '请选择您所负责的店铺。',
  'Fill in what stands in braces first.': '请先填写大括号中的内容。',
  'Look at the marked words again and confirm that you send them.': '请再看一下标出的词语，确认后可发送。',
  'This is no table of rules.': '内容不是规则表格。',
  'Required for a new rule.': '新增规则时必填。',
};
