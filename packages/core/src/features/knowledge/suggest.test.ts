import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { ShopError, type Shop } from '../../ports/shop.ts';
import { actionContract, createTestDesk } from '../../testing/index.ts';
import { plainText, shortened } from './plain-text.ts';

const FREIGHT = {
  title: { zh: '退货运费由谁承担', en: 'Who pays for a return' },
  body: { zh: '**质量问题**由店铺承担，[详情](/help)。', en: '**Faulty goods**: we pay.' },
};
const cardigan = { id: 'p1', title: '羊毛开衫', url: 'https://shop.example/goods/p1.html', variants: [] };
const coat = { id: 'p2', title: 'Down coat', url: 'https://shop.example/goods/down-coat', variants: [] };

const yuan = { amount: 10_000, currency: 'CNY' };
const parcel = {
  id: 's1',
  carrier: 'SF',
  trackingNumbers: ['SF1234567'],
  lineIds: ['l1'],
  shippedAt: '2025-03-08T02:00:00.000Z',
  expectedAt: '2025-12-24T02:00:00.000Z',
  events: [{ at: '2025-03-09T02:00:00.000Z', status: 'IN_TRANSIT', text: '到达', place: '杭州网点' }],
};
const order = (id: string, customerId: string, shipments: readonly object[]) => ({
  id,
  number: id,
  customerId,
  status: 'SHIPPED',
  lines: [{ id: 'l1', title: '羊毛开衫', quantity: 2 }],
  amounts: { total: yuan },
  shipments,
});
const orders = [
  order('ON-THE-WAY', 'lily', [parcel]),
  order('AT-THE-DOOR', 'lily', [
    { ...parcel, events: [{ ...parcel.events[0], status: 'OUT_FOR_DELIVERY', place: '文三路 1 号' }] },
  ]),
  order('TWO-PARCELS', 'lily', [parcel, { ...parcel, id: 's2' }]),
  order('NOT-SENT', 'lily', []),
];

const shop = {
  capabilities: { changes: [] },
  order: async (id: string) =>
    orders.find((one) => one.id === id) ?? Promise.reject(new ShopError('NOT_FOUND', 'none')),
  product: async (id: string) =>
    [cardigan, coat].find((one) => one.id === id) ?? Promise.reject(new ShopError('NOT_FOUND', 'none')),
  searchProducts: async ({ text }: { text: string }) => ({
    items: [cardigan, coat].filter(({ title }) => title.toLowerCase().includes(text.toLowerCase())),
  }),
} as unknown as Shop;

const WHERE_IS_IT = '我的包裹目前到哪里了，预计什么时候送达';

async function scene() {
  const setup = await createTestDesk({ ports: { shop: () => shop } });
  const agent = await setup.staff('PA1', ['PA']);
  const other = await setup.staff('AA1', ['AA']);
  const trainer = await setup.staff('TR1', ['TR']);
  const lead = await setup.staff('SV1', ['SV']);
  const warehouse = await setup.staff('WH1', ['WH']);
  const lily = await setup.shopper('lily');
  const as = (actor: Actor) => setup.desk.as(actor).knowledge;
  const talk = setup.desk.as(lily).conversations;
  const { id: conversationId } = await talk.openConversation({});
  let count = 0;
  const say = (text: string) => talk.sendMessage({ conversationId, clientMsgId: `lily-says-${(count += 1)}`, text });
  const show = (id: string) =>
    talk.sendMessage({ conversationId, clientMsgId: `lily-shows-${id}`, card: { type: 'ORDER', id } });
  const published = async (content: object = {}) => {
    const { id } = await as(trainer).createArticle({ ...FREIGHT, audience: 'PUBLIC', ...content });
    await as(trainer).submitArticle({ id });
    return as(lead).publishArticle({ id });
  };
  return { ...setup, agent, other, trainer, lead, warehouse, lily, as, conversationId, say, show, published };
}

