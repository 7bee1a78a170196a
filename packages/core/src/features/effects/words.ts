/**
 * @module What the fields of effects are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const effectsWords: WordList = {
  decision: { en: 'Decision', zh: '处理方式' },
};
