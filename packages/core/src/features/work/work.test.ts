import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { AuditEvent } from '../../kernel/audit.ts';
import type { Desk } from '../../kernel/desk.ts';
import { createTestDesk, MemoryStore } from '../../testing/index.ts';
import { Message } from '../conversations/index.ts';
import { standardFeatures } from '../index.ts';
import { WorkFile, WorkItem, WorkStep } from './entities.ts';
import { Handover } from '../shifts/entities.ts';
import { indexWork } from './index-items.ts';
import { Loan, loans } from './testing/loans.ts';
import { workTexts } from './texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Monday to Friday, nine to five, in Shanghai; the clock of a test begins on Monday at nine. */
const OFFICE = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));

async function scene(store?: MemoryStore) {
  const features = [...standardFeatures, loans] as const;
  const setup = await createTestDesk({ features, ...(store ? { store } : {}) });
  const { desk, system } = setup;
  const [agent, other, lead, warehouse, clerk] = [
    await setup.staff('AA1', ['AA']),
    await setup.staff('AA2', ['AA']),
    await setup.staff('TL1', ['TL']),
    await setup.staff('WH1', ['WH'], { presence: 'OFFLINE' }),
    await setup.staff('FN1', ['FN'], { presence: 'OFFLINE' }),
  ];
  const away = await setup.staff('AA9', ['AA'], { storeIds: ['another-store'], presence: 'OFFLINE' });
  const admin = await setup.staff('AD1', ['AD'], { presence: 'OFFLINE' });
  await desk.as(admin).access.updateStore({ id: setup.store.id, serviceHours: OFFICE, officeHours: OFFICE });
  const lily = await setup.shopper('lily');
  const bob = await setup.shopper('bob');
  const storeId = setup.store.id;
  const ask = (more: object = {}, actor: Actor = lily) =>
    desk
      .as(actor)
      .loans.askForLoan({ storeId, customerId: lily.customerId, conversationId: null, thing: 'Tent', ...more });
  const item = (id: string) => desk.read(system).get(WorkItem, id);
  const steps = (id: string, actor: Actor = system) =>
    desk.read(actor).all(WorkStep, { where: { workItemId: id }, order: [['at', 'asc']] });
  const wait = async (milliseconds: number) => {
    setup.clock.advance(milliseconds);
    await desk.runTimers();
  };
  return { ...setup, agent, other, lead, warehouse, clerk, away, lily, bob, storeId, ask, item, steps, wait };
}

describe('a work item of a third party’s feature', () => {
  test('is numbered by its store, without gap or double when two begin at once', async () => {
    const { ask } = await scene();
    expect((await ask()).number).toBe('L-1');
    const many = await Promise.all(Array.from({ length: 6 }, () => ask()));
    expect(many.map(({ number }) => number).toSorted()).toEqual(['L-2', 'L-3', 'L-4', 'L-5', 'L-6', 'L-7']);
  });

  test('stands in the index of all items, as it is, in the commit of each change', async () => {
    const { desk, agent, ask, item } = await scene();
    const loan = await ask();
    expect(await item(loan.id)).toMatchObject({
      entity: 'Loan',
      number: 'L-1',
      title: 'Tent',
      state: 'ASKED',
      ownerId: null,
      waitsFor: 'US',
      open: true,
      clock: 'answer',
      dueAt: '2025-03-10T01:30:00.000Z',
    });
    expect(loan.dueAt).toBe('2025-03-10T01:30:00.000Z');
    await desk.as(agent).loans.takeLoan({ id: loan.id });
    await desk.as(agent).loans.lendThing({ id: loan.id });
    await desk.as(agent).loans.sendThing({ id: loan.id });
    expect(await item(loan.id)).toMatchObject({
      state: 'AWAY',
      ownerId: agent.userId,
      waitsFor: 'PARTNER',
      dueAt: null,
    });
    await desk.as(agent).loans.receiveThing({ id: loan.id });
    await desk.as(agent).loans.endLoan({ id: loan.id });
    expect(await item(loan.id)).toMatchObject({ state: 'BACK', open: false, closedAt: '2025-03-10T01:00:00.000Z' });
  });

  test('is refused whole when the action is: no number, no row, no step', async () => {
    const { desk, agent, ask, steps } = await scene();
    const { id } = await ask();
    const before = (await steps(id)).length;
    await expect(desk.as(agent).loans.endLoan({ id })).rejects.toMatchObject({
      denial: { code: 'INVALID_TRANSITION' },
    });
    expect(await steps(id)).toHaveLength(before);
    await expect(ask({ storeId: 'nowhere' })).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    expect((await ask()).number).toBe('L-2');
  });

  test('is told live to those who see it', async () => {
    const { desk, ask } = await scene();
    const heard: string[] = [];
    desk.onCommitted(({ rows }) => heard.push(...rows.map(({ entity }) => entity.name)));
    await ask();
    expect(heard.toSorted()).toEqual(['Loan', 'WorkItem', 'WorkStep']);
  });
});

