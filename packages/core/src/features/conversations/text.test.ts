import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageText, preview } from './text.ts';

const ok = (text: string) => messageText.safeParse(text).success;

describe('the text of a message', () => {
  test('may be 2,000 characters long as people count them, and no more', () => {
    expect(ok('字'.repeat(2000))).toBe(true);
    expect(ok('😀'.repeat(2000))).toBe(true);
    expect(ok('字'.repeat(2001))).toBe(false);
  });

  test('is refused when it says nothing or has half a character', () => {
    for (const text of ['', ' \n\t', '\u200b\u200b', '\u2800', '\u0301', 'a\ud800', '\udc00b', 'nul\u0000'])
      expect(ok(text)).toBe(false);
  });

  test('is kept as written, whatever it contains', () => {
    for (const text of ['<img src=x onerror=alert(1)>', '\u202egnp.exe', "'; DROP TABLE messages; --", '👩‍👩‍👧'])
      expect(messageText.parse(text)).toBe(text);
  });

  test('is shortened without cutting a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const short = preview(text, 20);
        expect([...short].length).toBeLessThanOrEqual(20);
        expect(short.isWellFormed()).toBe(true);
      }),
    );
  });
});
