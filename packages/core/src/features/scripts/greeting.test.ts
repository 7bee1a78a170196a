import { describe, expect, test } from 'vitest';
import type { ShopperActor } from '../../kernel/actor.ts';
import { createTestDesk } from '../../testing/index.ts';

const HOUR = 3600 * 1000;

async function scene() {
  const setup = await createTestDesk();
  const agent = await setup.staff('PA1', ['PA']);
  const trainer = await setup.staff('TR1', ['TR']);
  const signed = (name: string) => setup.shopper(name);
  const opened = async (shopper: ShopperActor, clientMsgId: string) => {
    const as = setup.desk.as(shopper).conversations;
    const { id } = await as.openConversation({});
    await as.sendMessage({ conversationId: id, text: 'hello', clientMsgId });
    return id;
  };
  const open = async (name: string) => opened(await signed(name), `hello-${name}-1`);
  let count = 0;
  const write = async (input: object) => {
    const { id } = await setup.desk.as(trainer).scripts.createScript({
      scriptCode: `H${(count += 1)}`,
      scene: 'GREETING',
      title: { zh: '欢迎', en: '' },
      body: { zh: '你好', en: '' },
      ...input,
    });
    return setup.desk.as(trainer).scripts.publishScript({ id });
  };
  const greet = async (conversationId: string) =>
    (await setup.desk.as(agent).scripts.greeting({ conversationId })).text;
  return { ...setup, agent, trainer, signed, opened, open, write, greet };
}

describe('a greeting', () => {
  test('is the default one, with nothing left to fill in, and one with a gap is never sent (R-PRE-01)', async () => {
    const { open, greet, write, store, desk, agent } = await scene();
    const id = await open('lily');
    expect(await greet(id)).toBe('您好，欢迎光临S1，我是客服PA1，请问有什么可以帮您？');
    expect(await desk.as(agent).scripts.greeting({ conversationId: id, locale: 'en' })).toMatchObject({
      text: 'Hello and welcome to S1. I am PA1, how can I help you?',
      unresolved: [],
    });
    await write({ storeId: store.id, body: { zh: '您好,您的订单{orderNo}有什么问题?', en: '' } });
    const gap = await desk.as(agent).scripts.greeting({ conversationId: id });
    expect(gap).toMatchObject({ text: expect.stringContaining('{orderNo}') as string, unresolved: ['orderNo'] });
    await desk.as(agent).conversations.takeConversation({ id });
    const send = (text: string) =>
      desk.as(agent).conversations.sendMessage({ conversationId: id, text, clientMsgId: `greeting-${text.length}` });
    await expect(send(gap.text)).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', details: { unresolved: ['orderNo'] } },
    });
    expect((await send(gap.text.replace('{orderNo}', 'W1005'))).body).toBe('您好,您的订单W1005有什么问题?');
  });

  test('of a store comes before everybody’s, and one for an hour only in that hour of the store’s zone', async () => {
    const { open, greet, write, store, clock } = await scene();
    const id = await open('lily');
    await write({ storeId: store.id, body: { zh: '本店欢迎您', en: '' } });
    expect(await greet(id)).toBe('本店欢迎您');
    // The test clock stands at some hour; a span around it, and one that it is not in, are written for the store's
    // zone.
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: store.timeZone,
      hour: '2-digit',
      hourCycle: 'h23',
    }).format(clock.now());
    const hour = (step: number) => `${String((Number(local) + step + 24) % 24).padStart(2, '0')}:00`;
    await write({ storeId: store.id, body: { zh: '夜深了', en: '' }, hours: { from: hour(2), to: hour(5) } });
    expect(await greet(id)).toBe('本店欢迎您');
    clock.advance(3 * HOUR);
    expect(await greet(id)).toBe('夜深了');
    clock.advance(2 * HOUR);
    expect(await greet(id)).toBe('本店欢迎您');
  });

  test('can be for those who come back only', async () => {
    const { signed, opened, greet, write, desk, agent, clock } = await scene();
    await write({ customers: 'RETURNING', body: { zh: '欢迎回来', en: '' } });
    const shopper = await signed('lily');
    const first = await opened(shopper, 'first-0001');
    expect(await greet(first)).toContain('欢迎光临');
    await desk.as(agent).conversations.takeConversation({ id: first });
    await desk
      .as(agent)
      .conversations.closeConversation({ id: first, intent: 'OTHER', result: 'SOLVED', reason: 'test' });
    clock.advance(48 * HOUR);
    expect(await greet(await opened(shopper, 'second-001'))).toBe('欢迎回来');
  });
});
