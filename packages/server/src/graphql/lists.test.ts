import {
  createDesk,
  defineEntity,
  defineFeature,
  defineView,
  listOf,
  pageOf,
  type DeskStore,
  type Ports,
} from '@shopdesk/core';
import { anyWords } from '@shopdesk/core/testing';
import { buildSchema, isListType, getNullableType, printSchema } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestChat } from '../testing/test-chat.ts';
import type { TestServer } from '../testing/test-server.ts';
import { AUDIENCES } from './audiences.ts';
import { createSchema } from './schema.ts';
import { standardSchemaText } from './standard-schema.ts';

const title = { en: 'T', zh: '题' };
const Box = defineEntity({ name: 'Box', plural: 'Boxes', title, visible: () => 'all', schema: z.object({}) });
const nothing = {} as DeskStore & Ports;
const schemaWith = (output: Parameters<typeof defineView>[0]['output'], input: z.ZodObject = z.object({})) => {
  const open = defineView({ title, allow: { staff: true }, input, output, run: () => undefined });
  const features = [defineFeature({ words: anyWords, name: 'boxes', entities: [Box], views: { open } })];
  const desk = createDesk({ features, store: nothing, ports: nothing, clock: () => new Date(0), newId: () => '' });
  return createSchema({ audience: 'staff', desk });
};

describe('a query', () => {
  test.each(AUDIENCES)('for %s that answers a bare list says how many rows it has at most, and why', (audience) => {
    const queries = Object.values(buildSchema(standardSchemaText(audience)).getQueryType()?.getFields() ?? {});
    const unbounded = queries
      .filter(({ type }) => isListType(getNullableType(type)))
      .filter(({ description }) => !description?.includes('At most '));
    expect(unbounded.map(({ name }) => name)).toEqual([]);
  });

  test('that answers a list without an end is refused, with the way out', () => {
    const unbounded = { shape: 'list', entity: Box } as const;
    expect(() => schemaWith(unbounded)).toThrow(
      'the view open answers a list that can grow without end; let it answer a page (pageOf)',
    );
    expect(() => schemaWith(listOf(Box, 'Few.'))).toThrow('listOf(Box, ');
    expect(printSchema(schemaWith(listOf(Box, 'At most 7: one for each day.')))).toContain(
      'T · 题. For staff. At most 7: one for each day.',
    );
  });

  test('that answers a page takes what every page takes, and nothing of that name of its own', () => {
    const page = pageOf(Box, [['createdAt', 'asc']]);
    const open = schemaWith(page).getQueryType()?.getFields()['open'];
    expect([String(open?.type), open?.args.map(({ name }) => name)]).toEqual([
      'BoxConnection!',
      ['first', 'after', 'last', 'before'],
    ]);
    expect(() => schemaWith(page, z.object({ first: z.int() }))).toThrow(
      'the view open answers a page and takes first of its own',
    );
  });
});

describe('a page of a view', () => {
  let desk: TestServer;
  afterEach(() => desk.close());

  interface Found {
    readonly r: {
      readonly nodes: readonly { readonly body: string }[];
      readonly pageInfo: Readonly<Record<'startCursor' | 'endCursor', string>> &
        Readonly<Record<'hasNextPage' | 'hasPreviousPage', boolean>>;
    };
  }

  async function said(texts: readonly string[]) {
    const chat = await createTestChat();
    ({ desk } = chat);
    const conversationId = await chat.open(chat.shopper.token);
    for (const text of texts) {
      desk.clock.advance(1000);
      await chat.say(conversationId, text, chat.shopper.token);
    }
    const query =
      'query ($first: Int, $after: String, $last: Int, $before: String) { r: searchMessages(text: "umbrella", first: $first, after: $after, last: $last, before: $before) { nodes { body } pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } }';
    return async (page: object) => {
      const { data, errors } = await desk.gql<Found | null>(query, page, { token: chat.agent.token });
      return { errors, pageInfo: data?.r.pageInfo, bodies: data?.r.nodes.map(({ body }) => body) };
    };
  }

  test('follows the one before without gap or repeat, forwards and backwards', async () => {
    const texts = [1, 2, 3, 4, 5].map((number) => `umbrella ${number}`);
    const found = await said(texts);
    const first = await found({ first: 2 });
    expect([first.bodies, first.pageInfo?.hasNextPage]).toEqual([['umbrella 5', 'umbrella 4'], true]);
    const second = await found({ first: 2, after: first.pageInfo?.endCursor });
    expect([second.bodies, second.pageInfo?.hasNextPage]).toEqual([['umbrella 3', 'umbrella 2'], true]);
    const third = await found({ first: 2, after: second.pageInfo?.endCursor });
    expect([third.bodies, third.pageInfo?.hasNextPage]).toEqual([['umbrella 1'], false]);
    const oldest = await found({ last: 2 });
    expect([oldest.bodies, oldest.pageInfo?.hasPreviousPage]).toEqual([['umbrella 2', 'umbrella 1'], true]);
    const back = await found({ last: 2, before: oldest.pageInfo?.startCursor });
    expect(back.bodies).toEqual(['umbrella 4', 'umbrella 3']);
  });

  test('is refused for a cursor of another list and for more rows than a page has', async () => {
    const found = await said(['umbrella']);
    for (const page of [{ first: 101 }, { after: Buffer.from('["SEQ_ASC",1,"x"]').toString('base64url') }])
      expect((await found(page)).errors).toMatchObject([{ extensions: { code: 'VALIDATION_FAILED' } }]);
  });
});
