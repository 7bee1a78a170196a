import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { AuditEvent } from '../../kernel/audit.ts';
import { Conversation, Message } from './entities.ts';

const MINUTE = 60_000;

async function chat() {
  const setup = await createTestDesk();
  const agent = await setup.staff('PA1', ['PA']);
  const shopper = await setup.shopper();
  const { conversations } = setup.desk.as(shopper);
  const conversation = await conversations.openConversation({});
  const say = (text: string, clientMsgId = `c-${Math.abs(text.length)}-${text.slice(0, 20)}-0000`) =>
    conversations.sendMessage({ conversationId: conversation.id, text, clientMsgId });
  const reply = (text: string, clientMsgId = `a-${text}-00000000`) =>
    setup.desk.as(agent).conversations.sendMessage({ conversationId: conversation.id, text, clientMsgId });
  const now = () => setup.desk.read(setup.system).get(Conversation, conversation.id);
  const read = () =>
    setup.desk.read(setup.system).all(Message, { where: { conversationId: conversation.id }, order: [['seq', 'asc']] });
  return {
    ...setup,
    newShopper: setup.shopper,
    agent,
    shopper,
    conversation,
    say,
    reply,
    now,
    read,
    id: conversation.id,
  };
}

describe('a conversation', () => {
  test('goes from the queue to an agent, back and forth, and is closed and rated once', async () => {
    const { desk, agent, shopper, id, say, reply, now, read } = await chat();
    await say('你好');
    expect((await now()).state).toBe('QUEUED');
    await desk.as(agent).conversations.takeConversation({ id });
    expect(await now()).toMatchObject({ state: 'ASSIGNED', ownerId: agent.userId });
    await reply('您好');
    expect((await now()).state).toBe('ACTIVE');
    await reply('在的');
    expect((await now()).state).toBe('WAITING_CUSTOMER');
    await say('ok');
    expect((await now()).state).toBe('ACTIVE');
    await reply('done');
    await desk.as(agent).conversations.closeConversation({ id, intent: 'PRODUCT', result: 'SOLVED' });
    expect((await now()).state).toBe('CLOSED');
    await desk.as(shopper).conversations.rateConversation({ id, score: 5 });
    await expect(desk.as(shopper).conversations.rateConversation({ id, score: 1 })).rejects.toMatchObject({
      denial: { code: 'DUPLICATE' },
    });
    expect((await read()).map(({ seq, body }) => [seq, body])).toEqual([
      [1, '你好'],
      [2, 'AGENT_JOINED'],
      [3, '您好'],
      [4, '在的'],
      [5, 'ok'],
      [6, 'done'],
      [7, 'CLOSED'],
    ]);
  });

  test('counts the same send three times as one message', async () => {
    const { say, read } = await chat();
    const sent = await Promise.all([say('hi', 'same-id-1234'), say('hi', 'same-id-1234'), say('hi', 'same-id-1234')]);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    expect(await read()).toHaveLength(1);
  });

  test('numbers messages that are sent at once without gap or repeat', async () => {
    const { say, read } = await chat();
    await Promise.all(Array.from({ length: 6 }, (_, n) => say(`m${n}`, `client-id-${n}`)));
    expect((await read()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('gives a conversation to one of two agents who take it at once', async () => {
    const { desk, staff, agent, id } = await chat();
    const other = await staff('PA2', ['PA']);
    const taken = await Promise.allSettled(
      [agent, other].map((actor) => desk.as(actor).conversations.takeConversation({ id })),
    );
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(taken.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { denial: { code: 'CONFLICT' } },
    });
  });

  test('does not exist for a stranger', async () => {
    const { desk, id, newShopper } = await chat();
    const stranger = await newShopper();
    await expect(desk.as(stranger).conversations.messages({ conversationId: id })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
  });

  test('keeps notes from the customer without leaving a gap in his numbers', async () => {
    const { desk, agent, shopper, id, say } = await chat();
    await say('one');
    await desk.as(agent).conversations.addNote({ conversationId: id, text: 'VIP', clientMsgId: 'note-0001' });
    await say('two!');
    const seen = await desk.as(shopper).conversations.messages({ conversationId: id });
    expect(seen.map(({ publicSeq, body }) => [publicSeq, body])).toEqual([
      [1, 'one'],
      [2, 'two!'],
    ]);
    expect(await desk.as(agent).conversations.messages({ conversationId: id })).toHaveLength(3);
  });

  test('warns a silent customer after ten minutes and closes five minutes later', async () => {
    const { desk, clock, agent, id, say, reply, now } = await chat();
    await say('hello');
    await desk.as(agent).conversations.takeConversation({ id });
    await reply('hi there');
    clock.advance(10 * MINUTE - 1);
    await desk.runTimers();
    expect((await now()).state).toBe('ACTIVE');
    clock.advance(1);
    await desk.runTimers();
    expect((await now()).state).toBe('WAITING_CUSTOMER');
    clock.advance(5 * MINUTE);
    await desk.runTimers();
    expect(await now()).toMatchObject({ state: 'CLOSED', closeReason: 'IDLE' });
  });

  test('is offline when nobody serves and queued when somebody comes', async () => {
    const { desk, staff, shopper: makeShopper, store, system } = await createTestDesk();
    const shopper = await makeShopper();
    const opened = await desk.as(shopper).conversations.openConversation({ contactEmail: 'a@b.co' });
    expect(opened.state).toBe('OFFLINE');
    await desk
      .as(shopper)
      .conversations.sendMessage({ conversationId: opened.id, text: 'later please', clientMsgId: 'm-00000001' });
    await staff('PA1', ['PA']);
    await desk.as(system).conversations.startService({ storeId: store.id });
    expect((await desk.read(system).get(Conversation, opened.id)).state).toBe('QUEUED');
  });

  test('is reopened by the customer within a day and not later', async () => {
    const { desk, clock, agent, id, say, reply, now } = await chat();
    await say('hello');
    await desk.as(agent).conversations.takeConversation({ id });
    await reply('hi');
    await desk.as(agent).conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED' });
    clock.advance(24 * 60 * MINUTE);
    await say('again');
    expect(await now()).toMatchObject({
      state: 'QUEUED',
      preferredOwnerId: agent.userId,
      ownerId: null,
      reopenCount: 1,
    });
    await desk.as(agent).conversations.takeConversation({ id });
    await reply('yes?');
    await desk.as(agent).conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED' });
    clock.advance(24 * 60 * MINUTE + 1);
    await expect(say('too late')).rejects.toMatchObject({ denial: { code: 'INVALID_TRANSITION' } });
  });

  test('writes an audit entry with who, from, to and reason for each change of state', async () => {
    const { desk, agent, id, say, system } = await chat();
    await say('hello');
    await desk.as(agent).conversations.takeConversation({ id });
    await desk
      .as(agent)
      .conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED', reason: 'customer phoned' });
    const entries = await desk.read(system).all(AuditEvent, { where: { entityId: id } });
    expect(entries.map(({ action, from, to, reason, role }) => ({ action, from, to, reason, role })).slice(-2)).toEqual(
      [
        { action: 'takeConversation', from: 'QUEUED', to: 'ASSIGNED', reason: null, role: 'PA' },
        { action: 'closeConversation', from: 'ASSIGNED', to: 'CLOSED', reason: 'customer phoned', role: 'PA' },
      ],
    );
    expect(JSON.stringify(entries)).not.toContain('hello');
  });
});
