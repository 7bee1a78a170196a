import {
  actorOfUser,
  AuditEvent,
  Conversation,
  createDesk,
  Rating,
  SlaClock,
  standardFeatures,
  WorkItem,
  WorkStep,
  type SystemActor,
} from '@shopdesk/core';
import { MemoryStore, testPorts } from '@shopdesk/core/testing';
import { expect, test } from 'vitest';
import { DEMO_PASSWORD, demoEmail, seedDemo } from './demo-seed.ts';

const NOW = '2025-06-02T04:00:00.000Z';

function newDesk() {
  let ids = 0;
  return createDesk({
    features: standardFeatures,
    store: new MemoryStore(),
    clock: () => new Date(NOW),
    newId: () => `id-${String((ids += 1)).padStart(6, '0')}`,
    ports: testPorts({ demoPassword: DEMO_PASSWORD }),
  });
}

test('the demo shows chats of ninety days, answered and closed by people, some of them rated, in the hours of the store', async () => {
  const desk = newDesk();
  const { tenantId } = await seedDemo(desk, { courses: true, timeZone: 'America/New_York' });
  const read = desk.read({ kind: 'system', tenantId, name: 'test' } satisfies SystemActor);
  const chats = await read.all(Conversation, {});
  expect(chats.length).toBeGreaterThan(180);
  expect(chats.filter(({ state }) => state !== 'CLOSED').length).toBeLessThan(5);
  expect(new Set(chats.map(({ createdAt }) => createdAt.slice(0, 10))).size).toBeGreaterThan(70);
  const hour = (at: string) =>
    Number(
      new Intl.DateTimeFormat('en', { hour: '2-digit', hourCycle: 'h23', timeZone: 'America/New_York' }).format(
        new Date(at),
      ),
    );
  // What the desk tells customers by itself comes at any hour.
  const spoken = chats.filter(({ customerMessages }) => customerMessages > 0);
  expect(spoken.length).toBeGreaterThan(180);
  expect(spoken.filter(({ createdAt }) => hour(createdAt) < 9 || hour(createdAt) > 21)).toEqual([]);
  expect(new Set(chats.map(({ intent }) => intent)).size).toBeGreaterThan(6);
  expect(await read.count(Rating, {})).toBeGreaterThan(80);
  expect(await read.count(SlaClock, { target: 'FIRST_REPLY', state: 'MET' })).toBeGreaterThan(100);
});

test('the demo shows complaints of ninety days in most states, done by the rules, and once', async () => {
  const desk = newDesk();
  const { tenantId } = await seedDemo(desk, { courses: true });
  const system: SystemActor = { kind: 'system', tenantId, name: 'test' };
  const read = desk.read(system);
  const items = await read.all(WorkItem, { where: { entity: 'Complaint' }, order: [['openedAt', 'asc']] });
  expect(items).toHaveLength(25);
  expect(items.map(({ number }) => number)).toEqual(items.map((_, index) => `C-${index + 1}`));
  expect(items[0]?.openedAt).toBe('2025-03-04T04:00:00.000Z');
  expect(new Set(items.map(({ state }) => state)).size).toBeGreaterThan(7);
  expect(items.filter(({ open }) => open).length).toBeGreaterThan(8);
  expect(items.some(({ title }) => /\p{Script=Han}/u.test(title)) && items.some(({ title }) => /^\w/.test(title))).toBe(
    true,
  );
  // Nothing was done before its time, and what nobody did in time has gone up.
  const steps = await read.all(WorkStep, {});
  expect(steps.filter(({ at }) => at > NOW)).toEqual([]);
  expect(steps.some(({ clock }) => clock === 'acknowledge')).toBe(true);
  expect(await read.count(AuditEvent, { action: 'closeComplaint' })).toBeGreaterThan(8);
  await seedDemo(desk, { courses: true });
  expect(await read.count(WorkItem, { entity: 'Complaint' })).toBe(25);
  const officer = await actorOfUser(desk, { company: 'demo', email: demoEmail('CO') });
  expect(
    (await desk.read(officer ?? system).find(WorkItem, { where: { open: true }, limit: 50 })).length,
  ).toBeGreaterThan(8);
});
