import { describe, expect, test } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { createTestDesk } from '../../testing/index.ts';
import { Conversation, Transfer } from '../conversations/entities.ts';
import { Handover, Shift } from './entities.ts';
import { shiftTexts } from './texts.ts';

/** 09:00 to 17:00 in Shanghai. */
const DAY = { type: 'DAY' as const, startAt: '2025-03-10T01:00:00.000Z', endAt: '2025-03-10T09:00:00.000Z' };
const LATE = { type: 'EVENING' as const, startAt: '2025-03-10T09:00:00.000Z', endAt: '2025-03-10T15:00:00.000Z' };
let count = 0;

async function shiftScene() {
  const setup = await createTestDesk();
  const { desk, system, store, clock } = setup;
  const agent = await setup.staff('PA1', ['PA']);
  const next = await setup.staff('PA2', ['PA'], { presence: 'OFFLINE' });
  const lead = await setup.staff('TL1', ['TL'], { presence: 'OFFLINE' });
  const plan = (more: object = {}) =>
    desk.as(lead).shifts.planShift({ userId: agent.userId, storeIds: [store.id], ...DAY, ...more });
  const publish = () =>
    desk.as(lead).shifts.publishShifts({ from: '2025-03-01T00:00:00.000Z', to: '2025-04-01T00:00:00.000Z' });
  const shift = async () => {
    const { id } = await plan();
    await publish();
    return id;
  };
  const working = async () => {
    const id = await shift();
    await desk.as(agent).shifts.checkInShift({ id });
    return id;
  };
  const chat = async (name: string) => {
    const shopper = await setup.shopper(name);
    const { id } = await desk.as(shopper).conversations.openConversation({});
    const say = (text: string) =>
      desk
        .as(shopper)
        .conversations.sendMessage({ conversationId: id, clientMsgId: `shift-message-${(count += 1)}`, text });
    await say('请问什么时候发货?');
    if ((await desk.read(system).get(Conversation, id)).ownerId === null)
      await desk.as(agent).conversations.takeConversation({ id });
    const reply = () =>
      desk.as(agent).conversations.sendMessage({
        conversationId: id,
        clientMsgId: `shift-message-${(count += 1)}`,
        text: '我马上帮您查询。',
      });
    return { id, say, reply };
  };
  const handing = async () => {
    const id = await working();
    await desk.as(agent).shifts.startHandover({ id });
    const handover = await desk.read(system).first(Handover, { shiftId: id });
    if (!handover) throw new Error('There is no hand-over.');
    return { id, handoverId: handover.id, handover };
  };
  const read = (id: string) => desk.read(system).get(Shift, id);
  return { ...setup, agent, next, lead, plan, publish, shift, working, handing, chat, read, clock };
}

describe('the roster', () => {
  test('never gives a person two shifts at the same time, also when two plan at once', async () => {
    const { plan, next } = await shiftScene();
    const both = await Promise.allSettled([
      plan(),
      plan({ startAt: '2025-03-10T08:59:00.000Z', endAt: '2025-03-10T12:00:00.000Z' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { denial: { code: 'DUPLICATE' } },
    });
    await plan(LATE);
    await plan({ userId: next.userId });
  });

  test('refuses shifts that end before they begin, and stores the person does not work for', async () => {
    const { desk, plan, staff, system } = await shiftScene();
    await expect(plan({ endAt: DAY.startAt })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'endAt' }] },
    });
    await expect(plan({ storeIds: [] })).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    const elsewhere = await staff('PA3', ['PA'], { storeIds: [other.id], presence: 'OFFLINE' });
    await expect(plan({ userId: elsewhere.userId })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'storeIds' }] },
    });
  });

  test('is changed and taken back until it is begun', async () => {
    const { desk, lead, plan, publish, read } = await shiftScene();
    const { id } = await plan();
    await desk.as(lead).shifts.updateShift({ id, endAt: '2025-03-10T08:00:00.000Z' });
    expect(await read(id)).toMatchObject({ endAt: '2025-03-10T08:00:00.000Z', state: 'PLANNED' });
    expect(await publish()).toEqual({ count: 1 });
    await expect(desk.as(lead).shifts.removeShift({ id })).rejects.toMatchObject({
      denial: { code: 'INVALID_TRANSITION' },
    });
  });

  test('lets a colleague take a shift when a lead approves, for whom it counts then', async () => {
    const { desk, agent, next, lead, shift, plan, read } = await shiftScene();
    const id = await shift();
    const ask = (reason: string) => desk.as(agent).shifts.requestShiftSwap({ id, withUserId: next.userId, reason });
    await expect(ask('')).rejects.toMatchObject({ denial: { code: 'REASON_REQUIRED' } });
    await ask('医院复查');
    await desk.as(lead).shifts.declineShiftSwap({ id });
    expect((await read(id)).state).toBe('PUBLISHED');
    await ask('医院复查');
    await plan({ userId: next.userId });
    await expect(desk.as(lead).shifts.approveShiftSwap({ id })).rejects.toMatchObject({
      denial: { code: 'DUPLICATE' },
    });
    const [other] = await desk.read(lead).all(Shift, { where: { userId: next.userId } });
    await desk.as(lead).shifts.removeShift({ id: other?.id ?? '' });
    await desk.as(lead).shifts.approveShiftSwap({ id });
    expect(await read(id)).toMatchObject({ state: 'SWAPPED', userId: next.userId, swapWithId: agent.userId });
    await desk.as(next).shifts.checkInShift({ id });
  });
});

