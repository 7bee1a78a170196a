import { expect, test } from 'vitest';
import { pageAddress } from './page-address.ts';

test.each([
  ['https://shop.example/teapots/42', 'https://shop.example/teapots/42'],
  ['https://shop.example', 'https://shop.example/'],
  ['https://shop.example/x?token=abc#t', 'https://shop.example/x'],
  [
    'https://shop.example/x?utm_source=mail&token=abc&utm_campaign=may',
    'https://shop.example/x?utm_source=mail&utm_campaign=may',
  ],
  ['https://shop.example/x?utm_source=lily@example.com', 'https://shop.example/x'],
  ['https://shop.example/x?utm_source=lily%40example.com', 'https://shop.example/x'],
  ['https://shop.example/x?utm_source=a=b', 'https://shop.example/x'],
  ['https://shop.example/x?UTM_SOURCE[]=1&utm_sourceful=2', 'https://shop.example/x'],
  ['https://lily:secret@shop.example:8443/x', 'https://shop.example:8443/x'],
  ['https://lily:a@b@shop.example/x', 'https://shop.example/x'],
  ['https://shop.example/x%3Ftoken=abc', 'https://shop.example/x'],
  ['https://shop.example/orders/lily@example.com/list', 'https://shop.example/orders/***/list'],
  ['https://shop.example/reset/9f86d081884c7d659a2feaa0c55ad015', 'https://shop.example/reset/***'],
  ['https://shop.example/i/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.c2ln', 'https://shop.example/i/***'],
  ['https://shop.example/best-teapots-of-2025-for-two', 'https://shop.example/best-teapots-of-2025-for-two'],
  ['https://shop.example/%E8%8C%B6%E5%A3%B6', 'https://shop.example/%E8%8C%B6%E5%A3%B6'],
  ['https://shop.example/%zz', 'https://shop.example/%zz'],
  ['javascript:alert(1)', null],
  ['file:///home/lily/x.html', null],
  ['/x?token=abc', null],
  ['not an address', null],
  ['', null],
])('of the page %s is kept %s', (given, kept) => expect(pageAddress(given)).toBe(kept));
