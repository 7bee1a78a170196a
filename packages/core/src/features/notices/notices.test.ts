import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { serviceMinutes, wallMinutes } from '../../kernel/work.ts';
import { createTestDesk } from '../../testing/index.ts';
import { calendar } from '../calendar/index.ts';
import { access } from '../access/index.ts';
import { clearNotices, knownNotices, Notice, noticeKind, NoticeKind, notices, notify } from './index.ts';

const MINUTE = 60_000;

/** A feature of somebody else, which gives notice of kettles. */
const Kettles = addTo(NoticeKind, {
  KETTLE_BOILS: { en: 'A kettle boils', zh: '水开了' },
  KETTLE_BURNS: { en: 'A kettle burns', zh: '水壶起火' },
});
const boils = noticeKind(Kettles, { code: 'KETTLE_BOILS', severity: 'IMPORTANT', acknowledge: wallMinutes(15) });
const boilsOver = { ...boils, severity: 'URGENT' as const };
const burns = noticeKind(Kettles, {
  code: 'KETTLE_BURNS',
  severity: 'URGENT',
  locked: true,
  acknowledge: serviceMinutes(10),
});
const told = z.object({ to: z.array(z.string()), later: z.array(z.string()).default([]), storeId: z.string() });
const say = (title: string, kind: typeof boils) =>
  defineAction({
    title: { en: title, zh: title },
    allow: { system: true, staff: true },
    input: told,
    output: value(`Told${title}`, z.object({ id: z.string() })),
    run: async (ctx, { to, later, storeId }) => {
      const next = later.map((permission) => ({ permission }));
      const { id } = await notify(ctx, kind, {
        storeId,
        key: 'k1',
        title: 'Kettle 1',
        about: { entity: 'Kettle', id: 'k1' },
        to: { userIds: to },
        next,
      });
      return { id };
    },
  });
const kettles = defineFeature({
  name: 'kettles',
  requires: [notices],
  members: [Kettles],
  words: { to: { en: 'To', zh: '对象' }, later: { en: 'Then', zh: '随后' } },
  actions: {
    boil: say('Boil', boils),
    boilOver: say('BoilOver', boilsOver),
    burn: say('Burn', burns),
    coolDown: defineAction({
      title: { en: 'Cool down', zh: '冷却' },
      allow: { system: true },
      input: z.object({}),
      output: value('Cooled', z.object({ ok: z.boolean() })),
      run: async (ctx) => {
        await clearNotices(ctx, boils, 'k1');
        return { ok: true };
      },
    }),
  },
  answers: [knownNotices(boils, burns)],
});

async function scene() {
  const setup = await createTestDesk({ features: [access, calendar, notices, kettles] });
  const { desk, system, clock, store } = setup;
  const [admin, ann, bo, lead, other] = [
    await setup.staff('Adm', ['AD']),
    await setup.staff('Ann', ['PA']),
    await setup.staff('Bo', ['PA']),
    await setup.staff('Lea', ['SV']),
    await setup.staff('Mo', ['MG']),
  ];
  const mine = async (actor: StaffActor) => (await desk.as(actor).notices.myNotices({})).notices;
  const boil = (to: string[], later: string[] = [], by: Actor = system) =>
    desk.as(by).kettles.boil({ to, later, storeId: store.id });
  const row = (id: string) => desk.read(system).get(Notice, id);
  const wait = async (minutes: number) => {
    clock.advance(minutes * MINUTE);
    await desk.runTimers();
  };
  return { ...setup, admin, ann, bo, lead, other, mine, boil, row, wait };
}

const refusal = (code: string) => ({ denial: { code } });

