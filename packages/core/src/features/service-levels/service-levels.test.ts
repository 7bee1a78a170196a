import { describe, expect, test } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { createDesk } from '../../kernel/desk.ts';
import type { DeskStore, Write } from '../../kernel/store.ts';
import { Timer } from '../../kernel/timer.ts';
import { createTestDesk, MemoryStore, TestClock, testPorts, type TestDeskOptions } from '../../testing/index.ts';
import { Customer } from '../customers/entities.ts';
import { standardFeatures } from '../index.ts';
import { SlaClock } from './entities.ts';
import { Sla } from './fields.ts';

const SECOND = 1000;
let count = 0;
const id8 = () => `message-${(count += 1)}`;

async function scene(options: Partial<TestDeskOptions<typeof standardFeatures>> = {}) {
  const setup = await createTestDesk(options);
  const { desk, system, clock } = setup;
  const agent = await setup.staff('PA1', ['PA']);
  const supervisor = await setup.staff('SV1', ['SV']);
  const shopper = await setup.shopper('lily');
  const { id } = await desk.as(shopper).conversations.openConversation({});
  const say = (text: string) =>
    desk.as(shopper).conversations.sendMessage({ conversationId: id, clientMsgId: id8(), text });
  const reply = (text = '您好,请问要退哪一件?') =>
    desk.as(agent).conversations.sendMessage({ conversationId: id, clientMsgId: id8(), text });
  const take = async () => {
    if ((await now()).ownerId === null) await desk.as(agent).conversations.takeConversation({ id });
  };
  const now = () => desk.read(system).get(Sla, id);
  const clocks = () =>
    desk.read(system).all(SlaClock, { where: { conversationId: id }, order: [['startedAt', 'asc']] });
  const rounds = async () => (await clocks()).filter(({ target }) => target !== 'RESOLUTION');
  const after = async (seconds: number) => {
    clock.advance(seconds * SECOND);
    await desk.runTimers();
  };
  return { ...setup, agent, supervisor, customer: shopper, id, say, reply, take, now, clocks, rounds, after };
}

describe('the clock of the first reply', () => {
  test('starts with the customer’s first word, not with the open window', async () => {
    const { say, now, after } = await scene();
    await after(20);
    expect(await now()).toMatchObject({ slaState: 'NONE', slaDueAt: null });
    await say('请问这件衣服有货吗?');
    expect(await now()).toMatchObject({
      slaState: 'RUNNING',
      slaTarget: 'FIRST_REPLY',
      slaAimAt: '2025-03-10T01:00:50.000Z',
      slaLateAt: '2025-03-10T01:01:20.000Z',
      slaDueAt: '2025-03-10T01:03:20.000Z',
    });
  });

  test('stops only when a person answers: not with emoji, not with a note', async () => {
    const { desk, agent, id, say, take, reply, now, rounds, after } = await scene();
    await say('请问这件衣服有货吗?');
    await take();
    await after(10);
    await desk.as(agent).conversations.addNote({ conversationId: id, clientMsgId: id8(), text: '老顾客' });
    await reply('😊');
    expect(await now()).toMatchObject({ slaState: 'RUNNING', firstHumanReplyAt: null });
    await after(15);
    await reply();
    expect(await now()).toMatchObject({
      slaState: 'NONE',
      slaDueAt: null,
      firstHumanReplyAt: '2025-03-10T01:00:25.000Z',
    });
    expect(await rounds()).toMatchObject([
      {
        state: 'MET',
        target: 'FIRST_REPLY',
        agentId: agent.userId,
        stoppedAt: '2025-03-10T01:00:25.000Z',
        policy: '*|*|*|WEB_CHAT|*',
      },
    ]);
  });

  test('warns at 80 %, is breached at the limit and goes to the supervisor two minutes later, each once', async () => {
    const { desk, say, now, after, system } = await scene();
    const heard: string[] = [];
    desk.onCommitted(({ events }) =>
      heard.push(...events.map(({ name }) => name).filter((name) => name.startsWith('sla.'))),
    );
    await say('有人吗?订单怎么还没发货');
    await after(143);
    expect((await now()).slaState).toBe('RUNNING');
    await after(1);
    expect((await now()).slaState).toBe('WARNED');
    await after(36);
    expect((await now()).slaState).toBe('BREACHED');
    await after(119);
    expect((await now()).slaState).toBe('BREACHED');
    await after(1);
    expect((await now()).slaState).toBe('ESCALATED');
    await after(3600);
    expect(heard).toEqual(['sla.warned', 'sla.breached', 'sla.escalated']);
    const entries = await desk.read(system).find(AuditEvent, { where: { action: 'runSlaClock' }, limit: 20 });
    expect(entries).toHaveLength(3);
  });

  test('is a breach even when the answer comes before the late timer', async () => {
    const { clock, say, take, reply, rounds, desk } = await scene();
    const heard: string[] = [];
    desk.onCommitted(({ events }) =>
      heard.push(...events.map(({ name }) => name).filter((name) => name.startsWith('sla.'))),
    );
    await say('有人吗?');
    await take();
    clock.advance(181 * SECOND);
    await reply();
    await desk.runTimers();
    expect(await rounds()).toMatchObject([{ state: 'MISSED', breachedAt: '2025-03-10T01:03:00.000Z' }]);
    expect(heard).toEqual(['sla.breached']);
  });

  test('goes on where it was after a restart, and each step is taken once by two desks', async () => {
    const store = new MemoryStore();
    const clock = new TestClock();
    const first = await scene({ store, clock });
    await first.say('有人吗?');
    // Another process on the same rows.
    const second = createDesk({
      features: standardFeatures,
      store,
      clock: clock.now,
      newId: () => `second-${(count += 1)}`,
      ports: testPorts(),
    });
    const heard: string[] = [];
    for (const desk of [first.desk, second])
      desk.onCommitted(({ events }) =>
        heard.push(...events.map(({ name }) => name).filter((name) => name.startsWith('sla.'))),
      );
    for (const seconds of [144, 36, 120, 600]) {
      clock.advance(seconds * SECOND);
      await Promise.all([first.desk.runTimers(), second.runTimers(), first.desk.runTimers(), second.runTimers()]);
    }
    expect(heard).toEqual(['sla.warned', 'sla.breached', 'sla.escalated']);
  });
});

