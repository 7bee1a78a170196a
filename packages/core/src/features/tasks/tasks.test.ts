import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { defineFeature } from '../../kernel/feature.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { createTestDesk } from '../../testing/index.ts';
import { WorkItem, WorkStep } from '../work/index.ts';
import { standardFeatures } from '../index.ts';
import {
  cancelTask,
  FollowUpTask,
  knownTasks,
  openTask,
  TaskCancelReason,
  taskKind,
  TaskKind,
  TaskOutcome,
  tasks,
} from './index.ts';

const HOUR = 3_600_000;
const refusal = (code: string) => ({ denial: { code } });

/** A feature of somebody else: plants that want water. */
const Plants = addTo(TaskKind, { WATER_PLANT: { en: 'Water a plant', zh: '浇花' } });
const Watered = addTo(TaskOutcome, { WATERED: { en: 'Watered', zh: '已浇水' } });
const Rain = addTo(TaskCancelReason, { RAIN: { en: 'It rained', zh: '下雨了' } });
const water = taskKind(Plants, { code: 'WATER_PLANT', outcomes: ['WATERED'], grace: 30 });
const plants = defineFeature({
  name: 'plants',
  requires: [tasks],
  members: [Plants, Watered, Rain],
  words: { hours: { en: 'Hours', zh: '小时' }, plant: { en: 'Plant', zh: '植物' } },
  actions: {
    dryOut: defineAction({
      title: { en: 'Dry out', zh: '缺水' },
      allow: { system: true },
      input: z.object({ storeId: z.string(), ownerId: z.string().nullable(), plant: z.string(), hours: z.number() }),
      output: one(FollowUpTask),
      run: (ctx, { storeId, ownerId, plant, hours }) =>
        openTask(ctx, water, {
          storeId,
          ownerId,
          subject: `Water ${plant}`,
          doneBy: new Date(Date.parse(ctx.now) + hours * HOUR).toISOString(),
          dedupeKey: `water:${plant}`,
        }),
    }),
    rain: defineAction({
      title: { en: 'Rain', zh: '下雨' },
      allow: { system: true },
      input: z.object({ plant: z.string() }),
      output: value('Rained', z.object({ ok: z.boolean() })),
      run: async (ctx, { plant }) => {
        await cancelTask(ctx, `water:${plant}`, 'RAIN');
        return { ok: true };
      },
    }),
  },
  answers: [knownTasks(water)],
});

async function scene() {
  const setup = await createTestDesk({ features: [...standardFeatures, plants] as const });
  const { clock, desk, store, system } = setup;
  const [ann, bo, lead, admin] = [
    await setup.staff('Ann', ['PA']),
    await setup.staff('Bo', ['AA']),
    await setup.staff('Lea', ['TL']),
    await setup.staff('Adm', ['AD']),
  ];
  const api = (actor: Actor) => desk.as(actor).tasks;
  const at = (hours: number) => new Date(clock.now().getTime() + hours * HOUR).toISOString();
  const give = (by: StaffActor, more: object = {}) =>
    api(by).createTask({ storeId: store.id, subject: 'Call lily back', doneBy: at(4), ...more });
  const row = (id: string) => desk.read(system).get(FollowUpTask, id);
  const wait = async (hours: number) => {
    clock.advance(hours * HOUR);
    await desk.runTimers();
  };
  const dryOut = (plant: string, ownerId: string | null, hours = 2) =>
    desk.as(system).plants.dryOut({ storeId: store.id, ownerId, plant, hours });
  const rain = (plant: string) => desk.as(system).plants.rain({ plant });
  const told = async (actor: StaffActor) =>
    (await desk.as(actor).notices.myNotices({})).notices.map(({ kind, title }) => [kind, title]);
  return { ...setup, ann, bo, lead, admin, api, at, give, row, wait, dryOut, rain, told };
}

