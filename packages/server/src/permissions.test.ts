import { standardRoles, type ChangedRow } from '@shopdesk/core';
import { createTestDatabase, DATABASE_KINDS, type TestDatabase } from 'shopdesk-test/database';
import { MemoryStore } from '@shopdesk/core/testing';
import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isEnumType,
  isListType,
  isScalarType,
  isLeafType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import {
  adminOnly,
  hiddenRow,
  leads,
  ownRow,
  type Door,
  type Row,
  type Told,
} from '../../core/src/features/testing/door.ts';
import { standardDoors } from '../../core/src/features/testing/doors.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIENCES, type Audience } from './graphql/audiences.ts';
import { createSchema } from './graphql/schema.ts';
import { createTestServer, TEST_PASSWORD, type TestServer } from './testing/test-server.ts';

const U = 'UNAUTHENTICATED';
const F = 'FORBIDDEN';
const N = 'NOT_FOUND';

/** The fields that belong to no feature. */
const OWN: Door = {
  /** With an action that nobody may perform. */
  mutations: { performAction: leads },
  queries: {
    auditEvent: ownRow,
    auditEvents: adminOnly,
    availableActions: hiddenRow,
    availableActionsOf: [U, 'in', 'in', 'in'],
    checkAction: leads,
    codeNames: ['in', 'in', 'in', 'in'],
    deskDescription: ['in', 'in', 'in', 'in'],
  },
  entities: ['AuditEvent'],
  asks: {
    performAction: ({ Conversation: id }) => ({ name: 'closeIdleConversation', input: { id } }),
    checkAction: ({ Conversation: id }) => ({ name: 'closeIdleConversation', input: { id } }),
  },
};

const DOORS: readonly Door[] = [...standardDoors, OWN];
const MUTATIONS = Object.assign({}, ...DOORS.map(({ mutations }) => mutations)) as Readonly<Record<string, Row>>;
const QUERIES = Object.assign({}, ...DOORS.map(({ queries }) => queries)) as Readonly<Record<string, Row>>;
const ECHOES = DOORS.flatMap(({ echoes = [] }) => echoes);

/** What a field is to an audience whose schema does not have it. */
const ABSENT = 'absent';
const COLUMNS = ['nobody', 'another shopper', 'staff without permission', 'an administrator'] as const;
type Column = (typeof COLUMNS)[number];

interface Known {
  readonly [argument: string]: unknown;
}

/** A value of the right type: known ids where the name says which, else the simplest. */
function valueOf({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>, known: Known): unknown {
  if (name in known) return known[name];
  const open: GraphQLInputType = isNonNullType(type) ? type.ofType : type;
  if (isListType(open)) return [];
  if (isEnumType(open)) return open.getValues()[0]?.name;
  if (isInputObjectType(open)) {
    const required = Object.values(open.getFields()).filter(
      (field) => isNonNullType(field.type) || field.name in known,
    );
    return Object.fromEntries(required.map((field) => [field.name, valueOf(field, known)]));
  }
  const simplest: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    JSON: {},
    SafeInt: 1,
    DateTime: '2025-01-01T00:00:00.000Z',
  };
  return isScalarType(open) ? (simplest[open.name] ?? 'something') : undefined;
}

/** Every field of an object that needs no further choice. */
const leaves = (type: GraphQLObjectType) =>
  Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .map(({ name }) => name)
    .join(' ');

/** What was done, and why not. */
const payloadSelection = (payload: GraphQLObjectType) =>
  `{ ${Object.values(payload.getFields())
    .map(({ name, type }) => {
      const named = getNamedType(type);
      if (name === 'denied') return 'denied { __typename code details }';
      return isLeafType(named) ? name : `${name} { __typename ${leaves(named as GraphQLObjectType)} }`;
    })
    .join(' ')} }`;

function selection(schema: GraphQLSchema, parent: GraphQLObjectType, field: string): string {
  const type = getNamedType(parent.getFields()[field]?.type);
  if (isLeafType(type)) return '';
  const object = type as GraphQLObjectType;
  if (object.getFields()['denied']) return payloadSelection(object);
  const nodes = object.getFields()['nodes'];
  return `{ __typename ${leaves(object)} ${nodes ? `nodes { ${leaves(getNamedType(nodes.type) as GraphQLObjectType)} }` : ''} }`;
}

