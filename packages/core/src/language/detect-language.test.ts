import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('detectLanguage', () => {
  it.each([
    ['什么时候发货', 'zh'],
    ['甚麼時候出貨?', 'zh'],
    ['iPhone 15 Pro Max 有货吗', 'zh'],
    ['where is my order', 'en'],
    ['Where is my 订单?', 'en'],
    ['ＷＨＥＲＥ is it', 'en'],
    ['café crème', 'en'],
    ['注文はまだ届きません', 'other'],
    ['배송이 언제 되나요', 'other'],
    ['Где мой заказ', 'other'],
    ['أين طلبي', 'other'],
    ['', 'other'],
    ['😊😊 123', 'other'],
    ['https://shop.example/item?id=1 这个多少钱', 'zh'],
    ['SF1234567890 到哪了', 'zh'],
  ])('reads "%s" as %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('counts characters and words of each script, as patterns do', () => {
    const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
    const counted = (text: string): string => {
      const words = text.normalize('NFKC').replace(/https?:\/\/\S+|\S+@\S+|\b(?=\w*\d)\w+\b/g, ' ');
      const han = count(words, /\p{Script=Han}/gu) / 1.5;
      const latin = count(words, /\p{Script=Latin}+/gu);
      const kana = count(words, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) / 1.5;
      const others = /[^\P{L}\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
      const foreign = count(words, others) + kana;
      if (foreign > 0 && foreign >= Math.max(han, latin) / 3) return 'other';
      if (han === 0 && latin === 0) return 'other';
      return han >= latin / 2 ? 'zh' : 'en';
    };
    const mixed = fc.string({
      unit: fc.constantFrom(
        ...'abé我们〇々𠮷のカーᄀ한дж אع1٣@.-/: ',
        'http://',
        '\ud800',
        '\udc00',
        '𐐀',
        'Ⅳ',
        '\u0301',
      ),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: 'binary' })), (text) => {
        expect(detectLanguage(text)).toBe(counted(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['zh', 'en', 'other']).toContain(detectLanguage(text));
      }),
    );
  });
});
