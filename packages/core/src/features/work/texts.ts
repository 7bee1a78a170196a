/** The Chinese of what this feature says in English. */
export const workTexts = {
  'Somebody else has this in hand.': '此事项由其他人处理。',
  'There is no customer who could be told.': '没有可告知的顾客。',
  'This person does not work on such items.': '该同事不处理此类事项。',
  'The file is larger than 10 MiB.': '文件超过 10 MiB。',
  'This type of file cannot be sent.': '不支持此文件类型。',
};
