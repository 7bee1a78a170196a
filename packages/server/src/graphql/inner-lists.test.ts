import {
  createDesk,
  defineEntity,
  defineFeature,
  ref,
  standardFeatures,
  type DeskStore,
  type Feature,
  type Ports,
} from '@shopdesk/core';
import { anyWords } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, type TestDatabase } from 'shopdesk-test/database';
import { createTestChat } from '../testing/test-chat.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { createSchema } from './schema.ts';

let desk: TestServer;
let database: TestDatabase | undefined;
afterEach(async () => {
  await (desk as TestServer | undefined)?.close();
  await database?.remove();
  database = undefined;
});

interface PageOfMessages {
  readonly nodes: readonly { readonly body: string }[];
  readonly pageInfo: {
    readonly startCursor: string | null;
    readonly endCursor: string | null;
    readonly hasPreviousPage: boolean;
    readonly hasNextPage: boolean;
  };
}

const PAGE = 'nodes { body } pageInfo { startCursor endCursor hasPreviousPage hasNextPage }';
const MESSAGES = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  conversation(id: $id) { messages(first: $first, after: $after, last: $last, before: $before) { ${PAGE} } }
}`;

describe('the list within a row', () => {
  async function chats(count: number) {
    const chat = await createTestChat();
    desk = chat.desk;
    const opened = [];
    for (let n = 0; n < count; n += 1) {
      const shopper = await desk.shopper();
      const id = await chat.open(shopper.token);
      for (const text of ['one', 'two', 'three']) await chat.say(id, `${text} of ${n}`, shopper.token);
      opened.push({ ...shopper, id });
    }
    return { ...chat, opened };
  }
  const bodiesOf = ({ nodes }: PageOfMessages) => nodes.map(({ body }) => body).filter((body) => / of \d/.test(body));

  test('holds the rows that refer to it, for many rows by one query', async () => {
    const { store, agent } = await chats(4);
    store.queries.length = 0;
    const { data, errors } = await desk.gql<{ conversations: { nodes: { messages: PageOfMessages }[] } }>(
      `{ conversations(first: 10, orderBy: QUEUED_AT_ASC) { nodes { messages(first: 10) { ${PAGE} } } } }`,
      {},
      { token: agent.token },
    );
    expect(errors).toEqual([]);
    const found = data.conversations.nodes.map(({ messages }) => bodiesOf(messages));
    expect(found.toSorted()).toEqual([0, 1, 2, 3].map((n) => [`one of ${n}`, `two of ${n}`, `three of ${n}`]));
    expect(store.queries.filter(({ entity }) => entity.name === 'Message')).toHaveLength(1);
  });

  test('is read forwards and backwards from any place, and says where there is more', async () => {
    const { agent, opened } = await chats(1);
    const read = async (variables: object) =>
      (
        await desk.gql<{ conversation: { messages: PageOfMessages } }>(
          MESSAGES,
          { id: opened[0]?.id, ...variables },
          { token: agent.token },
        )
      ).data.conversation.messages;
    const all = (await read({ first: 50 })).nodes.map(({ body }) => body);
    expect(all).toHaveLength(3);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: PageOfMessages = await read({ first: 2, after });
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...nodes.map(({ body }) => body));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(all);
    const end = await read({ last: 2 });
    expect(end.nodes.map(({ body }) => body)).toEqual(all.slice(-2));
    expect(end.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const before = await read({ last: 50, before: end.pageInfo.startCursor });
    expect(before.nodes.map(({ body }) => body)).toEqual(all.slice(0, -2));
    expect(before.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true });
  });

  test('refuses a size, a cursor or a direction that cannot be, and more rows than an answer may hold', async () => {
    const { agent, opened } = await chats(1);
    const codes = async (variables: object) =>
      (await desk.gql(MESSAGES, { id: opened[0]?.id, ...variables }, { token: agent.token })).errors.map(
        ({ extensions: { code, fields } }) => [code, (fields as { path: string }[] | undefined)?.[0]?.path],
      );
    expect(await codes({ first: 0 })).toEqual([['VALIDATION_FAILED', 'first']]);
    expect(await codes({ last: 101 })).toEqual([['VALIDATION_FAILED', 'last']]);
    expect(await codes({ first: 2, after: 'nonsense' })).toEqual([['VALIDATION_FAILED', 'after']]);
    expect(await codes({ last: 2, before: 'nonsense' })).toEqual([['VALIDATION_FAILED', 'before']]);
    expect(await codes({ first: 2, before: 'x' })).toEqual([['VALIDATION_FAILED', 'before']]);
    expect(await codes({ last: 2, after: 'x' })).toEqual([['VALIDATION_FAILED', 'after']]);
    expect(await codes({ first: 2 })).toEqual([]);
  });

  test('holds nothing that the viewer may not see', async () => {
    const { agent, opened } = await chats(2);
    const [mine, theirs] = opened as [(typeof opened)[0], (typeof opened)[0]];
    const ofCustomer =
      'query ($id: ID!) { customer(id: $id) { conversations { nodes { id } } cases { nodes { id } } } }';
    const ask = (id: string, token: string) => desk.gql(ofCustomer, { id }, { token });
    expect((await ask(mine.customerId, mine.token)).data).toEqual({
      customer: { conversations: { nodes: [{ id: mine.id }] }, cases: { nodes: [] } },
    });
    expect((await ask(theirs.customerId, mine.token)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect((await ask(mine.customerId, agent.token)).data).toMatchObject({
      customer: { conversations: { nodes: [{ id: mine.id }] } },
    });
    // Somebody who may see the customer, and no conversation of their store.
    const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
    const { id: storeId } = (await desk.server.desk.perform(system, 'createStore', { name: 'S2', key: 'store-2' })) as {
      id: string;
    };
    const other = await desk.staff('PA9', ['PA'], [storeId]);
    const list = '{ customers(first: 10) { nodes { id conversations { nodes { id } } } } }';
    const { data } = await desk.gql<{ customers: { nodes: { conversations: { nodes: object[] } }[] } }>(
      list,
      {},
      { token: other.token },
    );
    expect(data.customers.nodes.flatMap(({ conversations }) => conversations.nodes)).toEqual([]);
  });

  test('is the same on a database', async () => {
    database = await createTestDatabase('pglite', { tables: true });
    desk = await createTestServer({ database: database.options });
    const agent = await desk.staff('PA1', ['PA']);
    const [a, b] = [await desk.shopper(), await desk.shopper()];
    const open = 'mutation { r: openConversation(input: {}) { conversation { id } } }';
    const idOf = async (token: string) => (await desk.gql<{ r: { id: string } }>(open, {}, { token })).data.r.id;
    const ids = [await idOf(a.token), await idOf(b.token)];
    const query =
      '{ customers(first: 5) { nodes { id conversations(last: 1) { nodes { id messages { nodes { seq } } } } } } }';
    const { data, errors } = await desk.gql<{
      customers: { nodes: { id: string; conversations: { nodes: { id: string; messages: { nodes: object[] } }[] } }[] };
    }>(query, {}, { token: agent.token });
    expect(errors).toEqual([]);
    const byCustomer = new Map(data.customers.nodes.map(({ id, conversations }) => [id, conversations.nodes]));
    expect([a, b].map(({ customerId }) => byCustomer.get(customerId)?.map(({ id }) => id))).toEqual(
      ids.map((id) => [id]),
    );
  });
});

describe('a list of rows', () => {
  test('is read backwards too', async () => {
    const chat = await createTestChat();
    desk = chat.desk;
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      ids.push(await chat.open((await desk.shopper()).token));
      desk.clock.advance(1000);
    }
    const query = `query ($last: Int, $before: String) {
      conversations(orderBy: QUEUED_AT_ASC, last: $last, before: $before) {
        nodes { id }
        pageInfo { startCursor hasPreviousPage hasNextPage }
      }
    }`;
    interface Found {
      readonly conversations: { nodes: { id: string }[]; pageInfo: { startCursor: string; hasPreviousPage: boolean } };
    }
    const read = async (variables: object) =>
      (await desk.gql<Found>(query, variables, { token: chat.agent.token })).data.conversations;
    const end = await read({ last: 2 });
    expect([end.nodes.map(({ id }) => id), end.pageInfo.hasPreviousPage]).toEqual([ids.slice(1), true]);
    const begin = await read({ last: 2, before: end.pageInfo.startCursor });
    expect([begin.nodes.map(({ id }) => id), begin.pageInfo.hasPreviousPage]).toEqual([ids.slice(0, 1), false]);
  });
});

describe('a list that a feature declares within a row', () => {
  const title = { en: 'Leaf', zh: '叶' };
  const nothing = {} as DeskStore & Ports;
  const schemaWith = (feature: Feature) =>
    createSchema({
      audience: 'staff',
      desk: createDesk({
        features: [...standardFeatures, feature],
        store: nothing,
        ports: nothing,
        clock: () => new Date(0),
        newId: () => '',
      }),
    });
  const leaf = (within: NonNullable<Parameters<typeof defineEntity>[0]['within']>) =>
    defineFeature({
      name: 'leaves',
      words: anyWords,
      entities: [
        defineEntity({
          name: 'Leaf',
          title,
          visible: () => 'all',
          schema: z.object({ conversationId: ref('Conversation'), colour: z.string() }),
          within: within as never,
        }),
      ],
    });
  const conversation = (feature: Feature) =>
    (schemaWith(feature).getType('Conversation') as unknown as { getFields(): Record<string, unknown> }).getFields();

  test('is there, and refused where it refers to nothing, has no order, or takes the name of a field', () => {
    expect(conversation(leaf({ conversationId: { as: 'leaves', order: [['colour', 'asc']] } }))).toHaveProperty(
      'leaves',
    );
    const wrong = (within: Parameters<typeof leaf>[0]) => () => conversation(leaf(within));
    expect(wrong({ colour: { as: 'leaves', order: [['colour', 'asc']] } })).toThrow('refers to no row');
    expect(wrong({ conversationId: { as: 'leaves' } })).toThrow('the list leaves of Leaf has no order');
    expect(wrong({ conversationId: { as: 'state', order: [['colour', 'asc']] } })).toThrow(
      'Conversation has a field and a list named state',
    );
    expect(wrong({ conversationId: { as: 'messages', order: [['colour', 'asc']] } })).toThrow(
      'two lists of Conversation are named messages',
    );
  });
});
