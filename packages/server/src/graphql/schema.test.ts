import { anyCodes, anyWords } from '@shopdesk/core/testing';
import { readFile } from 'node:fs/promises';
import {
  createDesk,
  defineAction,
  codes,
  defineEntity,
  defineFeature,
  defineView,
  named,
  one,
  ref,
  value,
  type DeskStore,
  type Feature,
  type Ports,
} from '@shopdesk/core';
import { printSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createSchema } from './schema.ts';
import { AUDIENCES } from './audiences.ts';
import { SCHEMA_FILES, standardSchemaText } from './standard-schema.ts';

const nothing = {} as DeskStore & Ports;
const schemaOf = (...features: readonly Feature[]) =>
  printSchema(
    createSchema({
      audience: 'staff',
      desk: createDesk({ features, store: nothing, ports: nothing, clock: () => new Date(0), newId: () => '' }),
    }),
  );

/** The schema without what it says to people. */
const bare = (text: string) => text.replace(/ *"""[\s\S]*?"""\n/g, '').replace(/\n\n(?= )/g, '\n');

const title = { en: 'T', zh: '题' };
const boxKind = codes('BoxKind', {
  SMALL: { en: 'Small', zh: '小', note: 'Fits through the door.' },
  LARGE: { en: 'Large', zh: '大' },
});
const Box = defineEntity({
  name: 'Box',
  plural: 'Boxes',
  title,
  visible: () => 'all',
  schema: z.object({
    kind: boxKind,
    size: named('BoxSize', z.object({ width: z.int(), weight: z.number() })),
    tongue: anyCodes('Tongue', ['zh-CN', 'en']),
    parentId: ref('Box').nullable(),
    childIds: z.array(ref('Box')),
    extra: z.record(z.string(), z.json()),
  }),
});
const action = (input: z.ZodObject, output: Parameters<typeof defineAction>[0]['output']) =>
  defineAction({ title, allow: { staff: true }, input, output, run: () => undefined });

describe('the printed schema', () => {
  test.each(AUDIENCES)('is the committed one for %s (pnpm schema writes it)', async (audience) => {
    const committed = await readFile(new URL(`../../../../${SCHEMA_FILES[audience]}`, import.meta.url), 'utf8');
    expect(committed).toBe(standardSchemaText(audience));
  });

  test('says nothing of secrets, of the kernel’s own rows and of what only the desk may do', () => {
    const text = AUDIENCES.map(standardSchemaText).join('');
    for (const hidden of [
      'passwordHash',
      'tokenHash',
      'blobKey: String\n',
      'type Timer',
      'type IdempotencyKey',
      'closeIdleConversation',
      'createTenant',
    ])
      expect(text).not.toContain(hidden);
    expect(text).not.toMatch(/type IdentityKey \{[^}]*material/);
  });
});

describe('types', () => {
  test('are named after the entity and the field, after a mark, or are scalars', () => {
    const text = bare(schemaOf(defineFeature({ words: anyWords, name: 'boxes', entities: [Box] })));
    expect(text).toContain('kind: BoxKind!');
    expect(text).toContain('size: BoxSize!');
    expect(text).toContain('weight: Float!');
    expect(text).toContain('tongue: String!');
    expect(text).toMatch(/parentId: ID\n[^}]*parent: Box\n/);
    expect(text).toMatch(/childIds: \[ID!\]!\n\s*childs: \[Box!\]!/);
    expect(text).toContain('extra: JSON!');
  });

  test('say what each field is called, in rows, references, inputs, filters and orders', () => {
    const pack = action(z.object({ weight: z.number().optional() }), one(Box));
    const words = {
      weight: { en: 'Weight', zh: '重量', note: 'In kilograms.' },
      'Box.parent': { en: 'Box around it', zh: '外箱' },
    };
    const rest = Object.fromEntries(
      [...Object.keys(Box.schema.shape), 'width'].map((name) => [name, { en: name, zh: '某' }]),
    );
    const boxes = { name: 'boxes', entities: [Box], actions: { pack } };
    const text = schemaOf(defineFeature({ ...boxes, words: { ...rest, parentId: words['Box.parent'], ...words } }));
    expect(text.match(/"""Weight · 重量. In kilograms."""\n {2}weight: Float/g)).toHaveLength(2);
    expect(text).toMatch(/"""Box around it · 外箱"""\n {2}parentId: ID/);
    expect(text).toMatch(/Box around it · 外箱. Null when there is none[^"]*"""\n {2}parent: Box/);
  });

  test('of fields with the same codes are one enum wherever it stands, whose values say what they are called', () => {
    const pack = action(z.object({ wanted: boxKind, others: z.array(boxKind).optional() }), one(Box));
    const boxes = defineFeature({ words: anyWords, name: 'boxes', entities: [Box], actions: { pack } });
    const text = schemaOf(boxes);
    expect(bare(text)).toMatch(/input PackInput \{\n\s*wanted: BoxKind!\n\s*others: \[BoxKind!\]\n/);
    expect(text).toContain('"""Small · 小. Fits through the door."""\n  SMALL');
    expect(text).toContain('"""Large · 大"""\n  LARGE');
    expect(text.match(/^enum BoxKind /gm)).toHaveLength(1);
  });

  test('refuse a value that is named like an entity and a reference to nothing', () => {
    const wrong = action(z.object({}), value('Box', z.object({ a: z.string() })));
    expect(() =>
      schemaOf(defineFeature({ words: anyWords, name: 'boxes', entities: [Box], actions: { wrong } })),
    ).toThrow(
      'the type Box is wanted by the entity Box of the feature boxes and by the answer of wrong of the feature boxes',
    );
    const Lost = defineEntity({
      name: 'Lost',
      title,
      visible: () => 'all',
      schema: z.object({ homeId: ref('Nowhere') }),
    });
    expect(() => schemaOf(defineFeature({ words: anyWords, name: 'lost', entities: [Lost] }))).toThrow(
      'unknown entity Nowhere',
    );
  });

  test('refuse two entities whose queries have one name', () => {
    const Twin = defineEntity({
      name: 'Twin',
      plural: 'Box',
      title,
      visible: () => 'all',
      schema: z.object({ a: z.string() }),
      list: { filters: [], orders: [[['a', 'asc']]] },
    });
    expect(() => schemaOf(defineFeature({ words: anyWords, name: 'boxes', entities: [Box, Twin] }))).toThrow(
      'two queries are named box',
    );
  });

  test('refuse a view that hides the list of an entity, or its row behind something else, and one named like a query of the desk', () => {
    const Crate = defineEntity({
      name: 'Crate',
      title,
      visible: () => 'all',
      schema: z.object({ a: z.string() }),
      list: { filters: [], orders: [[['a', 'asc']]] },
    });
    const crates = value('CrateList', z.object({ names: z.array(z.string()) }));
    const withView = (name: string, output: Parameters<typeof defineView>[0]['output']) => () =>
      schemaOf(
        defineFeature({
          words: anyWords,
          name: 'crates',
          entities: [Crate],
          views: {
            [name]: defineView({ title, allow: { staff: true }, input: z.object({}), output, run: () => undefined }),
          },
        }),
      );
    expect(withView('crates', crates)).toThrow('the view crates hides a query of Crate');
    expect(withView('crate', crates)).toThrow('the view crate hides a query of Crate');
    expect(withView('crate', one(Crate))).not.toThrow();
    expect(withView('availableActions', crates)).toThrow('two queries are named availableActions');
  });
});