describe('a notice', () => {
  test('is one row for all whom it is meant for, and nobody else sees it', async () => {
    const { ann, bo, lead, mine, desk, boil } = await scene();
    await boil([ann.userId, bo.userId]);
    expect(await mine(ann)).toMatchObject([{ kind: 'KETTLE_BOILS', title: 'Kettle 1', aboutEntity: 'Kettle' }]);
    expect(await mine(bo)).toHaveLength(1);
    expect(await mine(lead)).toEqual([]);
    const [{ id = '' } = {}] = await mine(ann);
    await expect(desk.as(lead).notices.acknowledgeNotice({ id })).rejects.toMatchObject(refusal('NOT_FOUND'));
  });

  test('of the same thing again is counted, and comes back to who has put it away only when it is worse', async () => {
    const { ann, mine, desk, boil, row, store, system } = await scene();
    const { id } = await boil([ann.userId]);
    await desk.as(ann).notices.seeNotice({ id });
    expect(await mine(ann)).toEqual([]);
    expect((await boil([ann.userId])).id).toBe(id);
    expect(await row(id)).toMatchObject({ count: 2, severity: 'IMPORTANT' });
    expect(await mine(ann)).toEqual([]);
    await desk.as(system).kettles.boilOver({ to: [ann.userId], storeId: store.id });
    expect(await mine(ann)).toMatchObject([{ id, count: 3, severity: 'URGENT' }]);
  });

  test('put away by one is still told to the other; acknowledged by one it is told to nobody', async () => {
    const { ann, bo, mine, desk, boil, row } = await scene();
    const { id } = await boil([ann.userId, bo.userId], ['notice.configure']);
    await desk.as(ann).notices.seeNotice({ id });
    expect(await mine(bo)).toHaveLength(1);
    await desk.as(bo).notices.acknowledgeNotice({ id });
    expect(await mine(bo)).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'ACKNOWLEDGED', acknowledgedById: bo.userId, acknowledgeBy: null });
    await expect(desk.as(ann).notices.acknowledgeNotice({ id })).rejects.toMatchObject(refusal('INVALID_TRANSITION'));
  });

  test('that nobody acknowledges goes on to the next, once, and stops when it is acknowledged or settled', async () => {
    const { ann, lead, mine, desk, boil, row, wait, system } = await scene();
    const { id } = await boil([ann.userId], ['notice.configure']);
    await wait(14);
    expect(await mine(lead)).toEqual([]);
    await wait(2);
    expect(await mine(lead)).toMatchObject([{ id, level: 1 }]);
    await wait(60);
    expect(await row(id)).toMatchObject({ level: 1, acknowledgeBy: null, state: 'OPEN' });
    await desk.as(system).kettles.coolDown({});
    expect(await mine(ann)).toEqual([]);
    expect(await row(id)).toMatchObject({ state: 'CLEARED' });

    const again = await boil([ann.userId], ['notice.configure']);
    expect(again.id).not.toBe(id);
    await desk.as(ann).notices.acknowledgeNotice({ id: again.id });
    await wait(60);
    expect(await row(again.id)).toMatchObject({ level: 0, state: 'ACKNOWLEDGED' });
  });

  test('waits by the service hours of the store where its kind says so', async () => {
    const { ann, lead, mine, desk, store, wait, admin, clock, system } = await scene();
    await desk.as(admin).access.updateStore({
      id: store.id,
      timeZone: 'UTC',
      serviceHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
    });
    const now = clock.now();
    const tonight = new Date(now);
    tonight.setUTCHours(now.getUTCHours() < 20 ? 20 : 44, 0, 0, 0);
    clock.advance(tonight.getTime() - now.getTime());
    await desk.as(system).kettles.burn({ to: [ann.userId], later: ['notice.configure'], storeId: store.id });
    await wait(12 * 60);
    expect(await mine(lead)).toEqual([]);
    await wait(71);
    expect(await mine(lead)).toHaveLength(1);
  });

  test('is not told to whose act it tells of', async () => {
    const { ann, bo, mine, boil } = await scene();
    await boil([ann.userId, bo.userId], [], ann);
    expect(await mine(ann)).toEqual([]);
    expect(await mine(bo)).toHaveLength(1);
  });

  test('to somebody who has left goes to the next; who leaves hands on what was theirs alone; never to nobody', async () => {
    const { ann, bo, lead, other, mine, boil, desk, admin, row } = await scene();
    await desk.as(admin).access.updateStaff({ id: bo.userId, active: false, reason: 'left' });
    const gone = await boil([bo.userId], ['notice.configure']);
    expect(await row(gone.id)).toMatchObject({ toUserIds: [], toPermission: 'notice.configure' });
    expect((await mine(lead)).map(({ id }) => id)).toEqual([gone.id]);
    await desk.as(lead).notices.acknowledgeNotice({ id: gone.id });

    const told = await desk.as(other).notices.sendNotice({ title: 'Read this', toUserIds: [ann.userId] });
    await desk.as(admin).access.updateStaff({ id: ann.userId, active: false, reason: 'left' });
    expect(await row(told.id)).toMatchObject({ toUserIds: [], toPermission: 'notice.unheard' });
    expect((await mine(lead)).map(({ id }) => id)).toEqual([told.id]);
  });

  test('of a kind that the store has switched off or wants no more of today is kept, and told to nobody (R-QA-07)', async () => {
    const { ann, lead, mine, boil, desk, store, row, system, wait } = await scene();
    const rule = { id: store.id, kind: 'KETTLE_BOILS' };
    await desk.as(lead).notices.setNoticePolicy({ ...rule, on: false });
    const off = await boil([ann.userId]);
    expect(await row(off.id)).toMatchObject({ state: 'SUPPRESSED', notToldBecause: 'SWITCHED_OFF' });
    expect(await mine(ann)).toEqual([]);

    await desk.as(lead).notices.setNoticePolicy({ ...rule, on: true, perDay: 1 });
    const first = await boil([ann.userId]);
    expect(await mine(ann)).toMatchObject([{ id: first.id }]);
    await desk.as(system).kettles.coolDown({});
    const second = await boil([ann.userId]);
    expect(await row(second.id)).toMatchObject({ state: 'SUPPRESSED', notToldBecause: 'CAP' });
    await wait(24 * 60 + 1);
    const third = await boil([ann.userId]);
    expect(await row(third.id)).toMatchObject({ state: 'OPEN' });
    await expect(desk.as(ann).notices.setNoticePolicy(rule)).rejects.toMatchObject(refusal('FORBIDDEN'));
  });

  test('says which layer has decided whether one is told: a locked kind, then the store, then oneself', async () => {
    const { ann, lead, desk, store } = await scene();
    const now = async () => {
      const { kinds } = await desk.as(ann).notices.noticeSettings({ storeId: store.id });
      return ['KETTLE_BOILS', 'KETTLE_BURNS'].map((code) => {
        const { told, decidedBy } = kinds.find(({ kind }) => kind === (code as never)) ?? {};
        return `${told} ${decidedBy}`;
      });
    };
    expect(await now()).toEqual(['true KIND', 'true KIND']);
    await desk.as(ann).notices.setNoticePreference({ kind: 'KETTLE_BOILS', on: false });
    expect(await now()).toEqual(['false PERSON', 'true KIND']);
    await desk.as(ann).notices.setNoticePreference({ kind: 'KETTLE_BOILS', on: true });
    await desk.as(lead).notices.setNoticePolicy({ id: store.id, kind: 'KETTLE_BOILS', on: false });
    expect(await now()).toEqual(['false STORE', 'true KIND']);
  });

  test('of a kind that is locked nobody switches off; of another each for themselves', async () => {
    const { ann, bo, lead, mine, boil, desk, store, system } = await scene();
    const { setNoticePreference } = desk.as(ann).notices;
    await setNoticePreference({ kind: 'KETTLE_BOILS', on: false });
    await boil([ann.userId, bo.userId]);
    expect([await mine(ann), await mine(bo)].map((list) => list.length)).toEqual([0, 1]);
    await expect(setNoticePreference({ kind: 'KETTLE_BURNS', on: false })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    await expect(
      desk.as(lead).notices.setNoticePolicy({ id: store.id, kind: 'KETTLE_BURNS', on: false }),
    ).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    await desk.as(system).kettles.burn({ to: [ann.userId], storeId: store.id });
    expect(await mine(ann)).toMatchObject([{ kind: 'KETTLE_BURNS' }]);
    expect((await desk.as(ann).notices.noticeSettings({ storeId: store.id })).kinds).toMatchObject([
      { kind: 'ANNOUNCEMENT', onForMe: null },
      { kind: 'KETTLE_BOILS', onForMe: false, onInStore: true },
      { kind: 'KETTLE_BURNS', locked: true },
    ]);
  });

  test('is sent by those who lead, to people or roles, and to nobody it is refused', async () => {
    const { ann, bo, lead, mine, desk, store } = await scene();
    const notice = { storeId: store.id, title: 'The warehouse closes at four' };
    await desk.as(lead).notices.sendNotice({ ...notice, toRoles: ['PA'] });
    expect([await mine(ann), await mine(bo)].map((list) => list.length)).toEqual([1, 1]);
    await expect(desk.as(lead).notices.sendNotice(notice)).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    await expect(desk.as(ann).notices.sendNotice({ ...notice, toRoles: ['PA'] })).rejects.toMatchObject(
      refusal('FORBIDDEN'),
    );
  });

  test('of another store is not told to who does not work there', async () => {
    const { desk, admin, lead, staff, mine, store } = await scene();
    const second = await desk.as(admin).access.createStore({ name: 'Second', key: 'second-store' });
    const away = await staff('Away', ['PA'], { storeIds: [second.id] });
    await desk.as(lead).notices.sendNotice({ storeId: store.id, title: 'Here', toRoles: ['PA'] });
    await desk.as(lead).notices.sendNotice({ title: 'Everywhere', toRoles: ['PA'] });
    expect((await mine(away)).map(({ title }) => title)).toEqual(['Everywhere']);
  });
});
