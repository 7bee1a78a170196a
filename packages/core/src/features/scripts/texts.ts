/** The Chinese of what this feature says in English. */
export const scriptTexts = {
  'Choose the stores that you work for.': '请选择您所负责的店铺。',
  'Say for which roles.': '请选择适用的角色。',
  'The end must be after the beginning.': '结束时间必须晚于开始时间。',
  'Write the text in at least one language.': '请至少填写一种语言的内容。',
};
