import { createDeskClient, DeskError, graphql, type DeskClient } from '@shopdesk/core/client';
import type { RoleCode } from '@shopdesk/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createServedDesk, type ServedTestDesk } from './index.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

async function start(): Promise<ServedTestDesk> {
  const served = await createServedDesk();
  open.push(served);
  return served;
}

const RENAME = graphql(
  'mutation Rename($input: UpdateStoreInput!) { updateStore(input: $input) { store { name } denied { code message } } }',
);

/** Somebody of staff at a client of their own. */
async function signedIn(served: ServedTestDesk, agentNo: string, roles: readonly RoleCode[]): Promise<DeskClient> {
  await served.staff(agentNo, roles);
  const { token } = await served.desk.perform({ kind: 'anonymous', tenantId: '' }, 'signIn', {
    email: `${agentNo}@example.com`,
    password: 'long enough',
  });
  const client = createDeskClient({ url: '', path: '/graphql', fetch: served.fetch, token, locale: 'zh-CN' });
  open.push(client);
  return client;
}

describe('a desk in memory', () => {
  test('refuses by its own denial what a role may not do, and lets another role do it', async () => {
    const served = await start();
    const input = { id: served.store.id, name: 'Renamed' };
    const agent = await signedIn(served, 'pa1', ['PA']);
    const refused = await agent.mutate(RENAME, { input }).catch((error: unknown) => error);
    const denied = await served.desk
      .perform(await served.staff('pa2', ['PA']), 'updateStore', input)
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DeskError);
    expect(denied).toMatchObject({ denial: { code: (refused as DeskError).code } });
    expect(refused).toMatchObject({ code: 'FORBIDDEN', message: expect.stringMatching(/[\u4e00-\u9fff]/) as string });
    const manager = await signedIn(served, 'ad1', ['AD']);
    expect(await manager.mutate(RENAME, { input })).toEqual({ name: 'Renamed' });
  });

  test('refuses what its schema does not have, a token of the other audience, and one that is not valid', async () => {
    const served = await start();
    const ask = async (path: string, token: string | undefined, query: string) => {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
      const response = await served.fetch(path, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return { status: response.status, answer: (await response.json()) as { errors?: { extensions: object }[] } };
    };
    expect(await ask('/graphql', undefined, '{ noSuchThing }')).toMatchObject({
      answer: { errors: [{ message: expect.stringContaining('noSuchThing') as string }] },
    });
    const { token } = await served.desk.perform({ kind: 'anonymous', tenantId: '' }, 'startShopperSession', {
      storeKey: 'store-1',
    });
    expect(await ask('/graphql', token, '{ currentUser { name } }')).toMatchObject({
      status: 403,
      answer: { errors: [{ extensions: { code: 'FORBIDDEN', details: { endpoint: '/shopper' } } }] },
    });
    expect(await ask('/graphql', 'no-token', '{ currentUser { name } }')).toMatchObject({ status: 401 });
  });

  test('tells live what happens to whoever may see it, and nothing on a line that is cut', async () => {
    const served = await start();
    const leader = await signedIn(served, 'tl1', ['TL']);
    const heard: unknown[] = [];
    const states: string[] = [];
    const EVENTS = graphql(
      'subscription Inbox { inboxEvents { __typename ... on ConversationChanged { conversation { id state } } } }',
    );
    leader.subscribe(EVENTS, {}, { next: (event) => heard.push(event), state: (state) => states.push(state) });
    await vi.waitFor(() => expect(states).toContain('open'));
    const shopper = await served.shopper();
    const { id } = await served.desk.as(shopper).conversations.openConversation({});
    const told = (state: string) =>
      expect.arrayContaining([
        { __typename: 'ConversationChanged', conversation: expect.objectContaining({ id, state }) as unknown },
      ]) as unknown;
    await vi.waitFor(() => expect(heard).toEqual(told('QUEUED')));
    served.network.down = true;
    served.network.cutStreams();
    await vi.waitFor(() => expect(states.at(-1)).toBe('reconnecting'));
  });

  test('keeps a file by what it is, and gives it out by a signed link only', async () => {
    const served = await start();
    const shopper = await served.shopper();
    const { id } = await served.desk.as(shopper).conversations.openConversation({});
    const { token } = await served.desk.perform({ kind: 'anonymous', tenantId: '' }, 'startShopperSession', {
      storeKey: 'store-1',
    });
    const send = (as: string, body: BodyInit) =>
      served.fetch(`/attachments?conversationId=${id}&name=photo.png`, {
        method: 'POST',
        headers: { authorization: `Bearer ${as}` },
        body,
      });
    expect(await send(token, 'text')).toMatchObject({ status: 404 });
    const staff = await served.staff('pa1', ['PA']);
    await served.desk.as(staff).conversations.takeConversation({ id });
    const { token: own } = await served.desk.perform({ kind: 'anonymous', tenantId: '' }, 'signIn', {
      email: 'pa1@example.com',
      password: 'long enough',
    });
    expect(await send(own, 'no picture')).toMatchObject({ status: 400 });
    const sent = await send(
      own,
      Uint8Array.from(atob(PIXEL), (letter) => letter.charCodeAt(0)),
    );
    expect(sent.status).toBe(201);
    const { id: fileId } = (await sent.json()) as { id: string };
    const asked = { method: 'POST', headers: { authorization: `Bearer ${own}` } };
    const link = await served.ask(new Request(`http://desk.test/attachments/${fileId}/link`, asked));
    const { url } = (await link.json()) as { url: string };
    const get = (path: string) => served.ask(new Request(`http://desk.test${path}`));
    const file = await get(url);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await get(url.replace(/s=../, 's=AA'))).toMatchObject({ status: 404 });
    const shown = await served.fetch(`/attachments/${fileId}/link`, asked);
    expect(await shown.json()).toMatchObject({ url: `data:image/png;base64,${PIXEL}` });
  });
});

/** A transparent image of one point. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
