import { Attachment, AuditEvent, Conversation, Message } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { base64url, UnsecuredJWT } from 'jose';
import { createTestDatabase, DATABASE_KINDS, type TestDatabase } from 'shopdesk-test/database';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from './testing/test-server.ts';

const SEND =
  'mutation ($i: SendMessageInput!) { r: sendMessage(input: $i) { message { __typename id body } denied { __typename code fields { path message } } } }';
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
);

describe.each(['memory', ...DATABASE_KINDS] as const)('bad input on %s', (kind) => {
  let database: TestDatabase | undefined;
  let desk: TestServer;
  let agents: { token: string; id: string }[];
  let shopper: { token: string; customerId: string };
  let conversationId: string;
  let sent = 0;

  beforeAll(async () => {
    database = kind === 'memory' ? undefined : await createTestDatabase(kind, { tables: true });
    desk = await createTestServer(database ? { database: database.options } : { store: new MemoryStore() });
    agents = [await desk.staff('PA1', ['PA']), await desk.staff('PA2', ['PA'])];
  });
  afterAll(async () => {
    await desk.close();
    await database?.remove();
  });
  beforeEach(async () => {
    shopper = await desk.shopper();
    conversationId = await openFor(shopper.token);
  });

  async function openFor(token: string): Promise<string> {
    const { data } = await desk.gql<{ r: { id: string } }>(
      'mutation { r: openConversation(input: {}) { conversation { id } } }',
      {},
      { token },
    );
    return data.r.id;
  }
  const nextId = () => `client-${(sent += 1)}-xxxx`;
  const send = (text: string, clientMsgId = nextId(), token = shopper.token) =>
    desk.gql<{ r: { __typename: string; id: string; body: string; code: string } }>(
      SEND,
      { i: { conversationId, text, clientMsgId } },
      { token },
    );
  const stored = () =>
    desk.server.store.find({ entity: Message, tenantId: 'tenant-1', where: [{ conversationId }], limit: 1000 });

  describe('a message', () => {
    test.each([
      ['that is empty', '', 'The message is empty.'],
      ['of blanks', ' \n\t\u3000', 'The message is empty.'],
      ['of 2,001 characters', '信'.repeat(2001), 'At most 2,000 characters.'],
      ['with half a character', 'a\ud800b', 'The text has a broken character.'],
      ['with the other half', 'a\udc00b', 'The text has a broken character.'],
      ['with NUL', 'a\u0000b', 'The text has a broken character.'],
      ['of zero-width spaces', '\u200b\u200b', 'The message is empty.'],
      ['of a Braille blank', '\u2800', 'The message is empty.'],
      ['of a Hangul filler', '\u3164', 'The message is empty.'],
      ['of a mark without its letter', '\u0301', 'The message is empty.'],
      ['of a bell', '\u0007', 'The message is empty.'],
    ])('%s is refused and nothing is stored', async (_, text, message) => {
      expect((await send(text)).data.r).toMatchObject({
        __typename: 'Denied',
        code: 'VALIDATION_FAILED',
        fields: [{ path: 'text', message }],
      });
      expect(await stored()).toEqual([]);
    });

    test.each([
      ['of 2,000 characters outside the basic plane', '🙂'.repeat(2000)],
      ['of markup', '<script>alert(1)</script><img src=x onerror=alert(1)> & "quotes" \'and\' {{templates}}'],
      ['that turns the writing direction', 'invoice\u202efdp.exe\u2066hidden\u2069'],
      ['with SQL', `'; DROP TABLE message; -- $1 %s \\`],
    ])('%s is kept as it was written', async (_, text) => {
      expect((await send(text)).data.r).toMatchObject({ __typename: 'Message', body: text });
      expect(await stored()).toMatchObject([{ body: text }]);
    });

    test('or a note or a reason of staff with nothing to see is refused as well', async () => {
      const [agent] = agents as [{ token: string; id: string }];
      const perform = async (name: string, input: object) => {
        const query =
          'mutation ($name: String!, $input: JSON!) { r: performAction(name: $name, input: $input) { denied { __typename code } } }';
        return (await desk.gql<{ r: object }>(query, { name, input }, { token: agent.token })).data.r;
      };
      await send('Hello');
      await perform('takeConversation', { id: conversationId });
      for (const text of ['\u200b', '\u2800\u3164', '\u00ad'])
        for (const name of ['sendMessage', 'addNote'])
          expect(await perform(name, { conversationId, clientMsgId: nextId(), text })).toEqual({
            __typename: 'Denied',
            code: 'VALIDATION_FAILED',
          });
      const close = { id: conversationId, intent: 'ORDER', result: 'RESOLVED', reason: '\u200b\u2060' };
      expect(await perform('closeConversation', close)).toMatchObject({ __typename: 'Denied' });
      expect((await stored()).map((row) => (row as unknown as { body: string }).body)).not.toContain('\u200b');
    });

    test('is no answer when it is only a flag, a keycap or a full stop, and the customer goes on waiting', async () => {
      const [agent] = agents as [{ token: string; id: string }];
      await send('Where is my parcel?');
      await desk.gql(
        'mutation ($i: TakeConversationInput!) { takeConversation(input: $i) { denied { __typename code } } }',
        { i: { id: conversationId } },
        { token: agent.token },
      );
      const waiting = async () => {
        const rows = await desk.server.store.find({
          entity: Conversation,
          tenantId: 'tenant-1',
          where: [{ id: conversationId }],
          limit: 1000,
        });
        const { waitingSince, firstHumanReplyAt } = rows[0] as unknown as {
          waitingSince: string | null;
          firstHumanReplyAt: string | null;
        };
        return [waitingSince !== null, firstHumanReplyAt !== null];
      };
      for (const text of ['🇨🇳', '1️⃣', '👩‍👩‍👧', '。', '...']) {
        expect((await send(text, nextId(), agent.token)).data.r).toMatchObject({ __typename: 'Message' });
        expect(await waiting()).toEqual([true, false]);
      }
      await send('1', nextId(), agent.token);
      expect(await waiting()).toEqual([false, true]);
    });

    test('of 2,000 characters is found by any three of them that follow each other', async () => {
      const text = Array.from({ length: 2000 }, (_, index) =>
        String.fromCodePoint(0x4e00 + ((index * 37) % 7919)),
      ).join('');
      await send(text);
      const find = async (part: string) => {
        const query = 'query ($text: String!) { searchMessages(text: $text) { nodes { body } } }';
        return (
          await desk.gql<{ searchMessages: { nodes: { body: string }[] } }>(
            query,
            { text: part },
            { token: agents[0]?.token },
          )
        ).data.searchMessages.nodes;
      };
      for (const at of [0, 1, 254, 255, 256, 999, 1500, 1996, 1997])
        expect(await find(text.slice(at, at + 3)), `at ${at}`).toMatchObject([{ body: text }]);
      expect(await find('鹦鹉螺')).toEqual([]);
    });

    test('sent three times at once is one message', async () => {
      const clientMsgId = nextId();
      const answers = await Promise.all([1, 2, 3].map(() => send('once', clientMsgId)));
      expect(new Set(answers.map(({ data }) => data.r.id)).size).toBe(1);
      expect(await stored()).toHaveLength(1);
    });

    test('that is no text at all is refused before anything is asked', async () => {
      const { status, errors } = await desk.gql(
        SEND,
        { i: { conversationId, text: { $ne: 1 }, clientMsgId: nextId() } },
        { token: shopper.token },
      );
      expect([status, errors[0]?.message]).toMatchObject([
        400,
        expect.stringContaining('String cannot represent a non string value'),
      ]);
    });
  });

  test('two agents who take one conversation at once: one has it, the other learns who', async () => {
    const take =
      'mutation ($i: TakeConversationInput!) { r: takeConversation(input: $i) { conversation { __typename ownerId } denied { __typename code details } } }';
    const answers = await Promise.all(
      agents.map(({ token }) =>
        desk.gql<{ r: { __typename: string; ownerId: string; details: { ownerId: string } } }>(
          take,
          { i: { id: conversationId } },
          { token },
        ),
      ),
    );
    const [won, lost] = answers.map(({ data }) => data.r).toSorted((a, b) => (a.__typename < b.__typename ? -1 : 1));
    expect(lost).toEqual({ __typename: 'Denied', code: 'CONFLICT', details: { ownerId: won?.ownerId } });
  });

  test('a conversation of somebody else does not exist, and nothing is told', async () => {
    const stranger = await desk.shopper();
    const told: unknown[] = [];
    const stop = desk.server.desk.onCommitted((committed) => told.push(committed));
    expect((await send('let me in', nextId(), stranger.token)).data.r).toMatchObject({
      __typename: 'Denied',
      code: 'NOT_FOUND',
    });
    for (const query of [
      '{ messages(conversationId: $id) { nodes { id } } }',
      '{ conversation(id: $id) { id } }',
      '{ queuePlace(conversationId: $id) { place } }',
    ])
      expect(
        (await desk.gql(`query ($id: ID!) ${query}`, { id: conversationId }, { token: stranger.token })).errors,
      ).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    stop();
    expect(told).toEqual([]);
  });

  describe('a file', () => {
    const upload = (bytes: Uint8Array<ArrayBuffer>, name: string, token = shopper.token) =>
      desk.post(`/attachments?conversationId=${conversationId}&name=${encodeURIComponent(name)}`, bytes, { token });
    const attachments = () =>
      desk.server.store.find({ entity: Attachment, tenantId: 'tenant-1', where: [{ conversationId }], limit: 1000 });
    const blobs = async () => Array.fromAsync(desk.server.internals.runtime.blobs.list());

    test('of 12 MiB is refused', async () => {
      const large = new Uint8Array(12 * 1024 * 1024);
      large.set(PNG);
      const response = await upload(large, 'large.png');
      expect([response.status, await response.json()]).toMatchObject([
        413,
        { code: 'LIMIT_EXCEEDED', details: { limit: 10 * 1024 * 1024 } },
      ]);
    });

    test('of 12 MiB that does not say its length is refused at the limit and leaves nothing behind', async () => {
      let chunks = 0;
      const body = new ReadableStream<Uint8Array>({
        pull: (controller) =>
          (chunks += 1) > 192 ? controller.close() : controller.enqueue(chunks === 1 ? PNG : new Uint8Array(64 * 1024)),
      });
      const response = await desk.post(`/attachments?conversationId=${conversationId}&name=a.png`, body, {
        token: shopper.token,
      });
      expect([response.status, await response.json()]).toMatchObject([413, { code: 'LIMIT_EXCEEDED' }]);
      expect(chunks).toBeLessThan(192);
      expect([await attachments(), await blobs()]).toEqual([[], []]);
    });

    test.each([
      [
        'a program named like a picture',
        Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]),
        'holiday.png',
      ],
      [
        'an SVG with a script',
        new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        'picture.svg',
      ],
      [
        'an SVG named like a picture',
        new TextEncoder().encode('<?xml version="1.0"?><svg onload="alert(1)"/>'),
        'picture.png',
      ],
      ['a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>'), 'page.pdf'],
      ['a text', new TextEncoder().encode('just text'), 'note.txt'],
      ['an archive', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0]), 'a.zip'],
      ['nothing', new Uint8Array(), 'empty.png'],
    ])('that is %s is refused', async (_, bytes, name) => {
      const response = await upload(bytes as Uint8Array<ArrayBuffer>, name);
      expect([response.status, await response.json()]).toMatchObject([
        400,
        { code: 'VALIDATION_FAILED', fields: [{ path: 'file', message: 'This type of file cannot be sent.' }] },
      ]);
      expect(await attachments()).toEqual([]);
    });

    test('keeps its name without what disguises it, and its type from its content', async () => {
      const response = await upload(PNG, '../../etc/\u202egnp.exe\u200b');
      expect([response.status, await response.json()]).toEqual([
        201,
        { id: expect.any(String), name: 'gnp.exe.png', contentType: 'image/png', size: PNG.length },
      ]);
    });

    test('into a conversation of somebody else is refused before it is taken', async () => {
      const stranger = await desk.shopper();
      const response = await upload(PNG, 'a.png', stranger.token);
      expect([response.status, await response.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
    });

    test('from nobody is refused', async () => {
      expect((await desk.post(`/attachments?conversationId=${conversationId}`, PNG)).status).toBe(401);
    });
  });

  describe('an identity token', () => {
    const identify = async (identityToken: string, token?: string) => {
      const mutation =
        'mutation ($i: IdentifyShopperInput!) { r: identifyShopper(input: $i) { shopperToken { __typename customerId verified } denied { __typename code details } } }';
      return (await desk.gql<{ r: object }>(mutation, { i: { storeKey: 'store-1', identityToken } }, { token })).data.r;
    };
    const refusal = (cause: string) => ({ __typename: 'Denied', code: 'UNAUTHENTICATED', details: { cause } });

    test('that the shop signed says who the customer is', async () => {
      expect(await identify(await desk.identityToken({ sub: 'lily' }))).toMatchObject({
        __typename: 'ShopperToken',
        verified: true,
      });
    });

    test.each<[string, string, () => Promise<string> | string]>([
      ['forged', 'signature', () => desk.identityToken({ sub: 'lily' }, 'not the secret that the shop was given')],
      ['expired', 'expired', () => desk.identityToken({ sub: 'lily', iat: 1_700_000_000, exp: 1_700_000_600 })],
      ['for another store', 'audience', () => desk.identityToken({ sub: 'lily', aud: 'store-2' })],
      ['of another shop', 'issuer', () => desk.identityToken({ sub: 'lily', iss: 'evil' })],
      ['good for a year', 'lifetime', () => desk.identityToken({ sub: 'lily', exp: 1_900_000_000 })],
      [
        'without signature',
        'algorithm',
        () =>
          `${base64url.encode('{"alg":"none","kid":"k1"}')}.${new UnsecuredJWT({ sub: 'lily' }).encode().split('.')[1]}.`,
      ],
      ['that is none', 'malformed', () => 'not-a-token-at-all'],
    ])('%s is refused for its %s, and the shopper stays who he was', async (_, cause, token) => {
      expect(await identify(await token(), shopper.token)).toMatchObject(refusal(cause));
      expect((await desk.gql('{ myConversations { nodes { id } } }', {}, { token: shopper.token })).data).toEqual({
        myConversations: { nodes: [{ id: conversationId }] },
      });
    });
  });

  test('a clock that is set back makes no message older than the one before it', async () => {
    await send('first');
    const before = desk.clock.now().toISOString();
    desk.clock.advance(-3600_000);
    await send('second');
    desk.clock.set(before);
    const rows = (await stored()) as unknown as { seq: number; at: string }[];
    const inOrder = rows.toSorted((a, b) => a.seq - b.seq).map(({ at }) => at);
    expect(inOrder).toEqual(inOrder.toSorted());
  });

  test('of all that, only what was done is in the audit trail', async () => {
    const entries = await desk.server.store.find({
      entity: AuditEvent,
      tenantId: 'tenant-1',
      where: [{ entityId: conversationId }],
      limit: 1000,
    });
    expect(entries).toMatchObject([{ action: 'openConversation' }]);
  });
});
