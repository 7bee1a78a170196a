/** Whatever text reaches a door of the desk, the answer is one of ours: no internal error, no error in the log. */
import { marksOf, type AnyAction, type AnyView, type Entity, type RoleCode } from '@shopdesk/core';
import fc from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import { createTestDatabase, DATABASE_KINDS, type TestDatabase } from 'shopdesk-test/database';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fieldSchema, shapeOf } from './graphql/field-schema.ts';
import { createSchema } from './graphql/schema.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

const EVERY_ROLE: RoleCode[] = [
  'PA',
  'AA',
  'CO',
  'SM',
  'TS',
  'FC',
  'TL',
  'SV',
  'MG',
  'AN',
  'QI',
  'TR',
  'FN',
  'WH',
  'DL',
  'AD',
];
/** Cannot be compressed, so that it is too long for an index of a database. */
const LONG = Array.from({ length: 4000 }, (_, index) =>
  String.fromCodePoint(0x4e00 + ((index * 7919 + (index >> 3) * 104_729) % 20_000)),
).join('');
const KNOWN = [
  'a\0b',
  '\0',
  '\ud800',
  'half\udc00',
  '\ufffd',
  '\u200b',
  '\u0301',
  '\u0007\u001f',
  "' or 1=1 --",
  '%00',
  '\\u0000',
  '__proto__',
  LONG,
  '🎁'.repeat(400),
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '2025-02-30T00:00:00.000Z',
  '+010000-01-01T00:00:00.000Z',
  '1e400',
  '{"a":1}',
  '(((((((((',
];
const hostile = fc.oneof(
  { arbitrary: fc.constantFrom(...KNOWN), weight: 3 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 1 },
  {
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units)),
    weight: 1,
  },
);
/** Actions after which nobody here could go on. */
const ENDS_THE_SESSION: readonly string[] = ['signOut', 'endShopperSession', 'endCustomerSessions'];
/** As text, because writing it as JSON would exhaust the stack of the test. */
const nested = (depth: number): string => `${'{"or":['.repeat(depth)}${']}'.repeat(depth)}`;

type Known = ReadonlyMap<string, string>;
/** A text that stands for one that the test puts in. */
const HERE = Symbol('here');

/** An input that a schema may accept, and the paths of its texts. */
function plausible(schema: z.core.$ZodType, name: string, known: Known): unknown {
  const { inner } = fieldSchema(schema);
  const { ref, instant } = marksOf(inner);
  const named = known.get(ref ?? name);
  if (named !== undefined) return named;
  if (instant) return '2025-03-10T01:02:03.456Z';
  if (inner instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(shapeOf(inner)).map(([field, part]) => [field, plausible(part, field, known)]),
    );
  if (inner instanceof z.ZodArray) return [plausible(inner.element, name.replace(/s$/, ''), known)];
  if (inner instanceof z.ZodEnum) return inner.options[0];
  if (inner instanceof z.ZodNumber) return 1;
  if (inner instanceof z.ZodBoolean) return true;
  if (inner instanceof z.ZodRecord) return { key: 'value' };
  if (inner instanceof z.ZodUnion) return plausible(inner.options[0] as z.ZodType, name, known);
  return 'plain text';
}

/** The input with each of its texts in turn replaced. */
function* withText(input: unknown, text: unknown): Generator<unknown> {
  if (typeof input === 'string') return yield text;
  if (Array.isArray(input))
    for (const [index, item] of input.entries())
      for (const other of withText(item, text)) yield input.with(index, other);
  else if (input !== null && typeof input === 'object')
    for (const [key, item] of Object.entries(input))
      for (const other of withText(item, text)) yield { ...input, [key]: other };
}

