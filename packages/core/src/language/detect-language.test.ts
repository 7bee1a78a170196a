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

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['zh', 'en', 'other']).toContain(detectLanguage(text));
      }),
    );
  });
});
