import { texts } from '../../kernel/said.ts';

/** What this feature says in denials. */
export const flowTexts = texts('flows', {
  problem: { en: '{nodes}: {what}.', zh: '{nodes}：{what}。' },
  codeForm: { en: 'Letters, digits, _ and -, beginning with a letter.', zh: '以字母开头，仅限字母、数字、_ 和 -。' },
  nothingChanged: { en: 'The draft is what is published already.', zh: '草稿与已发布版本相同。' },
});
