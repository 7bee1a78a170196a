import { describe, expect, test } from 'vitest';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { createDesk, type Desk } from '../../kernel/desk.ts';
import { actionContract, createTestDesk, MemoryStore, testPorts } from '../../testing/index.ts';
import { standardFeatures } from '../index.ts';
import { Article, ArticleVersion, KnowledgeGap } from './entities.ts';
import { knowledgeTexts } from './texts.ts';

const DAY = 24 * 3600 * 1000;
const code = (denial: string, more: object = {}) => ({ denial: { code: denial, ...more } });
const FREIGHT = {
  title: { zh: '退货运费由谁承担', en: 'Who pays for a return' },
  body: {
    zh: '质量问题由店铺承担,无理由退货由买家承担。',
    en: 'We pay when the goods are at fault, you pay otherwise.',
  },
};
const INVOICE = {
  title: { zh: '如何申请电子发票', en: 'How to get an invoice' },
  body: { zh: '在订单详情填写抬头和税号。', en: 'Enter name and tax number in your order.' },
};

async function scene() {
  const memory = new MemoryStore();
  const setup = await createTestDesk({ store: memory });
  const agent = await setup.staff('PA1', ['PA']);
  const trainer = await setup.staff('TR1', ['TR']);
  const lead = await setup.staff('SV1', ['SV']);
  const warehouse = await setup.staff('WH1', ['WH']);
  const shopper = await setup.shopper('lily');
  const as = (actor: Actor) => setup.desk.as(actor).knowledge;
  const write = (content: object = {}, actor: StaffActor = trainer) =>
    as(actor).createArticle({ ...FREIGHT, audience: 'PUBLIC', ...content });
  const submitted = async (content: object = {}) => as(trainer).submitArticle({ id: (await write(content)).id });
  const published = async (content: object = {}) => as(lead).publishArticle({ id: (await submitted(content)).id });
  const search = async (text: string, more: object = {}) =>
    (await as(agent).searchArticles({ text, ...more })).hits.map(({ articleId }) => articleId);
  const help = async (text: string, actor: Actor = shopper) =>
    (await as(actor).searchHelp({ text })).hits.map(({ articleId }) => articleId);
  const state = async (id: string) => (await setup.desk.read(setup.system).get(Article, id)).state;
  const versions = async (articleId: string) =>
    (await setup.desk.read(lead).all(ArticleVersion, { where: { articleId }, order: [['edition', 'asc']] })).map(
      (version) => version.state,
    );
  return {
    ...setup,
    memory,
    agent,
    trainer,
    lead,
    warehouse,
    shopper,
    as,
    write,
    submitted,
    published,
    search,
    help,
    state,
    versions,
  };
}

