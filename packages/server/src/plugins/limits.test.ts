import { MemoryStore } from '@shopdesk/core/testing';
import { getIntrospectionQuery, parse, validate } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { AUDIENCES } from '../graphql/audiences.ts';
import { createSchema } from '../graphql/schema.ts';
import { liveSubscriptions } from '../live/subscriptions.ts';
import type { Hub } from '../live/hub.ts';
import type { DeskServerOptions } from '../options.ts';
import { createTestServer, TEST_PASSWORD, type TestServer } from '../testing/test-server.ts';
import { SAMPLES } from './graphiql.ts';

let desk: TestServer;
afterEach(() => desk.close());
const start = async (options: DeskServerOptions = {}) =>
  (desk = await createTestServer({ store: new MemoryStore(), ...options }));

const repeat = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const ask = (query: string) => desk.gql(query);

describe('a document is refused', () => {
  const nested = (depth: number): string => (depth === 0 ? 'id' : `conversation { ${nested(depth - 1)} }`);
  test.each([
    ['that is nested too deep', `{ message(id: "1") { ${nested(12)} } }`, /depth limit/],
    ['with too many aliases', `{ ${repeat(16, (n) => `a${n}: serviceState { open }`)} }`, /Aliases limit/],
    [
      'with too many directives',
      `{ serviceState ${repeat(21, () => '@include(if: true)')} { open } }`,
      /Directives limit/,
    ],
    [
      'that costs too much',
      `{ ${repeat(6, (n) => `a${n}: conversations(first: 100) { nodes { customer { store { id name key timeZone locale currency profile createdAt updatedAt version } } } }`)} }`,
      /Cost limit/,
    ],
    ['of too many words', `{ ${repeat(2100, () => 'serviceState')} }`, /tokens/],
    [
      'whose fragments multiply',
      `{ ...a } ${repeat(20, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} ...f${n + 1} }`)} fragment f20 on Query { serviceState { open } } fragment a on Query { ...f0 }`,
      /limit|exceeded/i,
    ],
    ['whose fragments turn in a circle', '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }', /./],
  ])('%s', async (_, query, message) => {
    await start();
    const { data, errors } = await ask(query);
    expect(data).toBeUndefined();
    expect(errors[0]?.message).toMatch(message);
    expect(errors[0]?.extensions['code']).not.toBe('INTERNAL');
  });

  test('again, from what is remembered of it', async () => {
    await start();
    const query = `{ ${repeat(16, (n) => `a${n}: serviceState { open }`)} }`;
    expect((await ask(query)).errors).toEqual((await ask(query)).errors);
  });

  test('but not the one that the panel’s inbox needs', async () => {
    await start();
    const agent = await desk.staff('PA1', ['PA']);
    const query = `{ currentUser { id } inboxCounts { queued mine open offline unread }
      conversations(first: 100) { nodes { id version storeId customerId state ownerId owner { id name agentNo } customer { id name email phone tags tier store { id name } }
        channel intent priority result preview lastSender lastMessageAt waitingSince unreadForStaff customerName lastSeq lastPublicSeq } pageInfo { endCursor hasNextPage } } }`;
    expect((await desk.gql(query, {}, { token: agent.token })).errors).toEqual([]);
  });
});

describe('a request is refused', () => {
  const send = (body: string, headers: Record<string, string>) => desk.post('/graphql', body, { headers });
  const json = { 'content-type': 'application/json' };

  test('with several operations in one', async () => {
    await start();
    const response = await send(JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]), json);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ message: 'Batching is not supported.' }] },
    ]);
  });

  test('with a body of more than 1 MiB, said or not', async () => {
    await start();
    const body = JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(1_100_000) } });
    expect((await send(body, { ...json, 'content-length': String(body.length) })).status).toBe(413);
    expect((await send(body, json)).status).toBe(413);
  });

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/graphql'],
    ['application/jsonp'],
  ])('that any page’s form could send: %s', async (type) => {
    await start();
    expect((await send(JSON.stringify({ query: '{ __typename }' }), { 'content-type': type })).status).toBe(415);
  });

  test.each([
    ['no JSON', '{"query":'],
    ['no object', '"query"'],
    ['null', 'null'],
    ['no query', '{}'],
    ['more than it may hold', '{"query":"{ __typename }","extra":1}'],
  ])('whose body is %s', async (_, body) => {
    await start();
    const response = await send(body, { ...json, accept: 'application/graphql-response+json' });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toMatch(/at |stack|originalError/);
  });

  test('that changes something by GET', async () => {
    await start();
    const query = encodeURIComponent(
      'mutation { startShopperSession(input: { storeKey: "store-1" }) { denied { __typename code } } }',
    );
    const response = await desk.get(`/graphql?query=${query}`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    const read = await desk.get(
      `/graphql?query=${encodeURIComponent('{ widgetSettings(storeKey: "store-1") { name } }')}`,
    );
    expect(await read.json()).toEqual({ data: { widgetSettings: { name: 'S1' } } });
  });
});

/** Names of fields and values that are nearly right, where only the variables are read. */
const WRONG_VARIABLES: readonly (readonly [query: string, variables: object])[] = [
  ['query ($f: ConversationFilter) { conversations(filter: $f) { nodes { id } } }', { f: { stat: { eq: 'QUEUED' } } }],
  ['query ($f: ConversationFilter) { conversations(filter: $f) { nodes { id } } }', { f: { state: { eq: 'QUEUD' } } }],
  [
    'mutation ($i: SignInInput!) { signIn(input: $i) { denied { __typename code } } }',
    { i: { email: 'a@b.co', password: 'x', passwort: 'x' } },
  ],
];

describe('the schema', () => {
  test('is not shown, nor guessed at, in production', async () => {
    await start();
    expect((await ask(getIntrospectionQuery())).errors[0]?.message).toContain('introspection');
    const { errors } = await ask('{ conversationz { id } }');
    expect(errors[0]?.message).toBe('Cannot query field "conversationz" on type "Query".');
    for (const [query, variables] of WRONG_VARIABLES)
      expect((await desk.gql(query, variables)).errors[0]?.message).toMatch(/^Variable [^]*[^?]$/);
    expect(await (await desk.get('/graphql', { accept: 'text/html' })).text()).not.toContain('GraphiQL');
  });

  test('is shown in development, with GraphiQL from our own files', async () => {
    await start({ development: true });
    expect((await ask(getIntrospectionQuery())).errors).toEqual([]);
    for (const [query, variables] of WRONG_VARIABLES)
      expect((await desk.gql(query, variables)).errors[0]?.message).toContain('Did you mean');
    const page = await desk.get('/graphql', { accept: 'text/html' });
    const html = await page.text();
    expect([page.status, html]).toEqual([200, expect.stringContaining('Shopdesk GraphiQL')]);
    expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="?https?:/);
  });

  test('knows every operation that GraphiQL begins with', async () => {
    await start();
    for (const audience of AUDIENCES) {
      const schema = createSchema({
        desk: desk.server.desk,
        audience,
        subscriptions: (types) => liveSubscriptions({ desk: desk.server.desk, audience, hub: {} as Hub, types }),
      });
      for (const sample of SAMPLES[audience]) expect(validate(schema, parse(sample))).toEqual([]);
    }
  });
});

describe('asking too often', () => {
  const SIGN_IN = (alias: string, password: string) =>
    `${alias}: signIn(input: { email: "pa1@example.com", password: "${password}" }) { signedIn { token } denied { code } }`;

  test('for a password is stopped, also with aliases, and the right one does not help then', async () => {
    await start();
    await desk.staff('PA1', ['PA']);
    const guesses = await ask(`mutation { ${repeat(12, (n) => SIGN_IN(`a${n}`, `guess ${n}`))} }`);
    expect([guesses.status, guesses.errors]).toMatchObject([
      429,
      [{ extensions: { code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } } }],
    ]);
    expect(Number(guesses.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(`mutation { ${SIGN_IN('a', TEST_PASSWORD)} }`)).status).toBe(429);
  });

  test('for a password by the generic call is the same', async () => {
    await start({ limits: { rates: { account: { points: 2, seconds: 60 } } } });
    const guess = () =>
      desk.gql('mutation ($i: JSON!) { performAction(name: "signIn", input: $i) { denied { code } } }', {
        i: { email: 'Nobody@example.com', password: 'x' },
      });
    expect([(await guess()).status, (await guess()).status, (await guess()).status]).toEqual([200, 200, 429]);
  });

  describe('for a password of one’s own', () => {
    const first = async (password: string, newPassword?: string) => {
      const input = { email: 'pa1@example.com', password, ...(newPassword === undefined ? {} : { newPassword }) };
      const { status, data } = await desk.gql<{ r: { __typename: string; code?: string } }>(
        'mutation ($i: SignInInput!) { r: signIn(input: $i) { signedIn { __typename } denied { __typename code } } }',
        { i: input },
      );
      return status === 200 ? (data.r.code ?? data.r.__typename) : status;
    };
    const several = async (count: number, ask: () => Promise<unknown>) => {
      const answers = [];
      for (let n = 0; n < count; n += 1) answers.push(await ask());
      return answers;
    };
    const startWithNewcomer = async () => {
      // One of the four is the sign-in by which the test’s person comes online.
      await start({ limits: { rates: { account: { points: 4, seconds: 60 } } } });
      const { token } = await desk.staff('AD1', ['AD']);
      const { id } = await desk.staff('PA1', ['PA']);
      const given = await desk.gql<{ r: { __typename: string } }>(
        'mutation ($i: SetStaffPasswordInput!) { r: setStaffPassword(input: $i) { user { __typename } denied { __typename code } } }',
        { i: { id, password: TEMPORARY } },
        { token },
      );
      expect(given.data.r.__typename).toBe('User');
    };
    const TEMPORARY = 'given by an administrator';

    test('is let in again and again while the one that was given is right, however many chosen ones are refused', async () => {
      await startWithNewcomer();
      expect(await several(2, () => first(TEMPORARY))).toEqual(Array(2).fill('UNAUTHENTICATED'));
      expect(await several(3, () => first(TEMPORARY, 'password12'))).toEqual(Array(3).fill('VALIDATION_FAILED'));
      expect(await several(2, () => first(TEMPORARY, 'short'))).toEqual(Array(2).fill('VALIDATION_FAILED'));
      expect(await several(2, () => first(TEMPORARY, TEMPORARY))).toEqual(Array(2).fill('VALIDATION_FAILED'));
      expect(await first(TEMPORARY, 'quiet violet harbour')).toBe('SignedIn');
    });

    test('is stopped when the one that was given is guessed, whatever is chosen with it', async () => {
      await startWithNewcomer();
      expect(await several(3, () => first('a guess', 'quiet violet harbour'))).toEqual(
        Array(3).fill('UNAUTHENTICATED'),
      );
      expect(await first(TEMPORARY, 'quiet violet harbour')).toBe(429);
    });
  });

  test('from one address does not stop another', async () => {
    await start({ limits: { rates: { shopper: { points: 1, seconds: 60 } } } });
    const from = (address: string) =>
      desk.gql(
        'mutation { startShopperSession(input: { storeKey: "store-1" }) { denied { __typename code } } }',
        {},
        { address },
      );
    expect([
      (await from('203.0.113.1')).status,
      (await from('203.0.113.1')).status,
      (await from('203.0.113.2')).status,
    ]).toEqual([200, 429, 200]);
    expect([(await from('2001:db8::1')).status, (await from('2001:db8::2')).status]).toEqual([200, 429]);
  });

  test('cannot be hidden behind a forwarded address, unless the proxy is trusted', async () => {
    const rates = { address: { points: 1, seconds: 60 } };
    await start({ limits: { rates } });
    const via = (forwarded: string) =>
      desk.gql('{ __typename }', {}, { address: '10.0.0.1', headers: { 'x-forwarded-for': forwarded } });
    expect([(await via('1.1.1.1')).status, (await via('2.2.2.2')).status]).toEqual([200, 429]);
    await desk.close();
    await start({ limits: { rates }, trustProxy: true });
    expect([
      (await via('1.1.1.1')).status,
      (await via('2.2.2.2')).status,
      (await via('9.9.9.9, 2.2.2.2')).status,
    ]).toEqual([200, 200, 429]);
  });

  test('as one actor is stopped wherever he is', async () => {
    await start({ limits: { rates: { actor: { points: 2, seconds: 60 } } } });
    const { token } = await desk.shopper();
    const from = (address: string) => desk.gql('{ serviceState { open } }', {}, { token, address });
    expect([(await from('1.1.1.1')).status, (await from('2.2.2.2')).status, (await from('3.3.3.3')).status]).toEqual([
      200, 200, 429,
    ]);
  });

  test('counts before anything is read: what is not valid, and whether the server is ready', async () => {
    const points = 5;
    const statuses = async (ask: () => Promise<{ readonly status: number }>) => {
      await start({ limits: { rates: { address: { points, seconds: 60 } } } });
      const answers = [];
      for (let n = 0; n <= points; n += 1) answers.push((await ask()).status);
      const after = [
        (await desk.get('/readyz')).status,
        (await desk.gql('{ nothing }')).status,
        (await desk.post('/attachments', 'x')).status,
        (await desk.post('/shops/store-1/events', '{}')).status,
      ];
      await desk.close();
      return [answers.at(-2), answers.at(-1), ...after];
    };
    const stopped = [429, 429, 429, 429, 429];
    expect(await statuses(() => desk.gql('{ nothing }'))).toEqual([200, ...stopped]);
    expect(
      await statuses(() => desk.post('/graphql', '{"query"', { headers: { 'content-type': 'application/json' } })),
    ).toEqual([400, ...stopped]);
    expect(await statuses(() => desk.get('/readyz'))).toEqual([200, ...stopped]);
    await start({ limits: { rates: { address: { points: 1, seconds: 60 } } } });
    await desk.gql('{ __typename }');
    const refused = await desk.gql('{ nothing }', {}, { headers: { 'x-desk-locale': 'zh-CN' } });
    expect(refused).toMatchObject({
      errors: [
        {
          message: expect.stringContaining('操作过于频繁'),
          extensions: { code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } },
        },
      ],
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a flood of shoppers', () => {
  const OPEN = 'mutation { r: openConversation(input: {}) { conversation { __typename id } } }';
  const SEND = 'mutation ($i: SendMessageInput!) { r: sendMessage(input: $i) { denied { __typename code } } }';
  const anonymous = async (address: string) => {
    const { data } = await desk.gql<{ r: { token: string } }>(
      'mutation { r: startShopperSession(input: { storeKey: "store-1" }) { shopperToken { token } } }',
      {},
      { address },
    );
    return data.r.token;
  };
  const open = async (address: string, token?: string) =>
    desk.gql<{ r: { id: string } }>(OPEN, {}, { token: token ?? (await anonymous(address)), address });

  test('of nobody known opens ten conversations from one address, and another address is not stopped by it', async () => {
    await start();
    const answers = await Promise.all(Array.from({ length: 14 }, () => open('203.0.113.1')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(answers.find(({ status }) => status === 429)).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    expect((await open('203.0.113.2')).status).toBe(200);
  });

  test('does not count a conversation that was open already, nor customers whom the shop knows', async () => {
    await start({ limits: { rates: { conversation: { points: 2, seconds: 60 } } } });
    const token = await anonymous('203.0.113.1');
    const first = await open('203.0.113.1', token);
    desk.clock.advance(1000);
    for (let n = 0; n < 5; n += 1) expect((await open('203.0.113.1', token)).data.r.id).toBe(first.data.r.id);
    expect((await open('203.0.113.1')).status).toBe(200);
    expect((await open('203.0.113.1')).status).toBe(429);
    for (const customer of ['lily', 'mia', 'bob'])
      expect((await open('203.0.113.1', (await desk.shopper(customer)).token)).status).toBe(200);
  });

  test('of messages is stopped at thirty a minute, also by the generic call, and nothing else is', async () => {
    await start();
    const { token } = await desk.shopper('lily');
    const { data } = await open('203.0.113.1', token);
    const send = (n: number, generic = false) => {
      const input = { conversationId: data.r.id, clientMsgId: `message-${n}`, text: `Hello ${n}` };
      return desk.gql(
        generic
          ? 'mutation ($i: JSON!) { r: performAction(name: "sendMessage", input: $i) { denied { __typename code } } }'
          : SEND,
        { i: input },
        { token },
      );
    };
    for (let n = 0; n < 30; n += 1) expect(await send(n)).toMatchObject({ status: 200, errors: [] });
    expect([(await send(30)).status, (await send(31, true)).status]).toEqual([429, 429]);
    expect((await desk.gql('{ myConversations { nodes { id } } }', {}, { token })).errors).toEqual([]);
  });
});

describe('live streams', () => {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const listen = (token: string, address = '203.0.113.1') =>
    desk.post('/graphql', JSON.stringify({ query: 'subscription { inboxEvents { __typename } }' }), {
      token,
      address,
      headers,
    });

  test('are at most ten of one person, and one that ends makes room for another', async () => {
    await start();
    const { token } = await desk.staff('TL1', ['TL']);
    const answers = [];
    for (let n = 0; n < 13; n += 1) answers.push(await listen(token, `203.0.113.${n}`));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429, 429]);
    const refused = answers.at(-1) as Response;
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED', details: { limit: 10 } } }],
    });
    await answers[0]?.body?.cancel();
    await expect.poll(async () => (await listen(token)).status).toBe(200);
    for (const { body } of answers.slice(1, 10)) await body?.cancel();
  });

  test('are at most so many from one address as the host allows, whoever they are', async () => {
    await start({ limits: { rates: { addressStreams: 2 } } });
    const tokens = [];
    for (const agentNo of ['TL1', 'TL2', 'TL3']) tokens.push((await desk.staff(agentNo, ['TL'])).token);
    const statuses = [];
    for (const token of tokens) statuses.push((await listen(token)).status);
    expect([...statuses, (await listen(tokens[2] ?? '', '203.0.113.2')).status]).toEqual([200, 200, 429, 200]);
  });
});

describe('every answer', () => {
  test('keeps browsers to TLS, below the desk’s own name only where the host chose it, and from devices', async () => {
    await start({ publicUrl: 'https://desk.example' });
    const { headers } = await desk.get('/healthz');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    for (const feature of ['camera', 'geolocation', 'microphone'])
      expect(headers.get('permissions-policy')).toContain(`${feature}=()`);
    await desk.close();
    await start({ publicUrl: 'https://desk.example', strictSubdomains: true });
    expect((await desk.gql('{ __typename }')).headers.get('strict-transport-security')).toBe(
      'max-age=31536000; includeSubDomains',
    );
    await desk.close();
    await start({ publicUrl: 'http://desk.example', strictSubdomains: true });
    expect((await desk.get('/healthz')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a session that the shop’s key proved', () => {
  const identify = (identityToken: string) =>
    desk.gql<{ r: object }>(
      'mutation ($i: IdentifyShopperInput!) { r: identifyShopper(input: $i) { shopperToken { __typename token } denied { __typename code details } } }',
      { i: { storeKey: 'store-1', identityToken } },
    );

  test('comes of a token with an id once, and ends with the key', async () => {
    await start();
    const admin = await desk.staff('AD1', ['AD']);
    const once = await desk.identityToken({ sub: 'lily', jti: 'token-1' });
    const { r } = (await identify(once)).data as unknown as { r: { token: string } };
    expect((await identify(once)).data.r).toMatchObject({ code: 'UNAUTHENTICATED', details: { cause: 'replayed' } });
    const mine = () => desk.gql('{ myConversations { nodes { id } } }', {}, { token: r.token });
    expect((await mine()).status).toBe(200);
    const keys = await desk.gql<{ identityKeys: { nodes: { id: string }[] } }>(
      '{ identityKeys { nodes { id } } }',
      {},
      { token: admin.token },
    );
    await desk.gql(
      'mutation ($i: RevokeIdentityKeyInput!) { revokeIdentityKey(input: $i) { denied { __typename code } } }',
      { i: { id: keys.data.identityKeys.nodes[0]?.id } },
      { token: admin.token },
    );
    expect((await mine()).status).toBe(401);
  });
});

describe('a member of staff who does nothing', () => {
  test('is signed out after the time that the host chose; one who asks now and then stays', async () => {
    await start({ staffIdleMinutes: 30 });
    const [idle, busy] = [await desk.staff('PA1', ['PA']), await desk.staff('PA2', ['PA'])];
    const who = (token: string) => desk.gql('{ currentUser { id } }', {}, { token });
    for (let n = 0; n < 4; n += 1) {
      desk.clock.advance(20 * 60_000);
      expect((await who(busy.token)).status).toBe(200);
    }
    const { status, errors } = await who(idle.token);
    expect([status, errors[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });
});
