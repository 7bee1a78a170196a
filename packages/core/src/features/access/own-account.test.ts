import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Ports } from '../../ports/index.ts';
import { createTestDesk, TestClock } from '../../testing/index.ts';
import { AuditEvent } from '../../kernel/audit.ts';
import { StaffSession, User } from './entities.ts';
import { ShopperSession } from '../customers/session-entities.ts';
import { actorForToken } from './index.ts';
import { accessTexts } from './texts.ts';

const ANONYMOUS = { kind: 'anonymous', tenantId: '' } as const;
const OLD = 'long enough';
const NEW = 'quiet violet harbour';
const minutes = (count: number) => count * 60_000;

async function start(options: { readonly ports?: Partial<Ports>; readonly clock?: TestClock } = {}) {
  const setup = await createTestDesk(options);
  const { desk, system } = setup;
  const signIn = (email: string, password: string, more: { newPassword?: string; device?: string } = {}) =>
    desk.as(ANONYMOUS).access.signIn({ email, password, ...more });
  const who = async (token: string) =>
    (await actorForToken(desk.read(system), token, desk.permissions)) as StaffActor | undefined;
  const known = async (token: string) =>
    (await who(token)) ?? Promise.reject(new Error('Nobody is known by this token.'));
  return { ...setup, signIn, who, known };
}

describe('a new password', () => {
  const weak = [
    '1234567890',
    'password12',
    'aaaaaaaaaa',
    'qwertyuiop',
    'P@ssw0rd2024',
    'Passw0rd123!',
    '1qaz2wsx3edc',
    'iloveyou123',
    'abcabcabcabc',
    '20240101abc',
    'woaini1314520',
    'demo-shopdesk',
    'shopdesk2024!',
    'ShopDesk#2025',
    'Lucy-2024-shop',
    'wang_lucy_88',
    'lucy.wang@tea.example',
    'TeaHouse2025!',
    'PA1PA1PA1PA1',
    '密码密码密码密码密码',
    'ｐａｓｓｗｏｒｄ12',
  ];
  const strong = [NEW, 'kW8#vq2!zP', 'correct horse battery', '竹林深处有一盏旧灯火', 'x7Lucy-pq0vZr4w'];

  test.each(weak)('that a guesser tries soon is refused, whoever chooses it for whom: %s', async (password) => {
    const { desk, staff, system, signIn, known } = await start();
    await desk.as(system).access.createStore({ name: 'Tea House', key: 'tea-house' });
    const admin = await staff('AD1', ['AD']);
    const person = { name: 'Lucy Wang', agentNo: 'PA1', email: 'lucy.wang@tea.example', roles: ['PA' as const] };
    const refused = (path: string) => ({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path, text: accessTexts.guessablePassword }] },
    });
    for (const actor of [admin, system])
      await expect(desk.as(actor).access.addStaff({ ...person, password })).rejects.toMatchObject(refused('password'));
    const { id } = await desk.as(system).access.addStaff({ ...person, password: OLD });
    await expect(desk.as(admin).access.setStaffPassword({ id, password })).rejects.toMatchObject(refused('password'));
    const own = await known((await signIn(person.email, OLD)).token);
    await expect(
      desk.as(own).access.changeOwnPassword({ oldPassword: OLD, newPassword: password }),
    ).rejects.toMatchObject(refused('newPassword'));
    await expect(signIn(person.email, OLD, { newPassword: password })).rejects.toMatchObject(refused('newPassword'));
    await expect(signIn(person.email, OLD)).resolves.toMatchObject({ userId: id });
  });

  test.each(strong)('that is hard to guess is taken: %s', async (password) => {
    const { desk, system, signIn } = await start();
    await desk
      .as(system)
      .access.addStaff({ name: 'Lucy Wang', agentNo: 'PA1', email: 'lucy.wang@tea.example', roles: ['PA'], password });
    await expect(signIn('lucy.wang@tea.example', password)).resolves.toMatchObject({ name: 'Lucy Wang' });
  });

  test('of two hundred characters is judged at once', async () => {
    const { desk, system } = await start();
    const password = Array.from({ length: 200 }, (_, n) => String.fromCodePoint(33 + ((n * 37) % 90))).join('');
    const before = performance.now();
    await desk
      .as(system)
      .access.addStaff({ name: 'L', agentNo: 'PA1', email: 'l@tea.example', roles: ['PA'], password });
    expect(performance.now() - before).toBeLessThan(2000);
  });

  test('may be the demo’s own only where the host runs a demo', async () => {
    const add = async (ports: object) => {
      const { desk, system } = await start({ ports });
      return desk.as(system).access.addStaff({
        name: 'L',
        agentNo: 'PA1',
        email: 'l@tea.example',
        roles: ['PA'],
        password: 'demo-shopdesk',
      });
    };
    await expect(add({ demoPassword: 'demo-shopdesk' })).resolves.toMatchObject({ agentNo: 'PA1' });
    await expect(add({})).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
  });
});

