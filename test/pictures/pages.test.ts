import { expect, test } from 'vitest';
import { absentAddress, addressAmong, isAboutRow, panelPages, plainAddress } from './pages.ts';

const page = (pattern: string) => ({ name: 'x', pattern, title: '', titleZh: '', allow: undefined });

test('a page about a row takes the first link that leads to a row of its kind', () => {
  const links = ['/', '/cases', '/cases/new', '/orders/s1/W1', '/cases/c1?tab=photos', '/cases/c2'];
  expect(addressAmong(page('cases/:id'), links)).toBe('/cases/c1');
  expect(addressAmong(page('orders/:store/:id'), links)).toBe('/orders/s1/W1');
  expect(addressAmong(page('articles/:id'), links)).toBeUndefined();
});

test('a page that needs no row has an address of its own', () => {
  expect(isAboutRow(page('inbox/:view?/:id?'))).toBe(false);
  expect(plainAddress(page('inbox/:view?/:id?'))).toBe('/inbox');
  expect(isAboutRow(page('policies/:version/:section?'))).toBe(true);
  expect(absentAddress(page('cases/:id'))).toMatch(/^\/cases\/0{8}-/);
});

test('every page of the panel has a name of its own, which is a file name', () => {
  const names = panelPages.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z-]+$/);
});
