import {
  createDesk,
  defineAction,
  defineEntity,
  defineFeature,
  listOf,
  maybe,
  one,
  pageOf,
  value,
  type DeskStore,
  type Ports,
} from '@shopdesk/core';
import { anyWords, MemoryStore } from '@shopdesk/core/testing';
import { buildSchema, isListType, isNonNullType, isObjectType, type GraphQLSchema } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { AUDIENCES } from './audiences.ts';
import { createSchema } from './schema.ts';
import { standardSchemaText } from './standard-schema.ts';

const mutationsOf = (schema: GraphQLSchema) => Object.values(schema.getMutationType()?.getFields() ?? {});

describe.each(AUDIENCES)('every mutation of %s', (audience) => {
  const schema = buildSchema(standardSchemaText(audience));

  test('answers a payload of its own, which is there also when it is refused', () => {
    const own = mutationsOf(schema).map(({ name, type }) => [name, String(type)]);
    expect(own).toEqual(own.map(([name = '']) => [name, `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload!`]));
  });

  test('says in it what was done and why not, each of which may be null', () => {
    for (const { name, type } of mutationsOf(schema)) {
      const payload = isNonNullType(type) ? type.ofType : type;
      if (!isObjectType(payload)) throw new Error(`${name} answers no object.`);
      const fields = Object.values(payload.getFields());
      expect([name, fields.length, String(payload.getFields()['denied']?.type)]).toEqual([name, 2, 'Denied']);
      expect([name, fields.filter((field) => isNonNullType(field.type))]).toEqual([name, []]);
    }
  });
});

describe('a payload', () => {
  const title = { en: 'T', zh: '题' };
  const Box = defineEntity({ name: 'Box', plural: 'Boxes', title, visible: () => 'all', schema: z.object({}) });
  const nothing = {} as DeskStore & Ports;
  const payloadFor = (output: Parameters<typeof defineAction>[0]['output']) => {
    const pack = defineAction({ title, allow: { staff: true }, input: z.object({}), output, run: () => undefined });
    const boxes = defineFeature({ words: anyWords, name: 'boxes', entities: [Box], actions: { pack } });
    const desk = createDesk({
      features: [boxes],
      store: nothing,
      ports: nothing,
      clock: () => new Date(0),
      newId: () => '',
    });
    const payload = createSchema({ audience: 'staff', desk }).getType('PackPayload');
    return isObjectType(payload)
      ? Object.values(payload.getFields()).map(({ name, type }) => `${name}: ${String(type)}`)
      : [];
  };

  test.each([
    ['a row under the name of its entity', one(Box), 'box: Box'],
    ['rows under their plural', listOf(Box, 'At most 3.'), 'boxes: [Box!]'],
    ['a value under its type', value('Packed', z.object({ size: z.int() })), 'packed: Packed'],
    ['a number under its name', value('Weight', z.int()), 'weight: Int'],
  ])('says %s', (_, output, field) => expect(payloadFor(output)).toEqual([field, 'denied: Denied']));

  test.each([
    ['a page', pageOf(Box, [['id', 'asc']])],
    ['a row or nothing', maybe(Box)],
  ])('cannot be made of %s', (answers, output) =>
    expect(() => payloadFor(output)).toThrow(`the action pack answers ${answers}; let it answer`),
  );
});

describe('on the wire', () => {
  let desk: TestServer | undefined;
  afterEach(() => desk?.close());

  test('one of the two is null: what was done, or why not', async () => {
    desk = await createTestServer({ store: new MemoryStore() });
    const { token } = await desk.shopper();
    const ask = async (query: string) =>
      (
        await desk!.post('/shopper', JSON.stringify({ query }), {
          token,
          headers: { 'content-type': 'application/json' },
        })
      ).json();
    expect(await ask('mutation { openConversation(input: {}) { conversation { state } denied { code } } }')).toEqual({
      data: { openConversation: { conversation: { state: 'OFFLINE' }, denied: null } },
    });
    const refused =
      'mutation { r: rateConversation(input: { id: "none", score: 5 }) { rating { score } denied { code } } }';
    expect(await ask(refused)).toMatchObject({
      data: { r: { rating: null, denied: { code: 'NOT_FOUND' } } },
      extensions: { denials: [{ path: ['r'], code: 'NOT_FOUND' }] },
    });
  });
});

test('a list is a list in a payload, too', () => {
  const schema = buildSchema(standardSchemaText('staff'));
  const payload = schema.getType('StartServicePayload');
  expect(isObjectType(payload) && isListType(payload.getFields()['conversations']?.type)).toBe(true);
});