describe('an article', () => {
  test('is found by nobody until somebody else than its author has published it', async () => {
    const { as, trainer, lead, write, search, help } = await scene();
    const { id } = await write();
    expect([await search('退货运费'), await help('退货运费')]).toEqual([[], []]);
    await expect(as(lead).publishArticle({ id })).rejects.toMatchObject(
      code('INVALID_TRANSITION', { details: { from: 'DRAFT', event: 'publish' } }),
    );
    await as(trainer).submitArticle({ id });
    await expect(as(trainer).publishArticle({ id })).rejects.toMatchObject(code('FORBIDDEN'));
    expect(await help('退货运费')).toEqual([]);
    expect(await as(lead).publishArticle({ id })).toMatchObject({ state: 'PUBLISHED', edition: 1, live: true });
    expect([await search('退货运费'), await help('退货运费')]).toEqual([[id], [id]]);
  });

  test('whoever wrote in a version does not publish it, also when another wrote it first', async () => {
    const { as, agent, trainer, lead, write } = await scene();
    const { id } = await write({}, agent);
    await as(lead).updateArticle({ id, keywords: ['邮费'] });
    await as(agent).submitArticle({ id });
    await expect(as(lead).publishArticle({ id })).rejects.toMatchObject(code('FORBIDDEN'));
    expect((await as(trainer).publishArticle({ id })).state).toBe('PUBLISHED');
  });

  test('that is edited stays as it was published until its next version is', async () => {
    const { as, trainer, lead, published, help, state, versions } = await scene();
    const { id } = await published();
    await as(trainer).updateArticle({ id, title: { zh: '邮资说明', en: 'Postage' } });
    expect([await state(id), await versions(id), await help('who pays for a return')]).toEqual([
      'NEEDS_UPDATE',
      ['PUBLISHED', 'DRAFT'],
      [id],
    ]);
    expect((await as(lead).searchArticles({ text: '退货运费' })).hits).toMatchObject([
      { title: FREIGHT.title, edition: 1, stale: true },
    ]);
    await as(trainer).submitArticle({ id });
    await as(lead).publishArticle({ id });
    expect(await versions(id)).toEqual(['SUPERSEDED', 'PUBLISHED']);
    expect((await as(lead).searchArticles({ text: '邮资说明' })).hits).toMatchObject([
      { title: { zh: '邮资说明' }, edition: 2, stale: false },
    ]);
  });

  test('is shown to who searches by a part of it in whole words, around what was found', async () => {
    const { as, published, shopper } = await scene();
    const en = `${'Goods that nobody has unpacked yet stay in very good condition. '.repeat(4)}A tumble dryer may be sent back within fourteen days, please, provided that all of its cables, filters and screws are in the box. ${'Write to us when anything seems to be missing from the parcel. '.repeat(4)}`;
    const zh = `${'未拆封的商品保持完好。'.repeat(8)}烘干机可以在十四天内寄回，前提是所有配件都在包装盒里。${'如有缺失请联系我们。'.repeat(20)}`;
    await published({ title: { zh: '电器', en: 'Appliances' }, body: { zh, en } });
    await published({ title: { zh: '网址', en: 'Address' }, body: { zh: '网址。', en: `zebra${'x'.repeat(400)}` } });
    const excerpt = async (text: string, locale: 'en' | 'zh-CN') =>
      (await as(shopper).searchHelp({ text, locale })).hits[0]?.excerpt ?? '';
    const shown = await excerpt('tumble dryer', 'en');
    const words = new Set(en.match(/[A-Za-z]+/g));
    expect(shown).toMatch(/^….*tumble dryer.*…$/);
    expect((shown.match(/[A-Za-z]+/g) ?? []).filter((word) => !words.has(word))).toEqual([]);
    expect([...shown].length).toBeLessThanOrEqual(162);
    expect(await excerpt('烘干机', 'zh-CN')).toMatch(/^…(?!封|好|品).*烘干机可以.*…$/);
    // What has no end of a word is cut all the same.
    expect(await excerpt(`zebra${'x'.repeat(400)}`, 'en')).toMatch(/^zebrax+…$/);
  });

  test('that only mentions what a shopper searches is left out beside one that is about it', async () => {
    const { as, published, help, agent } = await scene();
    const about = await published({
      title: { zh: '退货与退款', en: 'Returns and refunds' },
      body: {
        zh: '收到商品后 30 天内可申请退货。',
        en: 'Goods can be returned within 30 days of delivery. Choose the order, the items and the reason of the return.',
      },
      keywords: ['return', 'refund'],
    });
    const mention = await published({
      title: { zh: '耳机无法连接', en: 'Headphones do not connect' },
      body: {
        zh: '请先重启耳机。',
        en: 'Charge the headphones, forget them in the settings of your phone and pair them again. If nothing helps, ask for a return or a repair in the chat and describe what you have tried so far.',
      },
      keywords: ['headphones', 'bluetooth'],
    });
    expect(await help('return')).toEqual([about.id]);
    expect(await help('headphones')).toEqual([mention.id]);
    // Staff look for everything.
    const found = (await as(agent).searchArticles({ text: 'return' })).hits.map(({ articleId }) => articleId);
    expect(found.toSorted()).toEqual([about.id, mention.id].toSorted());
  });

  test.each([
    ['quotes', '>'.repeat(4000)],
    ['lists', `${'- '.repeat(4000)}a`],
  ])('is refused with %s nested thousands of levels deep, written or changed', async (_, deep) => {
    const { as, trainer, write } = await scene();
    const refused = code('VALIDATION_FAILED', {
      fields: [{ path: 'body.en', text: knowledgeTexts.tooDeep({ most: 20 }) }],
    });
    const body = { zh: '', en: deep };
    await expect(write({ body })).rejects.toMatchObject(refused);
    const { id } = await write({ body: { ...FREIGHT.body, en: `${'> '.repeat(20)}a\n\n- b\n  - c` } });
    await expect(as(trainer).updateArticle({ id, body })).rejects.toMatchObject(refused);
  });

  test('in review is not changed; sent back it goes to its author with the reason', async () => {
    const { as, trainer, lead, submitted, state, desk } = await scene();
    const { id } = await submitted();
    await expect(as(trainer).updateArticle({ id, keywords: ['x'] })).rejects.toMatchObject(code('INVALID_TRANSITION'));
    await expect(as(lead).sendBackArticle({ id })).rejects.toMatchObject(code('REASON_REQUIRED'));
    await as(lead).sendBackArticle({ id, reason: 'Say what counts as a fault' });
    expect([await state(id), (await desk.read(lead).first(ArticleVersion, { articleId: id }))?.reviewNote]).toEqual([
      'DRAFT',
      'Say what counts as a fault',
    ]);
    await as(trainer).updateArticle({ id, keywords: ['x'] });
  });

  test('is due for review after its days, and is due again after another review', async () => {
    const { as, clock, desk, trainer, lead, published, state, search } = await scene();
    const { id } = await published({ reviewEveryDays: 30 });
    clock.advance(30 * DAY - 1);
    await desk.runTimers();
    expect(await state(id)).toBe('PUBLISHED');
    clock.advance(1);
    await desk.runTimers();
    expect([await state(id), await search('退货运费')]).toEqual(['NEEDS_UPDATE', [id]]);
    await as(trainer).submitArticle({ id });
    expect(await as(lead).publishArticle({ id })).toMatchObject({ state: 'PUBLISHED', edition: 2 });
    clock.advance(30 * DAY);
    await desk.runTimers();
    expect(await state(id)).toBe('NEEDS_UPDATE');
  });

  test('that is archived is in no search, and cannot be opened by a shopper', async () => {
    const { as, desk, lead, shopper, published, search, help } = await scene();
    const { id } = await published();
    expect(await search('运费')).toEqual([id]);
    expect((await desk.read(shopper).get(Article, id)).id).toBe(id);
    await as(lead).archiveArticle({ id });
    expect([await search('运费'), await help('运费')]).toEqual([[], []]);
    await expect(desk.read(shopper).get(Article, id)).rejects.toMatchObject(code('NOT_FOUND'));
  });

  test('for the public must pass the guard; an internal one need not', async () => {
    const { as, lead, submitted } = await scene();
    const body = { zh: '不能说全网最低价', en: '' };
    const open = await submitted({ title: { zh: '禁用词', en: '' }, body });
    await expect(as(lead).publishArticle({ id: open.id })).rejects.toMatchObject(
      code('FORBIDDEN_TERM', { details: { hits: [{ span: '最低价' }] } }),
    );
    const internal = await submitted({ title: { zh: '禁用词', en: '' }, body, audience: 'INTERNAL' });
    expect((await as(lead).publishArticle({ id: internal.id })).state).toBe('PUBLISHED');
  });

  test.each([
    ['nothing in it', { title: { zh: '', en: '' }, body: { zh: ' ', en: '' } }, 'title'],
    ['a title without a text', { body: { zh: '', en: '' } }, 'body'],
    [
      'a text in another language than its title',
      { title: { zh: '运费', en: '' }, body: { zh: '', en: 'Postage' } },
      'body',
    ],
    [
      'an end before its beginning',
      { effectiveFrom: '2025-03-10T02:00:00.000Z', effectiveTo: '2025-03-10T01:00:00.000Z' },
      'effectiveTo',
    ],
  ])('with %s is refused', async (_, content, path) => {
    const { write } = await scene();
    await expect(write(content)).rejects.toMatchObject(code('VALIDATION_FAILED', { fields: [{ path }] }));
  });
});

