/** The language a customer writes in, as far as the script tells. */
export type MessageLanguage = 'zh' | 'en' | 'other';

const HAN = /\p{Script=Han}/gu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const OTHER_WORD = /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
const LINKS_AND_CODES = /https?:\/\/\S+|\S+@\S+|\b(?=\w*\d)\w+\b/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Tells Chinese, English and anything else apart by script; links, codes and numbers do not count. */
export function detectLanguage(text: string): MessageLanguage {
  const words = text.normalize('NFKC').replace(LINKS_AND_CODES, ' ');
  // One Chinese word is about one and a half characters, so brand names inside Chinese do not decide.
  const han = count(words, HAN) / 1.5;
  const latin = count(words, LATIN_WORD);
  const foreign = count(words, OTHER_WORD) + count(words, KANA_OR_HANGUL) / 1.5;
  // Japanese mixes kana with Han: any real share of kana decides.
  if (foreign > 0 && foreign >= Math.max(han, latin) / 3) return 'other';
  if (han === 0 && latin === 0) return 'other';
  return han >= latin / 2 ? 'zh' : 'en';
}