describe.each(['memory', ...DATABASE_KINDS] as const)('who may ask what, on %s', (kind) => {
  let database: TestDatabase | undefined;
  let desk: TestServer;
  let schemas: Readonly<Record<Audience, GraphQLSchema>>;
  const arrivals: Partial<Record<Column, () => Promise<string>>> = {};
  const tokens: Partial<Record<Column, string>> = {};
  const rows: Record<string, Known> = {};

  beforeAll(async () => {
    database = kind === 'memory' ? undefined : await createTestDatabase(kind, { tables: true });
    desk = await createTestServer({
      ...(database ? { database: database.options } : { store: new MemoryStore() }),
      limits: { rates: false },
    });
    const schemaFor = (audience: Audience) => createSchema({ desk: desk.server.desk, audience });
    schemas = { staff: schemaFor('staff'), shopper: schemaFor('shopper') };
    await fill();
    let people = 0;
    arrivals['another shopper'] = async () => (await desk.shopper()).token;
    arrivals['staff without permission'] = async () => (await desk.staff(`WH${(people += 1)}`, ['WH'])).token;
    arrivals['an administrator'] = async () => (await desk.staff(`AD${(people += 1)}`, ['AD'])).token;
  });
  afterAll(async () => {
    await desk.close();
    await database?.remove();
  });

  /** One row of everything, none of it the stranger's. */
  async function fill() {
    const { token, customerId } = await desk.shopper('lily');
    const agent = await desk.staff('PA1', ['PA']);
    const run = async (mutation: string, as: string) =>
      Object.values(
        (await desk.gql<Record<string, { id: string }>>(`mutation { ${mutation} }`, {}, { token: as })).data,
      )[0]?.id ?? '';
    const conversationId = await run('openConversation(input: {}) { conversation { id } }', token);
    const messageId = await run(
      `sendMessage(input: { conversationId: "${conversationId}", clientMsgId: "client-0001", text: "a secret word" }) { message { id } }`,
      token,
    );
    await run(`takeConversation(input: { id: "${conversationId}" }) { conversation { id } }`, agent.token);
    const transferId = await run(
      `requestTransfer(input: { id: "${conversationId}", reason: SKILL, summary: "s" }) { transfer { id } }`,
      agent.token,
    );
    const supervisor = await desk.staff('SV1', ['SV']);
    const storeId = desk.store.id;
    for (const door of DOORS)
      await door.rows?.({
        storeId,
        perform: (who, action, input) => {
          const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
          if (who === 'the desk') return desk.server.desk.perform(system, action, input);
          const type = `${action.charAt(0).toUpperCase()}${action.slice(1)}Input!`;
          const call = `mutation ($input: ${type}) { done: ${action}(input: $input) { __typename } }`;
          return desk.gql(call, { input }, { token: who === 'a customer' ? token : supervisor.token });
        },
      });
    const first = async (name: string) => {
      const entity = desk.server.desk.entities.find((candidate) => candidate.name === name);
      return entity ? ((await desk.server.store.find({ entity, where: [], limit: 1 }))[0]?.id ?? 'none') : 'none';
    };
    const entities = DOORS.flatMap((door) => door.entities ?? []);
    const ids = Object.fromEntries(await Promise.all(entities.map(async (name) => [name, await first(name)] as const)));
    const common = {
      customerId,
      conversationId,
      storeId: ids['Store'],
      userId: agent.id,
      storeKey: 'store-1',
      storeIds: [ids['Store']],
      toUserId: agent.id,
      withUserId: agent.id,
      receiverId: agent.id,
      articleId: ids['Article'],
      entity: 'Conversation',
      first: undefined,
    };
    const byEntity: Readonly<Record<string, string>> = {
      ...ids,
      Customer: customerId,
      Conversation: conversationId,
      Message: messageId,
      Transfer: transferId,
    };
    for (const name of Object.keys(QUERIES))
      rows[name] = { ...common, id: byEntity[name.charAt(0).toUpperCase() + name.slice(1)] ?? conversationId };
    for (const [name, argumentsOf] of DOORS.flatMap(({ asks = {} }) => Object.entries(asks)))
      rows[name] = { ...common, ...argumentsOf(byEntity) };
  }

  type Root = 'Mutation' | 'Query';
  const rootOf = (audience: Audience, root: Root) => schemas[audience].getType(root) as GraphQLObjectType;
  const has = (audience: Audience, root: Root, name: string) => rootOf(audience, root).getFields()[name] !== undefined;

  /** Asks one field with ids of the rows that are there, as whoever has it in their schema would. */
  async function ask(root: Root, name: string, token: string | undefined, audience: Audience) {
    const schema = schemas[has(audience, root, name) ? audience : audience === 'staff' ? 'shopper' : 'staff'];
    const parent = schema.getType(root) as GraphQLObjectType;
    const field = parent.getFields()[name];
    const known = rows[name] ?? { ...rows['conversation'] };
    const args = (field?.args ?? []).filter((arg) => isNonNullType(arg.type) || known[arg.name] !== undefined);
    const variables = Object.fromEntries(args.map((arg) => [arg.name, valueOf(arg, known)]));
    const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const operation = parent.name.toLowerCase();
    const query = `${operation}${declared ? ` (${declared})` : ''} { r: ${name}${passed ? `(${passed})` : ''} ${selection(schema, parent, name)} }`;
    const { data, errors } = await desk.gql<{ r: { code?: string; details?: unknown } | null } | null>(
      query,
      variables,
      { token, audience },
    );
    if (!has(audience, root, name)) {
      expect(errors.map(({ message }) => message)).toContain(`Cannot query field "${name}" on type "${root}".`);
      return { code: ABSENT, details: undefined, answer: '' };
    }
    const code = errors[0]?.extensions['code'] ?? (data?.r && typeof data.r === 'object' ? data.r.code : undefined);
    expect(
      ['INTERNAL', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'RATE_LIMITED'],
      `${query} → ${JSON.stringify(errors)}`,
    ).not.toContain(code);
    const details =
      errors[0]?.extensions['details'] ?? (data?.r && typeof data.r === 'object' ? data.r.details : undefined);
    return { code, details, answer: JSON.stringify({ data, errors }) };
  }

  async function told(root: Root, name: string, column: Column): Promise<Told | typeof ABSENT> {
    const audience =
      column === 'nobody'
        ? has('staff', root, name)
          ? 'staff'
          : 'shopper'
        : column === 'another shopper'
          ? 'shopper'
          : 'staff';
    const arrive = arrivals[column];
    const earlier = tokens[column];
    let { code } = await ask(root, name, (tokens[column] ??= await arrive?.()), audience);
    // An earlier field has signed them out: somebody new asks.
    if (code === U && earlier && arrive)
      ({ code } = await ask(root, name, (tokens[column] = await arrive()), audience));
    if (code === ABSENT) return ABSENT;
    // Past the door: NOT_FOUND of a mutation's own row, and the field's own rules.
    if (code === U && name !== 'signIn' && name !== 'identifyShopper') return U;
    if (code === F) return F;
    return code === N && root === 'Query' ? N : 'in';
  }

  /** Who may not ask has no such field, or is told why not. */
  async function expectTold(root: Root, name: string, expected: Row) {
    for (const [index, column] of COLUMNS.entries()) {
      const answer = await told(root, name, column);
      const absent = answer === ABSENT && expected[index] !== 'in';
      expect([column, absent ? expected[index] : answer]).toEqual([column, expected[index]]);
    }
  }

  const fieldsOf = (root: Root) =>
    [...new Set(AUDIENCES.flatMap((audience) => Object.keys(rootOf(audience, root).getFields())))].toSorted();

  test('has a row for every mutation and every query, and no row for what is not there', () => {
    expect(fieldsOf('Mutation')).toEqual(Object.keys(MUTATIONS).toSorted());
    expect(fieldsOf('Query')).toEqual(Object.keys(QUERIES).toSorted());
  });

  test.each(Object.entries(MUTATIONS))('mutation %s', (name, expected) => expectTold('Mutation', name, expected));

  test.each(Object.entries(QUERIES))('query %s', (name, expected) => expectTold('Query', name, expected));

  const STRANGERS = [
    'the administrator of another tenant',
    'an agent of another store',
    'an administrator of another store',
  ] as const;

  /**
   * Whether a change is one of what is not the stranger's: of their own store or person, or a count of uses, it is
   * theirs.
   */
  function isTrespass(who: (typeof STRANGERS)[number], { entity, row, before }: ChangedRow, action: string): boolean {
    const { tenantId, storeId, storeIds } = (row ?? before ?? {}) as {
      tenantId?: string;
      storeId?: string | null;
      storeIds?: string[];
    };
    if (who === 'the administrator of another tenant') {
      // Nor does anything of their own name a row of ours.
      const ours = Object.values({ ...rows['conversation'] })
        .flat()
        .filter((id) => typeof id === 'string' && id.length > 20);
      return tenantId === 'tenant-1' || ours.some((id) => JSON.stringify(row ?? {}).includes(id as string));
    }
    if (tenantId !== 'tenant-1') return false;
    if (who === 'an agent of another store') return storeId === desk.store.id;
    if (action.startsWith('note')) return storeId === desk.store.id;
    if (entity.name === 'Tenant' || storeId === desk.store.id) return true;
    const isOwn = (row as { ownerId?: string; userId?: string; id: string } | undefined) ?? { id: '' };
    if ('storeId' in entity.schema.shape) return !storeId && isOwn.ownerId === null;
    return 'storeIds' in entity.schema.shape && (storeIds?.length === 0 || Boolean(storeIds?.includes(desk.store.id)));
  }

  test.each(STRANGERS)('%s sees and changes nothing', async (who) => {
    const tokenOf = {
      'the administrator of another tenant': foreignAdministrator,
      'an agent of another store': foreignAgent,
      'an administrator of another store': administratorOfAnotherStore,
    };
    const token = await tokenOf[who]();
    const changed: string[] = [];
    const stop = desk.server.desk.onCommitted(({ action, rows: committed }) => {
      for (const change of committed)
        if (isTrespass(who, change, action)) changed.push(`${action}: ${change.entity.name}`);
    });
    const harmless = DOORS.flatMap(({ ownAccess = [] }) => ownAccess);
    for (const root of ['Mutation', 'Query'] as const)
      for (const name of Object.keys(rootOf('staff', root).getFields()).filter((field) => !harmless.includes(field))) {
        const { answer, code, details } = await ask(root, name, token, 'staff');
        for (const told of ['lily', 'a secret word', 'client-0001']) expect(`${name} ${answer}`).not.toContain(told);
        // A stranger's row that is there is denied in the same words as one that never was.
        if (code === N && !ECHOES.includes(name)) expect([name, details ?? null]).toEqual([name, null]);
      }
    stop();
    expect(changed).toEqual([]);
  });

  const signIn = async (email: string) =>
    (
      await desk.gql<{ r: { token: string } }>(
        'mutation ($i: SignInInput!) { r: signIn(input: $i) { signedIn { token } } }',
        { i: { email, password: TEST_PASSWORD } },
      )
    ).data.r.token;

  async function foreignAdministrator(): Promise<string> {
    const system = { kind: 'system', tenantId: 'tenant-2', name: 'test' } as const;
    await desk.server.desk.perform(system, 'createTenant', { name: 'Other', slug: 'other' });
    const input = { name: 'X', agentNo: 'X1', email: 'x1@example.com', roles: ['AD', 'MG'], password: TEST_PASSWORD };
    await desk.server.desk.perform(system, 'addStaff', input);
    return signIn('x1@example.com');
  }

  async function administratorOfAnotherStore(): Promise<string> {
    const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
    const { id } = (await desk.server.desk.perform(system, 'createStore', { name: 'S4', key: 'store-4' })) as {
      id: string;
    };
    return (await desk.staff('AD99', ['AD', ...standardRoles().filter((role) => role !== 'AD')], [id])).token;
  }

  async function foreignAgent(): Promise<string> {
    const system = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;
    const { id } = (await desk.server.desk.perform(system, 'createStore', { name: 'S2', key: 'store-2' })) as {
      id: string;
    };
    return (await desk.staff('PA9', ['PA', 'MG'], [id])).token;
  }
});