describe('answers that are suggested', () => {
  test('are at most three, articles and scripts, by what the customer said last', async () => {
    const { as, agent, conversationId, say, published } = await scene();
    expect(await as(agent).suggestAnswers({ conversationId })).toEqual({ question: '', answers: [] });
    const { id } = await published();
    await say('请问退货运费谁承担？');
    const { question, answers } = await as(agent).suggestAnswers({ conversationId });
    expect(question).toBe('请问退货运费谁承担？');
    expect(answers.length).toBeLessThanOrEqual(3);
    expect(answers[0]).toMatchObject({
      kind: 'ARTICLE',
      id,
      audience: 'PUBLIC',
      edition: 1,
      text: '质量问题由店铺承担，详情 /help。',
    });
  });

  test('are scripts where no article fits, greetings never', async () => {
    const { as, agent, conversationId, say } = await scene();
    await say('包裹停留时间太长，请联系当地网点');
    await say('非常抱歉带来不便？那请您马上为我处理照片');
    const { answers } = await as(agent).suggestAnswers({ conversationId });
    expect(answers.map(({ kind, id }) => [kind, id])).toContainEqual(['SCRIPT', 'A1']);
    expect(answers.map(({ id }) => id)).not.toContain('G1');
  });

  test('are filled from the order that the customer has shown', async () => {
    const { as, agent, conversationId, say, show, desk } = await scene();
    await show('ON-THE-WAY');
    await say(WHERE_IS_IT);
    const text = '您的包裹SF1234567目前在杭州网点，预计12月24日送达。';
    expect((await as(agent).suggestAnswers({ conversationId })).answers).toContainEqual(
      expect.objectContaining({ kind: 'SCRIPT', id: 'L1', text }),
    );
    expect(await desk.as(agent).scripts.expandScript({ conversationId, script: 'L1', locale: 'en' })).toMatchObject({
      text: 'Your parcel SF1234567 is at 杭州网点 now and should arrive on December 24.',
      unresolved: [],
    });
  });

  const unknown: [string, string | undefined][] = [
    ['no order was shown', undefined],
    ['the parcel is at the customer’s door', 'AT-THE-DOOR'],
    ['two parcels are under way', 'TWO-PARCELS'],
    ['nothing was sent yet', 'NOT-SENT'],
  ];
  test.each(unknown)('are never offered with names in braces: %s', async (_title, id) => {
    const { as, agent, conversationId, say, show } = await scene();
    if (id) await show(id);
    await say(WHERE_IS_IT);
    const { answers } = await as(agent).suggestAnswers({ conversationId });
    expect(answers.map((answer) => answer.id)).not.toContain('L1');
    expect(answers.filter(({ text }) => /[{}]/.test(text))).toEqual([]);
  });

  test('tell nothing of an order to somebody who may not see orders', async () => {
    const { as, trainer, conversationId, say, show, desk } = await scene();
    await show('ON-THE-WAY');
    await say(WHERE_IS_IT);
    expect((await as(trainer).suggestAnswers({ conversationId })).answers.map(({ id }) => id)).not.toContain('L1');
    expect((await desk.as(trainer).scripts.expandScript({ conversationId, script: 'L1' })).unresolved).toEqual([
      'trackingNo',
      'node',
      'eta',
    ]);
  });

  test('are none when nothing fits', async () => {
    const { as, agent, conversationId, say, published } = await scene();
    await published();
    await say('qwertz');
    expect((await as(agent).suggestAnswers({ conversationId })).answers).toEqual([]);
  });
});

describe('the words of an article', () => {
  test('are plain, and end at a sentence when they are long', () => {
    expect(plainText('# Title\n\n- one\n- **two**\n\n> said `x`')).toBe('Title\n\n· one\n· two\n\nsaid x');
    expect(shortened('一二三四五。七八九十', 8)).toBe('一二三四五。');
    expect(shortened('short', 8)).toBe('short');
  });
});

describe('what must be read', () => {
  test('is asked of the roles named until each has read the version, and again when there is a new one (R-KB-06)', async () => {
    const { as, agent, other, trainer, lead, published } = await scene();
    const { id } = await published();
    await as(lead).requireReading({ id, roles: ['PA'] });
    const open = async (actor: Actor) => (await as(actor).mustReads({})).map((row) => row.id);
    expect([await open(agent), await open(other)]).toEqual([[id], []]);
    expect(await as(lead).readingReport({ articleId: id })).toMatchObject({
      edition: 1,
      read: 0,
      share: 0,
      readers: [{ name: 'PA1', at: null }],
    });
    await as(agent).acknowledgeArticle({ id });
    await as(agent).acknowledgeArticle({ id });
    expect(await open(agent)).toEqual([]);
    expect(await as(lead).readingReport({ articleId: id })).toMatchObject({ read: 1, share: 1 });
    await as(trainer).updateArticle({ id, keywords: ['邮费'] });
    await as(trainer).submitArticle({ id });
    await as(lead).publishArticle({ id });
    expect(await open(agent)).toEqual([id]);
    await as(lead).requireReading({ id, roles: [] });
    expect([await open(agent), (await as(lead).readingReport({ articleId: id })).share]).toEqual([[], null]);
  });

  const contracts = [
    { action: 'requireReading', input: (id: string) => ({ id, roles: ['PA'] }) },
    { action: 'acknowledgeArticle', input: (id: string) => ({ id }) },
  ];
  for (const { action, input } of contracts)
    for (const { title, run } of actionContract({
      action,
      prepare: async () => {
        const { desk, lead, warehouse, published } = await scene();
        return { desk, actor: lead, wrongRole: warehouse, input: input((await published()).id) };
      },
    }))
      test(title, run);
});

