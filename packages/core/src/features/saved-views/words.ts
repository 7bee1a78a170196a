/**
 * @module What the fields of saved views are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const savedViewsWords: WordList = {
  about: { en: 'List', zh: '列表' },
  query: { en: 'Filters and columns', zh: '筛选与列' },
};
