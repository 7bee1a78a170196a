import { describe, expect, test } from 'vitest';
import { ANONYMOUS } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { createTestDesk } from '../../testing/index.ts';
import { AccountLink, Store, User } from './entities.ts';
import { presetOf } from './role.ts';

const PASSWORD = 'granite ladder orchid seventeen';
const DAY = 24 * 3600 * 1000;
const denied = (code: string, more: object = {}) => ({ denial: { code, ...more } });

async function scene() {
  const setup = await createTestDesk();
  const loose = setup.desk as unknown as Desk;
  const admin = await setup.staff('AD1', ['AD']);
  const nobody = setup.desk.as(ANONYMOUS).access;
  const lily = { name: 'Lily', email: 'lily@example.com', roles: ['PA' as const] };
  const personOf = (email: string) => setup.desk.read(setup.system).first(User, { email });
  const signIn = (email: string, password: string) => nobody.signIn({ email, password });
  return { ...setup, loose, admin, as: setup.desk.as(admin).access, nobody, lily, personOf, signIn };
}

describe('an invitation', () => {
  test('lets somebody in by a link, with a password that only they know', async () => {
    const { as, nobody, lily, personOf, signIn } = await scene();
    const made = await as.inviteStaff(lily);
    expect(made).toMatchObject({ name: 'Lily', kind: 'INVITATION', expiresAt: '2025-03-17T01:00:00.000Z' });
    expect(await personOf(lily.email)).toMatchObject({ invited: true, active: true, presence: 'OFFLINE' });
    expect(await nobody.accountLinkOffer({ token: made.token })).toMatchObject({
      kind: 'INVITATION',
      name: 'Lily',
      email: lily.email,
      companyName: 'Test',
    });
    const session = await nobody.redeemAccountLink({
      token: made.token,
      password: PASSWORD,
      name: 'Lily Li',
      languages: ['en'],
    });
    expect(session).toMatchObject({ userId: made.userId, name: 'Lily Li' });
    expect(await personOf(lily.email)).toMatchObject({
      name: 'Lily Li',
      invited: false,
      mustChangePassword: false,
      languages: ['en'],
      roles: ['PA'],
      skills: ['LIVE'],
    });
    expect(await signIn(lily.email, PASSWORD)).toMatchObject({ userId: made.userId });
  });

  test('is stored without its token, and opens nothing before it is accepted', async () => {
    const { as, desk, system, lily, personOf, signIn } = await scene();
    const { token } = await as.inviteStaff(lily);
    const rows = await desk.read(system).all(AccountLink);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.tokenHash).not.toBe(token);
    const { passwordHash } = (await personOf(lily.email)) ?? {};
    for (const guess of [token, '', 'hash', String(passwordHash)])
      await expect(signIn(lily.email, guess)).rejects.toMatchObject({
        denial: { code: expect.stringMatching(/UNAUTHENTICATED|VALIDATION_FAILED/) },
      });
  });

  test('works once', async () => {
    const { as, nobody, lily, signIn } = await scene();
    const { token } = await as.inviteStaff(lily);
    await nobody.redeemAccountLink({ token, password: PASSWORD });
    await expect(nobody.accountLinkOffer({ token })).rejects.toMatchObject(denied('LINK_USED'));
    await expect(nobody.redeemAccountLink({ token, password: 'lantern mosaic pepper ninety' })).rejects.toMatchObject(
      denied('LINK_USED'),
    );
    await signIn(lily.email, PASSWORD);
  });

  test('accepted by two at once lets one of them in', async () => {
    const { as, nobody, lily, signIn } = await scene();
    const { token } = await as.inviteStaff(lily);
    const passwords = [PASSWORD, 'lantern mosaic pepper ninety'] as const;
    const answers = await Promise.allSettled(
      passwords.map((password) => nobody.redeemAccountLink({ token, password })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = answers.findIndex(({ status }) => status === 'fulfilled');
    expect((answers[1 - winner] as PromiseRejectedResult).reason).toMatchObject(denied('LINK_USED'));
    await signIn(lily.email, passwords[winner] as string);
    await expect(signIn(lily.email, passwords[1 - winner] as string)).rejects.toMatchObject(denied('UNAUTHENTICATED'));
  });

  test('that is late, altered, replaced or of somebody removed meanwhile opens nothing, and says why', async () => {
    const { as, nobody, lily, clock, personOf } = await scene();
    const { token, userId } = await as.inviteStaff(lily);
    const tryWith = (given: string) => nobody.redeemAccountLink({ token: given, password: PASSWORD });
    await expect(tryWith(`${token}x`)).rejects.toMatchObject(denied('LINK_UNKNOWN'));
    await expect(tryWith(token.toUpperCase())).rejects.toMatchObject(denied('LINK_UNKNOWN'));
    clock.advance(7 * DAY);
    await expect(tryWith(token)).rejects.toMatchObject(denied('LINK_EXPIRED'));
    const second = await as.makeAccountLink({ id: userId });
    expect(second.kind).toBe('INVITATION');
    await expect(tryWith(token)).rejects.toMatchObject(denied('LINK_UNKNOWN'));
    await as.updateStaff({ id: userId, active: false });
    await expect(tryWith(second.token)).rejects.toMatchObject(denied('LINK_UNKNOWN'));
    await as.updateStaff({ id: userId, active: true });
    await expect(tryWith(second.token)).rejects.toMatchObject(denied('LINK_UNKNOWN'));
    const third = await as.makeAccountLink({ id: userId });
    await tryWith(third.token);
    expect(await personOf(lily.email)).toMatchObject({ invited: false });
  });

  test('takes a password that is hard to guess, and is not used up by one that is not', async () => {
    const { as, nobody, lily } = await scene();
    const { token } = await as.inviteStaff(lily);
    for (const password of ['short', 'lily@example.com'])
      await expect(nobody.redeemAccountLink({ token, password })).rejects.toMatchObject({
        denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'password' }] },
      });
    await nobody.redeemAccountLink({ token, password: PASSWORD });
  });

  test('is for the stores that the administrator named, and says nothing of others', async () => {
    const { loose, system, staff, desk, nobody, lily, store, personOf, as } = await scene();
    const second = (await loose.perform(system, 'createStore', { name: 'S2', key: 'store-2' })) as RowOf<typeof Store>;
    const scoped = await staff('AD2', ['AD'], { storeIds: [second.id] });
    const there = desk.as(scoped).access;
    await expect(there.inviteStaff(lily)).rejects.toMatchObject(denied('FORBIDDEN'));
    await expect(there.inviteStaff({ ...lily, storeIds: [store.id] })).rejects.toMatchObject(denied('NOT_FOUND'));
    const { token } = await there.inviteStaff({ ...lily, storeIds: [second.id] });
    await nobody.redeemAccountLink({ token, password: PASSWORD });
    expect(await personOf(lily.email)).toMatchObject({ storeIds: [second.id], roles: ['PA'] });
    const everywhere = await as.inviteStaff({ ...lily, email: 'other@example.com' });
    await expect(there.makeAccountLink({ id: everywhere.userId })).rejects.toMatchObject(denied('FORBIDDEN'));
  });

  test('is refused for an address that is there, and gives work numbers that are free', async () => {
    const { as, lily, desk, system } = await scene();
    await as.inviteStaff(lily);
    await expect(as.inviteStaff({ ...lily, name: 'Again' })).rejects.toMatchObject(
      denied('DUPLICATE', { details: { field: 'email' } }),
    );
    await Promise.all(
      ['a', 'b', 'c'].map((name) => as.inviteStaff({ name, email: `${name}@example.com`, roles: ['PA'] })),
    );
    const numbers = (await desk.read(system).all(User)).map(({ agentNo }) => agentNo);
    expect(new Set(numbers).size).toBe(5);
  });

  test('takes what somebody does in the words of most shops, or roles one by one', async () => {
    const { as, lily, personOf, desk } = await scene();
    const { roles, ...who } = lily;
    await as.inviteStaff({ ...who, preset: 'OWNER' });
    const owner = await personOf(lily.email);
    expect(presetOf(owner?.roles ?? [])).toBe('OWNER');
    const lacking = [...desk.permissions].filter(([, by]) => !by.some((role) => owner?.roles.includes(role)));
    expect(lacking).toEqual([]);
    for (const both of [{}, { preset: 'AGENT' as const, roles }])
      await expect(as.inviteStaff({ ...who, email: 'b@example.com', ...both })).rejects.toMatchObject({
        denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'roles' }] },
      });
  });

  test('is made by administrators only', async () => {
    const { staff, desk, lily } = await scene();
    const lead = desk.as(await staff('TL1', ['TL'])).access;
    await expect(lead.inviteStaff(lily)).rejects.toMatchObject(denied('FORBIDDEN'));
  });
});

