import { expect, test } from 'vitest';
import { absentAddress, allPages, declaredPages, isAboutRow, pageAt, plainAddress, type Kind } from './pages.ts';
import { pagesAmong, readOptions, UsageError } from './options.ts';
import { windowPages } from './window-pages.ts';

const kind = (pattern: string): Kind => ({ pattern, title: pattern, titleZh: '', allow: undefined });
const KINDS = ['cases', 'cases/:id', 'stores', 'stores/:id/:section?', 'records/:entity/:id', 'records/:entity?'].map(
  kind,
);
const ID = '019c3a5f-1111-7000-8000-0123456789ab';

test('a page about a row is named by its kind, and a section of it is a page of its own', () => {
  expect(pageAt(`/cases/${ID}?tab=photos`, KINDS)).toMatchObject({ name: 'cases-one', path: `/cases/${ID}` });
  expect(pageAt(`/stores/${ID}`, KINDS)?.name).toBe('stores-one');
  expect(pageAt(`/stores/${ID}/working-hours`, KINDS)?.name).toBe('stores-one-working-hours');
  expect(pageAt(`/records/ShopperSession/${ID}`, KINDS)?.name).toBe('records-shopper-session-one');
  expect(pageAt('/cases/new', KINDS)?.name).toBe('cases-new');
  expect(pageAt('/', KINDS)).toBeUndefined();
  // The panel has pages that only the desk's description names.
  expect(pageAt(`/warranty-claims/${ID}`, KINDS)).toMatchObject({ name: 'warranty-claims-one' });
  expect(pageAt('/warranty-claims/board', KINDS)).toMatchObject({ name: 'warranty-claims-board' });
});

test('a page that needs no row has an address of its own, and every other one of a row that does not exist', () => {
  expect(isAboutRow({ pattern: 'inbox/:view?/:id?' })).toBe(false);
  expect(plainAddress({ pattern: 'inbox/:view?/:id?' })).toBe('/inbox');
  expect(isAboutRow({ pattern: 'policies/:version/:section?' })).toBe(true);
  const absent = (path: string) => absentAddress(pageAt(path, KINDS) ?? { kind: kind(''), path: undefined });
  expect(absent(`/cases/${ID}`)).toMatch(/^\/cases\/0{8}-/);
  expect(absent(`/stores/${ID}/working-hours`)).toMatch(/^\/stores\/0{8}-[^/]+\/working-hours$/);
  expect(absent(`/records/Tag/${ID}`)).toMatch(/^\/records\/Tag\/0{8}-/);
  expect(absent('/cases')).toBe('/cases');
});

test('pages are found through the links of others, each kind once, and one that nothing leads to stays without an address', async () => {
  const links: Record<string, string[]> = {
    '/stores': [`/stores/${ID}`, '/stores/019c3a5f-2222-7000-8000-0123456789ab'],
    [`/stores/${ID}`]: [`/stores/${ID}/hours`],
    '/records': ['/records/Tag', '/records/User', '/claims'],
  };
  const found = await allPages(async ({ path = '' }) => links[path] ?? [], KINDS);
  expect(found.map(({ name, path }) => [name, path])).toEqual([
    ['cases', '/cases'],
    ['cases-one', undefined],
    ['stores', '/stores'],
    ['stores-one', `/stores/${ID}`],
    ['records-one', undefined],
    ['records', '/records'],
    ['stores-one-hours', `/stores/${ID}/hours`],
    ['records-tag', '/records/Tag'],
    ['records-user', '/records/User'],
    ['claims', '/claims'],
  ]);
  // What is drawn from the description of an entity alone owes its other states once.
  const lacking = found.filter(({ lacks }) => lacks.empty !== undefined);
  expect(lacking.map(({ name }) => name)).toEqual(['records-user']);
});

test('every page has a name of its own, which is a file name', () => {
  const names = [...declaredPages(), ...windowPages].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z-]+$/);
});

test('what is asked for on the command line is narrowed, and what there is not is named', () => {
  const { sizes, states, locales, lanes } = readOptions(['--out', 'x', '--widths', '390', '--states', 'error,full']);
  expect({ widths: sizes.map(({ width }) => width), states, locales, lanes }).toEqual({
    widths: [390],
    states: ['full', 'error'],
    locales: ['en', 'zh-CN'],
    lanes: 2,
  });
  expect(() => readOptions([])).toThrow(UsageError);
  expect(() => readOptions(['--out', 'x', '--states', 'broken'])).toThrow(/no broken/);
  expect(() => readOptions(['--out', 'x', '--onto', 'y'])).toThrow(UsageError);
  const pages = [{ name: 'cases' }, { name: 'cases-one' }, { name: 'staff' }];
  expect(pagesAmong(pages, ['cases*']).map(({ name }) => name)).toEqual(['cases', 'cases-one']);
  expect(() => pagesAmong(pages, ['staff', 'stuff'])).toThrow(/no stuff/);
});