describe('search', () => {
  test('finds “退货运费” by title, by text and by synonym (R-KB-01)', async () => {
    const { published, search } = await scene();
    const byTitle = await published();
    const byBody = await published({ title: { zh: '售后说明', en: '' }, body: { zh: '退货运费按责任划分。', en: '' } });
    const bySynonym = await published({
      title: { zh: '寄回须知', en: '' },
      body: { zh: '请看说明。', en: '' },
      synonyms: ['退货运费'],
    });
    await published(INVOICE);
    const found = await search('退货运费');
    expect(found.slice(0, 3).sort()).toEqual([byTitle.id, byBody.id, bySynonym.id].sort());
  });

  test.each(['退貨運費', 'retrun shiping who pays', '寄回去的邮费谁出'])('finds it also by “%s”', async (text) => {
    const { published, search } = await scene();
    const { id } = await published();
    await published(INVOICE);
    expect((await search(text))[0]).toBe(id);
  });

  test('shows shoppers published public articles of their own store only', async () => {
    const { desk, system, shopper, store, published, help, submitted } = await scene();
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    const shared = await published();
    const own = await published({ storeId: store.id });
    await published({ storeId: other.id });
    const internal = await published({ audience: 'INTERNAL' });
    await submitted();
    expect((await help('退货运费')).sort()).toEqual([shared.id, own.id].sort());
    expect((await desk.read(shopper).all(Article)).map(({ id }) => id).sort()).toEqual([shared.id, own.id].sort());
    await expect(desk.read(shopper).get(Article, internal.id)).rejects.toMatchObject(code('NOT_FOUND'));
  });

  test('shows shoppers the public article also when more internal ones fit', async () => {
    const { published, help } = await scene();
    for (let n = 0; n < 6; n += 1) await published({ audience: 'INTERNAL' });
    const { id } = await published({
      title: { zh: '说明', en: 'Notes' },
      body: { zh: `${'售后请联系客服。'.repeat(30)}退货运费见详情。`, en: 'Ask us.' },
    });
    expect(await help('退货运费')).toEqual([id]);
  });

  test('shows shoppers no article before it holds or when it no longer does, and staff a warning (R-KB-08)', async () => {
    const { as, agent, clock, published, help } = await scene();
    const { id } = await published({
      category: 'LAW_POLICY',
      source: '《消费者权益保护法》',
      effectiveFrom: '2025-03-10T02:00:00.000Z',
      effectiveTo: '2025-03-10T03:00:00.000Z',
    });
    const seen: unknown[] = [];
    for (const time of ['01:59:59.999', '02:00:00.000', '03:00:00.000']) {
      clock.set(`2025-03-10T${time}Z`);
      seen.push([
        (await help('退货运费')).includes(id),
        (await as(agent).searchArticles({ text: '退货运费' })).hits[0]?.stale,
      ]);
    }
    expect(seen).toEqual([
      [false, true],
      [true, false],
      [false, true],
    ]);
  });

  test('an agent of one store finds nothing of another', async () => {
    const { desk, staff, system, store, published, as } = await scene();
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    const mine = await published({ storeId: store.id });
    await published({ storeId: other.id });
    const limited = await staff('PA2', ['PA'], { storeIds: [store.id] });
    expect((await as(limited).searchArticles({ text: '退货运费' })).hits.map(({ articleId }) => articleId)).toEqual([
      mine.id,
    ]);
  });

  test('finds in one server process what another has just published, changed and archived', async () => {
    const { clock, memory, lead, trainer, as, published, search } = await scene();
    let ids = 0;
    const other = createDesk({
      features: standardFeatures,
      store: memory,
      clock: clock.now,
      newId: () => `other-${(ids += 1)}`,
      ports: testPorts(),
    });
    const found = async (text: string) =>
      (await other.as(lead).knowledge.searchArticles({ text })).hits.map(({ articleId }) => articleId);
    expect(await found('退货运费')).toEqual([]);
    const { id } = await published();
    expect([await found('退货运费'), await search('退货运费')]).toEqual([[id], [id]]);
    await other.as(trainer).knowledge.updateArticle({ id, ...INVOICE });
    await other.as(trainer).knowledge.submitArticle({ id });
    await other.as(lead).knowledge.publishArticle({ id });
    expect([await search('退货运费'), await search('电子发票')]).toEqual([[], [id]]);
    await as(trainer).requestArticleUpdate({ id, reason: 'x' });
    await as(trainer).updateArticle({ id, title: { zh: '如何换货', en: 'How to exchange' } });
    await as(trainer).submitArticle({ id });
    await as(lead).publishArticle({ id });
    expect(await found('换货')).toEqual([id]);
    await as(lead).archiveArticle({ id });
    expect(await found('换货')).toEqual([]);
  });

  test('asks the store for one row when nothing has changed, however many articles there are', async () => {
    const { memory, published, search } = await scene();
    for (let n = 0; n < 5; n += 1) await published();
    await search('发票');
    const asked: string[] = [];
    const find = memory.find.bind(memory);
    memory.find = (query) => (asked.push(query.entity.name), find(query));
    await search('不存在的词语啊');
    expect(asked).toEqual(['ContentRevision']);
  });

  test('many searches at once, while articles are published, end with everything found', async () => {
    const { published, search } = await scene();
    const [ids] = await Promise.all([
      Promise.all([1, 2, 3, 4].map(async () => (await published()).id)),
      ...[1, 2, 3, 4, 5, 6].map(() => search('退货运费')),
    ]);
    expect((await search('退货运费')).sort()).toEqual([...ids].sort());
  });

  test('shows the part of the text that speaks of it', async () => {
    const { as, agent, published } = await scene();
    await published({ body: { zh: `${'前言。'.repeat(100)}质量问题由店铺承担。`, en: FREIGHT.body.en } });
    const [hit] = (await as(agent).searchArticles({ text: '质量问题' })).hits;
    expect(hit?.excerpt).toMatch(/^….*质量问题由店铺承担。$/);
    expect((await as(agent).searchArticles({ text: '质量问题', locale: 'en' })).hits[0]?.excerpt).toBe(FREIGHT.body.en);
  });
});

