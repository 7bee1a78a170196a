import { codes, type Codes } from '../kernel/codes.ts';
import type { CodeWords } from '../kernel/entity.ts';
import type { WordList } from '../kernel/words.ts';

/** Words for every field, which are its name: for features of tests, whose fields nobody reads. */
export const anyWords: WordList = new Proxy({}, { get: (_, field) => ({ en: String(field), zh: String(field) }) });

/** Codes that are called as they are written: for features of tests, whose codes nobody reads. */
export const anyCodes = <const Code extends string>(name: string, list: readonly Code[]): Codes<Code> =>
  codes(
    name,
    Object.fromEntries(list.map((code) => [code, { en: code, zh: code }])) as unknown as Record<Code, CodeWords>,
  );
