import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { Conversation } from '../conversations/entities.ts';
import { Customer } from '../customers/entities.ts';
import { actorForToken } from './index.ts';
import { User } from './entities.ts';
import { ShopperSession } from '../customers/session-entities.ts';

const ANONYMOUS = { kind: 'anonymous', tenantId: '' } as const;
const identity = (subject: string, more: object = {}) => JSON.stringify({ subject, ...more });

describe('staff', () => {
  test('sign in by e-mail and password and are known by their token until they sign out', async () => {
    const { desk, staff, system } = await createTestDesk();
    await staff('SV1', ['SV']);
    const { token } = await desk.as(ANONYMOUS).access.signIn({ email: 'SV1@example.com', password: 'long enough' });
    const who = () => actorForToken(desk.read(system), token, desk.permissions);
    const actor = await who();
    expect(actor).toMatchObject({ kind: 'staff', agentNo: 'SV1', roles: ['SV'] });
    expect(actor?.kind === 'staff' && actor.permissions.has('conversation.assign')).toBe(true);
    if (actor) await desk.as(actor).access.signOut({});
    expect(await who()).toBeUndefined();
  });

  test('get the same answer for a wrong password and an unknown e-mail', async () => {
    const { desk, staff } = await createTestDesk();
    await staff('PA1', ['PA']);
    const answers = await Promise.all(
      ['PA1@example.com', 'nobody@example.com'].map((email) =>
        desk
          .as(ANONYMOUS)
          .access.signIn({ email, password: 'wrong' })
          .catch((error: unknown) => (error as { denial: unknown }).denial),
      ),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  test('are signed out everywhere when they are deactivated', async () => {
    const { desk, staff, system } = await createTestDesk();
    const admin = await staff('AD1', ['AD']);
    const agent = await staff('PA1', ['PA']);
    const { token } = await desk.as(ANONYMOUS).access.signIn({ email: 'pa1@example.com', password: 'long enough' });
    await desk.as(admin).access.updateStaff({ id: agent.userId, active: false });
    expect(await actorForToken(desk.read(system), token, desk.permissions)).toBeUndefined();
  });

  test('cannot take away their own administration', async () => {
    const { desk, staff } = await createTestDesk();
    const admin = await staff('AD1', ['AD']);
    const denied = { denial: { code: 'FORBIDDEN' } };
    await expect(desk.as(admin).access.updateStaff({ id: admin.userId, roles: ['PA'] })).rejects.toMatchObject(denied);
    await expect(desk.as(admin).access.updateStaff({ id: admin.userId, active: false })).rejects.toMatchObject(denied);
  });

  test('keep their administration by any role to which the tenant gave it', async () => {
    const { desk, staff, system } = await createTestDesk();
    const admin = await staff('AD1', ['AD']);
    await desk.as(admin).access.setPermissionRoles({ permission: 'staff.manage', roles: ['AD', 'OD'] });
    const { userId: id } = await staff('OD1', ['OD', 'SV']);
    const { token } = await desk.as(ANONYMOUS).access.signIn({ email: 'od1@example.com', password: 'long enough' });
    const owner = (await actorForToken(desk.read(system), token, desk.permissions)) ?? admin;
    await expect(desk.as(owner).access.updateStaff({ id, roles: ['SV'] })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    expect(await desk.as(owner).access.updateStaff({ id, roles: ['OD'] })).toMatchObject({ roles: ['OD'] });
  });

  test('keep everything that a change does not name', async () => {
    const { desk, staff, store, system } = await createTestDesk();
    const admin = await staff('AD1', ['AD']);
    const { userId: id } = await staff('PA1', ['PA'], { storeIds: [store.id] });
    await desk.as(admin).access.updateStaff({ id, skills: ['EMAIL'], capacity: 9 });
    await desk.as(admin).access.updateStaff({ id, name: 'Other name' });
    expect(await desk.read(system).get(User, id)).toMatchObject({
      name: 'Other name',
      storeIds: [store.id],
      skills: ['EMAIL'],
      capacity: 9,
    });
  });

  test('have the permissions that their tenant decided', async () => {
    const { desk, staff, system } = await createTestDesk();
    const admin = await staff('AD1', ['AD']);
    await staff('PA1', ['PA']);
    await desk.as(admin).access.setPermissionRoles({ permission: 'conversation.assign', roles: ['PA'] });
    const { token } = await desk.as(ANONYMOUS).access.signIn({ email: 'pa1@example.com', password: 'long enough' });
    const actor = await actorForToken(desk.read(system), token, desk.permissions);
    expect(actor?.kind === 'staff' && actor.permissions.has('conversation.assign')).toBe(true);
  });

  test('who close the panel are offline after ninety seconds, unless they come back', async () => {
    const { desk, clock, staff, system } = await createTestDesk();
    const [gone, back] = [await staff('PA1', ['PA']), await staff('PA2', ['PA'])];
    for (const actor of [gone, back]) await desk.as(actor).access.noteStaffConnection({ connected: false });
    clock.advance(60_000);
    await desk.as(back).access.noteStaffConnection({ connected: true });
    clock.advance(30_000);
    await desk.runTimers();
    const presence = async (id: string) => (await desk.read(system).get(User, id)).presence;
    expect([await presence(gone.userId), await presence(back.userId)]).toEqual(['OFFLINE', 'ONLINE']);
  });
});

describe('anybody', () => {
  test('cannot have the answer of a sign-in kept under a key, where another could fetch the token', async () => {
    const { desk, store } = await createTestDesk();
    const start = desk
      .as(ANONYMOUS)
      .customers.startShopperSession({ storeKey: store.key }, { idempotencyKey: 'guessable' });
    await expect(start).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'idempotencyKey' }] },
    });
  });
});

