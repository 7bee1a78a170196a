/**
 * @module What the fields of kpis are called.
 */
import type { WordList } from '../../kernel/words.ts';

export const kpisWords: WordList = {};
