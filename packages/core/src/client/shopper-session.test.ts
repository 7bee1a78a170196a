import { describe, expect, test } from 'vitest';
import { createServedDesk } from '@shopdesk/server/in-memory';
import { createDeskClient } from './desk-client.ts';
import { claimsOf } from './identity-claims.ts';
import { MY_CONVERSATIONS, OPEN_CONVERSATION } from './operations/conversations.ts';
import { endShopperSession, identifyShopper } from './shopper-identity.ts';
import { createShopperSession, sessionKey, type ShopperSession } from './shopper-session.ts';
import { memoryStorage } from './storage.ts';

async function browser() {
  const { network } = await createServedDesk();
  const storage = memoryStorage();
  const tab = () => {
    const changes: (string | undefined)[] = [];
    let session: ShopperSession | undefined;
    const client = createDeskClient({ url: '', fetch: network.fetch, token: () => session?.current?.token });
    let busy = Promise.resolve() as Promise<unknown>;
    const lock = <T>(_: string, work: () => Promise<T>): Promise<T> => {
      const run = busy.then(work);
      busy = run.catch(() => undefined);
      return run;
    };
    session = createShopperSession({
      client,
      storeKey: 'store-1',
      storage,
      lock,
      onChange: (now) => changes.push(now?.customerId),
    });
    const at = { client, session, storeKey: 'store-1' };
    return {
      client,
      session,
      changes,
      identify: (subject: string) => identifyShopper(at, identity(subject)),
      end: () => endShopperSession(at),
    };
  };
  return { tab, storage, network };
}

const identity = (subject: string) => JSON.stringify({ subject, name: subject });

describe('a shopper’s session', () => {
  test('is started once, kept, and the same in the next visit', async () => {
    const { tab, network } = await browser();
    const first = tab().session;
    const [one, two] = await Promise.all([first.ensure(), first.ensure()]);
    expect(one).toEqual(two);
    expect((await tab().session.ensure()).customerId).toBe(one.customerId);
    expect(network.calls).toEqual(['startShopperSession']);
  });

  test('belongs to the verified customer after identify, with the guest’s open conversation', async () => {
    const { tab } = await browser();
    const { session, client, changes, identify } = tab();
    const guest = await session.ensure();
    const { id } = await client.mutate(OPEN_CONVERSATION, { input: {} });
    const lily = await identify('lily');
    expect(lily).toMatchObject({ verified: true });
    expect(lily.customerId).not.toBe(guest.customerId);
    expect(changes).toEqual([guest.customerId, lily.customerId]);
    expect((await client.query(MY_CONVERSATIONS, {})).nodes.map((conversation) => conversation.id)).toEqual([id]);
  });

  test('asks the desk again only when the claims have changed', async () => {
    const { tab, network } = await browser();
    const { identify } = tab();
    await identify('lily');
    await identify('lily');
    await tab().identify('lily');
    expect(network.calls).toEqual(['identifyShopper']);
    await identify('tom');
    expect(network.calls).toEqual(['identifyShopper', 'identifyShopper']);
  });

  test('shows the second person at one browser nothing of the first', async () => {
    const { tab } = await browser();
    const { identify, client } = tab();
    await identify('lily');
    await client.mutate(OPEN_CONVERSATION, { input: {} });
    await identify('tom');
    expect(await client.query(MY_CONVERSATIONS, {})).toEqual({ nodes: [] });
  });

  test('ends for good, on the desk and here', async () => {
    const { tab, storage, network } = await browser();
    const { session, changes, end } = tab();
    const { token } = await session.ensure();
    await end();
    expect(session.current).toBeUndefined();
    expect(changes.at(-1)).toBeUndefined();
    expect(storage.keys('')).toEqual([]);
    const stale = createDeskClient({ url: '', fetch: network.fetch, token });
    await expect(stale.query(MY_CONVERSATIONS, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('follows what another tab did, and forgets only the token that was refused', async () => {
    const { tab, storage } = await browser();
    const [one, two] = [tab(), tab()];
    const { token } = await one.session.ensure();
    two.session.refresh();
    expect(two.session.current?.token).toBe(token);
    await two.identify('lily');
    one.session.forget(token);
    expect(one.session.current?.verified).toBe(true);
    expect(storage.get(sessionKey('store-1'))).toBeDefined();
  });

  test('keeps no claims in storage, only whether they changed', () => {
    const jwt = (claims: object) => `x.${btoa(JSON.stringify(claims)).replace(/\+/g, '-').replace(/\//g, '_')}.y`;
    const claims = claimsOf(jwt({ sub: 'c1', email: 'lily@example.com', exp: 1, iat: 1 }));
    expect(claims).toBe(claimsOf(jwt({ email: 'lily@example.com', sub: 'c1', exp: 2, iat: 2, jti: 'n' })));
    expect(claims).not.toBe(claimsOf(jwt({ sub: 'c2', email: 'lily@example.com' })));
    expect(claims).not.toContain('lily');
  });
});
