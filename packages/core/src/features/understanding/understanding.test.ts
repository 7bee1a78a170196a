import { describe, expect, test, vi } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { createDesk, type Desk } from '../../kernel/desk.ts';
import type { DeskStore, Query } from '../../kernel/store.ts';
import { Timer } from '../../kernel/timer.ts';
import type { TrainReader } from '../../ports/model.ts';
import { actionContract, createTestDesk, MemoryStore, testPorts, type TestDeskOptions } from '../../testing/index.ts';
import { retrainIntents } from '../../language/retraining.ts';
import { Customer } from '../customers/entities.ts';
import { standardFeatures } from '../index.ts';
import { ReaderTraining, ReadingCorrection } from './entities.ts';
import { Understood } from './fields.ts';

async function chat(options: Partial<TestDeskOptions<typeof standardFeatures>> = {}) {
  const setup = await createTestDesk(options);
  const agent = await setup.staff('PA1', ['PA']);
  const shopper = await setup.shopper('lily');
  const { conversations } = setup.desk.as(shopper);
  const { id } = await conversations.openConversation({});
  let said = 0;
  const say = (text: string) =>
    conversations.sendMessage({
      conversationId: id,
      text,
      clientMsgId: `said-${String((said += 1)).padStart(4, '0')}`,
    });
  const now = () => setup.desk.read(setup.system).get(Understood, id);
  const as = setup.desk.as(agent);
  return { ...setup, newShopper: setup.shopper, agent, shopper, as, id, say, now };
}

/** Remembers what is asked of the store. */
class WatchedStore extends MemoryStore implements DeskStore {
  readonly asked: string[] = [];
  override find(query: Query) {
    this.asked.push(query.entity.name);
    return super.find(query);
  }
}

describe('a customer’s message', () => {
  test.each([
    ['付款失败了怎么办', 'PAYMENT', 'P2', 'NEUTRAL', 'zh-CN'],
    ['我要退货,衣服太小了', 'RETURN', 'P3', 'NEUTRAL', 'zh-CN'],
    ['Where is my refund? This is ridiculous, you are a scam', 'REFUND', 'P3', 'ANGRY', 'en'],
    ['充电的时候着火了,孩子烫伤了', 'SAFETY', 'P1', 'NEUTRAL', 'zh-CN'],
    ['再不处理我就打12315', 'COMPLAINT', 'P1', 'NEUTRAL', 'zh-CN'],
    ['Thank you so much, lovely service!', 'OTHER', 'P4', 'POSITIVE', 'en'],
  ])('%s is read as %s, %s, %s, %s', async (text, intent, priority, emotion, locale) => {
    const { say, now } = await chat();
    await say(text);
    expect(await now()).toMatchObject({ intent, priority, emotion, locale });
  });

  test('says by its reading how sure that is, by which training and from which words', async () => {
    const { say, as, id } = await chat();
    await say('你好');
    await say('我的退款什么时候到账');
    const explained = await as.understanding.explainReading({ conversationId: id });
    expect(explained.reading).toMatchObject({ isCertain: true, model: 0, seq: 2, language: 'zh', setByPeople: [] });
    expect(explained.reading?.confidence).toBeGreaterThan(0.5);
    expect(explained.intent?.name.zh).toMatch(/退款/);
    expect(explained.words.join('')).toMatch(/退款|到账/);
    expect(explained.others.map(({ key }) => key)).not.toContain('REFUND');
  });

  test('only ever raises the priority, and the reasons stay with it', async () => {
    const { say, now } = await chat();
    await say('付款失败');
    await say('好的谢谢');
    expect(await now()).toMatchObject({ intent: expect.any(String), priority: 'P2' });
    await say('你们泄露我的信息了');
    expect(await now()).toMatchObject({ priority: 'P1', reading: { priorityReasons: ['PRIVACY_LEAK'] } });
  });

  test('tells when the mood turns', async () => {
    const { say, now } = await chat();
    await say('你好,请问发货了吗');
    expect((await now()).reading?.trend).toBe('STEADY');
    await say('骗子,垃圾店铺,气死我了');
    expect(await now()).toMatchObject({ emotion: 'ANGRY', reading: { trend: 'WORSE' } });
    await say('谢谢,太好了');
    expect(await now()).toMatchObject({ emotion: 'POSITIVE', reading: { trend: 'BETTER' } });
  });

  test('of an angry VIP is more urgent, and only then is the customer looked up', async () => {
    const store = new WatchedStore();
    const { desk, system, shopper, say, now } = await chat({ store });
    const writer = await desk.read(system).get(Customer, shopper.customerId);
    await store.commit([
      {
        kind: 'update',
        entity: Customer,
        tenantId: writer.tenantId,
        id: writer.id,
        expectedVersion: writer.version,
        changes: { tier: 'VIP' },
      },
    ]);
    await say('请问有货吗');
    store.asked.length = 0;
    await say('请问这款有没有红色');
    expect(store.asked.filter((name) => name === 'Customer' || name.startsWith('Reader'))).toEqual([]);
    await say('太过分了,什么态度,气死我了');
    expect((await now()).priority).toBe('P2');
  });

  test.each(['', '😊', 'ok', '?', 'ж'.repeat(2000), '退'.repeat(2000)])(
    'of odd content is stored all the same: %s',
    async (text) => {
      const { say, now } = await chat();
      if (text === '') await expect(say(text)).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
      else await say(text);
      expect((await now()).lastSeq).toBe(text === '' ? 0 : 1);
    },
  );

  test('from an agent is not read', async () => {
    const { as, id, say, now } = await chat();
    await say('ok');
    await as.conversations.takeConversation({ id });
    const before = await now();
    await as.conversations.sendMessage({ conversationId: id, text: '付款失败请重试', clientMsgId: 'agent-0001' });
    expect((await now()).reading).toEqual(before.reading);
  });
});

