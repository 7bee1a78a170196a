import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { standardFeatures } from '../features/index.ts';
import { MemoryStore, testPorts } from '../testing/index.ts';
import { ConfigError } from './denial.ts';
import { createDesk } from './desk.ts';
import { defineEntity, ref, worded } from './entity.ts';
import { extend } from './extend.ts';
import { defineFeature, type Feature } from './feature.ts';
import { fieldWords } from './words.ts';
import { defineAction, one } from './action.ts';

const problemsOf = (...features: Feature[]): readonly string[] => {
  try {
    createDesk({ features, store: new MemoryStore(), clock: () => new Date(), newId: () => 'id', ports: testPorts() });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

describe('words', () => {
  test('a desk refuses a permission that an administrator could not read in one of the languages', () => {
    const boxes = (words: { en: string; zh: string }) =>
      defineFeature({ name: 'boxes', permissions: { 'box.read': { roles: ['AD'], ...words } } });
    expect(problemsOf(boxes({ en: 'See boxes', zh: ' ' }))).toEqual([
      'the permission box.read of boxes has no words in both languages',
    ]);
    expect(problemsOf(boxes({ en: '', zh: '查看箱子' }))).toHaveLength(1);
    expect(problemsOf(boxes({ en: 'See boxes', zh: '查看箱子' }))).toEqual([]);
  });

  const title = { en: 'Box', zh: '箱子' };
  const Box = defineEntity({
    name: 'Box',
    title,
    schema: z.object({ weight: z.number(), inside: z.array(z.object({ colour: z.string() })) }),
    visible: () => 'all',
  });
  const words = {
    weight: { en: 'Weight', zh: '重量' },
    inside: { en: 'Inside', zh: '内容' },
    colour: { en: 'Colour', zh: '颜色' },
  };
  const pack = defineAction({
    title,
    allow: { staff: true },
    input: z.object({ weight: z.number(), depth: z.number() }),
    output: one(Box),
    run: (ctx, { weight }) => ctx.insert(Box, { weight, inside: [] }),
  });

  test('a desk refuses a field that nobody could read, in a row, within one, in an input and in what another feature adds', () => {
    const lacking = (name: string, feature = 'boxes') => [
      `the field ${name} of ${feature} has no words: list them in the feature’s \`words\``,
    ];
    const boxes = (less: Partial<typeof words>) =>
      defineFeature({ name: 'boxes', entities: [Box], words: { ...words, ...less } as typeof words });
    expect(problemsOf(boxes({}))).toEqual([]);
    expect(problemsOf(boxes({ weight: { en: 'Weight', zh: '' } }))).toEqual(lacking('Box.weight'));
    const { colour: _, ...rest } = words;
    expect(problemsOf(defineFeature({ name: 'boxes', entities: [Box], words: rest }))).toEqual(
      lacking('Box.inside.colour'),
    );
    const packing = { name: 'packing', requires: [boxes({})], actions: { pack } };
    expect(problemsOf(boxes({}), defineFeature(packing))).toEqual(lacking('pack.depth', 'packing'));
    expect(problemsOf(boxes({}), defineFeature({ ...packing, words: { depth: { en: 'Depth', zh: '深度' } } }))).toEqual(
      [],
    );
    const Deep = extend(Box, { fields: { depth: z.number().default(0) } });
    expect(problemsOf(boxes({}), defineFeature({ name: 'deep', requires: [boxes({})], extensions: [Deep] }))).toEqual(
      lacking('Box.depth', 'deep'),
    );
  });

  test('a field is called as its schema says, else its feature, one below, everybody, or the entity whose id it holds', () => {
    const below = defineFeature({ name: 'below', entities: [Box], words });
    const feature = defineFeature({
      name: 'above',
      requires: [below],
      words: { weight: { en: 'Load', zh: '载重' }, 'Box.weight': { en: 'Own weight', zh: '自重' } },
    });
    const called = (owner: string, field: string, schema?: z.ZodType) =>
      fieldWords({ feature, owner, field }, schema)?.en;
    expect(called('Box', 'weight', worded(z.number(), { en: 'Heaviness', zh: '分量' }))).toBe('Heaviness');
    expect([called('Box', 'weight'), called('Crate', 'weight'), called('Crate', 'colour')]).toEqual([
      'Own weight',
      'Load',
      'Colour',
    ]);
    expect([called('Crate', 'insideId'), called('Crate', 'note')]).toEqual(['Inside', 'Note']);
    expect([called('Crate', 'boxId', ref('Box')), called('Crate', 'boxIds', z.array(ref('Box')).nullable())]).toEqual([
      'Box',
      'Box',
    ]);
    expect(called('Crate', 'mystery')).toBeUndefined();
  });

  test('what a feature calls a name that means the same everywhere holds for its own fields, not for those above it', () => {
    const number = { en: 'Order number', zh: '订单号' };
    const below = defineFeature({ name: 'below', words: { number, 'Paper.number': { en: 'Sheet', zh: '页码' } } });
    const above = defineFeature({ name: 'above', requires: [below], words: { label: { en: 'Tag', zh: '标签' } } });
    const called = (feature: Feature, owner: string) => fieldWords({ feature, owner, field: 'number' })?.en;
    expect([called(below, 'Order'), called(above, 'Claim'), called(above, 'Paper')]).toEqual([
      'Order number',
      'Number',
      'Sheet',
    ]);
    const place = { feature: above, owner: 'Claim', field: 'label' };
    expect(fieldWords(place)?.en).toBe('Tag');
    const standard = (name: string) => standardFeatures.find((one) => one.name === name) as Feature | undefined;
    const ours = (feature: string, owner: string) =>
      fieldWords({ feature: standard(feature), owner, field: 'number' })?.en;
    expect([ours('complaints', 'Complaint'), ours('aftersales', 'AfterSalesCase'), ours('work', 'WorkItem')]).toEqual([
      'Complaint number',
      'Case number',
      'Number',
    ]);
  });

  test('no feature lists words of fields that neither it nor a feature above has', () => {
    const stem = (name: string) => name.replace(/Id(s?)$/, '$1');
    const names = new Set<string>();
    const collect = (schema: z.core.$ZodType, seen = new Set<unknown>()): void => {
      if (seen.has(schema)) return;
      seen.add(schema);
      const { shape, ...parts } = schema._zod.def as unknown as Record<string, unknown>;
      for (const [name, part] of Object.entries((shape ?? {}) as Record<string, z.core.$ZodType>)) {
        names.add(name).add(stem(name));
        collect(part, seen);
      }
      for (const part of Object.values(parts).flat()) if (part instanceof z.ZodType) collect(part, seen);
    };
    for (const { entities, extensions, actions, views } of standardFeatures as readonly Feature[]) {
      for (const { schema } of entities) collect(schema);
      for (const { adds } of extensions) collect(z.object(adds.fields));
      for (const { input, output } of Object.values({ ...actions, ...views })) {
        collect(input);
        if (output.schema) collect(output.schema);
      }
    }
    for (const { name, words: listed } of standardFeatures as readonly Feature[]) {
      const dead = Object.keys(listed).filter((key) => !names.has(key.split('.').at(-1) ?? ''));
      expect([name, dead]).toEqual([name, []]);
    }
  });
});
