import { texts } from '../../kernel/said.ts';

/** What this feature says in denials and of fields. */
export const understandingTexts = texts('understanding', {
  noSuchIntent: { en: 'There is no such intent.', zh: '没有这个咨询意图。' },
  sayCorrection: { en: 'Say what is to be corrected.', zh: '请说明要更正的内容。' },
});
