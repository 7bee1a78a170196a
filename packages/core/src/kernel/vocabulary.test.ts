import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyWords, MemoryStore, testPorts } from '../testing/index.ts';
import { defineAction, defineView, one, value } from './action.ts';
import type { StaffActor } from './actor.ts';
import { ConfigError, DeniedError, deny } from './denial.ts';
import { createDesk } from './desk.ts';
import { defineEntity, named } from './entity.ts';
import { extend } from './extend.ts';
import { defineFeature, expects, unless, type Feature } from './feature.ts';
import { addTo, memberOf, vocabulary } from './vocabulary.ts';

const someone: StaffActor = {
  kind: 'staff',
  tenantId: 't',
  userId: 'u',
  name: 'U',
  agentNo: '1',
  roles: [],
  permissions: new Set(),
};
const title = { en: 'T', zh: '题' };

const deskOf = <const F extends readonly Feature[]>(...features: F) => {
  let ids = 0;
  return createDesk({
    features,
    store: new MemoryStore(),
    clock: () => new Date('2025-03-10T01:00:00.000Z'),
    newId: () => `id-${(ids += 1)}`,
    ports: testPorts(),
  });
};
const problemsOf = (...features: Feature[]): readonly string[] => {
  try {
    deskOf(...features);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

const DrinkKind = vocabulary('DrinkKind', { TEA: { en: 'Tea', zh: '茶' }, WATER: { en: 'Water', zh: '水' } });
const Size = vocabulary('DrinkSize', { SMALL: { en: 'Small', zh: '小' }, LARGE: { en: 'Large', zh: '大' } });
const Part = named('DrinkPart', z.object({ kind: memberOf(DrinkKind), with: z.array(memberOf(DrinkKind)).max(2) }));
const Drink = defineEntity({
  name: 'Drink',
  title,
  schema: z.object({ kind: memberOf(DrinkKind), size: memberOf(Size).default('SMALL'), parts: z.array(Part) }),
  visible: () => 'all',
});
const pour = defineAction({
  title,
  allow: { staff: true },
  input: z.object({ kind: memberOf(DrinkKind), size: memberOf(Size).optional(), parts: z.array(Part).default([]) }),
  output: one(Drink),
  run: (ctx, { kind, size, parts }) => ctx.insert(Drink, { kind, parts, ...(size ? { size } : {}) }),
});
const bar = defineFeature({
  words: anyWords,
  name: 'bar',
  vocabularies: [DrinkKind, Size],
  entities: [Drink],
  actions: { pour },
  views: {
    menu: defineView({
      title,
      allow: { staff: true },
      input: z.object({}),
      output: value('Menu', z.object({ kinds: z.array(memberOf(DrinkKind)) })),
      run: (ctx) => ({ kinds: [...ctx.members(DrinkKind).keys()] }),
    }),
    read: defineView({
      title,
      allow: { staff: true },
      input: z.object({ text: z.string() }),
      output: value('Read', z.object({ valid: z.boolean() })),
      run: (ctx, { text }) => ({ valid: ctx.whole(Part).safeParse(JSON.parse(text)).success }),
    }),
  },
});
const Coffee = addTo(DrinkKind, { COFFEE: { en: 'Coffee', zh: '咖啡' } });
const coffee = defineFeature({
  words: anyWords,
  name: 'coffee',
  requires: [bar],
  members: [Coffee, addTo(Size, { HUGE: { en: 'Huge', zh: '特大' } })],
});
const juice = defineFeature({
  words: anyWords,
  name: 'juice',
  requires: [bar],
  members: [addTo(DrinkKind, { JUICE: { en: 'Juice', zh: '果汁' } })],
});
const refusedAt = async (call: Promise<unknown>) => {
  const error = await call.catch((caught: unknown) => caught);
  if (!(error instanceof DeniedError)) throw error;
  return [error.denial.code, error.denial.fields?.map(({ path }) => path)];
};

describe('a vocabulary that features extend', () => {
  test('takes the members of every feature of the desk, wherever its fields stand', async () => {
    const desk = deskOf(bar, coffee, juice).as(someone);
    const parts = [{ kind: 'JUICE', with: ['COFFEE', 'WATER'] }];
    expect(await desk.bar.pour({ kind: Coffee.codes.COFFEE, size: 'HUGE', parts })).toMatchObject({
      kind: 'COFFEE',
      size: 'HUGE',
      parts,
    });
    expect(await desk.bar.pour({ kind: 'TEA' })).toMatchObject({ kind: 'TEA', size: 'SMALL' });
    expect(await desk.bar.menu({})).toEqual({ kinds: ['TEA', 'WATER', 'COFFEE', 'JUICE'] });
  });

  test('refuses the member of a feature that the desk does not have, by the field', async () => {
    const desk = deskOf(bar, juice).as(someone);
    expect(await desk.bar.pour({ kind: 'JUICE' })).toMatchObject({ kind: 'JUICE' });
    expect(await refusedAt(desk.bar.pour({ kind: 'COFFEE' }))).toEqual(['VALIDATION_FAILED', ['kind']]);
    expect(await refusedAt(desk.bar.pour({ kind: 'TEA', size: 'HUGE' }))).toEqual(['VALIDATION_FAILED', ['size']]);
    expect(await refusedAt(desk.bar.pour({ kind: 'TEA', parts: [{ kind: 'TEA', with: ['COFFEE'] }] }))).toEqual([
      'VALIDATION_FAILED',
      ['parts.0.with.0'],
    ]);
  });

  test('is the desk’s own: two desks in one process do not hear of each other', async () => {
    const [small, large] = [deskOf(bar), deskOf(bar, coffee)];
    expect(await large.as(someone).bar.pour({ kind: 'COFFEE' })).toMatchObject({ kind: 'COFFEE' });
    expect(await refusedAt(small.as(someone).bar.pour({ kind: 'COFFEE' }))).toEqual(['VALIDATION_FAILED', ['kind']]);
    expect([...small.members(DrinkKind)]).toEqual([
      ['TEA', { en: 'Tea', zh: '茶' }],
      ['WATER', { en: 'Water', zh: '水' }],
    ]);
    expect([...deskOf(bar, coffee).members(DrinkKind).keys()]).toEqual(['TEA', 'WATER', 'COFFEE']);
    expect([...large.members(Size)].at(-1)).toEqual(['HUGE', { en: 'Huge', zh: '特大' }]);
  });

  test('keeps what stands beside its fields: limits of a list, names of types, fields of an extension', async () => {
    const Cup = extend(Drink, { fields: { refill: memberOf(DrinkKind).nullable().default(null) } });
    const cups = defineFeature({ words: anyWords, name: 'cups', requires: [bar], extensions: [Cup] });
    const desk = deskOf(bar, cups, coffee);
    const parts = [{ kind: 'COFFEE', with: ['TEA', 'TEA', 'TEA'] }];
    expect(await refusedAt(desk.as(someone).bar.pour({ kind: 'TEA', parts }))).toEqual([
      'VALIDATION_FAILED',
      ['parts.0.with'],
    ]);
    const { shape } = desk.whole(Cup).schema;
    expect(shape['refill']?.safeParse('COFFEE')).toMatchObject({ success: true });
    expect(shape['refill']?.safeParse('MUD')).toMatchObject({ success: false });
    expect(shape['refill']?.safeParse(undefined).data).toBeNull();
  });

  test('is at hand for data that comes another way than as an input', async () => {
    const text = JSON.stringify({ kind: 'COFFEE', with: [] });
    expect(await deskOf(bar, coffee).as(someone).bar.read({ text })).toEqual({ valid: true });
    expect(await deskOf(bar).as(someone).bar.read({ text })).toEqual({ valid: false });
  });

  test('leaves the objections and the planned reads of others to the action that takes its members', async () => {
    const planned: string[] = [];
    const decaf = defineFeature({
      words: anyWords,
      name: 'decaf',
      requires: [bar, coffee],
      unless: [unless(pour, (_, { kind }) => (kind === 'COFFEE' ? deny('CONFLICT') : undefined))],
      expects: [expects(pour, (_, { kind }) => (planned.push(kind), []))],
    });
    const desk = deskOf(bar, coffee, decaf).as(someone);
    expect(await refusedAt(desk.bar.pour({ kind: 'COFFEE' }))).toEqual(['CONFLICT', undefined]);
    expect(await desk.bar.pour({ kind: 'TEA' })).toMatchObject({ kind: 'TEA' });
    expect(planned).toEqual(['COFFEE', 'TEA']);
  });

  test('refuses a desk on which a member is declared twice, naming both', () => {
    const again = defineFeature({
      words: anyWords,
      name: 'roastery',
      requires: [bar],
      members: [addTo(DrinkKind, { COFFEE: { en: 'Roast', zh: '烘焙' }, TEA: { en: 'Tea', zh: '茶' } })],
    });
    expect(problemsOf(bar, coffee, again)).toEqual([
      'COFFEE of DrinkKind is declared by coffee and by roastery',
      'TEA of DrinkKind is declared by bar and by roastery',
    ]);
  });

  test('refuses members for a vocabulary that is not there, or whose feature is not required', () => {
    const astray = defineFeature({
      words: anyWords,
      name: 'astray',
      members: [addTo(DrinkKind, { RUM: { en: 'Rum', zh: '朗姆酒' } })],
    });
    expect(problemsOf(astray)).toEqual(['astray adds to DrinkKind, which no feature declares']);
    expect(problemsOf(bar, astray)).toEqual(['astray adds to DrinkKind, but does not require bar, which declares it']);
    const drinker = defineFeature({ words: anyWords, name: 'drinker', entities: [Drink] });
    expect(problemsOf(drinker)).toEqual([
      'drinker has fields of DrinkKind, which no feature declares',
      'drinker has fields of DrinkSize, which no feature declares',
    ]);
    const through = defineFeature({ ...astray, name: 'through', requires: [coffee] });
    expect(problemsOf(bar, coffee, through)).toEqual([]);
  });

  test('refuses two vocabularies of one name, a code that GraphQL cannot name, and a member without words', () => {
    const rival = defineFeature({
      words: anyWords,
      name: 'rival',
      vocabularies: [vocabulary('DrinkSize', { TINY: { en: 'Tiny', zh: '微' } })],
    });
    expect(problemsOf(bar, rival)).toEqual(['the vocabulary DrinkSize is declared by bar and by rival']);
    const odd = defineFeature({
      words: anyWords,
      name: 'odd',
      requires: [bar],
      members: [addTo(DrinkKind, { 'ICE-TEA': { en: 'Ice tea', zh: '冰茶' }, MILK: { en: 'Milk', zh: ' ' } })],
    });
    expect(problemsOf(bar, odd)).toEqual([
      'odd adds ICE-TEA to DrinkKind: a code has letters, digits and _',
      'odd adds MILK to DrinkKind without words in both languages',
    ]);
    // @ts-expect-error members of a vocabulary have words
    expect(() => addTo(DrinkKind, ['MUD'])).not.toThrow();
  });
});
