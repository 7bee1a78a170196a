import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip } from './clip.ts';
import { hasVisible, hasWords, isBroken, isLossy, isOnlyEmoji, repaired } from './text.ts';

/** Any UTF-16 units, half characters and NUL among them. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map((codes) => String.fromCharCode(...codes));

describe('a text', () => {
  test('is broken by NUL and by half a character, and by nothing else', () => {
    expect(['a\0b', '\ud800', 'x\udc00', '\udc00\ud800'].every(isBroken)).toBe(true);
    expect(['', 'plain', '🎁', '\u0007\u001b\u0085', '\ufffd', '\u202e'].some(isBroken)).toBe(false);
  });

  test('that is repaired is not broken; one that was whole is the same', () => {
    fc.assert(
      fc.property(units, (text) => {
        expect(isBroken(repaired(text))).toBe(false);
        if (!isBroken(text)) expect(repaired(text)).toBe(text);
      }),
    );
  });

  test('shows that it was read in a wrong encoding', () => {
    expect([isLossy('����Ŷ'), isLossy('假一赔十')]).toEqual([true, false]);
  });
});

describe('a text with nothing to see', () => {
  test.each([
    ['zero-width spaces', '\u200b\u200b'],
    ['a Braille blank', '\u2800'],
    ['a Hangul filler', '\u3164'],
    ['a soft hyphen', '\u00ad'],
    ['a word joiner', '\u2060'],
    ['a joiner', '\u200d'],
    ['a variation selector', '\ufe0f'],
    ['a Mongolian separator', '\u180e'],
    ['a leading filler', '\u115f'],
    ['a turn of direction', '\u202e'],
    ['a direction mark', '\u200e'],
    ['a mark alone', '\u0301'],
    ['a mark on a space', ' \u0301'],
    ['a tag', '\u{e0020}'],
    ['a bell', '\u0007'],
    ['blanks', ' \u3000\ufeff\n'],
    ['half a character', '\ud800'],
    ['nothing', ''],
    ['a keycap without its key', '\ufe0f\u20e3'],
    ['an empty note head', '\u{1d159}'],
  ])('is %s', (_, text) => {
    expect(hasVisible(text)).toBe(false);
    expect(hasVisible(`${text}a${text}`)).toBe(true);
  });

  test.each(['❤️', '👩‍👩‍👧', '1️⃣', '🇨🇳', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'é', 'नि', '。', '.', '؀1', '￥', '你'])('is not %s', (text) => {
    expect(hasVisible(text)).toBe(true);
  });
});

describe('an answer', () => {
  test.each(['🇨🇳', '1️⃣', '👍', '❤️', '❤', '👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿', '#️⃣', 'ℹ️', '👍🏽\n😀', '🅰️', '1⃣'])(
    'is not %s, which is only emoji',
    (text) => {
      expect([isOnlyEmoji(text), hasWords(text)]).toEqual([true, false]);
    },
  );

  test.each(['。', '...', '？！', '——', '~', ':)', ' , '])('is not %s, which is only punctuation', (text) => {
    expect([isOnlyEmoji(text), hasWords(text)]).toEqual([false, false]);
  });

  test.each(['ok 👍', '123', '1', '好', '2️⃣ pieces', '🇨🇳 中国', 'é', '好的。'])('is %s', (text) => {
    expect([isOnlyEmoji(text), hasWords(text)]).toEqual([false, true]);
  });
});

describe('a text that is clipped', () => {
  test('is a beginning of it, no longer than asked, and ends between characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(200), (text, most) => {
        const short = clip(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(text.startsWith(short)).toBe(true);
        expect(short.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });

  test('never loses a part of what a reader takes for one character', () => {
    expect(clip(`A${'🎁'.repeat(250)}`, 300)).toBe(`A${'🎁'.repeat(149)}`);
    expect(clip('ab👩‍👩‍👧', 6)).toBe('ab');
    expect(clip('e\u0301e\u0301', 3)).toBe('e\u0301');
    expect(clip('🇨🇳🇨🇳', 6)).toBe('🇨🇳');
  });

  test('is cut between code points where one character alone is longer', () => {
    expect(clip('👩‍👩‍👧', 4)).toBe('👩‍');
    expect(clip(`🎁${'\u0301'.repeat(500)}`, 1)).toBe('');
    expect(clip(`a${'\u0301'.repeat(500)}`, 300)).toHaveLength(300);
  });
});