describe('the clock of the next reply', () => {
  test('runs from the first of several questions and not at all after thanks', async () => {
    const { say, take, reply, now, rounds, after } = await scene();
    await say('请问有货吗?');
    await take();
    await reply();
    await after(60);
    await say('那件黑色的');
    await after(5);
    await say('要大号');
    expect(await now()).toMatchObject({
      slaState: 'RUNNING',
      slaTarget: 'NEXT_REPLY',
      slaAimAt: '2025-03-10T01:02:00.000Z',
      slaDueAt: '2025-03-10T01:04:00.000Z',
    });
    await reply();
    await after(60);
    await say('好的,谢谢!');
    expect((await now()).slaState).toBe('NONE');
    expect(await rounds()).toMatchObject([
      { target: 'FIRST_REPLY', state: 'MET' },
      { target: 'NEXT_REPLY', state: 'MET' },
    ]);
  });

  test('is dropped when the conversation is closed without an answer', async () => {
    const { desk, agent, id, say, take, reply, now, clocks, after } = await scene();
    await say('请问有货吗?');
    await take();
    await reply();
    await after(60);
    await say('那件黑色的呢?');
    await desk
      .as(agent)
      .conversations.closeConversation({ id, intent: 'PRODUCT', result: 'NOT_SOLVED', reason: '顾客已电话联系' });
    expect((await clocks()).map(({ target, state }) => [target, state])).toEqual([
      ['FIRST_REPLY', 'MET'],
      ['RESOLUTION', 'MET'],
      ['NEXT_REPLY', 'DROPPED'],
    ]);
    expect(await now()).toMatchObject({ slaState: 'NONE', slaDueAt: null, resolutionState: 'NONE' });
    await after(24 * 3600);
  });

  test('measures a new owner from when he got it', async () => {
    const { desk, staff, supervisor, id, say, take, reply, rounds, after } = await scene();
    const other = await staff('PA2', ['PA']);
    await say('请问有货吗?');
    await take();
    await reply();
    await after(60);
    await say('那件黑色的呢?');
    await after(30);
    await desk.as(supervisor).conversations.assignConversation({ id, userId: other.userId, reason: 'PA1 is ill' });
    expect((await rounds()).at(-1)).toMatchObject({
      agentId: other.userId,
      assignedAt: '2025-03-10T01:01:30.000Z',
      startedAt: '2025-03-10T01:01:00.000Z',
    });
  });
});

