import { Customer } from '@shopdesk/core';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestChat, OPEN, SEND, TAKE } from '../testing/test-chat.ts';
import type { TestServer } from '../testing/test-server.ts';

const NOTE = 'mutation ($i: AddNoteInput!) { r: addNote(input: $i) { message { seq } } }';
let desk: TestServer;
afterEach(() => desk.close());

async function setUp() {
  const chat = await createTestChat();
  desk = chat.desk;
  return chat;
}

describe('a mutation', () => {
  test('answers with the entity or says why not, and a stale version is a conflict', async () => {
    const { agent, shopper, open } = await setUp();
    const id = await open(shopper.token);
    const stale = await desk.gql(TAKE, { i: { id }, v: 7 }, { token: agent.token });
    expect(stale.data).toMatchObject({ r: { __typename: 'Denied', code: 'CONFLICT', details: { version: 1 } } });
    expect((await desk.gql(TAKE, { i: { id }, v: 1 }, { token: agent.token })).data).toMatchObject({
      r: { __typename: 'Conversation', state: 'ASSIGNED', ownerId: agent.id },
    });
    const { data } = await desk.gql(TAKE, { i: { id } }, { token: agent.token });
    expect(data).toMatchObject({ r: { __typename: 'Denied', code: 'CONFLICT' } });
  });

  test('acts once for one idempotency key', async () => {
    const { shopper, open, nextId } = await setUp();
    const conversationId = await open(shopper.token);
    const input = { conversationId, text: 'once', clientMsgId: nextId() };
    const once = () => desk.gql(SEND, { i: input, k: 'the-same-key' }, { token: shopper.token });
    const [first, second] = [await once(), await once()];
    expect(second.data).toEqual(first.data);
  });

  test('takes no key where the answer holds a token, and refuses one that comes the general way', async () => {
    await setUp();
    const keyed = await desk.gql(
      'mutation { r: startShopperSession(input: { storeKey: "store-1" }, idempotencyKey: "k") { denied { __typename code } } }',
    );
    expect(keyed.errors?.[0]?.message).toContain('Unknown argument "idempotencyKey"');
    const { data } = await desk.gql(
      'mutation { r: performAction(name: "startShopperSession", input: { storeKey: "store-1" }, idempotencyKey: "k") { denied { code fields { path } } } }',
    );
    expect(data).toEqual({ r: { code: 'VALIDATION_FAILED', fields: [{ path: 'idempotencyKey' }] } });
  });

  test('takes null for what may be left out', async () => {
    const { shopper } = await setUp();
    const { data } = await desk.gql(OPEN, { i: { pageUrl: null, contactEmail: null } }, { token: shopper.token });
    expect(data).toMatchObject({ r: { __typename: 'Conversation' } });
  });

  test('says in Chinese or English what is wrong with a field', async () => {
    const { shopper, open } = await setUp();
    const conversationId = await open(shopper.token);
    const refused = (headers: Record<string, string>) =>
      desk.gql(SEND, { i: { conversationId, text: ' ', clientMsgId: 'short' } }, { token: shopper.token, headers });
    expect((await refused({ 'accept-language': 'fr, zh-TW;q=0.9, en;q=0.8' })).data).toMatchObject({
      r: {
        code: 'VALIDATION_FAILED',
        message: '部分内容填写有误。',
        fields: [
          { path: 'clientMsgId', message: '至少 8 个字符。' },
          { path: 'text', message: '消息内容为空。' },
        ],
      },
    });
    expect((await refused({ 'accept-language': 'zh', 'x-desk-locale': 'en' })).data).toMatchObject({
      r: {
        message: 'Some fields are not valid.',
        fields: [{ message: 'At least 8 characters.' }, { message: 'The message is empty.' }],
      },
    });
  });

  test('says in Chinese also what a feature says in its own words', async () => {
    const { agent, shopper, open } = await setUp();
    const id = await open(shopper.token);
    const { data } = await desk.gql(
      SEND,
      { i: { conversationId: id, text: 'hi', clientMsgId: 'client-x1' } },
      { token: agent.token, headers: { 'x-desk-locale': 'zh-CN' } },
    );
    expect(data).toMatchObject({ r: { code: 'FORBIDDEN', message: '请先接入会话。' } });
  });
});

