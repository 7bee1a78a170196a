import { afterEach, describe, expect, test } from 'vitest';
import type { Audience } from './audiences.ts';
import { createTestChat } from '../testing/test-chat.ts';
import type { TestServer } from '../testing/test-server.ts';

let desk: TestServer;
afterEach(() => desk.close());

async function setUp() {
  const chat = await createTestChat();
  desk = chat.desk;
  return chat;
}

describe('the generic calls', () => {
  test('say what can be done on a row, in the viewer’s language', async () => {
    const { agent, shopper, open } = await setUp();
    const id = await open(shopper.token);
    const query =
      'query ($id: ID!) { a: availableActions(entity: "Conversation", id: $id) { name title denial { code message } } }';
    const { data } = await desk.gql<{ a: { name: string }[] }>(
      query,
      { id },
      { token: agent.token, headers: { 'x-desk-locale': 'zh-CN' } },
    );
    expect(data.a).toContainEqual({ name: 'takeConversation', title: '接入会话', denial: null });
    expect(data.a).toContainEqual({
      name: 'closeConversation',
      title: '结束会话',
      denial: { code: 'INVALID_TRANSITION', message: '当前状态下不能执行此操作。' },
    });
    expect(data.a.map(({ name }) => name)).not.toContain('assignConversation');
    const stranger = await desk.shopper();
    expect((await desk.gql(query, { id }, { token: stranger.token })).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  });

  test('say what can be done on several rows at once, and nothing of a row that is not seen', async () => {
    const { agent, shopper, open } = await setUp();
    const [mine, other] = [await open(shopper.token), await open((await desk.shopper()).token)];
    const query =
      'query ($ids: [ID!]!) { a: availableActionsOf(entity: "Conversation", ids: $ids) { id actions { name denial { code } } } }';
    const ask = (token: string, ids: readonly string[]) =>
      desk.gql<{ a: { id: string; actions: { name: string; denial: null | { code: string } }[] }[] }>(
        query,
        { ids },
        { token },
      );
    const { data } = await ask(agent.token, [mine, other, 'nothing']);
    expect(data.a.map(({ id }) => id).toSorted()).toEqual([mine, other].toSorted());
    for (const { actions } of data.a) expect(actions).toContainEqual({ name: 'takeConversation', denial: null });
    expect((await ask(shopper.token, [mine, other])).data.a.map(({ id }) => id)).toEqual([mine]);
    const many = Array.from({ length: 101 }, (_, n) => `row-${n}`);
    expect((await ask(agent.token, many)).errors).toMatchObject([{ extensions: { code: 'VALIDATION_FAILED' } }]);
    expect((await desk.gql(query, { ids: [mine] })).errors).toMatchObject([
      { extensions: { code: 'UNAUTHENTICATED' } },
    ]);
  });

  test('check and perform any action by name with the same rules', async () => {
    const { agent, shopper, open } = await setUp();
    const id = await open(shopper.token);
    const check = (name: string, input: object) =>
      desk.gql(
        'query ($n: String!, $i: JSON!) { c: checkAction(name: $n, input: $i) { code fields { path message } } }',
        { n: name, i: input },
        { token: agent.token },
      );
    expect((await check('takeConversation', { id })).data).toEqual({ c: null });
    expect((await check('takeConversation', {})).data).toEqual({
      c: { code: 'VALIDATION_FAILED', fields: [{ path: 'id', message: 'Required.' }] },
    });
    expect((await check('closeIdleConversation', { id })).data).toMatchObject({ c: { code: 'FORBIDDEN' } });
    expect((await check('nothing', {})).data).toMatchObject({ c: { code: 'NOT_FOUND' } });
    const perform =
      'mutation ($n: String!, $i: JSON!) { p: performAction(name: $n, input: $i) { value denied { __typename code } } }';
    const { data } = await desk.gql(perform, { n: 'takeConversation', i: { id } }, { token: agent.token });
    expect(data).toMatchObject({ p: { id, state: 'ASSIGNED' } });
    expect((await desk.gql(perform, { n: 'nothing', i: {} }, { token: agent.token })).data).toMatchObject({
      p: { __typename: 'Denied', code: 'NOT_FOUND' },
    });
  });

  test('give the viewer’s share of an answer only', async () => {
    const { shopper } = await setUp();
    const perform = 'mutation ($n: String!, $i: JSON!) { p: performAction(name: $n, input: $i) { value } }';
    const { data } = await desk.gql<{ p: Record<string, unknown> }>(
      perform,
      { n: 'openConversation', i: { pageUrl: 'https://shop.example/p' } },
      { token: shopper.token },
    );
    expect(data.p).toMatchObject({ state: 'QUEUED', pageUrl: null, priority: null });
    const admin = await desk.staff('AD1', ['AD']);
    const input = { name: 'N', agentNo: 'N1', email: 'n1@example.com', roles: ['PA'], password: 'a long enough one' };
    const added = await desk.gql<{ p: Record<string, unknown> }>(
      perform,
      { n: 'addStaff', i: input },
      { token: admin.token },
    );
    expect(added.data.p).toMatchObject({ agentNo: 'N1' });
    expect(Object.keys(added.data.p)).not.toContain('passwordHash');
  });

  test('describe to each viewer what he may use', async () => {
    const { agent, shopper } = await setUp();
    interface Description {
      readonly deskDescription: {
        readonly entities: readonly {
          readonly name: string;
          readonly fields: readonly { readonly name: string }[];
          readonly query: object;
          readonly list?: object;
          readonly moves?: readonly object[];
        }[];
        readonly actions: readonly { readonly name: string; readonly input: object }[];
        readonly titles?: { readonly actions: object; readonly entities: object; readonly permissions: object };
      };
    }
    const describeTo = async (token?: string, audience?: Audience) =>
      (await desk.gql<Description>('{ deskDescription }', {}, { token, ...(audience ? { audience } : {}) })).data
        .deskDescription;
    const [staff, customer, nobody] = [
      await describeTo(agent.token),
      await describeTo(shopper.token),
      await describeTo(),
    ];
    expect(nobody.entities).toEqual([]);
    const doors = async (audience: Audience) =>
      (await describeTo(undefined, audience)).actions.map(({ name }) => name).toSorted();
    expect([await doors('staff'), await doors('shopper')]).toEqual([
      ['redeemAccountLink', 'signIn', 'stopOutreach'],
      ['identifyShopper', 'startShopperSession', 'stopOutreach'],
    ]);
    expect(customer.actions.map(({ name }) => name)).toContain('sendMessage');
    expect(customer.actions.map(({ name }) => name)).not.toContain('takeConversation');
    const conversation = staff.entities.find(({ name }) => name === 'Conversation');
    expect(conversation?.query).toEqual({ one: 'conversation', list: 'conversations' });
    expect(conversation?.list).toMatchObject({
      orders: expect.arrayContaining([
        expect.objectContaining({ name: 'LAST_MESSAGE_AT_DESC' }),
        expect.objectContaining({ name: 'QUEUED_AT_ASC' }),
      ]),
    });
    expect(conversation?.fields).toContainEqual(expect.objectContaining({ name: 'ownerId', ref: 'User' }));
    // By which of one's actions a row comes from one state to another.
    const move = { action: 'closeConversation', event: 'close', from: 'ACTIVE', to: 'CLOSED' };
    expect(conversation?.moves).toContainEqual(move);
    expect(customer.entities.find(({ name }) => name === 'Conversation')?.moves).not.toContainEqual(move);
    expect(staff.actions.find(({ name }) => name === 'takeConversation')?.input).toMatchObject({
      type: 'object',
      required: ['id'],
    });
    expect(JSON.stringify(staff)).not.toContain('passwordHash');
    expect(staff.titles?.actions).toMatchObject({
      setPermissionRoles: { zh: '设置权限角色' },
      closeIdleConversation: { zh: '自动结束会话' },
    });
    expect(staff.titles?.permissions).toMatchObject({
      'policy.read': { en: 'See policies', zh: '查看政策' },
      'article.publish': { en: 'Review and publish articles', zh: '审核与发布知识文章' },
    });
    expect(Object.keys(staff.titles?.permissions ?? {}).toSorted()).toEqual(
      [...desk.server.desk.permissions.keys()].toSorted(),
    );
    expect([customer.titles, nobody.titles]).toEqual([undefined, undefined]);
    expect(customer.entities.find(({ name }) => name === 'Conversation')?.fields.map(({ name }) => name)).not.toContain(
      'riskNote',
    );
  });
});