describe('a task', () => {
  test('is given by a lead to a colleague, who hears of it, accepts it and says what came of it (R-WF-11)', async () => {
    const { ann, lead, api, give, row, told, desk, system } = await scene();
    const { id } = await give(lead, { ownerId: ann.userId, priority: 'HIGH' });
    expect(await row(id)).toMatchObject({ number: 'T-1', state: 'DUE', kind: 'AD_HOC', givenById: lead.userId });
    expect(await told(ann)).toEqual([['TASK_GIVEN', 'T-1 · Call lily back']]);
    await api(ann).startTask({ id });
    await api(ann).finishTask({ id, outcome: 'DONE', result: 'She has her parcel.' });
    expect(await row(id)).toMatchObject({ state: 'DONE', outcome: 'DONE', result: 'She has her parcel.', attempts: 1 });
    expect(await told(ann)).toEqual([]);
    expect(await desk.read(system).get(WorkItem, id)).toMatchObject({ open: false, number: 'T-1' });
  });

  test('that its owner cannot do goes back to who gave it, with a reason, and without one it does not (R-WF-11)', async () => {
    const { ann, bo, lead, api, give, row, desk, system } = await scene();
    const { id } = await give(lead, { ownerId: ann.userId });
    await expect(api(ann).returnTask({ id, reason: '' })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    await expect(api(bo).returnTask({ id, reason: 'not mine' })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await api(ann).returnTask({ id, reason: 'I have no key.' });
    expect(await row(id)).toMatchObject({ ownerId: lead.userId, state: 'DUE' });
    const steps = await desk.read(system).all(WorkStep, { where: { workItemId: id, action: 'returnTask' } });
    expect(steps).toMatchObject([{ because: 'I have no key.' }]);
  });

  test('is given to others by those who lead only, and with a time that is still to come', async () => {
    const { ann, bo, lead, give, at } = await scene();
    await expect(give(ann, { ownerId: bo.userId })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(give(lead, { doneBy: at(-1) })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    await expect(give(lead, { startAt: at(8) })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    expect(await give(ann, { ownerId: ann.userId })).toMatchObject({ ownerId: ann.userId });
  });

  test('whose time has not come is planned, and comes by itself', async () => {
    const { lead, give, row, wait, at } = await scene();
    const { id } = await give(lead, { startAt: at(2) });
    expect(await row(id)).toMatchObject({ state: 'SCHEDULED' });
    await wait(2);
    expect(await row(id)).toMatchObject({ state: 'DUE' });
  });

  test('is put off twice at most and a day at most; what was promised first stays known', async () => {
    const { ann, api, give, row, wait, at } = await scene();
    const { id } = await give(ann, { ownerId: ann.userId });
    const { firstDoneBy } = await row(id);
    await expect(api(ann).snoozeTask({ id, until: at(25) })).rejects.toMatchObject(refusal('LIMIT_EXCEEDED'));
    await expect(api(ann).snoozeTask({ id, until: at(-1) })).rejects.toMatchObject(refusal('VALIDATION_FAILED'));
    for (const round of [1, 2]) {
      const until = at(20);
      await api(ann).snoozeTask({ id, until });
      expect(await row(id)).toMatchObject({ state: 'SNOOZED', snoozes: round, doneBy: until, firstDoneBy });
      await wait(20);
      expect(await row(id)).toMatchObject({ state: 'DUE' });
    }
    await expect(api(ann).snoozeTask({ id, until: at(1) })).rejects.toMatchObject(refusal('LIMIT_EXCEEDED'));
  });

  test('is skipped with a reason only', async () => {
    const { ann, api, give, row } = await scene();
    const { id } = await give(ann);
    await expect(api(ann).skipTask({ id })).rejects.toMatchObject(refusal('REASON_REQUIRED'));
    await api(ann).skipTask({ id, reason: 'The sale is off.' });
    expect(await row(id)).toMatchObject({ state: 'SKIPPED' });
    await expect(api(ann).skipTask({ id, reason: 'again' })).rejects.toMatchObject(refusal('INVALID_TRANSITION'));
  });

  test('that is late tells its owner after the grace, and those who lead half an hour later', async () => {
    const { ann, lead, dryOut, row, wait, told, api } = await scene();
    const { id } = await dryOut('fern', ann.userId, 2);
    await wait(2.4);
    expect(await row(id)).toMatchObject({ overdue: false });
    await wait(0.2);
    expect(await row(id)).toMatchObject({ overdue: true, state: 'DUE' });
    expect(await told(ann)).toContainEqual(['TASK_OVERDUE', 'T-1 · Water fern']);
    expect(await told(lead)).toEqual([]);
    await wait(0.6);
    expect(await told(lead)).toEqual([['TASK_OVERDUE', 'T-1 · Water fern']]);
    await api(ann).finishTask({ id, outcome: 'WATERED' });
    expect([await told(ann), await told(lead)]).toEqual([[], []]);
  });

  test('of a key is there once while it is open; what makes it needless takes it back', async () => {
    const { ann, dryOut, rain, row, api, at } = await scene();
    const first = await dryOut('fern', ann.userId);
    const { firstDoneBy } = await row(first.id);
    expect((await dryOut('fern', null, 5)).id).toBe(first.id);
    expect(await row(first.id)).toMatchObject({ doneBy: at(5), firstDoneBy, ownerId: ann.userId });
    await rain('fern');
    expect(await row(first.id)).toMatchObject({ state: 'CANCELLED', cancelledFor: 'RAIN' });
    await rain('fern');
    const second = await dryOut('fern', ann.userId);
    expect(second.id).not.toBe(first.id);
    await expect(api(ann).finishTask({ id: second.id, outcome: 'DONE' })).rejects.toMatchObject(
      refusal('VALIDATION_FAILED'),
    );
    await api(ann).finishTask({ id: second.id, outcome: 'WATERED' });
  });

  test('two at once of one key are one', async () => {
    const { dryOut, desk, system } = await scene();
    await Promise.all([dryOut('fern', null), dryOut('fern', null), dryOut('fern', null)]);
    expect(await desk.read(system).all(FollowUpTask)).toHaveLength(1);
  });

  test('in somebody’s hands is theirs; those who lead may step in, and whoever leaves gives theirs back', async () => {
    const { ann, bo, lead, admin, api, give, row, desk } = await scene();
    const { id } = await give(lead, { ownerId: ann.userId });
    await expect(api(bo).startTask({ id })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await expect(api(bo).cancelTask({ id, reason: 'x' })).rejects.toMatchObject(refusal('FORBIDDEN'));
    await api(lead).assignTask({ id, userId: bo.userId, reason: 'Ann is ill.' });
    expect(await row(id)).toMatchObject({ ownerId: bo.userId });
    await desk.as(admin).access.updateStaff({ id: bo.userId, active: false, reason: 'left' });
    expect(await row(id)).toMatchObject({ ownerId: null, state: 'DUE' });
    await api(ann).takeTask({ id });
    expect(await row(id)).toMatchObject({ ownerId: ann.userId });
  });

  test('is no customer’s to see', async () => {
    const { lead, give, desk, shopper } = await scene();
    const lily = await shopper('lily');
    const { id } = await give(lead, { customerId: lily.customerId });
    expect(await desk.read(lily).maybe(FollowUpTask, id)).toBeUndefined();
    expect(await desk.read(lily).maybe(WorkItem, id)).toBeUndefined();
  });

  test('walked by random steps stays within the machine, is open in the index just while something is left, and never late once it has ended', async () => {
    const { ann, lead, api, give, row, wait, at, desk, system } = await scene();
    let seed = 7;
    const chance = (bound: number) => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) % bound;
    for (let walk = 0; walk < 15; walk += 1) {
      const { id } = await give(lead, chance(2) ? { startAt: at(1) } : {});
      for (let step = 0; step < 12; step += 1) {
        const by = api(chance(2) ? ann : lead);
        const steps = [
          () => by.startTask({ id }),
          () => by.finishTask({ id }),
          () => by.snoozeTask({ id, until: at(1 + chance(23)) }),
          () => by.skipTask({ id, reason: 'no need' }),
          () => by.cancelTask({ id, reason: 'no need' }),
          () => wait(chance(6)),
          () => by.takeTask({ id }),
        ];
        await steps[chance(steps.length)]?.().catch((error: { denial?: unknown }) =>
          expect(error.denial).toBeDefined(),
        );
        const [now, item] = [await row(id), await desk.read(system).get(WorkItem, id)];
        const open = ['SCHEDULED', 'DUE', 'IN_PROGRESS', 'SNOOZED'].includes(now.state);
        expect([item.open, item.dueAt !== null]).toEqual([open, open]);
        expect(now.snoozes).toBeLessThanOrEqual(2);
        expect(now.doneBy >= now.firstDoneBy).toBe(true);
      }
    }
  });
});