describe('suggestions', () => {
  test('are the three articles that fit what the customer said last, and none that does not', async () => {
    const { desk, agent, shopper, published, as } = await scene();
    for (let n = 0; n < 4; n += 1) await published();
    const invoice = await published({ ...INVOICE, audience: 'INTERNAL' });
    const { id: conversationId } = await desk.as(shopper).conversations.openConversation({});
    const say = (text: string, clientMsgId: string) =>
      desk.as(shopper).conversations.sendMessage({ conversationId, text, clientMsgId });
    expect(await as(agent).suggestArticles({ conversationId })).toEqual({ hits: [] });
    await say('怎么开发票', 'ask-000001');
    expect((await as(agent).suggestArticles({ conversationId })).hits.map(({ articleId }) => articleId)).toEqual([
      invoice.id,
    ]);
    expect((await as(agent).suggestArticles({ conversationId, text: '退货运费谁付' })).hits).toHaveLength(3);
    for (const text of ['zebra crossing', '我家的猫昨天把花瓶打翻了之后跑到楼上由谁抱下来呢'])
      expect(await as(agent).suggestArticles({ conversationId, text })).toEqual({ hits: [] });
    expect(
      (await as(agent).searchArticles({ text: '我家的猫昨天把花瓶打翻了之后跑到楼上由谁抱下来呢' })).hits,
    ).not.toEqual([]);
  });
});

