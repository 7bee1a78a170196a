import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { WorkItem, WorkStep } from '../work/index.ts';
import { Conversation, Transfer } from './entities.ts';

const MINUTE = 60_000;
const code = (denial: string) => ({ denial: { code: denial } });

async function scene() {
  const setup = await createTestDesk();
  const [pa1, pa2, lead] = [
    await setup.staff('PA1', ['PA']),
    await setup.staff('PA2', ['PA']),
    await setup.staff('TL1', ['TL']),
  ];
  const shopper = await setup.shopper();
  const { id } = await setup.desk.as(shopper).conversations.openConversation({});
  await setup.desk
    .as(shopper)
    .conversations.sendMessage({ conversationId: id, text: 'hello', clientMsgId: 'hello-0001' });
  await setup.desk.as(pa1).conversations.takeConversation({ id });
  const owner = async () => (await setup.desk.read(setup.system).get(Conversation, id)).ownerId;
  const state = async (transferId: string) => (await setup.desk.read(setup.system).get(Transfer, transferId)).state;
  return { ...setup, pa1, pa2, lead, id, owner, state };
}

describe('a transfer', () => {
  test('without a reason is not authorised and changes nothing', async () => {
    const { desk, pa1, pa2, id, owner } = await scene();
    await expect(
      desk.as(pa1).conversations.requestTransfer({ id, toUserId: pa2.userId, summary: 'x' }),
    ).rejects.toMatchObject(code('TRANSFER_NOT_AUTHORISED'));
    expect(await owner()).toBe(pa1.userId);
  });

  test('for a listed reason needs no approval; who accepts owns the conversation', async () => {
    const { desk, pa1, pa2, id, owner } = await scene();
    const transfer = await desk
      .as(pa1)
      .conversations.requestTransfer({ id, reason: 'AFTER_SALE', summary: 'wants to return' });
    expect(transfer.state).toBe('OFFERED');
    expect(await owner()).toBe(pa1.userId);
    await expect(desk.as(pa1).conversations.acceptTransfer({ id: transfer.id })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    await desk.as(pa2).conversations.acceptTransfer({ id: transfer.id });
    expect(await owner()).toBe(pa2.userId);
  });

  test('for another reason waits for a lead, and nobody approves his own', async () => {
    const { desk, pa1, pa2, lead, id, state } = await scene();
    const { id: transferId, state: before } = await desk
      .as(pa1)
      .conversations.requestTransfer({ id, toUserId: pa2.userId, reason: 'OTHER', summary: 'x' });
    expect(before).toBe('APPROVAL_PENDING');
    await expect(desk.as(pa2).conversations.acceptTransfer({ id: transferId })).rejects.toMatchObject(
      code('INVALID_TRANSITION'),
    );
    await expect(desk.as(pa1).conversations.approveTransfer({ id: transferId })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    await desk.as(lead).conversations.approveTransfer({ id: transferId });
    expect(await state(transferId)).toBe('OFFERED');
  });

  test('that nobody accepts within ten minutes expires and leaves the owner', async () => {
    const { desk, clock, pa1, pa2, id, owner, state } = await scene();
    const { id: transferId } = await desk
      .as(pa1)
      .conversations.requestTransfer({ id, toUserId: pa2.userId, reason: 'SKILL', summary: 'x' });
    clock.advance(10 * MINUTE);
    await desk.runTimers();
    expect([await state(transferId), await owner()]).toEqual(['EXPIRED', pa1.userId]);
    await expect(desk.as(pa2).conversations.acceptTransfer({ id: transferId })).rejects.toMatchObject(
      code('INVALID_TRANSITION'),
    );
  });

  test('is open only once per conversation, also when two are asked for at once', async () => {
    const { desk, pa1, pa2, id } = await scene();
    const ask = () =>
      desk.as(pa1).conversations.requestTransfer({ id, toUserId: pa2.userId, reason: 'SKILL', summary: 'x' });
    const asked = await Promise.allSettled([ask(), ask()]);
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({ reason: code('DUPLICATE') });
  });

  test('offered to several is not ended by one of them, and by a lead it is', async () => {
    const { desk, pa1, pa2, lead, id, owner, state } = await scene();
    const { id: transferId } = await desk.as(pa1).conversations.requestTransfer({ id, reason: 'SKILL', summary: 'x' });
    await expect(desk.as(pa2).conversations.declineTransfer({ id: transferId })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    expect(await state(transferId)).toBe('OFFERED');
    await desk.as(lead).conversations.declineTransfer({ id: transferId });
    expect([await state(transferId), await owner()]).toEqual(['DECLINED', pa1.userId]);
  });

  test('that awaits approval is declined by who approves, and not by the colleague who is meant', async () => {
    const { desk, pa1, pa2, lead, id, state } = await scene();
    const { id: transferId } = await desk
      .as(pa1)
      .conversations.requestTransfer({ id, toUserId: pa2.userId, reason: 'OTHER', summary: 'x' });
    await expect(desk.as(pa2).conversations.declineTransfer({ id: transferId })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    await desk.as(lead).conversations.approveTransfer({ id: transferId });
    await desk.as(pa2).conversations.declineTransfer({ id: transferId });
    expect(await state(transferId)).toBe('DECLINED');
  });

  test('says until when it waits, and its approval lets the ten minutes begin anew', async () => {
    const { desk, clock, pa1, pa2, lead, id, state } = await scene();
    const inTen = () => new Date(clock.now().getTime() + 10 * MINUTE).toISOString();
    const { id: transferId, dueAt } = await desk
      .as(pa1)
      .conversations.requestTransfer({ id, toUserId: pa2.userId, reason: 'OTHER', summary: 'x' });
    expect(dueAt).toBe(inTen());
    clock.advance(9 * MINUTE);
    expect(await desk.as(lead).conversations.approveTransfer({ id: transferId })).toMatchObject({ dueAt: inTen() });
    clock.advance(9 * MINUTE);
    await desk.runTimers();
    expect(await state(transferId)).toBe('OFFERED');
    clock.advance(MINUTE);
    await desk.runTimers();
    expect(await state(transferId)).toBe('EXPIRED');
  });

  test('is open work of the colleague who is meant, or of nobody yet, until it is accepted or its time is over', async () => {
    const { desk, clock, pa1, pa2, lead, id, state } = await scene();
    const ask = (toUserId: string | null) =>
      desk.as(pa1).conversations.requestTransfer({ id, toUserId, reason: 'SKILL', summary: 'Knows the lamps' });
    const open = (ownerId: string | null, actor = pa2) =>
      desk.read(actor).find(WorkItem, { where: { entity: 'Transfer', ownerId, open: true }, limit: 10 });
    const named = await ask(pa2.userId);
    expect(await open(pa2.userId)).toMatchObject([
      { id: named.id, title: 'Knows the lamps', state: 'OFFERED', dueAt: named.dueAt, clock: 'accept' },
    ]);
    await desk.as(pa2).conversations.declineTransfer({ id: named.id });
    expect(await open(pa2.userId)).toEqual([]);
    const { id: anybodys } = await ask(null);
    expect(await open(null, lead)).toMatchObject([{ id: anybodys }]);
    clock.advance(10 * MINUTE);
    await desk.runTimers();
    expect(await state(anybodys)).toBe('EXPIRED');
    expect(await open(null, lead)).toEqual([]);
    const steps = await desk.read(lead).all(WorkStep, { where: { workItemId: anybodys }, order: [['at', 'asc']] });
    expect(steps.map(({ clock: passed, from, to }) => [passed, from, to])).toEqual([
      [null, null, 'OFFERED'],
      ['accept', 'OFFERED', 'OFFERED'],
      [null, 'OFFERED', 'EXPIRED'],
    ]);
  });

  test('ends when the conversation is closed', async () => {
    const { desk, pa1, id, state } = await scene();
    const { id: transferId } = await desk.as(pa1).conversations.requestTransfer({ id, reason: 'SKILL', summary: 'x' });
    await desk.as(pa1).conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED', reason: 'phoned' });
    expect(await state(transferId)).toBe('EXPIRED');
  });
});

describe('who leaves the queue', () => {
  test('has sixty seconds to come back', async () => {
    const {
      desk,
      clock,
      shopper: newShopper,
      system,
    } = await createTestDesk().then(async (s) => (await s.staff('PA1', ['PA']), s));
    const [gone, back] = [await newShopper(), await newShopper()];
    const chats = await Promise.all(
      [gone, back].map(async (actor) => (await desk.as(actor).conversations.openConversation({})).id),
    );
    await Promise.all(
      [gone, back].map((actor, n) =>
        desk.as(actor).conversations.noteShopperConnection({ id: chats[n] ?? '', present: false }),
      ),
    );
    clock.advance(59_999);
    await desk.as(back).conversations.noteShopperConnection({ id: chats[1] ?? '', present: true });
    await desk.runTimers();
    clock.advance(1);
    await desk.runTimers();
    const states = await Promise.all(chats.map(async (id) => (await desk.read(system).get(Conversation, id)).state));
    expect(states).toEqual(['ABANDONED', 'QUEUED']);
  });
});
