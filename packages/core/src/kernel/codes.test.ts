import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { standardFeatures } from '../features/index.ts';
import { anyCodes, anyWords, createTestDesk, MemoryStore, testPorts } from '../testing/index.ts';
import { defineAction, defineView, one, value } from './action.ts';
import { codeNames, codes, codesOf, someOf } from './codes.ts';
import { ConfigError } from './denial.ts';
import { createDesk } from './desk.ts';
import { defineEntity, isWorded, secret, staffOnly } from './entity.ts';
import { extend } from './extend.ts';
import { defineFeature, type Feature } from './feature.ts';

const deskOf = (...features: Feature[]) =>
  createDesk({ features, store: new MemoryStore(), clock: () => new Date(), newId: () => 'id', ports: testPorts() });
const problemsOf = (...features: Feature[]): readonly string[] => {
  try {
    deskOf(...features);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

const title = { en: 'Box', zh: '箱子' };
const size = codes('BoxSize', { SMALL: { en: 'Small', zh: '小' }, LARGE: { en: 'Large', zh: '大' } });
const boxOf = (schema: z.ZodObject) => defineEntity({ name: 'Box', title, schema, visible: () => 'all' });
const Box = boxOf(z.object({ size }));
const boxes = (parts: Partial<Feature>) =>
  defineFeature({ words: anyWords, name: 'boxes', ...parts } as never) as Feature;
const lacking = (code: string, field: string, feature = 'boxes') =>
  `the code ${code} of ${field} of ${feature} has no words: declare it with \`codes\``;

describe('a desk refuses a code that nobody could read', () => {
  const colour = z.enum(['RED', 'BLUE']);

  test('in a row and within one, in a list and for staff alone, by entity, field and code', () => {
    const inside = z.array(z.object({ colour })).nullable();
    expect(problemsOf(boxes({ entities: [boxOf(z.object({ size, inside }))] }))).toEqual([
      lacking('RED', 'Box.inside.colour'),
      lacking('BLUE', 'Box.inside.colour'),
    ]);
    const hidden = z.object({ size, colour: staffOnly(z.array(colour).default([])) });
    expect(problemsOf(boxes({ entities: [boxOf(hidden)] }))).toEqual([
      lacking('RED', 'Box.colour'),
      lacking('BLUE', 'Box.colour'),
    ]);
  });

  test('in an input, in an answer and in what a feature adds to another’s rows', () => {
    const input = z.object({ colour: colour.optional() });
    const paint = defineAction({
      title,
      allow: { staff: true },
      input,
      output: one(Box),
      run: () => undefined as never,
    });
    const shade = z.object({ colour: z.union([z.string(), z.enum(['DARK'])]) });
    const look = defineView({
      title,
      allow: { staff: true },
      input: z.object({}),
      output: value('Look', shade),
      run: () => ({ colour: 'DARK' as const }),
    });
    expect(problemsOf(boxes({ entities: [Box], actions: { paint }, views: { look } }))).toEqual([
      lacking('RED', 'paint.colour'),
      lacking('BLUE', 'paint.colour'),
      lacking('DARK', 'Look.colour'),
    ]);
    const box = boxes({ entities: [Box] });
    const Painted = extend(Box, { fields: { colour: colour.default('RED') } });
    const painting = defineFeature({ words: anyWords, name: 'painting', requires: [box], extensions: [Painted] });
    expect(problemsOf(box, painting)).toEqual([
      lacking('RED', 'Box.colour', 'painting'),
      lacking('BLUE', 'Box.colour', 'painting'),
    ]);
  });

  test('in one of the languages; what never leaves the desk needs none', () => {
    const half = codes('BoxSize', { SMALL: { en: 'Small', zh: ' ' }, LARGE: { en: 'Large', zh: '大' } });
    expect(problemsOf(boxes({ entities: [boxOf(z.object({ size: half }))] }))).toEqual([lacking('SMALL', 'Box.size')]);
    expect(problemsOf(boxes({ entities: [boxOf(z.object({ size, colour: secret(colour) }))] }))).toEqual([]);
  });

  test('and two sets of codes under one name: of other codes, or of other words', () => {
    const clash = 'the type BoxSize is wanted by boxes and by crates, which differ in codes or words';
    const crates = (other: z.ZodType) =>
      defineFeature({
        words: anyWords,
        name: 'crates',
        entities: [defineEntity({ name: 'Crate', title, schema: z.object({ other }), visible: () => 'all' })],
      });
    const box = boxes({ entities: [Box] });
    expect(problemsOf(box, crates(anyCodes('BoxSize', ['SMALL'])))).toEqual([clash]);
    expect(problemsOf(box, crates(anyCodes('BoxSize', ['SMALL', 'LARGE'])))).toEqual([clash]);
    expect(problemsOf(box, crates(size.nullable()))).toEqual([]);
    expect(
      problemsOf(box, crates(codes('BoxSize', { LARGE: { en: 'Large', zh: '大' }, SMALL: { en: 'Small', zh: '小' } }))),
    ).toEqual([]);
  });
});

describe('codes', () => {
  test('are taken like those of any enum, and some of them keep their words', () => {
    expect(size.options).toEqual(['SMALL', 'LARGE']);
    expect([size.safeParse('LARGE').success, size.safeParse('HUGE').success]).toEqual([true, false]);
    const desk = deskOf(boxes({ entities: [boxOf(z.object({ size, most: someOf('MostSize', size, ['SMALL']) }))] }));
    expect(codesOf(desk)).toMatchObject({
      BoxSize: { LARGE: { zh: '大' } },
      MostSize: { SMALL: { en: 'Small', zh: '小' } },
    });
    expect(codeNames(desk, 'zh')['BoxSize']).toEqual({ SMALL: '小', LARGE: '大' });
  });

  test('of the standard desk have words in both languages, those of the desk’s own rows too', async () => {
    const { desk } = await createTestDesk();
    const sets = Object.entries(codesOf(desk));
    expect(sets.map(([name]) => name)).toEqual(
      expect.arrayContaining(['EffectState', 'CaseState', 'Role', 'DenialCode']),
    );
    const bare = sets.flatMap(([name, words]) =>
      Object.entries(words).flatMap(([code, said]) => (isWorded(said) ? [] : `${name}.${code}`)),
    );
    expect(bare).toEqual([]);
    expect(desk.features.length).toBe(standardFeatures.length);
  });

  test('in Chinese have full-width punctuation, and no code is left as its own word', async () => {
    const { desk } = await createTestDesk();
    const words = Object.values(codesOf(desk)).flatMap((set) => Object.entries(set));
    expect(words.filter(([, { zh }]) => /[\u4e00-\u9fff] ?[,:;()]|[,:;()] ?[\u4e00-\u9fff]/.test(zh))).toEqual([]);
    expect(words.filter(([code, { en, zh }]) => /_/.test(code) && (en === code || zh === code))).toEqual([]);
  });
});