describe('the use of an article', () => {
  test('is counted by how it helped', async () => {
    const { as, agent, shopper, published } = await scene();
    const { id: articleId } = await published();
    await as(agent).noteArticleUse({ articleId, outcome: 'USED' });
    await as(shopper).noteArticleUse({ articleId, outcome: 'HELPFUL' });
    expect(await as(shopper).noteArticleUse({ articleId, outcome: 'UNHELPFUL' })).toMatchObject({
      usedCount: 1,
      helpfulCount: 1,
      unhelpfulCount: 1,
    });
  });

  test('is counted of many readers at once with one commit each, and changes nothing else of the article', async () => {
    const { as, agent, trainer, published, memory, desk, system } = await scene();
    const { id: articleId, ...before } = await published();
    let commits = 0;
    const commit = memory.commit.bind(memory);
    memory.commit = (writes) => {
      commits += 1;
      return commit(writes);
    };
    await Promise.all(Array.from({ length: 30 }, () => as(agent).noteArticleUse({ articleId, outcome: 'SOLVED' })));
    expect(commits).toBe(30);
    const { updatedAt: _now, ...counted } = before;
    expect(await desk.read(system).get(Article, articleId)).toMatchObject({
      ...counted,
      helpfulCount: 30,
      solvedCount: 30,
    });
    // Who works on the article meanwhile is not told that it has changed.
    await as(trainer).updateArticle({ id: articleId, ...INVOICE }, { expectedVersion: before.version });
  });
});