describe('who has an item in hand', () => {
  test('takes it once, and nobody takes it out of another’s hands', async () => {
    const { desk, agent, other, warehouse, away, ask } = await scene();
    const { id } = await ask();
    const take = (actor: Actor) => desk.as(actor).loans.takeLoan({ id });
    await expect(take(warehouse)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await expect(take(away)).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    const both = await Promise.allSettled([take(agent), take(other)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { denial: { code: 'FORBIDDEN', text: workTexts.inOtherHands } },
    });
    const winner = both[0]?.status === 'fulfilled' ? agent : other;
    await expect(take(winner)).rejects.toMatchObject({ denial: { code: 'DUPLICATE' } });
  });

  test('hands it over with a reason, to a colleague who works on such items in its store', async () => {
    const { desk, agent, other, lead, warehouse, away, ask, item } = await scene();
    const { id } = await ask();
    await desk.as(agent).loans.takeLoan({ id });
    const give = (actor: Actor, userId: string | null, reason = 'end of shift') =>
      desk.as(actor).loans.assignLoan({ id, userId, reason });
    await expect(give(other, other.userId)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await expect(give(agent, other.userId, ' ')).rejects.toMatchObject({ denial: { code: 'REASON_REQUIRED' } });
    await expect(give(agent, warehouse.userId)).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN', details: { permission: 'loan.handle' } },
    });
    await expect(give(agent, away.userId)).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    await give(agent, other.userId);
    expect((await item(id)).ownerId).toBe(other.userId);
    await give(lead, null, 'on holiday');
    expect((await item(id)).ownerId).toBeNull();
    await give(lead, agent.userId, '');
    expect((await item(id)).ownerId).toBe(agent.userId);
  });

  test('finds all of it in one list of items of every kind, those due first, page by page', async () => {
    const { desk, agent, other, ask, clock } = await scene();
    const mine: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      clock.advance(MINUTE);
      const { id, dueAt } = await ask();
      await desk.as(n === 4 ? other : agent).loans.takeLoan({ id });
      if (n === 1)
        await desk
          .as(agent)
          .loans.lendThing({ id })
          .then(() => desk.as(agent).loans.sendThing({ id }));
      if (n < 4 && dueAt) mine.push(id);
    }
    const page = (after?: readonly (string | null)[]) =>
      desk.read(agent).find(WorkItem, {
        where: { ownerId: agent.userId, open: true },
        order: [['dueAt', 'asc']],
        limit: 2,
        ...(after ? { after } : {}),
      });
    const first = await page();
    const last = first.at(-1);
    const second = await page([last?.dueAt ?? null, last?.id ?? '']);
    // What waits for somebody else has no due and comes last.
    expect([...first, ...second].map(({ id }) => id)).toEqual([mine[0], mine[2], mine[3], mine[1]]);
  });

  test('sees only kinds that their permissions are for, in their stores', async () => {
    const { desk, agent, warehouse, clerk, away, lily, bob, ask } = await scene();
    const { id } = await ask();
    await desk.as(agent).loans.lendThing({ id });
    const seen = async (actor: Actor) => (await desk.read(actor).maybe(WorkItem, id)) !== undefined;
    expect(await Promise.all([agent, warehouse, clerk, away, lily, bob].map(seen))).toEqual([
      true,
      true,
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('the clocks of an item', () => {
  test('count the store’s hours, stand still where they rest, and go on with what was left', async () => {
    const { desk, agent, ask, item, clock } = await scene();
    const { id } = await ask();
    await desk.as(agent).loans.lendThing({ id });
    // Twenty office hours from Monday at nine: Wednesday at one.
    expect((await item(id)).dueAt).toBe('2025-03-12T05:00:00.000Z');
    clock.advance(4 * HOUR);
    await desk.as(agent).loans.sendThing({ id });
    expect(await item(id)).toMatchObject({ dueAt: null, clock: null });
    clock.set('2025-03-17T01:00:00.000Z');
    await desk.as(agent).loans.receiveThing({ id });
    expect((await item(id)).dueAt).toBe('2025-03-18T09:00:00.000Z');
  });

  test('that run out are a step, say so once, and do what the feature says', async () => {
    const { desk, agent, ask, item, steps, wait, system } = await scene();
    const { id } = await ask();
    await wait(29 * MINUTE);
    expect((await steps(id)).some(({ clock }) => clock)).toBe(false);
    await wait(2 * MINUTE);
    await Promise.all([wait(HOUR), desk.runTimers()]);
    expect((await steps(id)).filter(({ clock }) => clock)).toMatchObject([
      { clock: 'answer', action: 'passWorkClock', by: 'DESK', from: 'ASKED', to: 'ASKED', userId: null },
    ]);
    // It stays due, in the past, until what it is for has happened.
    expect(await item(id)).toMatchObject({ state: 'ASKED', dueAt: '2025-03-10T01:30:00.000Z' });
    await desk.as(agent).loans.lendThing({ id });
    await wait(72 * HOUR);
    expect(await desk.read(system).get(Loan, id)).toMatchObject({ state: 'LOST', times: 1 });
    expect((await steps(id)).at(-1)).toMatchObject({ action: 'passWorkClock', by: 'DESK', from: 'LENT', to: 'LOST' });
  });

  test('that were stopped in time do nothing', async () => {
    const { desk, agent, ask, steps, wait } = await scene();
    const { id } = await ask();
    await desk.as(agent).loans.lendThing({ id });
    await wait(HOUR);
    expect((await steps(id)).filter(({ clock }) => clock)).toEqual([]);
  });
});

describe('the steps of an item', () => {
  test('say who did what and why, and which audited fields changed', async () => {
    const { desk, agent, ask, steps } = await scene();
    const { id } = await ask();
    await desk.as(agent).loans.lendThing({ id, reason: 'regular customer', note: 'has a spot' });
    const [asked, lent] = await steps(id);
    expect(asked).toMatchObject({ action: 'askForLoan', from: null, to: 'ASKED', by: 'CUSTOMER', userId: null });
    expect(lent).toMatchObject({
      action: 'lendThing',
      from: 'ASKED',
      to: 'LENT',
      by: 'STAFF',
      userId: agent.userId,
      because: 'regular customer',
      changed: [{ field: 'note', before: '', after: 'has a spot' }],
    });
  });

  test('are notes too, which the customer reads only when they were told', async () => {
    const { desk, agent, warehouse, lily, bob, ask, steps } = await scene();
    const { id } = await ask();
    const note = (text: string, tellCustomer: boolean, actor: Actor = agent) =>
      desk.as(actor).loans.noteLoan({ id, text, tellCustomer });
    await expect(note('x', false, warehouse)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await note('seems fishy', false);
    await note('We have it ready on Friday.', true);
    expect((await steps(id, lily)).map(({ told, action }) => [action, told?.en])).toEqual([
      ['askForLoan', undefined],
      ['noteLoan', 'We have it ready on Friday.'],
    ]);
    expect(await steps(id, bob)).toEqual([]);
    const nobodys = await ask({ customerId: null }, agent);
    await expect(
      desk.as(agent).loans.noteLoan({ id: nobodys.id, text: 'x', tellCustomer: true }),
    ).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'tellCustomer' }] },
    });
  });

  test('tell the customer where they are, in their language, once for each', async () => {
    const { desk, agent, lily, ask, steps, system } = await scene();
    const { id: conversationId } = await desk.as(lily).conversations.openConversation({});
    const { id } = await ask({ conversationId });
    await desk.as(agent).loans.lendThing({ id });
    const told = await desk.read(system).all(Message, { where: { conversationId, kind: 'TEXT' } });
    expect(told.map(({ body }) => body)).toEqual(['L-1：Tent已借出。']);
    expect((await steps(id, lily)).at(-1)).toMatchObject({ to: 'LENT', told: { en: 'L-1: Tent is yours for now.' } });
  });

  test('are part of one audit entry each', async () => {
    const { desk, agent, ask, system } = await scene();
    const { id } = await ask();
    await desk.as(agent).loans.lendThing({ id });
    const [entry, ...more] = await desk.read(system).all(AuditEvent, { where: { action: 'lendThing' } });
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ entity: 'Loan', entityId: id, from: 'ASKED', to: 'LENT' });
  });
});

