import { describe, expect, it } from 'vitest';
import { DEFAULT_TERMS } from './default-terms.ts';
import { createTermMatcher } from './terms.ts';

const check = createTermMatcher(DEFAULT_TERMS);
const levelOf = (text: string) => check(text, { author: 'agent' }).level;

describe('an ordinary word in a sentence that an agent may well send', () => {
  it.each([
    '您最好选大一码，这款偏小。',
    '最好的办法是寄回来',
    '開封後最好冷藏保存',
    '颜色的唯一区别是包边',
    '绝对湿度不要超过百分之六十',
    '配了一个万能遥控器',
    '符合国家级标准',
    '它没有治疗作用',
    '餐具已经用气泡膜包好',
    '您等着收快递就好',
    '随便您挑，都有现货',
    '滚落的零件可以找我们补',
    '不知道您是自用还是送人？',
    '有不清楚的地方随时问我',
    '本店不会要求您加微信，请注意防骗',
    '刷单是违法的',
    'Your parcel left today.Info follows.',
    'The best option here is an exchange.',
    'Absolutely, I can do that for you.',
    'The resin cures in 24 hours.',
    'We never ask you to pay outside the shop.',
    'Our cheapest shipping option takes five days.',
    'Sorry for the stupid mistake on our side',
    'Please just wait a moment while I look.',
    'The asp.net book is out of stock.',
  ])('is let through: %s', (text) => {
    expect(levelOf(text)).toBeUndefined();
  });

  it.each([
    '这是最好的面膜',
    '质量最好的就是我们家',
    '全 网 最 好',
    '我们是最好的',
    '唯一有效的产品',
    '绝对不会过敏',
    '万能药膏',
    '国家级品质',
    '可以治疗湿疹',
    '一个疗程包好',
    '急什么',
    '您等着吧',
    '随便你',
    '滚',
    '你有病吧',
    '你不懂',
    '加我微信便宜',
    'the best kettle ever',
    'we are the best',
    '100% effective, absolutely safe',
    'cures eczema',
    'you are stupid',
    'shut up',
    'pay me directly',
    'go to cheap-shop.top',
    'lowest price on the web',
  ])('is stopped where it claims or hurts: %s', (text) => {
    expect(levelOf(text)).toBe('block');
  });

  it('is stopped beside an innocent use of the same word', () => {
    expect(levelOf('您最好先拍照。我们的质量最好')).toBe('block');
    expect(levelOf('We never ask you to pay outside. Pay me directly')).toBe('block');
  });

  it('a tenant’s own rule means what it lists', () => {
    const own = createTermMatcher([
      { id: 'own', class: 'OWN', name: { zh: '', en: '' }, level: 'block', phrases: ['最好'] },
    ]);
    expect(own('您最好选大一码').level).toBe('block');
  });
});

describe('an address that is spelled to pass the guard', () => {
  it.each([
    'write to joe (at) gmail dot com',
    'joe[at]gmail[dot]com',
    'joe at gmail dot com',
    'joe艾特163点com',
    'see hxxps://evil.example/x',
    'evil-shop dot shop',
    'evil-shop[.]top',
    'www.evil-shop.shop',
  ])('is found: %s', (text) => {
    expect(levelOf(text)).toBe('block');
  });

  it.each([
    'Please look at the dot on the label',
    'Meet us at the store in Leeds',
    'It shipped on Monday.Track it on the order page.',
    '三点到四点有人取件',
    'version 2.0.1 is out',
  ])('and what is none is not: %s', (text) => {
    expect(levelOf(text)).toBeUndefined();
  });
});

describe('praise for money', () => {
  it.each([
    '晒图好评送券',
    'leave 5 stars, get a coupon',
    '退您10元，麻烦删掉差评',
    '優惠券換五星好評',
    'good review equals 10% off',
    '评价改成五星我给您转20',
  ])('is stopped in any wording: %s', (text) => {
    expect(check(text, { author: 'agent' })).toMatchObject({
      level: 'block',
      hits: expect.arrayContaining([expect.objectContaining({ class: 'REVIEW_MANIPULATION' })]) as unknown,
    });
  });

  it.each([
    '感谢您的五星好评！',
    '送您一张十元优惠券',
    'Thank you for your good review.',
    'I added a coupon for the delay.',
    '五星级酒店同款，现在下单送收纳袋。',
  ])('and praise alone or a gift alone is not: %s', (text) => {
    expect(levelOf(text)).toBeUndefined();
  });
});