describe('a gap', () => {
  test('is one question however it is written, counted, with other wordings and without personal data', async () => {
    const { as, desk, agent, shopper, lead } = await scene();
    await as(shopper).reportKnowledgeGap({ question: '能不能 开专票?' });
    await as(agent).reportKnowledgeGap({ question: '能不能開專票' });
    await as(shopper).reportKnowledgeGap({ question: '我电话13800138000,什么时候回' });
    const gaps = await desk.read(lead).all(KnowledgeGap, { order: [['count', 'desc']] });
    expect(gaps).toMatchObject([
      { count: 2, question: '能不能 开专票?', examples: ['能不能開專票'], state: 'OPEN' },
      { count: 1 },
    ]);
    expect(JSON.stringify(gaps)).not.toContain('13800138000');
  });

  test('is assigned, answered by a published article, and then asked anew is a new one', async () => {
    const { as, desk, agent, lead, write, published } = await scene();
    await as(agent).reportKnowledgeGap({ question: '能开专票吗' });
    const [gap] = await desk.read(lead).all(KnowledgeGap);
    const id = gap?.id ?? '';
    await expect(as(lead).answerKnowledgeGap({ id, articleId: (await published()).id })).rejects.toMatchObject(
      code('INVALID_TRANSITION'),
    );
    await as(lead).assignKnowledgeGap({ id, userId: agent.userId });
    const draft = await write(INVOICE);
    await expect(as(agent).answerKnowledgeGap({ id, articleId: draft.id })).rejects.toMatchObject(
      code('VALIDATION_FAILED'),
    );
    const { id: articleId } = await published(INVOICE);
    expect(await as(agent).answerKnowledgeGap({ id, articleId })).toMatchObject({ state: 'ANSWERED', articleId });
    await as(agent).reportKnowledgeGap({ question: '能开专票吗' });
    expect(await desk.read(lead).count(KnowledgeGap, {})).toBe(2);
  });

  test.each(['??', 'half \ud83d a character', 'nul \u0000'])('is not “%s”', async (question) => {
    const { as, shopper } = await scene();
    await expect(as(shopper).reportKnowledgeGap({ question })).rejects.toMatchObject(
      code('VALIDATION_FAILED', { fields: [{ path: 'question' }] }),
    );
  });

  test('is dismissed with a reason', async () => {
    const { as, desk, agent, lead } = await scene();
    await as(agent).reportKnowledgeGap({ question: '你好吗' });
    const [gap] = await desk.read(lead).all(KnowledgeGap);
    const id = gap?.id ?? '';
    await expect(as(lead).dismissKnowledgeGap({ id })).rejects.toMatchObject(code('REASON_REQUIRED'));
    expect(await as(lead).dismissKnowledgeGap({ id, reason: 'small talk' })).toMatchObject({
      state: 'DISMISSED',
      note: 'small talk',
    });
  });
});