describe('guessing the password of one account', () => {
  const WRONG = { denial: { code: 'UNAUTHENTICATED', details: { cause: 'credentials' } } };
  const WAIT = { denial: { code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } } };

  async function guesses(count: number) {
    const setup = await start();
    await setup.staff('PA1', ['PA']);
    for (let n = 0; n < count; n += 1)
      await expect(setup.signIn('pa1@example.com', `guess ${n}`)).rejects.toMatchObject(WRONG);
    return setup;
  }

  test('becomes slower after five failures, never impossible, and the right password clears it', async () => {
    const { signIn, clock } = await guesses(5);
    await expect(signIn('pa1@example.com', OLD)).rejects.toMatchObject(WAIT);
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      const early = await signIn('PA1@example.com', 'x').then(
        () => undefined,
        (error: { denial: { details: { retryAfterSeconds: number } } }) => error.denial.details.retryAfterSeconds,
      );
      waits.push(early ?? 0);
      clock.advance((early ?? 0) * 1000);
      await expect(signIn('pa1@example.com', `late ${n}`)).rejects.toMatchObject(WRONG);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
    clock.advance(30_000);
    await expect(signIn('pa1@example.com', OLD)).resolves.toMatchObject({ failedBefore: 13 });
    await expect(signIn('pa1@example.com', OLD)).resolves.toMatchObject({ failedBefore: 0 });
  });

  test('does not get anywhere by trying at the same moment, nor does it keep others out', async () => {
    const { signIn, staff, clock } = await guesses(4);
    await staff('PA2', ['PA']);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => expect(signIn('pa1@example.com', `same ${n}`)).rejects.toThrow()),
    );
    clock.advance(20_000);
    await expect(signIn('pa1@example.com', OLD)).rejects.toMatchObject(WAIT);
    await expect(signIn('pa2@example.com', OLD)).resolves.toMatchObject({ failedBefore: 0 });
  });

  test('tells nothing about which addresses have an account', async () => {
    const { signIn } = await guesses(5);
    for (let n = 0; n < 5; n += 1) await expect(signIn('nobody@example.com', 'x')).rejects.toMatchObject(WRONG);
    await expect(signIn('nobody@example.com', 'x')).rejects.toMatchObject(WAIT);
  });

  test('is forgotten a day after the last failure, and is in no audit entry of another tenant', async () => {
    const { signIn, clock, desk, system } = await guesses(5);
    clock.advance(minutes(24 * 60));
    await expect(signIn('pa1@example.com', 'wrong again')).rejects.toMatchObject(WRONG);
    await expect(signIn('pa1@example.com', OLD)).resolves.toMatchObject({ failedBefore: 1 });
    expect(await desk.read({ ...system, tenantId: '' }).all(AuditEvent, {})).toEqual([]);
  });
});

