import { AuditEvent, type DeskStore, type RowOf } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { createTestDatabase } from 'shopdesk-test/database';
import { describe, expect, test, vi } from 'vitest';
import { createTestServer, TEST_PASSWORD, type TestServer } from '../testing/test-server.ts';
import { MOST_WRITTEN } from './refusals.ts';

const SIGN_IN =
  'mutation ($i: SignInInput!) { r: signIn(input: $i) { signedIn { __typename } denied { __typename code } } }';
type Entry = RowOf<typeof AuditEvent>;

const refusedIn = async (store: DeskStore) =>
  ((await store.find({ entity: AuditEvent, where: [], order: [['at', 'asc']], limit: 10_000 })) as Entry[]).filter(
    ({ to }) => to === 'REFUSED',
  );
const timesOf = ({ changes }: Entry) => Number(changes[0]?.after?.['times']);
const open = (store: DeskStore = new MemoryStore()) => createTestServer({ store, limits: { rates: false } });
const signIn = (desk: TestServer, email: string, password = 'a wrong password') =>
  desk.gql(SIGN_IN, { i: { email, password } }, { address: '203.0.113.77' });
/** Lines of the log that an installation in production shows. */
const shown = (desk: TestServer, msg: string) =>
  desk.log.filter((line) => Number(line['level']) >= 30 && line['msg'] === msg);

describe('a refusal', () => {
  test('of a sign-in is in the log and in the audit trail, without password and whole e-mail, counted and not repeated', async () => {
    const desk = await open();
    const { store } = desk.server;
    const { id } = await desk.staff('PA1', ['PA']);
    for (let n = 0; n < 5; n += 1) await signIn(desk, 'PA1@example.com');
    await signIn(desk, 'nobody@example.org');
    await signIn(desk, 'my phone is 13800138000');
    await desk.close();
    const entries = await refusedIn(store);
    expect(entries.map((entry) => [entry.action, entry.actor, entry.actorName, entry.entityId, entry.reason])).toEqual([
      ['signIn', 'anonymous:', 'p***@example.com', id, 'UNAUTHENTICATED'],
      ['signIn', 'anonymous:', 'n***@example.org', '', 'UNAUTHENTICATED'],
      ['signIn', 'anonymous:', '***', '', 'UNAUTHENTICATED'],
      ['signIn', 'anonymous:', 'p***@example.com', id, 'UNAUTHENTICATED ×4'],
    ]);
    expect(entries[0]?.changes[0]?.after).toEqual({ code: 'UNAUTHENTICATED', times: 1, network: '203.0.113.0' });
    expect(shown(desk, 'sign-in refused')).toMatchObject([
      { account: 'p***@example.com', times: 1 },
      { account: 'n***@example.org' },
      { account: '***' },
      { account: 'p***@example.com', times: 4 },
    ]);
    const everything = JSON.stringify([desk.log, entries]);
    for (const text of ['a wrong password', 'pa1@example.com', '13800138000', '203.0.113.77'])
      expect(everything).not.toContain(text);
  });

  test('of a right is there with who asked and for what, whether they act, look or list', async () => {
    const desk = await open();
    const { store } = desk.server;
    const { token, id } = await desk.staff('WH1', ['WH']);
    const shopper = await desk.shopper('lily');
    await desk.gql(
      'mutation { r: revealContact(input: { id: "x", reason: "y" }) { denied { __typename code } } }',
      {},
      { token },
    );
    await desk.gql(
      'mutation { r: performAction(name: "revealContact", input: { id: "x" }) { denied { __typename code } } }',
      {},
      { token },
    );
    await desk.gql('{ r: liveBoard { now } }', {}, { token });
    await desk.gql('{ r: customers { nodes { id } } }', {}, { token });
    await desk.gql(
      'mutation { r: performAction(name: "takeConversation", input: { id: "x" }) { denied { __typename code } } }',
      {},
      { token: shopper.token },
    );
    await desk.gql('{ r: orderRemarks { nodes { id } } }', {}, { token });
    await desk.close();
    const entries = await refusedIn(store);
    const who = `staff:${id}`;
    expect(entries.map(({ actor, role, action, reason }) => [actor, role, action, reason])).toEqual([
      [who, 'WH', 'revealContact', 'FORBIDDEN'],
      [who, 'WH', 'liveBoard', 'FORBIDDEN'],
      [who, 'WH', 'customers', 'FORBIDDEN'],
      [`shopper:${shopper.customerId}`, 'CU', 'takeConversation', 'FORBIDDEN'],
      [who, 'WH', 'revealContact', 'FORBIDDEN'],
    ]);
    expect(entries[0]?.changes[0]?.after).toEqual({ code: 'FORBIDDEN', times: 1, permission: 'data.reveal' });
    expect(shown(desk, 'refused')).toHaveLength(5);
  });

  test('is written at most so many times a minute, however many different ones there are, and all are counted', async () => {
    const desk = await open();
    const { store } = desk.server;
    for (let n = 0; n < 400; n += 1) await signIn(desk, `${String.fromCharCode(97 + (n % 26))}@host${n}.example`);
    await desk.close();
    const entries = await refusedIn(store);
    expect(entries.length).toBe(MOST_WRITTEN + 1);
    expect(entries.reduce((sum, entry) => sum + timesOf(entry), 0)).toBe(400);
    expect(shown(desk, 'sign-in refused')).toHaveLength(MOST_WRITTEN + 1);
  });

  test('leaves the others alone: what is allowed, and what is only asked', async () => {
    const desk = await open();
    const { store } = desk.server;
    const { token, email } = await desk.staff('WH1', ['WH']);
    expect((await signIn(desk, email, TEST_PASSWORD)).data).toMatchObject({ r: { __typename: 'SignedIn' } });
    await desk.gql('{ r: checkAction(name: "revealContact", input: { id: "x" }) { code } }', {}, { token });
    await desk.gql('{ r: customers { nodes { id } } }');
    await desk.gql('{ r: conversation(id: "nowhere") { id } }', {}, { token });
    await desk.close();
    expect(await refusedIn(store)).toEqual([]);
  });

  test('is sealed into the chain like any entry', async () => {
    const database = await createTestDatabase('pglite', { tables: true });
    const desk = await createTestServer({ database: database.options, background: true, limits: { rates: false } });
    await desk.staff('PA1', ['PA']);
    await signIn(desk, 'pa1@example.com');
    await vi.waitFor(
      async () =>
        expect(await refusedIn(desk.server.store)).toMatchObject([{ action: 'signIn', reason: 'UNAUTHENTICATED' }]),
      5000,
    );
    await desk.staff('PA2', ['PA']);
    await vi.waitFor(async () => expect((await refusedIn(desk.server.store))[0]?.chainSeq).toBeGreaterThan(0), 5000);
    await desk.close();
    await database.remove();
  });
});