describe('a query', () => {
  test('of a row that is not the viewer’s says that there is none', async () => {
    const { shopper, open } = await setUp();
    const id = await open(shopper.token);
    const stranger = await desk.shopper();
    const { data, errors } = await desk.gql(
      'query ($id: ID!) { conversation(id: $id) { id } }',
      { id },
      { token: stranger.token },
    );
    expect([data, errors]).toMatchObject([
      { conversation: null },
      [{ message: 'Not found.', extensions: { code: 'NOT_FOUND' } }],
    ]);
    expect(errors[0]?.extensions['details']).toBeUndefined();
  });

  test('loads what rows refer to with one query per entity', async () => {
    const { store, agent, open } = await setUp();
    for (let n = 0; n < 12; n += 1) await open((await desk.shopper()).token);
    store.queries.length = 0;
    const { data } = await desk.gql<{
      conversations: { nodes: { customer: { id: string; store: { name: string } } }[] };
    }>(
      '{ conversations { nodes { customer { id store { name } } store { name } owner { name } } } }',
      {},
      { token: agent.token },
    );
    expect(data.conversations.nodes).toHaveLength(12);
    expect(new Set(data.conversations.nodes.map(({ customer }) => customer.id)).size).toBe(12);
    expect(store.queries.filter(({ entity }) => entity.name === Customer.name)).toHaveLength(1);
    expect(store.queries.filter(({ entity }) => entity.name === 'Store').length).toBeLessThanOrEqual(2);
  });

  test('gives a shopper the id of an agent and nothing behind it', async () => {
    const { agent, shopper, open } = await setUp();
    const id = await open(shopper.token);
    await desk.gql(TAKE, { i: { id } }, { token: agent.token });
    const ask = (owner: string) =>
      desk.gql(
        `query ($id: ID!) { conversation(id: $id) { ownerId ${owner} customer { id } } }`,
        { id },
        { token: shopper.token },
      );
    expect((await ask('')).data).toEqual({
      conversation: { ownerId: agent.id, customer: { id: shopper.customerId } },
    });
    expect((await ask('owner { name }')).errors).toMatchObject([
      { message: 'Cannot query field "owner" on type "Conversation".' },
    ]);
  });

  test('shows fields for staff to staff only, and contact data to staff masked', async () => {
    const { agent } = await setUp();
    const identityToken = await desk.identityToken({
      sub: 'lily',
      email: 'lily@example.com',
      phone_number: '13800001234',
      name: 'Lily',
    });
    const identify =
      'mutation ($i: IdentifyShopperInput!) { a: identifyShopper(input: $i) { shopperToken { token customerId } } }';
    const {
      data: { a },
    } = await desk.gql<{ a: { token: string; customerId: string } }>(identify, {
      i: { storeKey: 'store-1', identityToken },
    });
    const query = (more = '') => `query ($id: ID!) { customer(id: $id) { name email phone ${more} } }`;
    const mine = await desk.gql(query(), { id: a.customerId }, { token: a.token });
    expect(mine.data).toEqual({ customer: { name: 'Lily', email: 'lily@example.com', phone: '13800001234' } });
    for (const hidden of ['tags', 'riskNote'])
      expect((await desk.gql(query(hidden), { id: a.customerId }, { token: a.token })).errors).toMatchObject([
        { message: `Cannot query field "${hidden}" on type "Customer".` },
      ]);
    const theirs = await desk.gql(query('tags riskNote'), { id: a.customerId }, { token: agent.token });
    expect(theirs.data).toEqual({
      customer: { name: 'Lily', email: 'l***@example.com', phone: '138****1234', tags: [], riskNote: null },
    });
  });

  test('numbers messages as the viewer counts them', async () => {
    const { agent, shopper, open, say } = await setUp();
    const conversationId = await open(shopper.token);
    await say(conversationId, 'one', shopper.token);
    await desk.gql(NOTE, { i: { conversationId, text: 'VIP', clientMsgId: 'note-0001' } }, { token: agent.token });
    await say(conversationId, 'two', shopper.token);
    const query =
      'query ($c: ID!, $after: Int) { messages(conversationId: $c, afterSeq: $after) { nodes { seq body } } }';
    expect((await desk.gql(query, { c: conversationId }, { token: shopper.token })).data).toEqual({
      messages: {
        nodes: [
          { seq: 1, body: 'one' },
          { seq: 2, body: 'two' },
        ],
      },
    });
    expect((await desk.gql(query, { c: conversationId, after: 1 }, { token: shopper.token })).data).toEqual({
      messages: { nodes: [{ seq: 2, body: 'two' }] },
    });
    expect((await desk.gql(query, { c: conversationId, after: 1 }, { token: agent.token })).data).toEqual({
      messages: {
        nodes: [
          { seq: 2, body: 'VIP' },
          { seq: 3, body: 'two' },
        ],
      },
    });
  });
});

test('messages before a number that one has come from the end, within what lies behind another', async () => {
  const { shopper, open, say } = await setUp();
  const c = await open(shopper.token);
  for (const text of ['one', 'two', 'three', 'four']) await say(c, text, shopper.token);
  const query =
    'query ($c: ID!, $after: Int, $before: Int, $last: Int) { messages(conversationId: $c, afterSeq: $after, beforeSeq: $before, last: $last) { nodes { body } pageInfo { hasPreviousPage } } }';
  const ask = async (range: object) =>
    (await desk.gql(query, { c, ...range }, { token: shopper.token })).data as unknown;
  const page = (bodies: readonly string[], hasPreviousPage: boolean) => ({
    messages: { nodes: bodies.map((body) => ({ body })), pageInfo: { hasPreviousPage } },
  });
  expect(await ask({ before: 4, last: 2 })).toEqual(page(['two', 'three'], true));
  expect(await ask({ before: 4, last: 5 })).toEqual(page(['one', 'two', 'three'], false));
  expect(await ask({ after: 1, before: 4 })).toEqual(page(['two', 'three'], false));
});

