import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { SlaClock } from '../service-levels/index.ts';
import { Message } from './entities.ts';
import { Sla } from '../service-levels/fields.ts';

const MINUTE = 60_000;

async function chat() {
  const setup = await createTestDesk();
  const { desk, clock } = setup;
  const agent = await setup.staff('PA1', ['PA']);
  const shopper = await setup.shopper();
  const { id } = await desk.as(shopper).conversations.openConversation({});
  let count = 0;
  const clientMsgId = () => `message-${(count += 1)}-0000`;
  const say = (text: string) =>
    desk.as(shopper).conversations.sendMessage({ conversationId: id, text, clientMsgId: clientMsgId() });
  const reply = (text: string) =>
    desk
      .as(agent)
      .conversations.sendMessage({ conversationId: id, text, clientMsgId: clientMsgId(), confirmedHits: true });
  await say('Where is my parcel?');
  await desk.as(agent).conversations.takeConversation({ id });
  const now = () => desk.read(setup.system).get(Sla, id);
  const pass = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      clock.advance(MINUTE);
      await desk.runTimers();
    }
  };
  const told = async () =>
    (await desk.read(setup.system).all(Message, { where: { conversationId: id, kind: 'EVENT' } })).map(
      ({ body }) => body,
    );
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * MINUTE).toISOString();
  const rounds = () => desk.read(setup.system).all(SlaClock, { where: { conversationId: id, target: 'NEXT_REPLY' } });
  return { ...setup, agent, shopper, id, say, reply, now, pass, told, at, rounds };
}

const CODE = (code: string) => ({ denial: { code } });

describe('silence while the desk owes the word', () => {
  test.each([
    ["I'll check, back in 30 minutes", 30],
    ['我去核实一下,30分钟内回复您', 30],
    ['我去核实一下，三十分钟内回复您。', 30],
    ['亲，稍等，我帮您查一下，半小时后答复您', 30],
    ['Give me half an hour, I will ask the warehouse.', 30],
    ['Let me look into that. I’ll get back to you within 2 hours.', 120],
    ['请您稍候，1个小时内给您回复', 60],
  ])('“%s” is neither warned nor closed for %i minutes, and then the agent is reminded', async (text, minutes) => {
    const { reply, now, pass, told, at, rounds } = await chat();
    await reply(text);
    expect(await now()).toMatchObject({ holdUntil: at(minutes), holdSetBy: 'PROMISE', waitingSince: null });
    await pass(minutes - 1);
    expect(await told()).not.toContain('IDLE_WARNING');
    expect(await rounds()).toEqual([]);
    await pass(1);
    expect(await now()).toMatchObject({
      state: 'ACTIVE',
      waitingSince: at(0),
      slaState: 'RUNNING',
      slaTarget: 'NEXT_REPLY',
    });
    await pass(60);
    expect(await told()).not.toContain('IDLE_WARNING');
    expect((await now()).state).toBe('ACTIVE');
    expect(['BREACHED', 'ESCALATED']).toContain((await now()).slaState);
  });

  test.each(['Let me look that up for you.', 'One moment please, I am checking.', '好的，请稍等，我帮您看看。'])(
    '“%s” without a time reminds the agent after ten minutes',
    async (text) => {
      const { reply, now, pass, told } = await chat();
      await reply(text);
      await pass(10);
      expect(await told()).not.toContain('IDLE_WARNING');
      expect((await now()).waitingSince).not.toBeNull();
    },
  );

  test.each([
    'Which size do you wear?',
    '请提供您的订单号，我帮您核实',
    'If you send me the order number, I will check it.',
    'Shall I check that for you?',
    '我已经帮您核实了，是 42 码。',
    'Your parcel is in Leipzig.',
    'Please tell me the colour and I will look.',
    'The refund arrives within 3 days.',
    '您可以在30分钟内回复我们吗？',
    'Can you be back in 30 minutes?',
    'We will not be able to check that.',
    '您好',
  ])('“%s” is no promise: the silent customer is asked, and the conversation closes', async (text) => {
    const { reply, now, pass, told } = await chat();
    await reply(text);
    expect((await now()).holdUntil).toBeNull();
    await pass(10);
    expect(await told()).toContain('IDLE_WARNING');
    await pass(5);
    expect(await now()).toMatchObject({ state: 'CLOSED', closeReason: 'IDLE' });
  });

  test('a time of day is the store’s', async () => {
    const { desk, staff, store, reply, now, clock } = await chat();
    await desk.as(await staff('AD1', ['AD'])).access.updateStore({ id: store.id, timeZone: 'Asia/Shanghai' });
    await reply('I will be back at 23:45.');
    const until = new Date((await now()).holdUntil ?? 0);
    expect([until.getUTCHours(), until.getUTCMinutes()]).toEqual([15, 45]);
    expect(until.getTime() - clock.now().getTime()).toBeLessThanOrEqual(24 * 60 * MINUTE);
  });

  test('the promised answer lets silence count again', async () => {
    const { reply, now, pass, told } = await chat();
    await reply("I'll check, back in 30 minutes");
    await pass(20);
    await reply('It is in Leipzig. Anything else?');
    expect((await now()).holdUntil).toBeNull();
    await pass(10);
    expect(await told()).toContain('IDLE_WARNING');
    expect((await now()).waitingSince).toBeNull();
  });
});

