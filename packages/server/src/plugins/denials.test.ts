import { createDeskClient, DENIED, type DeskClient, type Document, type Fetch } from '@shopdesk/core/client';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let desk: TestServer;
beforeEach(async () => (desk = await createTestServer({ store: new MemoryStore() })));
afterEach(() => desk.close());

const clientOf = (token?: string, endpoint: '/shopper' | '/graphql' = '/graphql'): DeskClient =>
  createDeskClient({
    url: 'http://desk.test',
    path: endpoint,
    ...(token ? { token } : {}),
    locale: 'en',
    fetch: ((url: string, init: RequestInit) => desk.server.fetch(new Request(url, init))) as unknown as Fetch,
  });

const SIGN_IN = 'signIn(input: { email: "nobody@example.com", password: "not the password" })';
const PICTURES: readonly (readonly [string, string])[] = [
  ['selects nothing of the denial', `mutation { ${SIGN_IN} { signedIn { token } } }`],
  ['selects its code only', `mutation { ${SIGN_IN} { signedIn { token } denied { code } } }`],
  ['uses the client’s own selection', `mutation { ${SIGN_IN} { signedIn { token } ${DENIED} } }`],
  ['names what it selects differently', `mutation { ${SIGN_IN} { denied { kind: __typename c: code m: message } } }`],
  ['names its root field differently', `mutation { entered: ${SIGN_IN} { signedIn { token } } }`],
  [
    'asks by fragments',
    `mutation Enter { ...Root } fragment Root on Mutation { ${SIGN_IN} { ...Answer } } fragment Answer on SignInPayload { signedIn { token } }`,
  ],
  [
    'puts a fragment before its operation',
    `fragment A on SignInPayload { signedIn { token } } mutation { ${SIGN_IN} { ...A } }`,
  ],
  [
    'has several root fields, the last of them denied',
    `mutation { signOut { signedOut { ok } } second: ${SIGN_IN} { signedIn { token } } }`,
  ],
  [
    'has several root fields, the first of them denied',
    `mutation { ${SIGN_IN} { signedIn { token } } signOut { signedOut { ok } } }`,
  ],
];
const document = <A>(text: string) => text as Document<Record<never, never>, A>;

describe('a denial is thrown by the client, whatever its document selects', () => {
  test.each(PICTURES)('when it %s', async (_, text) => {
    const { token } = await desk.staff('PA1', ['PA']);
    for (const ask of ['mutate', 'query'] as const)
      await expect(clientOf(token)[ask](document(text), {})).rejects.toMatchObject({
        name: 'DeskError',
        code: 'UNAUTHENTICATED',
        message: expect.stringMatching(/\w/) as string,
      });
  });

  test('on the side of shoppers and of staff, with what the desk said and where', async () => {
    const shopper = clientOf((await desk.shopper()).token, '/shopper');
    const agent = clientOf((await desk.staff('PA1', ['PA'])).token);
    const send = document(
      'mutation { r: sendMessage(input: { conversationId: "none", clientMsgId: "client-0001", text: "x" }) { message { id } } }',
    );
    await expect(shopper.mutate(send, {})).rejects.toMatchObject({ code: 'NOT_FOUND', path: 'r' });
    await expect(agent.mutate(send, {})).rejects.toMatchObject({ code: 'NOT_FOUND', path: 'r' });
    const empty = document('mutation { openConversation(input: {}) { conversation { id } } }');
    await expect(agent.mutate(empty, {})).rejects.toMatchObject({ name: 'DeskError' });
    const add = document(
      'mutation { addStaff(input: { name: "", agentNo: "X1", email: "no address", roles: [PA], password: "a long enough password" }) { user { id } } }',
    );
    await expect(clientOf((await desk.staff('AD1', ['AD'])).token).mutate(add, {})).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: expect.arrayContaining([expect.objectContaining({ path: 'email' })]) as [],
    });
  });

  test('with what the other root fields answered, because that has happened', async () => {
    const text =
      'mutation { a: openConversation(input: {}) { conversation { preview } } b: rateConversation(input: { id: "none", score: 5 }) { rating { id } } }';
    const denied = clientOf((await desk.shopper()).token, '/shopper').mutate(document(text), {});
    await expect(denied).rejects.toMatchObject({
      code: 'NOT_FOUND',
      path: 'b',
      data: { a: { conversation: { preview: '' } } },
    });
  });
});

describe('an answer that is no denial is answered', () => {
  test('one root field by its value, several by their names', async () => {
    const client = clientOf((await desk.shopper()).token, '/shopper');
    expect(
      await client.mutate(document('mutation { openConversation(input: {}) { conversation { preview } } }'), {}),
    ).toEqual({ preview: '' });
    expect(
      await client.query(
        document('{ a: myConversations { nodes { preview } } b: widgetSettings(storeKey: "store-1") { name } }'),
        {},
      ),
    ).toEqual({ a: { nodes: [{ preview: '' }] }, b: { name: 'S1' } });
  });

  test('why an action is not possible can be asked without being refused', async () => {
    const client = clientOf((await desk.staff('PA1', ['PA'])).token);
    const check = document('query ($i: JSON!) { checkAction(name: "addStaff", input: $i) { code message } }');
    expect(await client.query(check, { i: {} })).toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('the answer of the desk itself says beside the data what was refused, in the reader’s language', async () => {
  const headers = { 'content-type': 'application/json', 'x-desk-locale': 'zh-CN' };
  const response = await desk.post(
    '/graphql',
    JSON.stringify({ query: `mutation { x: ${SIGN_IN} { denied { code } } y: ${SIGN_IN} { denied { code } } }` }),
    { headers },
  );
  const message = expect.stringMatching(/\p{Script=Han}/u) as string;
  const denial = { code: 'UNAUTHENTICATED', message, key: 'access.wrongCredentials', params: null };
  expect(await response.json()).toEqual({
    data: { x: { denied: { code: 'UNAUTHENTICATED' } }, y: { denied: { code: 'UNAUTHENTICATED' } } },
    extensions: {
      denials: [
        { path: ['x'], ...denial, details: expect.anything() as object },
        { path: ['y'], ...denial, details: expect.anything() as object },
      ],
    },
  });
});
