import {
  addTo,
  createDesk,
  defineAction,
  defineEntity,
  defineFeature,
  memberOf,
  named,
  one,
  standardFeatures,
  vocabulary,
  type DeskStore,
  type Feature,
  type Ports,
} from '@shopdesk/core';
import { anyWords, MemoryStore } from '@shopdesk/core/testing';
import { printSchema } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from 'shopdesk-test/database';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createSchema } from './schema.ts';

const title = { en: 'Drink', zh: '饮料' };
const DrinkKind = vocabulary('DrinkKind', { TEA: { en: 'Tea', zh: '茶' } });
const kind = named('DrinkKind', memberOf(DrinkKind));
const Drink = defineEntity({
  name: 'Drink',
  title,
  schema: z.object({ kind, mixed: z.array(kind) }),
  visible: () => 'all',
  list: { filters: ['kind'], orders: [[['kind', 'asc']]] },
});
const bar = defineFeature({
  words: anyWords,
  name: 'bar',
  vocabularies: [DrinkKind],
  entities: [Drink],
  actions: {
    pour: defineAction({
      title,
      allow: { staff: true },
      input: z.object({ kind, mixed: z.array(kind).default([]) }),
      output: one(Drink),
      run: (ctx, input) => ctx.insert(Drink, input),
    }),
  },
});
const coffee = defineFeature({
  words: anyWords,
  name: 'coffee',
  requires: [bar],
  members: [addTo(DrinkKind, { COFFEE: { en: 'Coffee', zh: '咖啡' } })],
});

const nothing = {} as DeskStore & Ports;
const schemaOf = (...features: readonly Feature[]) =>
  printSchema(
    createSchema({
      audience: 'staff',
      desk: createDesk({ features, store: nothing, ports: nothing, clock: () => new Date(0), newId: () => '' }),
    }),
  );

describe('a vocabulary to which features add, at the door', () => {
  let desk: TestServer | undefined;
  let database: TestDatabase | undefined;
  afterEach(async () => {
    await desk?.close();
    await database?.remove();
  });

  test('is one enum of all members with their words', () => {
    expect(schemaOf(bar, coffee)).toContain(
      'enum DrinkKind {\n  """Tea · 茶"""\n  TEA\n\n  """Coffee · 咖啡"""\n  COFFEE\n}',
    );
    expect(schemaOf(bar, coffee)).toMatch(
      /input PourInput \{[^}]*\n {2}kind: DrinkKind!\n[^}]*\n {2}mixed: \[DrinkKind!\]/,
    );
    expect(schemaOf(bar)).not.toContain('COFFEE');
  });

  test('is stored, filtered, described with its words, and refused on a desk without the feature', async () => {
    database = await createTestDatabase('pglite', { tables: true });
    desk = await createTestServer({ database: database.options, features: [...standardFeatures, bar, coffee] });
    const { token } = await desk.staff('AD1', ['AD']);
    const pour = 'mutation ($i: PourInput!) { p: pour(input: $i) { drink { kind mixed } denied { code } } }';
    const input = { kind: 'COFFEE', mixed: ['COFFEE', 'TEA'] };
    expect((await desk.gql(pour, { i: input }, { token })).data).toEqual({ p: input });
    await desk.gql(pour, { i: { kind: 'TEA' } }, { token });
    const list = '{ drinks(first: 5, filter: { kind: { eq: COFFEE } }) { nodes { kind mixed } } }';
    expect((await desk.gql(list, {}, { token })).data).toEqual({ drinks: { nodes: [input] } });
    const { data } = await desk.gql<{
      d: { entities: { name: string; fields: { name: string; schema: object }[] }[] };
    }>('{ d: deskDescription }', {}, { token });
    const fields = data.d.entities.find(({ name }) => name === 'Drink')?.fields ?? [];
    expect(fields.filter(({ name }) => name === 'kind' || name === 'mixed')).toMatchObject([
      { schema: { enum: ['TEA', 'COFFEE'], codes: 'DrinkKind' } },
      { schema: { items: { enum: ['TEA', 'COFFEE'], codes: 'DrinkKind' } } },
    ]);
    const named = await desk.gql<{ n: Record<string, object> }>(
      '{ n: codeNames }',
      {},
      { token, headers: { 'x-desk-locale': 'zh-CN' } },
    );
    expect(named.data.n['DrinkKind']).toEqual({ TEA: '茶', COFFEE: '咖啡' });
    await desk.close();
    desk = await createTestServer({ store: new MemoryStore(), features: [...standardFeatures, bar] });
    const again = await desk.staff('AD1', ['AD']);
    const perform =
      'mutation ($i: JSON!) { p: performAction(name: "pour", input: $i) { denied { code fields { path } } } }';
    expect((await desk.gql(perform, { i: input }, { token: again.token })).data).toEqual({
      p: { code: 'VALIDATION_FAILED', fields: [{ path: 'kind' }, { path: 'mixed.0' }] },
    });
  });
});
