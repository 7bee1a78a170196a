import { describe, expect, it } from 'vitest';
import { createMessageReader } from './understanding.ts';

const reader = createMessageReader();

describe('createMessageReader', () => {
  it('reads "付款失败" as PAYMENT (R-ANA-06)', () => {
    const read = reader.understand('付款失败');
    expect(read.intent).toMatchObject({ top: 'PAYMENT', key: 'PAYMENT.FAILED', isCertain: true });
    expect(read).toMatchObject({ language: 'zh', priority: 'P2' });
  });

  it.each([
    ['付款失敗了怎麼辦', 'PAYMENT', 'zh', 'P2'],
    ['什么时候发货', 'LOGISTICS', 'zh', 'P3'],
    ['我要退货', 'RETURN', 'zh', 'P3'],
    ['可以开发票吗', 'INVOICE', 'zh', 'P4'],
    ['用了脸上过敏了', 'SAFETY', 'zh', 'P1'],
    ['我要投诉你们客服', 'COMPLAINT', 'zh', 'P2'],
    ['where is my parcel', 'LOGISTICS', 'en', 'P3'],
    ['I was charged twice', 'PAYMENT', 'en', 'P2'],
    ['it exploded while charging', 'SAFETY', 'en', 'P1'],
    ['I forgot my password', 'ACCOUNT', 'en', 'P3'],
    ['hello', 'OTHER', 'en', 'P4'],
  ])('reads "%s" as %s in %s at %s', (text, top, language, priority) => {
    const read = reader.understand(text);
    expect(read.intent.top).toBe(top);
    expect(read.language).toBe(language);
    expect(read.priority).toBe(priority);
  });

  it('ranks first-level intents with probabilities that add up to 1', () => {
    const { ranked, top, probability } = reader.understand('退款什么时候到账').intent;
    expect(ranked[0]).toEqual({ key: top, probability });
    expect(ranked.reduce((sum, each) => sum + each.probability, 0)).toBeCloseTo(1, 6);
    expect(ranked).toHaveLength(17);
  });

  it('takes what is known of the customer into the priority', () => {
    expect(reader.understand('什么态度,骗子', { isVip: true }).priority).toBe('P2');
  });

  it('says that it is uncertain about text it cannot read', () => {
    expect(reader.understand('xyzzy plugh').intent.isCertain).toBe(false);
  });

  it('reads an empty message and one of signs only as nothing in particular', () => {
    for (const text of ['', '😊😊', '...'])
      expect(reader.understand(text)).toMatchObject({
        language: 'other',
        priority: 'P4',
        emotion: { label: 'NEUTRAL' },
      });
  });

  it('learns from corrections', () => {
    const own = createMessageReader({ seed: 2 });
    const text = '咱家的那个蓝胖子套餐咋整';
    for (let time = 0; time < 4; time += 1) own.correct(text, 'PROMOTION.COUPON');
    expect(own.understand(text).intent).toMatchObject({ top: 'PROMOTION', key: 'PROMOTION.COUPON' });
  });

  it('follows a shop’s own rules and taxonomy', () => {
    const own = createMessageReader({
      rules: { 'PRODUCT.USAGE': '蓝胖子' },
      taxonomy: [{ key: 'PRODUCT', name: { zh: '商品', en: 'Product' }, function: 'PRE', priority: 'P2' }],
      classifier: reader.classifier,
    });
    expect(own.understand('蓝胖子怎么弄')).toMatchObject({ intent: { top: 'PRODUCT' }, priority: 'P2' });
  });
});