describe('a list', () => {
  const LIST =
    'query ($f: ConversationFilter, $n: Int, $after: String, $o: ConversationOrder) { c: conversations(filter: $f, first: $n, after: $after, orderBy: $o) { nodes { id customerName state } pageInfo { endCursor hasNextPage } } }';
  interface List {
    readonly c: {
      readonly nodes: readonly { readonly id: string; readonly state: string }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    };
  }

  async function many(count: number) {
    const { agent, open } = await setUp();
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      ids.push(await open((await desk.shopper(`customer ${n}`)).token));
      if (n % 3 === 0) desk.clock.advance(1000);
    }
    return { agent, ids, list: (variables: object) => desk.gql<List>(LIST, variables, { token: agent.token }) };
  }

  test('comes in pages without gap or repeat, also where values are equal', async () => {
    const { ids, list } = await many(7);
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { data } = await list({ n: 2, after });
      seen.push(...data.c.nodes.map(({ id }) => id));
      after = data.c.pageInfo.endCursor;
      more = data.c.pageInfo.hasNextPage;
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  test('is filtered by comparisons that all hold, and by alternatives', async () => {
    const { agent, ids, list } = await many(4);
    await desk.gql(TAKE, { i: { id: ids[1] } }, { token: agent.token });
    const found = async (f: object) => (await list({ f })).data.c.nodes.map(({ id }) => ids.indexOf(id)).toSorted();
    expect(await found({ state: { eq: 'ASSIGNED' } })).toEqual([1]);
    expect(await found({ state: { ne: 'ASSIGNED' } })).toEqual([0, 2, 3]);
    expect(await found({ ownerId: { eq: null } })).toEqual([0, 2, 3]);
    expect(await found({ ownerId: { ne: null } })).toEqual([1]);
    expect(await found({ lastMessageAt: { gte: '2025-03-10T01:00:00.000Z', lt: '2025-03-10T01:00:01Z' } })).toEqual([
      0,
    ]);
    expect(
      await found({
        or: [
          { ownerId: { eq: agent.id } },
          {
            state: { eq: 'QUEUED' },
            lastMessageAt: { gt: '2025-03-10T01:00:00.500Z', lt: '2025-03-10T01:00:01.500Z' },
          },
        ],
      }),
    ).toEqual([1, 2, 3]);
    expect(await found({ state: { eq: 'QUEUED' }, or: [{ or: [{ ownerId: { eq: agent.id } }] }] })).toEqual([]);
    expect(await found({ or: [] })).toEqual([]);
    expect(await found({ state: null, or: null })).toHaveLength(4);
  });

  test('is not filtered or ordered by a name for those who do not read it', async () => {
    const { agent, list } = await many(2);
    expect((await list({ f: { customerName: { eq: 'customer 1' } } })).errors).toEqual([]);
    const admin = await desk.staff('AD1', ['AD']);
    await desk.gql(
      'mutation { setPermissionRoles(input: { permission: "customer.read", roles: [AD] }) { denied { __typename code } } }',
      {},
      { token: admin.token },
    );
    await desk.gql(
      'mutation { setPermissionRoles(input: { permission: "address.read", roles: [] }) { denied { __typename code } } }',
      {},
      { token: admin.token },
    );
    for (const f of [
      { customerName: { eq: 'customer 1' } },
      { or: [{ customerName: { contains: 'c' } }] },
      { or: [{ or: [{ customerName: { ne: null } }] }] },
    ])
      expect((await desk.gql(LIST, { f }, { token: agent.token })).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN', details: { field: 'customerName' } } },
      ]);
    expect((await desk.gql<List>(LIST, {}, { token: agent.token })).data.c.nodes).toHaveLength(2);
  });

  test.each([
    ['more than a hundred rows', { n: 101 }, 'VALIDATION_FAILED'],
    ['no rows', { n: 0 }, 'VALIDATION_FAILED'],
    ['a cursor that is none', { after: 'bm90IGpzb24' }, 'VALIDATION_FAILED'],
    [
      'a cursor with other values',
      { after: Buffer.from('["LAST_MESSAGE_AT_DESC",{"$ne":1},"x"]').toString('base64url') },
      'VALIDATION_FAILED',
    ],
    [
      'a cursor of another order',
      { after: Buffer.from('["QUEUED_AT_ASC","2025-03-10T01:00:00.000Z","x"]').toString('base64url') },
      'VALIDATION_FAILED',
    ],
    [
      'a filter without end',
      { f: { or: Array.from({ length: 60 }, () => ({ state: { eq: 'QUEUED' } })) } },
      'LIMIT_EXCEEDED',
    ],
  ])('is refused for %s', async (_, variables, code) => {
    const { list } = await many(1);
    expect((await list(variables)).errors).toMatchObject([{ extensions: { code } }]);
  });
});