describe('one’s own password', () => {
  test('is changed with the old one, and every other device is signed out', async () => {
    const { desk, staff, signIn, who, known } = await start();
    await staff('PA1', ['PA']);
    const [here, there] = [await signIn('pa1@example.com', OLD), await signIn('pa1@example.com', OLD)];
    await desk.as(await known(here.token)).access.changeOwnPassword({ oldPassword: OLD, newPassword: NEW });
    expect(await who(here.token)).toMatchObject({ agentNo: 'PA1' });
    expect(await who(there.token)).toBeUndefined();
    await expect(signIn('pa1@example.com', OLD)).rejects.toMatchObject({ denial: { code: 'UNAUTHENTICATED' } });
    await expect(signIn('pa1@example.com', NEW)).resolves.toMatchObject({ name: 'PA1' });
  });

  test('stays when the old one is wrong, which counts as a guess, and when the new one is the old', async () => {
    const { desk, staff, signIn, known } = await start();
    await staff('PA1', ['PA']);
    const own = desk.as(await known((await signIn('pa1@example.com', OLD)).token)).access;
    await expect(own.changeOwnPassword({ oldPassword: OLD, newPassword: OLD })).rejects.toMatchObject({
      denial: { fields: [{ path: 'newPassword' }] },
    });
    for (let n = 0; n < 5; n += 1)
      await expect(own.changeOwnPassword({ oldPassword: `guess ${n}`, newPassword: NEW })).rejects.toMatchObject({
        denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'oldPassword' }] },
      });
    await expect(own.changeOwnPassword({ oldPassword: OLD, newPassword: NEW })).rejects.toMatchObject({
      denial: { code: 'RATE_LIMITED' },
    });
    await expect(signIn('pa1@example.com', OLD)).rejects.toMatchObject({ denial: { code: 'RATE_LIMITED' } });
  });

  test('is chosen at the first sign-in when an administrator chose the present one; until then it opens nothing', async () => {
    const { desk, staff, signIn, system } = await start();
    const admin = await staff('AD1', ['AD']);
    const { id } = await desk
      .as(admin)
      .access.addStaff({ name: 'New', agentNo: 'N1', email: 'n1@example.com', roles: ['PA'], password: OLD });
    const mustChoose = { denial: { code: 'UNAUTHENTICATED', details: { cause: 'password_change' } } };
    await expect(signIn('n1@example.com', OLD)).rejects.toMatchObject(mustChoose);
    await expect(signIn('n1@example.com', OLD, { newPassword: OLD })).rejects.toMatchObject({
      denial: { fields: [{ path: 'newPassword' }] },
    });
    await expect(signIn('n1@example.com', 'wrong', { newPassword: NEW })).rejects.toMatchObject({
      denial: { details: { cause: 'credentials' } },
    });
    expect(await desk.read(system).all(StaffSession, {})).toEqual([]);
    await expect(signIn('n1@example.com', OLD, { newPassword: NEW })).resolves.toMatchObject({ userId: id });
    await expect(signIn('n1@example.com', NEW)).resolves.toMatchObject({ userId: id });
    await desk.as(admin).access.setStaffPassword({ id, password: 'another password' });
    await expect(signIn('n1@example.com', 'another password')).rejects.toMatchObject(mustChoose);
    expect(await desk.read(system).get(User, id)).toMatchObject({ mustChangePassword: true });
  });

  test('is not to be set without the old one by way of administration', async () => {
    const { desk, staff } = await start();
    const admin = await staff('AD1', ['AD']);
    await expect(desk.as(admin).access.setStaffPassword({ id: admin.userId, password: NEW })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
  });
});

