/** The Chinese of what this feature says in English. */
export const understandingTexts = {
  'Say what is to be corrected.': '请说明要更正的内容。',
  'There is no such intent.': '没有这个咨询意图。',
};