describe('files of an item', () => {
  const blob = (contentType: string, size = 10) =>
    JSON.stringify({ contentType, size, sha256: `sum-${Math.random()}`, pad: '----------' });

  test('come from those who work on it and from its customer, as many as the kind takes', async () => {
    const { desk, agent, warehouse, clerk, lily, bob, ask, item, steps } = await scene();
    const { id: workItemId } = await ask();
    const add = (actor: Actor, blobKey = blob('image/png')) =>
      desk.as(actor).work.addWorkFile({ workItemId, blobKey, name: 'scratch.png' });
    await expect(add(bob)).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    await expect(add(clerk)).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
    await expect(add(warehouse)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN' } });
    await expect(add(agent, blob('text/html'))).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
    const own = await add(lily);
    const ours = await add(agent);
    await expect(add(agent)).rejects.toMatchObject({ denial: { code: 'LIMIT_EXCEEDED', details: { limit: 2 } } });
    expect((await item(workItemId)).files).toBe(2);
    expect((await steps(workItemId)).at(-1)).toMatchObject({ action: 'addWorkFile', userId: agent.userId });
    // What staff keep as evidence is not the customer's to open.
    expect(await desk.read(lily).maybe(WorkFile, own.id)).toBeDefined();
    expect(await desk.read(lily).maybe(WorkFile, ours.id)).toBeUndefined();
  });
});

test('work items stand in the file of their customer', async () => {
  const { desk, agent, lily, ask } = await scene();
  const { id } = await ask();
  const entries = await desk.as(agent).customers.customerTimeline({ customerId: lily.customerId });
  expect(JSON.stringify(entries)).toContain('L-1 · Tent');
  expect(JSON.stringify(entries)).toContain(id);
});

test('open items from before there was an index are put into it once, in the background', async () => {
  const store = new MemoryStore();
  const { desk, system, agent, storeId, wait } = await scene(store);
  const at = '2025-03-01T01:00:00.000Z';
  const old = (n: number, state: string) => ({
    id: `old-${String(n).padStart(3, '0')}`,
    tenantId: system.tenantId,
    version: 1,
    createdAt: at,
    updatedAt: at,
    storeId,
    customerId: null,
    conversationId: null,
    number: '',
    thing: `Lamp ${n}`,
    note: '',
    state,
    times: 0,
    ownerId: agent.userId,
    dueAt: null,
  });
  const rows = Array.from({ length: 230 }, (_, n) => old(n, n < 205 ? 'ASKED' : 'BACK'));
  await store.commit(rows.map((row) => ({ kind: 'insert', entity: Loan, row }) as const));
  await indexWork(desk as unknown as Desk);
  for (let n = 0; n < 4; n += 1) await wait(1000);
  const items = await desk.read(agent).all(WorkItem, { where: { ownerId: agent.userId, open: true } });
  expect(items).toHaveLength(205);
  expect(items[0]).toMatchObject({ title: 'Lamp 0', openedAt: at, clock: 'answer' });
  const loans = await desk.read(system).all(Loan, { where: { state: 'ASKED' } });
  expect(loans.filter(({ dueAt }) => dueAt === null)).toEqual([]);
  // Once for each kind: what was indexed is not gone through again at the next start.
  await store.commit([{ kind: 'insert', entity: Loan, row: old(999, 'ASKED') }]);
  await indexWork(desk as unknown as Desk);
  expect(await desk.read(system).count(WorkItem, { entity: 'Loan' })).toBe(205);
});

test('what somebody has in hand at the end of their shift stands in their hand-over', async () => {
  const { desk, agent, lead, storeId, ask, clock } = await scene();
  const { id } = await ask();
  await desk.as(agent).loans.takeLoan({ id });
  const now = clock.now().getTime();
  const at = (hours: number) => new Date(now + hours * HOUR).toISOString();
  const shift = await desk.as(lead).shifts.planShift({
    userId: agent.userId,
    storeIds: [storeId],
    type: 'DAY',
    startAt: at(0),
    endAt: at(8),
  });
  await desk.as(lead).shifts.publishShifts({ from: at(-1), to: at(1) });
  await desk.as(agent).shifts.checkInShift({ id: shift.id });
  await desk.as(agent).shifts.startHandover({ id: shift.id });
  const [handover] = await desk.read(agent).all(Handover, {});
  expect(handover?.items).toMatchObject([
    { kind: 'WORK', refId: `Loan/${id}`, text: 'L-1 · Tent', dueAt: '2025-03-10T01:30:00.000Z', state: 'OPEN' },
  ]);
});
