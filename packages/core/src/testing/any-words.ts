import type { WordList } from '../kernel/words.ts';

/** Words for every field, which are its name: for features of tests, whose fields nobody reads. */
export const anyWords: WordList = new Proxy({}, { get: (_, field) => ({ en: String(field), zh: String(field) }) });