describe('a shopper', () => {
  test('who is identified takes his anonymous conversation along, and the old token ends', async () => {
    const { desk, staff, shopper, store, system } = await createTestDesk();
    await staff('PA1', ['PA']);
    const anonymous = await shopper();
    const { id } = await desk.as(anonymous).conversations.openConversation({});
    const known = await desk.as(anonymous).customers.identifyShopper({
      storeKey: store.key,
      identityToken: identity('lily', { name: 'Lily', email: 'l@x.co' }),
    });
    expect(known.verified).toBe(true);
    expect((await desk.read(system).get(Conversation, id)).customerId).toBe(known.customerId);
    expect((await desk.read(system).get(ShopperSession, anonymous.sessionId)).endedAt).not.toBeNull();
    expect(await desk.read(system).get(Customer, known.customerId)).toMatchObject({
      name: 'Lily',
      email: 'l@x.co',
      verified: true,
    });
  });

  test('who signs in after another on the same browser sees nothing of the other', async () => {
    const { desk, shopper, staff, store } = await createTestDesk();
    await staff('PA1', ['PA']);
    const lily = await shopper('lily');
    const { id } = await desk.as(lily).conversations.openConversation({});
    const bob = await desk.as(lily).customers.identifyShopper({ storeKey: store.key, identityToken: identity('bob') });
    expect(bob.customerId).not.toBe(lily.customerId);
    const actor = { ...lily, customerId: bob.customerId };
    await expect(desk.as(actor).conversations.messages({ conversationId: id })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
  });

  test('is the same customer on every device, and never merged by e-mail', async () => {
    const { desk, store } = await createTestDesk();
    const identify = (subject: string) =>
      desk
        .as(ANONYMOUS)
        .customers.identifyShopper({ storeKey: store.key, identityToken: identity(subject, { email: 'same@x.co' }) });
    const [phone, laptop, other] = [await identify('lily'), await identify('lily'), await identify('bob')];
    expect(phone.customerId).toBe(laptop.customerId);
    expect(other.customerId).not.toBe(phone.customerId);
  });

  test('cannot name an unknown store', async () => {
    const { desk } = await createTestDesk();
    await expect(desk.as(ANONYMOUS).customers.startShopperSession({ storeKey: 'nowhere' })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
  });
});