describe('the clock of the resolution', () => {
  test('stands still while it is the customer’s turn', async () => {
    const { desk, supervisor, say, take, reply, now, clocks, clock } = await scene();
    const target = { clock: 'WALL', aimSeconds: 50, lateSeconds: 80, limitSeconds: 100, maxSeconds: null } as const;
    await desk.as(supervisor).serviceLevels.setSlaPolicy({ channel: 'WEB_CHAT', priority: 'P4', resolution: target });
    await desk.as(supervisor).serviceLevels.setSlaPolicy({ channel: 'WEB_CHAT', priority: 'P3', resolution: target });
    await say('请问有货吗?');
    await take();
    clock.advance(30 * SECOND);
    await desk.runTimers();
    await reply();
    clock.advance(300 * SECOND);
    await desk.runTimers();
    expect((await now()).resolutionState).toBe('RUNNING');
    await say('那件黑色的呢?');
    for (let n = 0; n < 7; n += 1) {
      clock.advance(10 * SECOND);
      await desk.runTimers();
    }
    expect((await clocks()).find(({ target: name }) => name === 'RESOLUTION')).toMatchObject({
      state: 'BREACHED',
      breachedAt: '2025-03-10T01:06:40.000Z',
    });
  });
});

describe('the choice of a service level', () => {
  const strict = { clock: 'WALL', aimSeconds: 20, lateSeconds: 40, limitSeconds: 60, maxSeconds: null } as const;

  test('takes the most specific one and says which: a P2 refund chat by a VIP', async () => {
    const { desk, supervisor, store } = await scene();
    const levels = desk.as(supervisor).serviceLevels;
    const preview = (more: object) => levels.previewServiceLevel({ storeId: store.id, channel: 'WEB_CHAT', ...more });
    await levels.setSlaPolicy({ channel: 'WEB_CHAT', tier: 'VIP', firstReply: strict });
    await levels.setSlaPolicy({ channel: 'WEB_CHAT', intent: 'REFUND', firstReply: { ...strict, limitSeconds: 90 } });
    const vip = await preview({ intent: 'REFUND', priority: 'P2', tier: 'vip' });
    expect([vip.policy?.scope, vip.targets[0]?.limit.limitSeconds, vip.others]).toEqual([
      'VIP|*|*|WEB_CHAT|*',
      60,
      ['*|REFUND|*|WEB_CHAT|*', '*|*|*|WEB_CHAT|*'],
    ]);
    expect((await preview({ intent: 'REFUND' })).targets[0]?.limit.limitSeconds).toBe(90);
    expect((await preview({})).targets[0]?.limit.limitSeconds).toBe(180);
    await levels.setSlaPolicy({ channel: 'WEB_CHAT', active: false });
    expect((await preview({})).policy).toBeNull();
  });

  test('counts e-mail in office hours, but never longer than a day, and a chat by the clock on the wall (R-CH-19)', async () => {
    const { desk, staff, supervisor, store, clock, say, now } = await scene();
    const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));
    await desk.as(await staff('AD1', ['AD'])).access.updateStore({ id: store.id, officeHours: hours });
    const due = async (at: string) => {
      clock.set(at);
      const { targets } = await desk
        .as(supervisor)
        .serviceLevels.previewServiceLevel({ storeId: store.id, channel: 'EMAIL' });
      return targets.map(({ target, dueAt }) => [target, dueAt]);
    };
    // Monday 10:00 in Shanghai, then Friday 17:00.
    expect(await due('2025-03-10T02:00:00.000Z')).toEqual([
      ['FIRST_REPLY', '2025-03-10T10:00:00.000Z'],
      ['NEXT_REPLY', '2025-03-10T10:00:00.000Z'],
      ['RESOLUTION', '2025-03-13T02:00:00.000Z'],
    ]);
    expect((await due('2025-03-14T09:00:00.000Z')).slice(0, 2)).toEqual([
      ['FIRST_REPLY', '2025-03-15T09:00:00.000Z'],
      ['NEXT_REPLY', '2025-03-17T08:00:00.000Z'],
    ]);
    // Friday 17:59 in Shanghai, a minute before the office closes.
    clock.set('2025-03-14T09:59:00.000Z');
    await say('请问有货吗?');
    expect(await now()).toMatchObject({ slaState: 'RUNNING', slaDueAt: '2025-03-14T10:02:00.000Z' });
    clock.set('2025-03-14T10:02:00.000Z');
    await desk.runTimers();
    expect((await now()).slaState).toBe('BREACHED');
  });

  test('is made anew when a running conversation becomes urgent, from the same start', async () => {
    const { desk, agent, supervisor, id, say, take, now, after } = await scene();
    for (const priority of ['P1', 'P2'] as const)
      await desk.as(supervisor).serviceLevels.setSlaPolicy({ channel: 'WEB_CHAT', priority, firstReply: strict });
    await say('请问有货吗?');
    await take();
    await after(30);
    await desk.as(agent).understanding.correctReading({ conversationId: id, priority: 'P1' });
    expect(await now()).toMatchObject({ slaState: 'RUNNING', slaDueAt: '2025-03-10T01:01:00.000Z' });
    await after(30);
    expect((await now()).slaState).toBe('BREACHED');
  });

  test('knows the customer’s tier', async () => {
    const { desk, supervisor, customer, say, now, system } = await scene();
    await desk.as(supervisor).serviceLevels.setSlaPolicy({ channel: 'WEB_CHAT', tier: 'Gold', firstReply: strict });
    await desk.as(supervisor).customers.updateCustomer({ id: customer.customerId, tier: 'gold' });
    expect((await desk.read(system).get(Customer, customer.customerId)).tier).toBe('gold');
    await say('请问有货吗?');
    expect((await now()).slaDueAt).toBe('2025-03-10T01:01:00.000Z');
  });

  test('goes back to what was shipped, and refuses limits in the wrong order', async () => {
    const { desk, supervisor } = await scene();
    const levels = desk.as(supervisor).serviceLevels;
    const row = await levels.setSlaPolicy({ channel: 'WEB_CHAT', firstReply: strict });
    expect(row).toMatchObject({ nextReply: { limitSeconds: 180 }, warnPercent: 80 });
    const chat = async () =>
      (await levels.serviceLevels({})).policies.find(({ scope }) => scope === '*|*|*|WEB_CHAT|*');
    expect(await chat()).toMatchObject({ id: row.id, shipped: true, firstReply: { limitSeconds: 60 } });
    await levels.resetSlaPolicy({ id: row.id });
    expect(await chat()).toMatchObject({ id: null, shipped: true, firstReply: { limitSeconds: 180 } });
    await expect(
      levels.setSlaPolicy({ channel: 'WEB_CHAT', firstReply: { ...strict, aimSeconds: 50 } }),
    ).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'firstReply.limitSeconds' }] } });
    await expect(levels.setSlaPolicy({ storeId: 'another', channel: 'WEB_CHAT' })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
  });

  test('starts a chat that comes at night with the next opening', async () => {
    const { desk, staff, store, say, now } = await scene();
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '10:00', to: '23:00' }));
    await desk.as(await staff('AD1', ['AD'])).access.updateStore({ id: store.id, serviceHours: hours });
    await say('请问有货吗?');
    expect((await now()).slaDueAt).toBe('2025-03-10T02:03:00.000Z');
  });
});