describe('a link to a new password', () => {
  test('is for somebody who has forgotten theirs: the old one works until another is chosen', async () => {
    const { as, nobody, staff, signIn, desk, system } = await scene();
    const bob = await staff('PA1', ['PA']);
    const { token, kind } = await as.makeAccountLink({ id: bob.userId });
    expect(kind).toBe('PASSWORD');
    const before = await signIn('PA1@example.com', 'long enough');
    await nobody.redeemAccountLink({ token, password: PASSWORD });
    await expect(signIn('PA1@example.com', 'long enough')).rejects.toMatchObject(denied('UNAUTHENTICATED'));
    await signIn('PA1@example.com', PASSWORD);
    expect(before.userId).toBe(bob.userId);
    expect(await desk.read(system).get(User, bob.userId)).toMatchObject({ roles: ['PA'], invited: false });
  });

  test('lasts a day, and ends when the person chooses a password another way', async () => {
    const { as, nobody, staff, desk, clock } = await scene();
    const bob = await staff('PA1', ['PA']);
    const first = await as.makeAccountLink({ id: bob.userId });
    clock.advance(DAY);
    await expect(nobody.accountLinkOffer({ token: first.token })).rejects.toMatchObject(denied('LINK_EXPIRED'));
    const second = await as.makeAccountLink({ id: bob.userId });
    await desk.as(bob).access.changeOwnPassword({ oldPassword: 'long enough', newPassword: PASSWORD });
    await expect(nobody.accountLinkOffer({ token: second.token })).rejects.toMatchObject(denied('LINK_UNKNOWN'));
  });

  test('is made by somebody else, and lets in who was slowed down after wrong passwords', async () => {
    const { as, admin, nobody, staff, signIn } = await scene();
    await expect(as.makeAccountLink({ id: admin.userId })).rejects.toMatchObject(denied('FORBIDDEN'));
    const bob = await staff('PA1', ['PA']);
    for (let times = 0; times < 5; times += 1)
      await expect(signIn('PA1@example.com', 'wrong one')).rejects.toMatchObject(denied('UNAUTHENTICATED'));
    const { token } = await as.makeAccountLink({ id: bob.userId });
    await nobody.redeemAccountLink({ token, password: PASSWORD });
    await signIn('PA1@example.com', PASSWORD);
  });
});
