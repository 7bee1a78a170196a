import { MemoryStore } from '@shopdesk/core/testing';
import { buildSchema, isNonNullType, isObjectType, type GraphQLObjectType } from 'graphql';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { standardSchemaText } from './standard-schema.ts';

let desk: TestServer | undefined;
afterEach(async () => {
  await desk?.close();
  desk = undefined;
});

const start = async () => (desk = await createTestServer({ store: new MemoryStore() }));
const schemas = {
  staff: buildSchema(standardSchemaText('staff')),
  shopper: buildSchema(standardSchemaText('shopper')),
};
const fieldsOf = (audience: keyof typeof schemas, type: string) =>
  (schemas[audience].getType(type) as GraphQLObjectType).getFields();

describe('the schema of an audience', () => {
  test('has no field that is null only because the other audience may not see it', () => {
    expect(isNonNullType(fieldsOf('staff', 'Customer')['tags']?.type)).toBe(true);
    expect(fieldsOf('shopper', 'Customer')['tags']).toBeUndefined();
    for (const audience of ['staff', 'shopper'] as const)
      expect(standardSchemaText(audience)).not.toMatch(/null for (?:shoppers|staff)/i);
  });

  test('has the doors and the live events of that audience and no others', () => {
    const doors = ['signIn', 'startShopperSession', 'identifyShopper'] as const;
    const has = (audience: 'staff' | 'shopper') => doors.filter((name) => fieldsOf(audience, 'Mutation')[name]);
    expect([has('staff'), has('shopper')]).toEqual([['signIn'], ['startShopperSession', 'identifyShopper']]);
    expect(Object.keys(fieldsOf('shopper', 'Subscription'))).toEqual(['conversationEvents']);
    expect(Object.keys(fieldsOf('staff', 'Subscription'))).toEqual(['conversationEvents', 'inboxEvents']);
  });

  test('for shoppers has no rows of staff, nor an order or a filter by what they may not see', () => {
    for (const hidden of ['User', 'StaffSession', 'Transfer', 'AuditEvent', 'PolicyVersion', 'Escalation'])
      expect(schemas.shopper.getType(hidden)).toBeUndefined();
    const filter = schemas.shopper.getType('ConversationFilter');
    const staffFilter = schemas.staff.getType('ConversationFilter');
    const names = (type: unknown) => Object.keys((type as GraphQLObjectType).getFields());
    expect(names(staffFilter)).toContain('priority');
    expect(names(filter)).not.toContain('priority');
    expect(names(filter)).toContain('state');
  });

  test('leaves no object type in either schema without a way to it', () => {
    for (const schema of Object.values(schemas))
      for (const type of Object.values(schema.getTypeMap()))
        if (isObjectType(type)) expect(Object.keys(type.getFields()), type.name).not.toEqual([]);
  });
});

describe('a token', () => {
  const WHO = '{ __typename }';

  test('of one audience is refused at the endpoint of the other, with the right address', async () => {
    const server = await start();
    const [{ token: ofStaff }, { token: ofShopper }] = [await server.staff('PA1', ['PA']), await server.shopper()];
    for (const [token, audience, endpoint] of [
      [ofShopper, 'staff', '/shopper'],
      [ofStaff, 'shopper', '/graphql'],
    ] as const) {
      const { status, data, errors } = await server.gql(WHO, {}, { token, audience });
      expect([status, data]).toEqual([403, undefined]);
      expect(errors).toMatchObject([
        {
          message: 'Shoppers ask at /shopper, staff at /graphql.',
          extensions: { code: 'FORBIDDEN', details: { endpoint } },
        },
      ]);
    }
    const headers = { 'x-desk-locale': 'zh-CN' };
    expect((await server.gql(WHO, {}, { token: ofStaff, audience: 'shopper', headers })).errors).toMatchObject([
      { message: '顾客请使用 /shopper，员工请使用 /graphql。' },
    ]);
    expect((await server.gql(WHO, {}, { token: ofStaff })).data).toEqual({ __typename: 'Query' });
    expect((await server.gql(WHO, {}, { token: ofShopper })).data).toEqual({ __typename: 'Query' });
  });

  test('of the other audience changes nothing by any path that leads to the endpoint, nor by a stream', async () => {
    const server = await start();
    const { token } = await server.shopper();
    const query = 'mutation { signOut { denied { __typename code } } }';
    for (const path of ['/graphql', '/graphql/', '/graphql?x=1'])
      for (const accept of ['application/json', 'text/event-stream']) {
        const headers = { 'content-type': 'application/json', accept };
        const response = await server.post(path, JSON.stringify({ query }), { token, headers });
        expect([path, response.status]).toEqual([path, 403]);
      }
  });

  test('by its name, an action that is the door of the other audience is not there', async () => {
    const server = await start();
    const query =
      'mutation ($i: JSON!) { r: performAction(name: "startShopperSession", input: $i) { denied { code } } }';
    const input = { i: { storeKey: server.store.key } };
    expect((await server.gql(query, input, { audience: 'staff' })).data).toEqual({ r: { code: 'NOT_FOUND' } });
    expect((await server.gql(query, input, { audience: 'shopper' })).data).toEqual({ r: {} });
  });
});