describe('one’s own sign-ins', () => {
  test('are listed with their devices, and ended one by one or all others at once', async () => {
    const { desk, staff, signIn, who, known, clock } = await start();
    await staff('PA1', ['PA']);
    await staff('PA2', ['PA']);
    const tokens = [];
    for (const device of ['Firefox · Linux', 'Safari · iPhone', 'Chrome · Windows']) {
      tokens.push((await signIn('pa1@example.com', OLD, { device })).token);
      clock.advance(1000);
    }
    const stranger = await known((await signIn('pa2@example.com', OLD)).token);
    const [first = '', second = '', third = ''] = tokens;
    const own = desk.as(await known(first)).access;
    const { sessions } = await own.ownSessions({});
    expect(sessions.map(({ device, current }) => [device, current])).toEqual([
      ['Chrome · Windows', false],
      ['Safari · iPhone', false],
      ['Firefox · Linux', true],
    ]);
    const id = sessions[1]?.id ?? '';
    await expect(desk.as(stranger).access.endOwnSession({ id })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
    expect(await own.endOwnSession({ id })).toEqual({ ended: 1 });
    expect([await who(second), Boolean(await who(third))]).toEqual([undefined, true]);
    expect(await own.endOtherSessions({})).toEqual({ ended: 1 });
    expect([await who(third), Boolean(await who(first))]).toEqual([undefined, true]);
    expect((await own.ownSessions({})).sessions).toHaveLength(1);
  });

  test('of others are ended by an administrator, and by nobody else', async () => {
    const { desk, staff, signIn, who } = await start();
    const [admin, agent] = [await staff('AD1', ['AD']), await staff('PA1', ['PA'])];
    const { token } = await signIn('pa1@example.com', OLD);
    await expect(desk.as(agent).access.endStaffSessions({ id: agent.userId })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    expect(await desk.as(admin).access.endStaffSessions({ id: agent.userId })).toEqual({ ended: 1 });
    expect(await who(token)).toBeUndefined();
  });

  test('end after an hour without use, or what the host chose, and after twelve hours in any case', async () => {
    const { desk, staff, signIn, who, clock } = await start({ clock: new TestClock() });
    await staff('PA1', ['PA']);
    const idle = await signIn('pa1@example.com', OLD);
    clock.advance(minutes(59));
    expect(await who(idle.token)).toBeDefined();
    clock.advance(minutes(1));
    expect(await who(idle.token)).toBeUndefined();
    const used = await signIn('pa1@example.com', OLD);
    for (let hour = 0; hour < 13; hour += 1) {
      const actor = await who(used.token);
      if (actor) await desk.as(actor).access.noteSessionUse({});
      clock.advance(minutes(55));
    }
    clock.advance(minutes(5));
    expect(await who(used.token)).toBeUndefined();
    const short = await start({ ports: { staffIdleMs: minutes(5) } });
    await short.staff('PA1', ['PA']);
    const { token } = await short.signIn('pa1@example.com', OLD);
    expect(await short.desk.as(await short.known(token)).access.currentUser({})).toMatchObject({ idleSeconds: 300 });
    short.clock.advance(minutes(5));
    expect(await short.who(token)).toBeUndefined();
  });
});

describe('a customer whom the shop signed', () => {
  const token = (subject: string, more: object = {}) => JSON.stringify({ subject, kid: 'k1', ...more });

  async function shop() {
    const setup = await start();
    const admin = await setup.staff('AD1', ['AD']);
    const { id: keyId } = await setup.desk.as(admin).customers.addIdentityKey({
      storeId: setup.store.id,
      kid: 'k1',
      algorithm: 'HS256',
      material: 'a secret of at least thirty-two bytes',
    });
    const identify = (identityToken: string) =>
      setup.desk.as(ANONYMOUS).customers.identifyShopper({ storeKey: setup.store.key, identityToken });
    return { ...setup, admin, keyId, identify };
  }

  test('is believed once by a token that has an id of its own, and as often as it comes by one that has none', async () => {
    const { identify, desk, system } = await shop();
    const once = token('lily', { tokenId: 'jti-1', expiresAt: '2025-03-10T01:10:00.000Z' });
    await identify(once);
    await expect(identify(once)).rejects.toMatchObject({
      denial: { code: 'UNAUTHENTICATED', details: { cause: 'replayed' } },
    });
    const race = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        identify(token('mia', { tokenId: 'jti-2', expiresAt: '2025-03-10T01:10:00.000Z' })),
      ),
    );
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await identify(token('lily'));
    await identify(token('lily'));
    expect(await desk.read(system).all(ShopperSession, {})).toHaveLength(4);
  });

  test('is signed out everywhere when the key is revoked that proved who they are; nobody else is', async () => {
    const { identify, desk, admin, keyId, store, who } = await shop();
    await desk.as(admin).customers.addIdentityKey({
      storeId: store.id,
      kid: 'k2',
      algorithm: 'HS256',
      material: 'another secret of thirty-two bytes',
    });
    const anonymous = await desk.as(ANONYMOUS).customers.startShopperSession({ storeKey: store.key });
    const [phone, laptop, other] = [
      await identify(token('lily')),
      await identify(token('lily')),
      await identify(token('mia', { kid: 'k2' })),
    ];
    await desk.as(admin).customers.revokeIdentityKey({ id: keyId });
    const still = [];
    for (const { token: session } of [phone, laptop, other, anonymous]) still.push(Boolean(await who(session)));
    expect(still).toEqual([false, false, true, true]);
  });

  test('is signed out everywhere in batches, however many devices there are', async () => {
    const { identify, desk, admin, keyId, system } = await shop();
    for (let n = 0; n < 620; n += 1) await identify(token('lily'));
    await desk.as(admin).customers.revokeIdentityKey({ id: keyId });
    await desk.runTimers();
    expect(await desk.read(system).find(ShopperSession, { where: { endedAt: null }, limit: 1000 })).toEqual([]);
  });

  test('is signed out everywhere when their sessions are ended by the shop or by staff who serve customers', async () => {
    const { identify, desk, staff, system, who } = await shop();
    const [agent, warehouse] = [await staff('PA1', ['PA']), await staff('WH1', ['WH'])];
    const [lily, mia] = [await identify(token('lily')), await identify(token('mia'))];
    await expect(desk.as(warehouse).customers.endCustomerSessions({ id: lily.customerId })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    expect(await desk.as(agent).customers.endCustomerSessions({ id: lily.customerId })).toEqual({ ended: 1 });
    expect([await who(lily.token), Boolean(await who(mia.token))]).toEqual([undefined, true]);
    expect(await desk.as(system).customers.endCustomerSessions({ id: mia.customerId })).toEqual({ ended: 1 });
    expect(await who(mia.token)).toBeUndefined();
  });

  test('has a session of thirty days, and one of half a year while nobody knows them', async () => {
    const { identify, desk, store, clock } = await shop();
    const days = (expiresAt: string) =>
      Math.round((Date.parse(expiresAt) - clock.now().getTime()) / (24 * 3600 * 1000));
    expect(days((await identify(token('lily'))).expiresAt)).toBe(30);
    expect(days((await desk.as(ANONYMOUS).customers.startShopperSession({ storeKey: store.key })).expiresAt)).toBe(180);
  });
});

describe('one’s own profile', () => {
  test('is changed by oneself alone, part by part, and shows who changed it', async () => {
    const { desk, system, staff } = await start();
    const own = await staff('Lucy', ['PA']);
    await staff('Mia', ['PA']);
    const as = desk.as(own).access;
    await as.updateOwnProfile({ name: '  Lucy Wang ' });
    await as.updateOwnProfile({ languages: ['en', 'zh-CN', 'en'] });
    const all = await desk.read(system).all(User, {});
    expect(all.map(({ name, languages }) => [name, languages])).toEqual(
      expect.arrayContaining([
        ['Lucy Wang', ['en', 'zh-CN']],
        ['Mia', expect.anything()],
      ]),
    );
    expect(all.find(({ id }) => id === own.userId)?.roles).toEqual(['PA']);
    const trail = await desk.read(system).all(AuditEvent, { where: { action: 'updateOwnProfile' } });
    expect(trail.map(({ entityId }) => entityId)).toContain(own.userId);
  });

  test('keeps a name and a language, and nobody changes that of another, or without signing in', async () => {
    const { desk, system, staff } = await start();
    const own = await staff('Lucy', ['PA']);
    const as = desk.as(own).access;
    const refused = { denial: { code: 'VALIDATION_FAILED' } };
    await expect(as.updateOwnProfile({ name: ' ' })).rejects.toMatchObject(refused);
    await expect(as.updateOwnProfile({ name: 'x'.repeat(101) })).rejects.toMatchObject(refused);
    await expect(as.updateOwnProfile({ languages: [] })).rejects.toMatchObject(refused);
    await expect(as.updateOwnProfile({ languages: ['xx'] as never })).rejects.toMatchObject(refused);
    await expect(desk.as(ANONYMOUS).access.updateOwnProfile({ name: 'Eve' })).rejects.toMatchObject({
      denial: { code: 'UNAUTHENTICATED' },
    });
    await expect(desk.as(system).access.updateOwnProfile({ name: 'Bot' })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    expect((await desk.read(system).get(User, own.userId)).name).toBe('Lucy');
  });
});