describe('the work of the clocks', () => {
  test('is one row and one timer where the turn changes, and nothing for words in between', async () => {
    const inner = new MemoryStore();
    let written: string[] = [];
    const counting: DeskStore = {
      find: (query) => inner.find(query),
      count: (query) => inner.count(query),
      commit: (writes) => {
        written.push(...writes.map((write) => `${write.kind} ${write.entity.name}${timerOf(write)}`));
        return inner.commit(writes);
      },
    };
    const timerOf = (write: Write) =>
      write.entity === Timer && /sla:/.test('row' in write ? write.row.id : 'id' in write ? write.id : '')
        ? ' sla'
        : '';
    const { say, take, reply } = await scene({ store: counting });
    const during = async (work: () => Promise<unknown>) => {
      written = [];
      await work();
      return written
        .filter(
          (line) => line.startsWith('insert SlaClock') || line.startsWith('update SlaClock') || line.endsWith(' sla'),
        )
        .toSorted();
    };
    await say('请问有货吗?');
    await take();
    await reply();
    expect(await during(() => say('那件黑色的呢?'))).toEqual(['insert SlaClock', 'put Timer sla']);
    expect(await during(() => say('要大号'))).toEqual([]);
    expect(await during(() => reply())).toEqual(['delete Timer sla', 'update SlaClock']);
    expect(await during(() => reply('还有其他颜色'))).toEqual([]);
  });
});
