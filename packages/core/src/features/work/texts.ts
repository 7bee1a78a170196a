import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const workTexts = texts('work', {
  fileTooLarge: { en: 'The file is larger than 10 MiB.', zh: '文件超过 10 MiB。' },
  fileTypeUnsendable: { en: 'This type of file cannot be sent.', zh: '不支持此文件类型。' },
  inOtherHands: { en: 'Somebody else has this in hand.', zh: '此事项由其他人处理。' },
  noCustomer: { en: 'There is no customer who could be told.', zh: '没有可告知的顾客。' },
  otherKindOfWork: { en: 'This person does not work on such items.', zh: '该同事不处理此类事项。' },
});
