import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { FollowUpTask } from '../tasks/index.ts';

const MINUTE = 60_000;

async function chat() {
  const setup = await createTestDesk();
  const { clock, desk, system } = setup;
  const [agent, lead] = [await setup.staff('PA1', ['PA']), await setup.staff('TL1', ['TL'])];
  const lily = await setup.shopper('lily');
  let count = 0;
  const clientMsgId = () => `message-${(count += 1)}-0000`;
  const open = async () => (await desk.as(lily).conversations.openConversation({})).id;
  const say = (conversationId: string, text: string) =>
    desk.as(lily).conversations.sendMessage({ conversationId, text, clientMsgId: clientMsgId() });
  const reply = (conversationId: string, text: string) =>
    desk.as(agent).conversations.sendMessage({ conversationId, text, clientMsgId: clientMsgId(), confirmedHits: true });
  const take = (id: string) => desk.as(agent).conversations.takeConversation({ id });
  const close = (id: string) =>
    desk.as(agent).conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED' });
  const all = () => desk.read(system).all(FollowUpTask, { order: [['createdAt', 'asc']] });
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * MINUTE).toISOString();
  const pass = async (minutes: number) => {
    clock.advance(minutes * MINUTE);
    await desk.runTimers();
  };
  return { ...setup, agent, lead, lily, open, say, reply, take, close, all, at, pass };
}

describe('a promised word', () => {
  test('is a task of who gave it, due when they said, and the answer settles it', async () => {
    const { agent, open, say, reply, take, all, at, pass } = await chat();
    const id = await open();
    await say(id, 'Where is my parcel?');
    await take(id);
    await reply(id, "I'll check, back in 30 minutes");
    expect(await all()).toMatchObject([
      { kind: 'PROMISE', ownerId: agent.userId, conversationId: id, doneBy: at(30), state: 'DUE' },
    ]);
    await pass(10);
    await reply(id, 'It is with the carrier and comes today.');
    expect(await all()).toMatchObject([{ kind: 'PROMISE', state: 'CANCELLED', cancelledFor: 'ANSWERED' }]);
  });

  test('that is given again moves the task and keeps what was promised first', async () => {
    const { open, say, reply, take, all, at, pass } = await chat();
    const id = await open();
    await say(id, 'Where is my parcel?');
    await take(id);
    await reply(id, "I'll check, back in 30 minutes");
    const first = at(30);
    await pass(20);
    await reply(id, 'Still asking the carrier. I’ll get back to you within 2 hours.');
    expect(await all()).toMatchObject([{ firstDoneBy: first, doneBy: at(120), state: 'DUE' }]);
  });

  test('keeps a ticket of that chat from being resolved until it has an outcome (R-CH-07)', async () => {
    const { desk, agent, lily, store, open, say, reply, take, all, pass } = await chat();
    const id = await open();
    await say(id, 'Where is my parcel?');
    await take(id);
    await reply(id, "I'll check, back in 30 minutes");
    const { tickets, tasks } = desk.as(agent);
    const made = await tickets.createTicket({
      storeId: store.id,
      subject: 'A parcel is lost',
      intent: 'OTHER',
      customerId: lily.customerId,
      conversationId: id,
    });
    await tickets.acceptTicket({ id: made.id, frontRecord: 'The carrier knows nothing.' });
    const resolve = () => tickets.resolveTicket({ id: made.id, result: 'It was sent again.', reason: 'Done at once' });
    await pass(45);
    const [task] = await all();
    await expect(resolve()).rejects.toMatchObject({
      denial: { code: 'CONFLICT', details: { taskId: task?.id } },
    });
    await tasks.finishTask({ id: task?.id ?? '', outcome: 'DONE', result: 'I called them.' });
    expect(await resolve()).toMatchObject({ state: 'RESOLVED' });
  });

  test('that is not kept tells who gave it, and those who lead half an hour later (R-CH-07)', async () => {
    const { agent, lead, desk, open, say, reply, take, all, pass } = await chat();
    const told = async (who: typeof agent) =>
      (await desk.as(who).notices.myNotices({})).notices
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'TASK_OVERDUE');
    const id = await open();
    await say(id, 'Where is my parcel?');
    await take(id);
    await reply(id, "I'll check, back in 30 minutes");
    await pass(31);
    expect(await all()).toMatchObject([{ overdue: true }]);
    expect([await told(agent), await told(lead)]).toEqual([['TASK_OVERDUE'], []]);
    await pass(30);
    expect([await told(agent), await told(lead)]).toEqual([['TASK_OVERDUE'], ['TASK_OVERDUE']]);
    await reply(id, 'It is with the carrier and comes today.');
    expect([await told(agent), await told(lead)]).toEqual([[], []]);
  });

  test('is still owed when the conversation is closed', async () => {
    const { open, say, reply, take, close, all } = await chat();
    const id = await open();
    await say(id, 'Where is my parcel?');
    await take(id);
    await reply(id, "I'll check, back in 30 minutes");
    await close(id);
    expect(await all()).toMatchObject([{ kind: 'PROMISE', state: 'DUE' }]);
  });
});

describe('a customer who left without an answer', () => {
  test('is one task of the customer and the store, however often they left', async () => {
    const { desk, lily, open, say, all } = await chat();
    for (const _round of [1, 2]) {
      const id = await open();
      await say(id, 'Is this lamp in stock?');
      await desk.as(lily).conversations.abandonConversation({ id });
    }
    expect((await all()).map(({ kind, customerId, ownerId }) => [kind, customerId, ownerId])).toEqual([
      ['UNANSWERED', lily.customerId, null],
    ]);
  });

  test('needs none once a person has answered them', async () => {
    const { desk, lily, open, say, take, reply, all } = await chat();
    const id = await open();
    await say(id, 'Is this lamp in stock?');
    await desk.as(lily).conversations.abandonConversation({ id });
    expect(await all()).toMatchObject([{ kind: 'UNANSWERED', state: 'DUE' }]);
    const next = await open();
    await say(next, 'Hello?');
    await take(next);
    await reply(next, 'It is in stock.');
    expect(await all()).toMatchObject([{ kind: 'UNANSWERED', state: 'CANCELLED', cancelledFor: 'ANSWERED' }]);
  });

  test('is none where they were answered, or where they said nothing', async () => {
    const { open, say, take, reply, close, all } = await chat();
    const id = await open();
    await say(id, 'Is this lamp in stock?');
    await take(id);
    await reply(id, 'It is in stock.');
    await close(id);
    expect(await all()).toEqual([]);
  });
});