describe('actions on knowledge', () => {
  type Scene = Awaited<ReturnType<typeof scene>>;
  type Case = { actor: Actor; input: object; wrongRole?: Actor };
  const gap = async ({ as, desk, agent, lead }: Scene) => {
    await as(agent).reportKnowledgeGap({ question: '能开专票吗' });
    return (await desk.read(lead).all(KnowledgeGap))[0]?.id ?? '';
  };
  const assigned = async (setup: Scene) => {
    const id = await gap(setup);
    await setup.as(setup.lead).assignKnowledgeGap({ id, userId: setup.agent.userId });
    return id;
  };
  const cases: Record<string, (setup: Scene) => Promise<Case>> = {
    createArticle: async ({ agent, warehouse }) => ({ actor: agent, input: FREIGHT, wrongRole: warehouse }),
    updateArticle: async ({ agent, warehouse, published }) => ({
      actor: agent,
      input: { id: (await published()).id, keywords: ['x'] },
      wrongRole: warehouse,
    }),
    submitArticle: async ({ agent, warehouse, write }) => ({
      actor: agent,
      input: { id: (await write()).id },
      wrongRole: warehouse,
    }),
    publishArticle: async ({ lead, agent, submitted }) => ({
      actor: lead,
      input: { id: (await submitted()).id },
      wrongRole: agent,
    }),
    sendBackArticle: async ({ lead, agent, submitted }) => ({
      actor: lead,
      input: { id: (await submitted()).id, reason: 'x' },
      wrongRole: agent,
    }),
    requestArticleUpdate: async ({ agent, warehouse, published }) => ({
      actor: agent,
      input: { id: (await published()).id, reason: 'x' },
      wrongRole: warehouse,
    }),
    archiveArticle: async ({ lead, agent, published }) => ({
      actor: lead,
      input: { id: (await published()).id },
      wrongRole: agent,
    }),
    importArticles: async ({ lead, agent }) => ({
      actor: lead,
      input: { format: 'CSV', text: 'title_zh,body_zh\n好,好', dryRun: false },
      wrongRole: agent,
    }),
    noteArticleUse: async ({ agent, warehouse, published }) => ({
      actor: agent,
      input: { articleId: (await published()).id, outcome: 'USED' },
      wrongRole: warehouse,
    }),
    reportKnowledgeGap: async ({ agent, warehouse }) => ({
      actor: agent,
      input: { question: '能开专票吗' },
      wrongRole: warehouse,
    }),
    assignKnowledgeGap: async (setup) => ({
      actor: setup.lead,
      input: { id: await gap(setup), userId: setup.agent.userId },
      wrongRole: setup.agent,
    }),
    answerKnowledgeGap: async (setup) => ({
      actor: setup.agent,
      input: { id: await assigned(setup), articleId: (await setup.published()).id },
      wrongRole: setup.warehouse,
    }),
    dismissKnowledgeGap: async (setup) => ({
      actor: setup.lead,
      input: { id: await gap(setup), reason: 'x' },
      wrongRole: setup.agent,
    }),
  };
  for (const [action, make] of Object.entries(cases)) {
    const prepare = async () => {
      const setup = await scene();
      return { desk: setup.desk as unknown as Desk, ...(await make(setup)) };
    };
    for (const { title, run } of actionContract({ action, prepare, unaudited: action === 'noteArticleUse' }))
      test(title, run);
  }
});
