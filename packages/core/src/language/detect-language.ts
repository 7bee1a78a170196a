/** The language a customer writes in, as far as the script tells. */
export type MessageLanguage = 'zh' | 'en' | 'other';

const LINKS_AND_CODES = /https?:\/\/\S+|\S+@\S+|\b(?=\w*\d)\w+\b/g;
const MAY_HAVE_LINKS_OR_CODES = /[@\d]|https?:\/\//;

/** What a character is written in; a mark, a digit or a space is NONE. */
const [NONE, HAN, LATIN, KANA_OR_HANGUL, OTHER] = [1, 2, 3, 4, 5];
const SCRIPTS: readonly (readonly [number, RegExp])[] = [
  [HAN, /^\p{Script=Han}/u],
  [LATIN, /^\p{Script=Latin}/u],
  [KANA_OR_HANGUL, /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
  [OTHER, /^\p{L}/u],
];
const scriptOf = (character: string): number => SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? NONE;

/** The scripts of the characters met so far, by UTF-16 unit; 0: not met yet. */
const known = new Uint8Array(0x1_0000);

function scriptAt(text: string, unit: number): number {
  const code = text.charCodeAt(unit);
  if (code >= 0xd800 && code <= 0xdbff) return scriptOf(String.fromCodePoint(text.codePointAt(unit) as number));
  return (known[code] ||= scriptOf(text.charAt(unit)));
}

/** Tells Chinese, English and anything else apart by script; links, codes and numbers do not count. */
export function detectLanguage(text: string): MessageLanguage {
  const normal = text.normalize('NFKC');
  const words = MAY_HAVE_LINKS_OR_CODES.test(normal) ? normal.replace(LINKS_AND_CODES, ' ') : normal;
  let [hanCharacters, latin, otherWords, kana, before] = [0, 0, 0, 0, NONE];
  for (let unit = 0; unit < words.length; unit += 1) {
    const script = scriptAt(words, unit);
    if (script === HAN) hanCharacters += 1;
    else if (script === KANA_OR_HANGUL) kana += 1;
    else if (script === LATIN && before !== LATIN) latin += 1;
    else if (script === OTHER && before !== OTHER) otherWords += 1;
    before = script;
    if (words.codePointAt(unit)! > 0xffff) unit += 1;
  }
  // One Chinese word is about one and a half characters, so brand names inside Chinese do not decide.
  const han = hanCharacters / 1.5;
  const foreign = otherWords + kana / 1.5;
  // Japanese mixes kana with Han: any real share of kana decides.
  if (foreign > 0 && foreign >= Math.max(han, latin) / 3) return 'other';
  if (han === 0 && latin === 0) return 'other';
  return han >= latin / 2 ? 'zh' : 'en';
}