describe('attendance', () => {
  test('forgives five minutes, and not a second more (R-WF-03)', async () => {
    const { desk, agent, next, clock, shift, plan, publish, read } = await shiftScene();
    const id = await shift();
    clock.set('2025-03-10T01:05:00.000Z');
    await desk.as(agent).shifts.checkInShift({ id });
    expect((await read(id)).lateMinutes).toBe(0);
    const { id: other } = await plan({ userId: next.userId });
    await publish();
    clock.set('2025-03-10T01:05:01.000Z');
    await desk.as(next).shifts.checkInShift({ id: other });
    expect((await read(other)).lateMinutes).toBe(5);
  });

  test('counts who does not come as absent when the shift is over', async () => {
    const { desk, agent, clock, shift, read } = await shiftScene();
    const id = await shift();
    clock.set('2025-03-10T08:59:59.000Z');
    await desk.runTimers();
    expect((await read(id)).state).toBe('PUBLISHED');
    clock.set('2025-03-10T09:00:00.000Z');
    await desk.runTimers();
    expect((await read(id)).state).toBe('ABSENT');
    await expect(desk.as(agent).shifts.checkInShift({ id })).rejects.toMatchObject({
      denial: { code: 'INVALID_TRANSITION' },
    });
  });

  test('is one’s own', async () => {
    const { desk, next, shift } = await shiftScene();
    await expect(desk.as(next).shifts.checkInShift({ id: await shift() })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
  });
});

describe('a hand-over', () => {
  test('is filled with what is open, sent, acknowledged, and ticked item by item', async () => {
    const { desk, agent, next, chat, handing, system } = await shiftScene();
    const talk = await chat('lily');
    const { handoverId, handover } = await handing();
    expect(handover.items).toMatchObject([
      { kind: 'CONVERSATION', refId: talk.id, state: 'OPEN', text: 'lily · 请问什么时候发货?' },
    ]);
    const { shifts } = desk.as(agent);
    const items = [
      ...handover.items.map(({ id, kind, refId, text, dueAt }) => ({ id, kind, refId, text, dueAt })),
      { kind: 'PROMISE' as const, text: '18:00 前回复 lily 物流进度' },
    ];
    await shifts.editHandover({ id: handoverId, items, anomalies: '上午支付页面短暂报错' });
    await shifts.submitHandover({ id: handoverId, receiverId: next.userId });
    await expect(shifts.editHandover({ id: handoverId, anomalies: 'x' })).rejects.toMatchObject({
      denial: { code: 'INVALID_TRANSITION' },
    });
    await expect(shifts.acknowledgeHandover({ id: handoverId })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    await desk.as(next).shifts.acknowledgeHandover({ id: handoverId, remark: '收到' });
    const promise = (await desk.read(system).get(Handover, handoverId)).items.find(({ kind }) => kind === 'PROMISE');
    await desk.as(next).shifts.setHandoverItem({ id: handoverId, itemId: promise?.id ?? '', done: true });
    expect(
      (await desk.read(system).get(Handover, handoverId)).items.find(({ kind }) => kind === 'PROMISE'),
    ).toMatchObject({ state: 'DONE', doneById: next.userId });
  });

  test('offers open conversations with the reason SHIFT_END without approval; they are the receiver’s when he acknowledges', async () => {
    const { desk, agent, next, chat, handing, system } = await shiftScene();
    const talk = await chat('lily');
    const { handoverId } = await handing();
    await desk.as(agent).shifts.submitHandover({ id: handoverId, receiverId: next.userId });
    expect(await desk.read(system).all(Transfer, {})).toMatchObject([
      {
        state: 'OFFERED',
        reason: 'SHIFT_END',
        fromUserId: agent.userId,
        toUserId: next.userId,
        summary: 'lily · 请问什么时候发货?',
      },
    ]);
    expect((await desk.read(system).get(Conversation, talk.id)).ownerId).toBe(agent.userId);
    await desk.as(next).shifts.acknowledgeHandover({ id: handoverId });
    expect(await desk.read(system).get(Conversation, talk.id)).toMatchObject({
      ownerId: next.userId,
      state: 'ASSIGNED',
      transferCount: 1,
    });
  });

  test('that nobody acknowledges leaves the conversations with their owner', async () => {
    const { desk, agent, chat, handing, system, clock } = await shiftScene();
    const talk = await chat('lily');
    const { handoverId } = await handing();
    await desk.as(agent).shifts.submitHandover({ id: handoverId });
    clock.advance(10 * 60_000);
    await desk.runTimers();
    expect((await desk.read(system).get(Conversation, talk.id)).ownerId).toBe(agent.userId);
    expect(await desk.read(system).all(Transfer, {})).toMatchObject([{ state: 'EXPIRED' }]);
  });

  test('takes up what has become open since it was begun', async () => {
    const { desk, agent, chat, handing } = await shiftScene();
    const { handoverId } = await handing();
    await chat('tom');
    expect((await desk.as(agent).shifts.refreshHandover({ id: handoverId })).items).toHaveLength(1);
    expect((await desk.as(agent).shifts.refreshHandover({ id: handoverId })).items).toHaveLength(1);
  });
});

describe('the end of a shift (R-WF-02)', () => {
  test('waits until nobody waits and the hand-over is sent', async () => {
    const { desk, agent, chat, handing, read } = await shiftScene();
    const talk = await chat('lily');
    const { id, handoverId } = await handing();
    const end = () => desk.as(agent).shifts.endShift({ id });
    await expect(end()).rejects.toMatchObject({
      denial: { code: 'UNANSWERED_CONVERSATIONS', details: { conversationIds: [talk.id] } },
    });
    await talk.reply();
    await expect(end()).rejects.toMatchObject({
      denial: { code: 'INVALID_TRANSITION', text: shiftTexts.handOverFirst },
    });
    await desk.as(agent).shifts.submitHandover({ id: handoverId });
    await end();
    expect(await read(id)).toMatchObject({
      state: 'ENDED',
      checkOutAt: '2025-03-10T01:00:00.000Z',
      earlyMinutes: 480,
      overriddenById: null,
    });
  });

  test('is forced by a lead alone, with a reason that the trail keeps', async () => {
    const { desk, agent, next, lead, chat, working, read, system } = await shiftScene();
    await chat('lily');
    const id = await working();
    await expect(desk.as(agent).shifts.endShift({ id, reason: '有急事' })).rejects.toMatchObject({
      denial: { code: 'INVALID_TRANSITION' },
    });
    await expect(desk.as(next).shifts.endShift({ id, reason: '有急事' })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    await expect(desk.as(lead).shifts.endShift({ id })).rejects.toMatchObject({ denial: { code: 'REASON_REQUIRED' } });
    await desk.as(lead).shifts.endShift({ id, reason: '员工突发疾病' });
    expect(await read(id)).toMatchObject({
      state: 'ENDED',
      overriddenById: lead.userId,
      overrideReason: '员工突发疾病',
    });
    const [entry] = await desk.read(system).all(AuditEvent, { where: { action: 'endShift' } });
    expect(entry).toMatchObject({ reason: '员工突发疾病', from: 'CHECKED_IN', to: 'ENDED', role: 'TL' });
  });
});
