import { describe, expect, test } from 'vitest';
import { createDesk, type Desk } from '../../kernel/desk.ts';
import { Timer } from '../../kernel/timer.ts';
import { actionContract, createTestDesk, MemoryStore, testPorts } from '../../testing/index.ts';
import { Conversation } from '../conversations/entities.ts';
import { standardFeatures } from '../index.ts';
import { Article } from '../knowledge/entities.ts';
import { botDesk, publish } from './testing/bot-desk.ts';

describe('with the bot on', () => {
  test('a conversation begins with it, and it answers from an article that it cites', async () => {
    const { say, now, entries, answers, articles } = await botDesk();
    expect((await now()).state).toBe('BOT');
    await say('退货的运费谁承担');
    const [, answer] = await entries();
    expect(answer).toMatchObject({
      sender: 'BOT',
      kind: 'TEXT',
      senderName: '智能助手',
      card: { type: 'ARTICLE', id: articles.freight, title: '退货运费由谁承担' },
    });
    expect(answer?.body).toContain('无理由退货的运费由买家承担');
    expect(answer?.body).not.toMatch(/[#*]/);
    expect(await answers()).toMatchObject([
      {
        articleId: articles.freight,
        messageId: answer?.id,
        edition: 1,
        outcome: 'SENT',
        rephrased: false,
        helpful: null,
      },
    ]);
    expect(await now()).toMatchObject({ state: 'BOT', waitingSince: null, lastSender: 'BOT' });
  });

  test('a question is found among other words', async () => {
    const { say, fromBot, articles } = await botDesk();
    await say(
      'Hello there. Who pays for the shipping when I return something? I have been thinking about this for days',
    );
    expect(await fromBot()).toMatchObject([{ card: { id: articles.freight } }]);
  });

  test('it answers in the customer’s language', async () => {
    const { say, fromBot } = await botDesk();
    await say('Who pays for the shipping when I return something?');
    expect(await fromBot()).toMatchObject([
      {
        senderName: 'Assistant',
        card: { title: 'Who pays for the return shipping' },
        body: expect.stringContaining('You pay the shipping'),
      },
    ]);
  });

  test('it says nothing without an article, and after two misses a person is asked with a summary', async () => {
    const { say, now, session, entries, fromBot } = await botDesk();
    await say('你们在南极有没有分店');
    expect(await session()).toMatchObject({ state: 'BOT', misses: 1, answers: 0 });
    expect((await now()).state).toBe('BOT');
    await say('北极呢,企鹅可以进店吗');
    expect(await fromBot()).toEqual([]);
    expect(await session()).toMatchObject({ state: 'HUMAN', misses: 2, handOver: 'NO_ANSWER' });
    const conversation = await now();
    expect(conversation.queuedAt).not.toBeNull();
    expect(conversation.waitingSince).not.toBeNull();
    const note = (await entries()).find(({ kind }) => kind === 'NOTE');
    expect(note).toMatchObject({ publicSeq: null, body: expect.stringContaining('南极') });
    expect(note?.body).toContain('企鹅');
  });

  test.each([
    '转人工',
    '我要找真人',
    '人工客服',
    'human please',
    'I want to talk to a human',
    'Can I speak to someone?',
    'agent',
  ])('“%s” brings a person at once', async (text) => {
    const { say, session, fromBot } = await botDesk();
    await say(text);
    expect(await session()).toMatchObject({ state: 'HUMAN', handOver: 'ASKED', misses: 0 });
    expect(await fromBot()).toEqual([]);
  });

  test.each(['这个人工湖景点', '是人工合成的吗', 'does the agent in this cleaner smell'])(
    '“%s” does not',
    async (text) => {
      const { say, session } = await botDesk();
      await say(text);
      expect((await session()).state).toBe('BOT');
    },
  );

  test('the button for a person works at any time', async () => {
    const { desk, shopper, id, say, session, now } = await botDesk();
    await say('退货的运费谁承担');
    await desk.as(shopper).conversations.requestHuman({ id });
    expect(await session()).toMatchObject({
      state: 'HUMAN',
      handOver: 'ASKED',
      summary: expect.stringContaining('退货运费由谁承担'),
    });
    expect((await now()).state).not.toBe('BOT');
  });

  test.each(['充电的时候着火了', '气死我了,骗子,垃圾', '你们泄露我的信息'])('“%s” is for a person', async (text) => {
    const { say, session } = await botDesk();
    await say(text);
    expect(await session()).toMatchObject({ state: 'HUMAN', handOver: 'SENSITIVE' });
  });

  test('a greeting is no miss', async () => {
    const { say, session } = await botDesk();
    await say('你好');
    await say('在吗');
    expect(await session()).toMatchObject({ state: 'BOT', misses: 0 });
  });

  test('outside service a person is asked by message', async () => {
    const { desk, agent, say, now } = await botDesk();
    await desk.as(agent).access.setPresence({ id: agent.userId, presence: 'OFFLINE' });
    await say('转人工');
    expect(await now()).toMatchObject({ state: 'OFFLINE', queuedAt: null });
  });

  test('it says nothing more once a person is there', async () => {
    const { desk, agent, id, say, fromBot, session } = await botDesk();
    await desk.as(agent).answerBot.takeOverFromBot({ id });
    await say('退货的运费谁承担');
    expect(await fromBot()).toEqual([]);
    expect(await session()).toMatchObject({ state: 'HUMAN', handOver: 'TAKEN_OVER' });
  });

  test('internal, expired and other stores’ articles are not cited', async () => {
    const { desk, say, fromBot, session, store } = await botDesk();
    const loose = desk as unknown as Desk;
    const text = (zh: string) => ({ zh, body: `${zh}的说明`, en: '', bodyEn: '' });
    await publish(loose, text('员工折扣怎么算'), { audience: 'INTERNAL' });
    await publish(loose, text('元宵节抽奖怎么参加'), { effectiveTo: '2020-01-01T00:00:00.000Z' });
    expect(store.id).toBeTruthy();
    await say('员工折扣怎么算');
    await say('元宵节抽奖怎么参加');
    expect(await fromBot()).toEqual([]);
    expect((await session()).misses).toBe(2);
  });

  test('what the guard stops is not said', async () => {
    const { desk, say, fromBot, store, memory } = await withMemory();
    const id = await publish(desk as unknown as Desk, {
      zh: '会员日活动规则',
      body: '会员日当天可以参加。',
      en: '',
      bodyEn: '',
    });
    const [row] = (await memory.find({ entity: Article, tenantId: store.tenantId, where: [{ id }], limit: 1000 })) as {
      id: string;
      version: number;
    }[];
    await memory.commit([
      {
        kind: 'update',
        entity: Article,
        tenantId: store.tenantId,
        id,
        expectedVersion: row?.version ?? 0,
        changes: { body: { zh: '会员日支持60天无理由退货,全网最低价。', en: '' } },
      },
    ]);
    await say('会员日活动规则是什么');
    expect(await fromBot()).toEqual([]);
  });

  test('a conversation that it answered ends by itself', async () => {
    const { desk, clock, say, now } = await botDesk();
    await say('退货的运费谁承担');
    clock.advance(31 * 60_000);
    while ((await desk.runTimers()) > 0);
    expect(await now()).toMatchObject({ state: 'CLOSED', result: 'SOLVED', closeReason: 'BOT' });
    await say('还有发票怎么开');
    expect((await now()).state).not.toBe('CLOSED');
  });
});

async function withMemory() {
  const memory = new MemoryStore();
  return { ...(await botDesk({ store: memory })), memory };
}

describe('whether it helped', () => {
  test('is said once, counts for the article, and two that did not help bring a person', async () => {
    const { desk, system, shopper, id, say, fromBot, session, articles } = await botDesk();
    const rate = async (helpful: boolean) =>
      desk
        .as(shopper)
        .answerBot.rateBotAnswer({ conversationId: id, messageId: (await fromBot()).at(-1)?.id ?? '', helpful });
    await say('退货的运费谁承担');
    expect((await desk.as(shopper).answerBot.botState({ conversationId: id })).lastAnswer).toMatchObject({
      articleId: articles.freight,
      helpful: null,
    });
    await rate(false);
    await expect(rate(true)).rejects.toMatchObject({ denial: { code: 'DUPLICATE' } });
    expect(await desk.read(system).get(Article, articles.freight)).toMatchObject({ unhelpfulCount: 1 });
    await say('电子发票如何开具');
    await rate(false);
    expect(await session()).toMatchObject({ state: 'HUMAN', handOver: 'UNHELPFUL' });
    const stranger = await desk.as(shopper).conversations.messages({ conversationId: id });
    expect(stranger.some(({ kind }) => kind === 'NOTE')).toBe(false);
  });

  test('is asked of the customer alone', async () => {
    const { desk, newShopper, id, say, fromBot } = await botDesk();
    await say('退货的运费谁承担');
    const other = desk.as(await newShopper()).answerBot;
    const messageId = (await fromBot())[0]?.id ?? '';
    await expect(other.rateBotAnswer({ conversationId: id, messageId, helpful: true })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
    await expect(other.botState({ conversationId: id })).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
  });
});

describe('a draft', () => {
  test('is offered to the agent, and only he sends it', async () => {
    const { desk, agent, id, say, session, fromBot, answers, articles } = await botDesk({ bot: { mode: 'DRAFT' } });
    await say('退货的运费谁承担');
    expect(await session()).toMatchObject({
      state: 'DRAFT',
      draft: { articleId: articles.freight, seq: 1, text: expect.stringContaining('买家承担') },
    });
    expect(await fromBot()).toEqual([]);
    await desk.as(agent).answerBot.settleBotDraft({ conversationId: id, outcome: 'USED' });
    expect((await session()).draft).toBeNull();
    expect(await answers()).toMatchObject([{ outcome: 'USED' }]);
    await expect(
      desk.as(agent).answerBot.settleBotDraft({ conversationId: id, outcome: 'USED' }),
    ).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
  });

  test('goes when a person has answered, whatever they wrote, and does not come after an answer', async () => {
    const { desk, agent, id, say, session, clock } = await botDesk({ bot: { mode: 'DRAFT' } });
    await say('退货的运费谁承担');
    expect((await session()).draft).not.toBeNull();
    const { conversations } = desk.as(agent);
    await conversations.takeConversation({ id });
    await conversations.addNote({ conversationId: id, clientMsgId: 'note-of-agent', text: '先看订单' });
    expect((await session()).draft).not.toBeNull();
    const send = (clientMsgId: string) => conversations.sendMessage({ conversationId: id, clientMsgId, text: '您好' });
    await send('first-answer');
    expect(await session()).toMatchObject({ state: 'DRAFT', draft: null });
    clock.advance(1000);
    await say('退货的运费谁承担');
    expect((await session()).draft).toMatchObject({ seq: expect.any(Number) as number });
    await send('second-answer');
    expect((await session()).draft).toBeNull();
  });

  test('gives way when the next question has none', async () => {
    const { say, session } = await botDesk({ bot: { mode: 'DRAFT' } });
    await say('退货的运费谁承担');
    await say('南极仓库在哪');
    expect(await session()).toMatchObject({ draft: null, state: 'DRAFT' });
  });
});

test('a new store has no bot, and its conversations ask nothing for one', async () => {
  const { desk, shopper, system } = await createTestDesk();
  const as = desk.as(await shopper()).conversations;
  const { id } = await as.openConversation({});
  await as.sendMessage({ conversationId: id, text: '转人工', clientMsgId: 'said-0001' });
  expect(await desk.read(system).get(Conversation, id)).toMatchObject({ bot: null });
  expect(await desk.read(system).all(Timer, { where: { action: 'answerByBot' } })).toEqual([]);
});

describe('of a bot that answers and an agent who takes over at once', () => {
  test('one wins, also in two processes', async () => {
    for (let round = 0; round < 10; round += 1) {
      const store = new MemoryStore();
      const { desk, system, clock, agent, id, say, fromBot, session } = await botDesk({
        store,
        bot: { rephrase: true },
        ports: { model: { complete: async () => 'x' } },
      });
      let ids = 0;
      const other = createDesk({
        features: standardFeatures,
        store,
        clock: clock.now,
        newId: () => `other-${round}-${(ids += 1)}`,
        ports: testPorts(),
      });
      const { seq } = await say('退货的运费谁承担');
      const [answered, taken] = await Promise.allSettled([
        desk.as(system).answerBot.answerByBot({ conversationId: id, seq }),
        other.as(agent).answerBot.takeOverFromBot({ id }),
      ]);
      const conversation = await desk.read(system).get(Conversation, id);
      expect(taken.status).toBe('fulfilled');
      expect(conversation).toMatchObject({ state: 'ASSIGNED', ownerId: agent.userId });
      expect((await session()).state).toBe('HUMAN');
      const said = await fromBot();
      expect(said).toHaveLength(answered.status === 'fulfilled' ? 1 : 0);
      const entries = await desk.as(agent).conversations.messages({ conversationId: id });
      const joined = entries.find(({ body }) => body === 'AGENT_JOINED');
      for (const { seq: at } of said) expect(at).toBeLessThan(joined?.seq ?? 0);
    }
  });
});

describe('the actions', () => {
  const desk = (setup: Awaited<ReturnType<typeof botDesk>>) => setup.desk as unknown as Desk;
  const CASES = {
    takeOverFromBot: async () => {
      const setup = await botDesk();
      await setup.say('你好');
      return {
        desk: desk(setup),
        actor: setup.agent,
        input: { id: setup.id },
        stranger: await setup.staff('PA9', ['PA'], { storeIds: ['another'] }),
        wrongRole: await setup.staff('AN1', ['AN']),
      };
    },
    rateBotAnswer: async () => {
      const setup = await botDesk();
      await setup.say('退货的运费谁承担');
      const input = { conversationId: setup.id, messageId: (await setup.fromBot())[0]?.id ?? '', helpful: true };
      return {
        desk: desk(setup),
        actor: setup.shopper,
        input,
        stranger: await setup.newShopper(),
        wrongRole: setup.agent,
      };
    },
    settleBotDraft: async () => {
      const setup = await botDesk({ bot: { mode: 'DRAFT' } });
      await setup.say('退货的运费谁承担');
      const input = { conversationId: setup.id, outcome: 'USED' };
      return {
        desk: desk(setup),
        actor: setup.agent,
        input,
        stranger: await setup.staff('PA9', ['PA'], { storeIds: ['another'] }),
        wrongRole: await setup.staff('AN1', ['AN']),
      };
    },
  };
  for (const [action, prepare] of Object.entries(CASES))
    for (const { title, run } of actionContract({ action, prepare })) test(title, run);
});