describe('a hold with a time', () => {
  test('stops warning and closing until it is over, whatever is said meanwhile', async () => {
    const { desk, agent, id, reply, say, now, pass, told, at } = await chat();
    await reply('Hello.');
    await desk.as(agent).conversations.holdConversation({ id, until: at(60) });
    await say('thanks');
    await reply('You are welcome.');
    await pass(59);
    expect(await told()).not.toContain('IDLE_WARNING');
    expect(await now()).toMatchObject({ holdSetBy: 'PERSON' });
    // They have answered, so that nothing is owed; now silence counts.
    await pass(11);
    expect(await now()).toMatchObject({ holdUntil: null, waitingSince: null });
    expect(await told()).toContain('IDLE_WARNING');
  });

  test('also takes back a warning that was given already', async () => {
    const { desk, agent, id, reply, now, pass, at } = await chat();
    await reply('Which size?');
    await pass(12);
    await desk.as(agent).conversations.holdConversation({ id, until: at(30) });
    await pass(29);
    expect((await now()).state).toBe('WAITING_CUSTOMER');
    await pass(1);
    expect((await now()).waitingSince).not.toBeNull();
  });

  test('ends when the owner says so, goes to a colleague with the conversation, and ends with it', async () => {
    const { desk, staff, agent, id, reply, now, pass, told, at } = await chat();
    await reply('Which size?');
    await desk.as(agent).conversations.holdConversation({ id, until: at(30) });
    const [lead, other] = [await staff('TL1', ['TL']), await staff('PA2', ['PA'])];
    await desk.as(lead).conversations.assignConversation({ id, userId: other.userId, reason: 'shift' });
    expect((await now()).holdUntil).toBe(at(30));
    await expect(desk.as(agent).conversations.releaseHold({ id })).rejects.toMatchObject(CODE('FORBIDDEN'));
    await desk.as(other).conversations.releaseHold({ id });
    await expect(desk.as(other).conversations.releaseHold({ id })).rejects.toMatchObject(CODE('INVALID_TRANSITION'));
    await desk.as(other).conversations.holdConversation({ id, until: at(30) });
    await desk.as(other).conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED', reason: 'phoned' });
    expect((await now()).holdUntil).toBeNull();
    await pass(31);
    expect(await told()).not.toContain('IDLE_WARNING');
  });

  test('is refused to others, for the past and for more than a week', async () => {
    const { desk, staff, agent, id, at } = await chat();
    const { conversations } = desk.as(agent);
    await expect(
      desk.as(await staff('PA2', ['PA'])).conversations.holdConversation({ id, until: at(5) }),
    ).rejects.toMatchObject(CODE('FORBIDDEN'));
    for (const minutes of [-1, 0, 8 * 24 * 60])
      await expect(conversations.holdConversation({ id, until: at(minutes) })).rejects.toMatchObject(
        CODE('VALIDATION_FAILED'),
      );
  });
});
