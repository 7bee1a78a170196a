import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldLetters, foldText } from './fold.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const shopText = fc.string({
  unit: fc.constantFrom(...'最低价價网網全 ，。-*ＡａＢbéÉ１1①㈱ｶﾞが後后\u200b\u0301😊'),
  maxLength: 30,
});

describe('fold', () => {
  it.each([
    ['全網最低價', '全网最低价'],
    ['ＡＢＣ１２３', 'abc123'],
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['後來的裡面', '后来的里面'],
    ['帳戶', '账户'],
    ['ﬁne', 'fine'],
    ['ｶﾞ', 'ガ'],
    ['①', '1'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ẞ', 'ß'],
  ])('reads %s as %s', (original, expected) => {
    expect(foldText(original)).toBe(expected);
    expect(fold(original).text).toBe(foldText(original));
  });

  it('gives the same text with and without offsets', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, shopText), (text) => {
        expect(fold(text).text).toBe(foldText(text));
        expect(fold(text, { lettersOnly: true }).text).toBe(foldLetters(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('simplifies every Han character by itself, whatever was folded before', () => {
    const han = fc.string({ unit: fc.constantFrom(...'网網后後裡里著作權軟體𠮷🙂a，'), maxLength: 20 });
    fc.assert(
      fc.property(han, han, (one, other) => {
        const folded = [foldText(one), foldText(other), foldText(one), foldText(one)];
        const apart = (text: string) => [...text].map((character) => foldText(character)).join('');
        expect(folded).toEqual([apart(one), apart(other), apart(one), apart(one)]);
      }),
    );
  });

  it('changes nothing when applied twice', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, shopText), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('maps every folded range to an original range that folds to text holding it', () => {
    fc.assert(
      fc.property(shopText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = fold(text);
        fc.pre(folded.text.length > 0);
        const [start, end] = [a % folded.text.length, b % folded.text.length].sort((x, y) => x - y) as [number, number];
        const span = folded.spanOf(start, end + 1);
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(foldText(text.slice(span.start, span.end))).toContain(folded.text.slice(start, end + 1));
      }),
    );
  });

  it('covers the original without gaps when nothing is dropped', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        fc.pre(folded.text.length > 0);
        expect(folded.spanOf(0, folded.text.length).start).toBeLessThanOrEqual(text.length);
        for (let unit = 1; unit < folded.text.length; unit += 1)
          expect(folded.spanOf(unit, unit + 1).start).toBeGreaterThanOrEqual(folded.spanOf(unit - 1, unit).start);
      }),
    );
  });

  it('drops what is inserted between letters on request and still points at the original', () => {
    const text = '我们是 全*网—最\u200b低😊价 哦';
    const folded = fold(text, { lettersOnly: true });
    expect(folded.text).toBe('我们是全网最低价哦');
    const span = folded.spanOf(3, 8);
    expect(text.slice(span.start, span.end)).toBe('全*网—最\u200b低😊价');
  });

  it('answers an empty range at the end of the text', () => {
    expect(fold('').spanOf(0, 0)).toEqual({ start: 0, end: 0 });
    expect(fold('好').spanOf(1, 1)).toEqual({ start: 1, end: 1 });
  });
});

describe('the table of Han forms', () => {
  it('knows thousands of traditional characters, whatever the library’s layout', () => {
    const traditional =
      '萬與專業東絲兩嚴喪個豐臨為麗舉麼義烏樂喬習鄉書買亂爭於虧雲亞產畝親億僅從倉儀們價眾優會傘偉傳傷倫偽體';
    const simple =
      '万与专业东丝两严丧个丰临为丽举么义乌乐乔习乡书买乱争于亏云亚产亩亲亿仅从仓仪们价众优会伞伟传伤伦伪体';
    expect(foldText(traditional)).toBe(simple);
  });
});