describe('what is known of a product', () => {
  const said = (text: string) => ({ zh: text, en: '' });

  test('is as complete as its category asks, says what is missing, and gets a new version with every change', async () => {
    const { as, trainer, store } = await scene();
    const write = (
      facts: { name: 'COMPOSITION' | 'SIZE' | 'SUITABLE_FOR' | 'CAUTIONS'; text: { zh: string; en: string } }[],
    ) => as(trainer).setProductKnowledge({ storeId: store.id, productId: 'p1', category: 'CLOTHING', facts });
    expect(
      await write([
        { name: 'COMPOSITION', text: said('羊毛') },
        { name: 'SIZE', text: said('') },
      ]),
    ).toMatchObject({ title: '羊毛开衫', completeness: 25, missing: ['SIZE', 'SUITABLE_FOR', 'CAUTIONS'], edition: 1 });
    expect(
      await write([
        { name: 'COMPOSITION', text: said('羊毛') },
        { name: 'SIZE', text: said('M') },
      ]),
    ).toMatchObject({ completeness: 50, edition: 2 });
    await expect(
      write([
        { name: 'SIZE', text: said('M') },
        { name: 'SIZE', text: said('L') },
      ]),
    ).rejects.toMatchObject({ denial: { code: 'VALIDATION_FAILED' } });
    await expect(
      as(trainer).setProductKnowledge({ storeId: store.id, productId: 'nothing', category: 'FOOD', facts: [] }),
    ).rejects.toMatchObject({ denial: { code: 'NOT_FOUND' } });
  });

  test('is found by name, by number and by a link, with or without knowledge', async () => {
    const { as, trainer, agent, store } = await scene();
    await as(trainer).setProductKnowledge({
      storeId: store.id,
      productId: 'p1',
      category: 'CLOTHING',
      facts: [{ name: 'SIZE', text: said('M') }],
    });
    const find = async (text: string) =>
      (await as(agent).productSheets({ storeId: store.id, text })).sheets.map(({ product, knowledge }) => [
        product.id,
        knowledge?.edition,
      ]);
    expect(await find('开衫')).toEqual([['p1', 1]]);
    expect(await find('https://shop.example/goods/p1.html?from=ad')).toEqual([['p1', 1]]);
    expect(await find('https://shop.example/goods/down-coat')).toEqual([['p2', undefined]]);
    expect(await find('https://shop.example/view?id=p2')).toEqual([['p2', undefined]]);
    expect(await find('https://shop.example/')).toEqual([]);
  });

  for (const { title, run } of actionContract({
    action: 'setProductKnowledge',
    prepare: async () => {
      const { desk, trainer, warehouse, store } = await scene();
      return {
        desk,
        actor: trainer,
        wrongRole: warehouse,
        input: { storeId: store.id, productId: 'p1', category: 'CLOTHING', facts: [] },
      };
    },
  }))
    test(title, run);
});

describe('the figures of the knowledge base', () => {
  test('are shares of the searches of a period, and null of none (R-KB-10, K-48)', async () => {
    const { as, agent, lily, clock, store } = await scene();
    const now = () => clock.now().toISOString();
    const from = now();
    const figures = (to: string) => as(agent).knowledgeFigures({ from, to, storeId: store.id });
    clock.advance(1000);
    expect(await figures(now())).toEqual({ searches: 0, used: 0, empty: 0, solved: 0, hitRate: null, gapRate: null });
    const note = (actor: Actor, hits: number, used: boolean, solved = false) =>
      as(actor).noteKnowledgeSearch({ storeId: store.id, source: 'COMPOSER', hits, used, solved });
    await note(agent, 3, true);
    await note(agent, 0, false);
    await note(lily, 2, true, true);
    await note(lily, 1, false);
    clock.advance(1000);
    const to = now();
    await note(agent, 1, true);
    expect(await figures(to)).toEqual({ searches: 4, used: 2, empty: 1, solved: 1, hitRate: 0.5, gapRate: 0.25 });
  });

  for (const { title, run } of actionContract({
    action: 'noteKnowledgeSearch',
    unaudited: true,
    prepare: async () => {
      const { desk, agent, warehouse, store } = await scene();
      return {
        desk,
        actor: agent,
        wrongRole: warehouse,
        input: { storeId: store.id, source: 'PANEL', hits: 1, used: true },
      };
    },
  }))
    test(title, run);
});
