import { describe, expect, test } from 'vitest';
import { paidPraise, paysForPraise } from './paid-praise.ts';

const PAID = [
  '给了好评的返现',
  '給了好評的返現',
  '给 了 好 评 的 返 现',
  '好·评·返·现',
  '好评返５元',
  '五星好评返现',
  '返现给好评客户',
  '晒图好评送券',
  '送您一张优惠券，麻烦给个五星',
  '红包换好评',
  '删差评退 20 元',
  '把差评改成好评就补偿 10 块',
  '客户答应改评价，补偿 15 元',
  '追评奖励',
  '满星评价赠小礼品',
  'Cashback for a good review',
  'leave 5 stars, get a coupon',
  'G O O D  R E V I E W cash back',
  '$5 for a five-star review',
  'gift card in return for positive feedback',
  'refund if they remove the negative review',
  'Bonus: customer left a great rating',
  'five star rating, 10 % discount',
];
const FREE = [
  '好评',
  '感谢您的好评',
  '返现',
  '快递破损，补偿 10 元',
  '运费返现',
  '价格保护退差价',
  '客户给了差评，说包装破损',
  '补偿与好评无关',
  '不要求好评，补偿 10 元',
  '好评。退款 20 元是因为少件',
  'good review',
  'a coupon for the delay',
  'The customer wrote a bad review about the damage',
  'compensation for late delivery',
  'no review is asked for; 5 off for the delay',
  'A goodwill gift, not in return for a review',
];

describe('praise for money is read as such in any wording', () => {
  test.each(PAID)('%s', (text) => {
    expect(paidPraise(text)).toBe(true);
    expect(paysForPraise(text)).toBe(true);
  });

  test.each(FREE)('and praise alone, or a gift alone, is not: %s', (text) => {
    expect(paidPraise(text)).toBe(false);
  });

  test.each(['感谢五星好评', '給了好評', '晒单奖励', 'Thanks for the good review', 'for a five-star rating'])(
    'where it is the reason of a payment the payment is the gift: %s',
    (text) => {
      expect(paysForPraise(text)).toBe(true);
    },
  );
});
