/**
 * @module What text may be, wherever it comes from: people, shops, files, models. No dependencies, so browsers load it
 * too (`@shopdesk/core/text`). Text is stored as it was written; it is refused only where it cannot be stored at all or
 * says nothing.
 */

/**
 * Whether no database can keep a text: it has the NUL character, or half of a surrogate pair. Other control characters
 * can be stored and shown, and are kept.
 */
export const isBroken = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

/** Whether a text shows U+FFFD, which is what is left of characters that were read in a wrong encoding. */
export const isLossy = (text: string): boolean => text.includes('\ufffd');

/**
 * A text from outside as it can be stored: half characters become U+FFFD, NUL is left out. Others come back unchanged.
 */
export const repaired = (text: string): string => (isBroken(text) ? text.toWellFormed().replaceAll('\0', '') : text);

/**
 * What shows nothing by itself: white space, control and format characters, what fonts leave out by default, marks
 * without a letter below them, half characters, and the blank signs that Unicode counts as symbols or letters.
 */
const VISIBLE = /[^\p{M}\p{DI}\p{Cc}\p{Cf}\p{Cs}\p{Z}\u2800\ufffc\u{1d159}]/u;

/** Whether a reader would see anything of a text. An emoji made with joiners or variation selectors is seen. */
export const hasVisible = (text: string): boolean => VISIBLE.test(text);

const EMOJI_SEQUENCE = '\\p{RGI_Emoji}|[0-9#*]\\ufe0f?\\u20e3|\\p{Extended_Pictographic}|\\p{RI}|\\p{Emoji_Modifier}';
let emoji: RegExp | undefined;
/** Made at first use: an old browser that does not know the flag `v` must not fail for it at the start. */
const withoutEmoji = (text: string): string => text.replace((emoji ??= new RegExp(EMOJI_SEQUENCE, 'gv')), '');

/** Whether a text is only emoji: flags, keycaps and joined ones among them. */
export function isOnlyEmoji(text: string): boolean {
  const rest = withoutEmoji(text);
  return rest.length < text.length && !hasVisible(rest);
}

/**
 * Whether a text can answer a question (R-CH-15): beside emoji it has a letter or a digit. Emoji alone are none, nor is
 * punctuation alone, like “。” or “...”.
 */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(withoutEmoji(text));
