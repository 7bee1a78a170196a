import { ShopperSession, StaffSession, User, type RowOf, type ShopperActor } from '@shopdesk/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CONVERSATION_EVENTS, createLiveDesk, INBOX_EVENTS } from './testing/live-desk.ts';

const hubs: { close(): Promise<void> }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(hubs.splice(0).map((hub) => hub.close()));
});

async function signedInStaff() {
  const live = await createLiveDesk();
  hubs.push(live.hub);
  const lead = await live.staff('AD1', ['AD', 'TL']);
  const agent = await live.staff('PA1', ['PA']);
  const { token } = await live.desk
    .as({ kind: 'anonymous', tenantId: '' })
    .access.signIn({ email: 'pa1@example.com', password: 'long enough' });
  const me = await live.signedIn(token);
  const stream = await live.subscribe(me, INBOX_EVENTS);
  return { ...live, lead, agent, me, stream };
}

describe('a stream and its session', () => {
  test('ends when the person signs out, and tells nothing after', async () => {
    const { desk, me, stream } = await signedInStaff();
    await desk.as(me).access.signOut({});
    expect(await stream.ended).toBe('complete');
  });

  test('ends on every device when an administrator sets a new password', async () => {
    const { desk, lead, agent, stream } = await signedInStaff();
    await desk.as(lead).access.setStaffPassword({ id: agent.userId, password: 'another long one' });
    expect(await stream.ended).toBe('complete');
  });

  test('ends when the session expires, without anything happening', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { clock, stream } = await signedInStaff();
    clock.advance(12 * 3600 * 1000);
    await vi.advanceTimersByTimeAsync(12 * 3600 * 1000);
    expect(await stream.ended).toBe('complete');
  });

  test('breaks off when roles change, so that the client comes back with its new rights', async () => {
    const { desk, lead, agent, stream } = await signedInStaff();
    await desk.as(lead).access.updateStaff({ id: agent.userId, roles: ['WH'] });
    expect(await stream.ended).toBe('cut');
  });

  test('breaks off when a permission is taken from its role', async () => {
    const { desk, lead, stream } = await signedInStaff();
    await desk.as(lead).access.setPermissionRoles({ permission: 'customer.reply', roles: ['AA'] });
    expect(await stream.ended).toBe('cut');
  });

  test('goes on when the person only changes presence', async () => {
    const { desk, agent, stream } = await signedInStaff();
    await desk.as(agent).access.setPresence({ id: agent.userId, presence: 'BUSY' });
    await vi.waitFor(() => expect(stream.of('StaffChanged')).not.toEqual([]));
    expect(await Promise.race([stream.ended, 'open'])).toBe('open');
  });

  test('of a shopper ends when the shop signs him out', async () => {
    const live = await createLiveDesk();
    hubs.push(live.hub);
    const shopper = await live.shopper();
    const { id } = await live.desk.as(shopper).conversations.openConversation({});
    const stream = await live.subscribe(shopper, CONVERSATION_EVENTS, { id });
    await live.desk.as(shopper).customers.endShopperSession({});
    expect(await stream.ended).toBe('complete');
  });

  test('is not begun for a session that ended a moment ago', async () => {
    const live = await createLiveDesk();
    hubs.push(live.hub);
    const shopper: ShopperActor = await live.shopper();
    const { id } = await live.desk.as(shopper).conversations.openConversation({});
    await live.desk.as(shopper).customers.endShopperSession({});
    const stream = await live.subscribe(shopper, CONVERSATION_EVENTS, { id });
    expect(await stream.ended).toBe('cut');
    expect(stream.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('leaves no guard, feed or stream behind', async () => {
    const { hub, stream, desk, me, system, agent } = await signedInStaff();
    const sessions = await desk.read(system).all(StaffSession, {});
    expect([sessions.length, (await desk.read(system).all(ShopperSession, {})).length]).toEqual([1, 0]);
    expect(hub.status).toEqual({ streams: 1, conversations: 0 });
    await desk.as(me).access.signOut({});
    await stream.ended;
    await vi.waitFor(() => expect(hub.status).toEqual({ streams: 0, conversations: 0 }));
    expect(((await desk.read(system).get(User, agent.userId)) as RowOf<typeof User>).presence).toBe('ONLINE');
  });
});