describe('what people set', () => {
  test('is read no more, and is written to the trail', async () => {
    const { desk, system, as, id, say, now } = await chat();
    await say('付款失败');
    await as.understanding.correctReading({
      conversationId: id,
      intent: 'PROMOTION',
      priority: 'P4',
      emotion: 'NEGATIVE',
    });
    await say('我要投诉,我要退货,气死我了');
    expect(await now()).toMatchObject({
      intent: 'PROMOTION',
      priority: 'P4',
      emotion: 'NEGATIVE',
      reading: { setByPeople: ['INTENT', 'PRIORITY', 'EMOTION'] },
    });
    const entries = await desk.read(system).all(AuditEvent, { where: { action: 'correctReading' } });
    expect(JSON.stringify(entries)).toContain('PROMOTION');
  });

  test('by setting one leaves the others to the reader', async () => {
    const { as, id, say, now } = await chat();
    await say('你好');
    await as.understanding.correctReading({ conversationId: id, priority: 'P4' });
    await say('付款失败');
    expect(await now()).toMatchObject({ intent: 'PAYMENT', priority: 'P4' });
  });

  test.each([
    [{}, 'VALIDATION_FAILED'],
    [{ intent: 'NO.SUCH' }, 'VALIDATION_FAILED'],
    [{ intent: 'x'.repeat(61) }, 'VALIDATION_FAILED'],
    [{ conversationId: 'nobody', intent: 'RETURN' }, 'NOT_FOUND'],
  ])('is refused when it is %o', async (input, code) => {
    const { as, id } = await chat();
    await expect(as.understanding.correctReading({ conversationId: id, ...input })).rejects.toMatchObject({
      denial: { code },
    });
  });

  test('is kept as an example without the personal data in it', async () => {
    const { desk, system, as, id, say } = await chat();
    await say('我的电话13812345678,想问下刻字');
    await as.understanding.correctReading({ conversationId: id, intent: 'PRODUCT.SPEC' });
    const [correction] = await desk.read(system).all(ReadingCorrection, {});
    expect(correction).toMatchObject({ intent: 'PRODUCT.SPEC' });
    expect(correction?.text).not.toContain('1381234');
  });

  test('at closing is a correction too, when it was read otherwise', async () => {
    const { desk, system, as, id, say, now } = await chat();
    await say('付款失败');
    await as.conversations.takeConversation({ id });
    await as.conversations.sendMessage({ conversationId: id, text: '您好', clientMsgId: 'agent-0001' });
    await as.conversations.closeConversation({ id, intent: 'ACCOUNT', result: 'SOLVED' });
    expect(await desk.read(system).all(ReadingCorrection, {})).toMatchObject([
      { read: 'PAYMENT.FAILED', intent: 'ACCOUNT' },
    ]);
    expect((await now()).reading?.setByPeople).toEqual(['INTENT']);
  });
});

