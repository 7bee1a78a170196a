import { describe, expect, it } from 'vitest';
import { stem } from './english-stem.ts';

describe('stem', () => {
  it.each([
    ['return', 'returns', 'returned', 'returning'],
    ['ship', 'ships', 'shipped', 'shipping'],
    ['exchange', 'exchanges', 'exchanged', 'exchanging'],
    ['refund', 'refunds', 'refunded', 'refunding'],
    ['cancel', 'cancels', 'canceled'],
    ['size', 'sizes', 'sized'],
    ['delivery', 'deliveries'],
    ['box', 'boxes'],
    ['purchase', 'purchases', 'purchased', 'purchasing'],
    ['charge', 'charges', 'charged', 'charging'],
    ['pay', 'paid', 'paying'],
    ['track', 'tracking', 'tracked'],
    ['receive', 'received', 'receiving'],
    ['address', 'addresses'],
    ['buy', 'bought', 'buying'],
  ])('gives %s and its forms one stem', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it.each(['gas', 'bus', 'this', 'is', 'news', 'red', 'sing', 'bed', '123', 'b2b', 'été'])(
    'leaves %s alone',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );

  it('keeps different words apart', () => {
    const words = [
      'order',
      'return',
      'refund',
      'exchange',
      'coupon',
      'warranty',
      'parcel',
      'price',
      'prize',
      'ring',
      'rig',
      'shoe',
      'show',
    ];
    expect(new Set(words.map(stem)).size).toBe(words.length);
  });
});