describe.each(DATABASE_KINDS)('a text that nobody expects, on %s', (kind) => {
  let database: TestDatabase;
  let desk: TestServer;
  let staff: { token: string; id: string };
  let shopper: { token: string; customerId: string };
  let known: Known;
  let told = 0;
  let logged = 0;

  beforeAll(async () => {
    database = await createTestDatabase(kind, { tables: true });
    desk = await createTestServer({ database: database.options, limits: { rates: false } });
    staff = await desk.staff('ALL', EVERY_ROLE);
    const colleague = await desk.staff('COLLEAGUE', ['PA']);
    shopper = await desk.shopper('lily');
    const opened = await desk.gql<{ r: { id: string } }>(
      'mutation { r: openConversation(input: {}) { conversation { id } } }',
      {},
      { token: shopper.token },
    );
    const conversationId = opened.data.r.id;
    await perform('takeConversation', { id: conversationId }, staff.token);
    known = new Map([
      ['conversationId', conversationId],
      ['Conversation', conversationId],
      ['storeId', desk.store.id],
      ['Store', desk.store.id],
      ['storeKey', desk.store.key],
      ['userId', colleague.id],
      ['User', colleague.id],
      ['customerId', shopper.customerId],
      ['Customer', shopper.customerId],
    ]);
  });
  afterEach(() => {
    const news = desk.log.slice(logged);
    logged = desk.log.length;
    expect(news.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
  afterAll(async () => {
    await desk.close();
    await database.remove();
  });

  let schema: GraphQLSchema | undefined;
  const schemaOf = () => (schema ??= createSchema({ desk: desk.server.desk, audience: 'staff' }));
  const PERFORM =
    'mutation ($name: String!, $input: JSON!) { r: performAction(name: $name, input: $input) { denied { __typename code } } }';
  const perform = (name: string, input: unknown, token: string) =>
    desk.gql<{ r: unknown }>(PERFORM, { name, input }, { token });
  const codesOf = ({ errors }: { errors: readonly { extensions: Readonly<Record<string, unknown>> }[] }) =>
    errors.map(({ extensions }) => extensions['code']);

  /** Fails with what was sent, so that the test can be repeated by hand. */
  function insistOnAnswer(answer: Parameters<typeof codesOf>[0] & { status: number }, sent: unknown): void {
    told += 1;
    if (answer.status >= 500 || codesOf(answer).includes('INTERNAL'))
      expect.fail(`INTERNAL for ${JSON.stringify(sent).slice(0, 500)}`);
    // Whoever is signed out is answered before anybody looks at the text.
    if (codesOf(answer).includes('UNAUTHENTICATED'))
      expect.fail(`Signed out before ${JSON.stringify(sent).slice(0, 500)}`);
  }

  const callable = ([, { allow }]: readonly [string, AnyAction | AnyView]) =>
    Boolean(allow.staff || allow.shopper || allow.anonymous);
  const inputOf = ({ input, on }: { input: z.ZodObject; on?: Entity }) =>
    plausible(
      input,
      '',
      new Map([...known, ...(on && known.has(on.name) ? [['id', known.get(on.name) as string] as const] : [])]),
    );

  /** Of each action or view, every input with one of its texts replaced: by one that is too long, and by another. */
  function* asked(kind: 'actions' | 'views'): Generator<{ name: string; input: unknown; token: string }> {
    const samples = fc.sample(hostile, { numRuns: 2000, seed: 7 });
    let next = 0;
    for (const [name, asking] of [...desk.server.desk[kind]].filter(callable)) {
      if (ENDS_THE_SESSION.includes(name)) continue;
      const token = asking.allow.staff ? staff.token : shopper.token;
      for (const marked of withText(inputOf(asking), HERE))
        for (const text of [LONG, samples[(next += 1) % 2000]]) {
          const input = JSON.parse(
            JSON.stringify(marked, (_, value: unknown) => (value === HERE ? text : value)) ?? '{}',
          ) as unknown;
          yield { name, input, token };
        }
    }
  }

  test('is answered by every action, in every field', { timeout: 120_000 }, async () => {
    for (const { name, input, token } of asked('actions'))
      insistOnAnswer(await perform(name, input, token), { name, input });
    expect(told).toBeGreaterThan(500);
  });

  test('is answered by every view, in every field', { timeout: 120_000 }, async () => {
    const schema = schemaOf();
    for (const { name, input, token } of asked('views')) {
      const field = schema.getQueryType()?.getFields()[name];
      if (!field) continue;
      const args = field.args.filter((argument) => (input as Record<string, unknown>)[argument.name] !== undefined);
      const variables = args.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
      const given = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
      const query = `query ${variables && `(${variables})`} { ${name}${given && `(${given})`} { __typename } }`;
      insistOnAnswer(await desk.gql(query, input as object, { token }), { query, input });
    }
  });

  describe('is answered by', () => {
    const one = (text: string, entity: Entity) =>
      desk.gql(`query ($id: ID!) { ${camel(entity.name)}(id: $id) { id } }`, { id: text }, { token: staff.token });
    const list = (entity: Entity, args: object) =>
      desk.gql(
        `query ($filter: ${entity.name}Filter, $orderBy: ${entity.name}Order, $after: String) { r: ${camel(entity.plural)}(filter: $filter, orderBy: $orderBy, after: $after) { nodes { id } } }`,
        args,
        { token: staff.token },
      );
    const fields = () => schemaOf().getQueryType()?.getFields() ?? {};
    const entities = (name: (entity: Entity) => string) =>
      desk.server.desk.entities.filter((entity) => fields()[camel(name(entity))]);

    test('every row that is asked for by its id', { timeout: 60_000 }, async () => {
      const texts = fc.sample(hostile, { numRuns: 5, seed: 1 });
      for (const entity of entities(({ name }) => name))
        for (const text of [...texts, 'a\0b', LONG]) {
          const answer = await one(text, entity);
          insistOnAnswer(answer, { entity: entity.name, text });
          expect(codesOf(answer)).toEqual([expect.stringMatching(/^(NOT_FOUND|VALIDATION_FAILED)$/)]);
        }
    });

    test('every list, as a filter', { timeout: 60_000 }, async () => {
      const texts = fc.sample(hostile, { numRuns: 2, seed: 2 });
      for (const entity of entities(({ plural }) => plural))
        for (const field of entity.list?.filters ?? [])
          for (const text of [...texts, 'a\0b'])
            for (const filter of [
              { [field]: { eq: text } },
              { [field]: { in: [text] } },
              { [field]: { contains: text } },
              { [field]: { has: text } },
              { [field]: { lt: text } },
            ])
              insistOnAnswer(await list(entity, { filter }), { entity: entity.name, filter });
    });

    test('every list, as a cursor', { timeout: 60_000 }, async () => {
      const texts: unknown[] = [
        ...fc.sample(hostile, { numRuns: 2, seed: 3 }),
        'a\0b',
        1,
        1.5,
        1e300,
        null,
        true,
        [],
        {},
        '2025-03-10',
        '0000-01-01T00:00:00.000Z',
      ];
      for (const entity of entities(({ plural }) => plural))
        for (const order of entity.list?.orders ?? []) {
          const name = order
            .map(([field, direction]) => `${field.replace(/[A-Z]/g, '_$&').toUpperCase()}_${direction.toUpperCase()}`)
            .join('_');
          for (const text of texts)
            for (const values of [[...order.map(() => text), 'x'], [...order.map(() => text), text], [text]]) {
              const after = Buffer.from(JSON.stringify([name, ...values])).toString('base64url');
              const answer = await list(entity, { orderBy: name, after });
              insistOnAnswer(answer, { entity: entity.name, name, values });
              expect(codesOf(answer)).not.toContain('GRAPHQL_VALIDATION_FAILED');
            }
        }
    });
  });

  test.each([
    ['a filter', 'query ($v: ConversationFilter) { conversations(filter: $v) { nodes { id } } }'],
    [
      'the input of an action',
      'mutation ($v: JSON!) { performAction(name: "importPolicyPack", input: $v) { denied { __typename code } } }',
    ],
    ['the input of a question', 'query ($v: JSON!) { checkAction(name: "sendMessage", input: $v) { code } }'],
  ])('nested thousands of levels deep is refused in %s', async (_, query) => {
    for (const depth of [33, 3000, 75_000]) {
      const body = `{"query":${JSON.stringify(query)},"variables":{"v":${nested(depth)}}}`;
      const response = await desk.post('/graphql', body, {
        token: staff.token,
        headers: { 'content-type': 'application/json' },
      });
      const { errors } = (await response.json()) as Parameters<typeof codesOf>[0];
      expect([response.status, codesOf({ errors })]).toEqual([400, ['VALIDATION_FAILED']]);
    }
  });

  test('nested deeply in the document itself is refused', async () => {
    for (const [opened, closed] of [
      [70, 70],
      [900, 900],
      [1900, 0],
    ] as const) {
      const answer = await desk.gql(
        `{ checkAction(name: "sendMessage", input: ${'['.repeat(opened)}${']'.repeat(closed)}) { code } }`,
        {},
        { token: staff.token },
      );
      expect(codesOf(answer)).toEqual([
        expect.stringMatching(closed ? /^DOCUMENT_LIMIT$/ : /^(DOCUMENT_LIMIT|GRAPHQL_PARSE_FAILED)$/),
      ]);
    }
  });

  test('as an idempotency key is refused when it is too long or broken', async () => {
    const reply =
      'mutation ($k: String) { r: setAutoReply(input: { text: "Back soon." }, idempotencyKey: $k) { user { __typename } denied { __typename code fields { path message } } } }';
    const send = (idempotencyKey: string) =>
      desk.gql<{ r: object }>(reply, { k: idempotencyKey }, { token: staff.token });
    for (const [key, message] of [
      [LONG, 'At most 200 characters.'],
      ['a\0b', 'The text has a broken character.'],
      ['\ud800', 'The text has a broken character.'],
    ] as const)
      expect((await send(key)).data.r).toMatchObject({
        __typename: 'Denied',
        code: 'VALIDATION_FAILED',
        fields: [{ path: 'idempotencyKey', message }],
      });
    expect((await send('k'.repeat(200))).data.r).toMatchObject({ __typename: 'User' });
  });

  test('in the name or the place of a file is answered', async () => {
    const conversationId = known.get('conversationId') as string;
    for (const text of [...KNOWN.map((known) => known.toWellFormed()), '%ff', '\0']) {
      const part = encodeURIComponent(text);
      for (const [path, token] of [
        [`/attachments?conversationId=${conversationId}&name=${part}`, shopper.token],
        [`/attachments?conversationId=${part}`, shopper.token],
        [`/attachments?storeId=${part}`, staff.token],
        [`/attachments/${part}/link`, staff.token],
        [`/shops/${part}/events`, undefined],
      ] as const)
        expect([path.slice(0, 60), (await desk.post(path, 'no picture', { token })).status < 500]).toEqual([
          path.slice(0, 60),
          true,
        ]);
      expect((await desk.get(`/attachments/${part}/content?expires=${part}&signature=${part}`)).status).toBeLessThan(
        500,
      );
    }
  });

  test('in a claim of an identity token refuses or leaves out, and never fails', async () => {
    const identify =
      'mutation ($i: IdentifyShopperInput!) { r: identifyShopper(input: $i) { denied { __typename code details } } }';
    for (const text of [...KNOWN, ...fc.sample(hostile, { numRuns: 10, seed: 5 })])
      for (const claim of ['sub', 'name', 'email', 'phone', 'locale']) {
        const identityToken = await desk.identityToken({ sub: 'lily', [claim]: text });
        insistOnAnswer(await desk.gql(identify, { i: { storeKey: desk.store.key, identityToken } }), { claim, text });
      }
  });
});

const camel = (name: string): string => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