describe('learning', () => {
  const WORDS = ['可以刻字吗', '刻字要加钱吗', '这个刻字几天能好', '能帮我刻字吗', '名字刻字有没有样图'];

  async function taught(intent: string, texts: readonly string[] = WORDS) {
    const setup = await chat();
    for (const text of texts) {
      const { id } = await newcomer(setup, text);
      await setup.as.understanding.correctReading({ conversationId: id, intent });
    }
    return setup;
  }

  /** What the next customer's words are read as. */
  async function newcomer({ desk, newShopper, system }: Awaited<ReturnType<typeof chat>>, text: string) {
    const { conversations } = desk.as(await newShopper());
    const { id } = await conversations.openConversation({});
    await conversations.sendMessage({ conversationId: id, text, clientMsgId: 'first-0001' });
    return desk.read(system).get(Understood, id);
  }

  async function trained(setup: Awaited<ReturnType<typeof chat>>) {
    setup.clock.advance(11 * 60_000);
    while ((await setup.desk.runTimers()) + (await setup.desk.runEffects()) > 0);
    return (await setup.desk.read(setup.system).all(ReaderTraining, {}))[0];
  }

  test('comes in the background, and the next customer is read with it', async () => {
    const setup = await taught('COOPERATION.B2B');
    expect(await setup.desk.read(setup.system).all(ReaderTraining, {})).toEqual([]);
    expect(await trained(setup)).toMatchObject({ number: 1, taken: true, examples: WORDS.length });
    expect(await newcomer(setup, '请问可以刻字吗')).toMatchObject({ intent: 'COOPERATION', reading: { model: 1 } });
  });

  test('reaches a desk of another process within half a minute', async () => {
    const store = new MemoryStore();
    const setup = await chat({ store });
    const other = createDesk({
      features: standardFeatures,
      store,
      clock: setup.clock.now,
      newId: () => `other-${(ids += 1)}`,
      ports: testPorts(),
    });
    let ids = 0;
    const read = async (text: string) => {
      const { conversations } = other.as(await setup.newShopper());
      const { id } = await conversations.openConversation({});
      await conversations.sendMessage({ conversationId: id, text, clientMsgId: 'other-0001' });
      return (await other.read(setup.system).get(Understood, id)).reading?.model;
    };
    expect(await read('你好')).toBe(0);
    await setup.say('可以刻字吗');
    await setup.as.understanding.correctReading({ conversationId: setup.id, intent: 'PRODUCT.SPEC' });
    await trained(setup);
    await read('在吗');
    await vi.waitFor(async () => expect(await read('可以刻字吗')).toBe(1));
  });

  test('of what would read worse than before is not taken over', async () => {
    const worse: TrainReader = (retraining) => ({ ...retrainIntents(retraining), after: 0.1 });
    const setup = await chat({ ports: { trainReader: worse } });
    await setup.say('可以刻字吗');
    await setup.as.understanding.correctReading({ conversationId: setup.id, intent: 'SAFETY' });
    expect(await trained(setup)).toMatchObject({ number: 0, taken: false, after: 0.1 });
    expect(await newcomer(setup, '可以刻字吗')).not.toMatchObject({ intent: 'SAFETY' });
  });

  test('is planned once for many corrections', async () => {
    const setup = await taught('PRODUCT.SPEC', WORDS.slice(0, 3));
    const timers = await setup.desk.read(setup.system).all(Timer, { where: { action: 'trainReader' } });
    expect(timers).toHaveLength(1);
  });
});

const anyDesk = (desk: unknown) => desk as Desk;

describe('the action', () => {
  const prepare = async () => {
    const setup = await chat();
    await setup.say('付款失败');
    const stranger = await setup.staff('PA9', ['PA'], { storeIds: ['another-store'] });
    const wrongRole = await setup.staff('AN1', ['AN']);
    return {
      desk: anyDesk(setup.desk),
      actor: setup.agent,
      input: { conversationId: setup.id, intent: 'RETURN', priority: 'P1', emotion: 'ANGRY' },
      stranger,
      wrongRole,
    };
  };
  for (const { title, run } of actionContract({ action: 'correctReading', prepare })) test(title, run);
});
