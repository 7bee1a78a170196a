import { describe, expect, test } from 'vitest';
import { DeniedError } from '../../kernel/denial.ts';
import { createDesk, type Desk } from '../../kernel/desk.ts';
import type { Shop } from '../../ports/shop.ts';
import { actionContract, createTestDesk, MemoryStore, testPorts } from '../../testing/index.ts';
import { Customer } from '../customers/entities.ts';
import { standardFeatures } from '../index.ts';

async function scene({ signed = true } = {}) {
  const address = {
    line1: '11 High Street',
    line2: 'Flat 3',
    city: 'Leeds',
    region: '',
    postalCode: 'LS1 4AB',
    country: 'UK',
  };
  const person = { id: 'lily', name: 'Lily', email: 'lily@example.com', address, paymentMethods: [] };
  const gift = { ...address, line1: '5 Mill Lane', line2: '' };
  const order = { number: '6222020200112230', address: gift, shipments: [{ trackingNumbers: ['4312345678903'] }] };
  const shop = {
    customer: async () => person,
    order: async () => ({ customerId: 'lily' }),
    ordersOf: async () => ({ items: [order] }),
  } as unknown as Shop;
  const memory = new MemoryStore();
  const setup = await createTestDesk({ store: memory, ports: { shop: () => shop } });
  const agent = await setup.staff('PA1', ['PA']);
  const lead = await setup.staff('SV1', ['SV']);
  const shopper = await setup.shopper(signed ? 'lily' : undefined);
  const { id } = await setup.desk.as(shopper).conversations.openConversation({});
  let sent = 0;
  const say = (text: string, more: object = {}, actor = agent) =>
    setup.desk
      .as(actor)
      .conversations.sendMessage({ conversationId: id, text, clientMsgId: `reply-${(sent += 1)}-xx`, ...more });
  const refusal = async (text: string, more: object = {}) => {
    const error = await say(text, more).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    return error instanceof DeniedError ? error.denial : undefined;
  };
  const said = async () =>
    (await setup.desk.as(agent).conversations.messages({ conversationId: id })).filter(
      ({ sender }) => sender === 'AGENT',
    );
  await setup.desk
    .as(shopper)
    .conversations.sendMessage({ conversationId: id, text: '不知道,全网最低价吗', clientMsgId: 'hello-0001' });
  await setup.desk.as(agent).conversations.takeConversation({ id });
  return { ...setup, memory, agent, lead, shopper, id, say, refusal, said };
}

describe('SC-20 forbidden words', () => {
  test.each(['全网最低价', '全 网 最 低 价', '全網最低價'])(
    '“%s” is blocked with a replacement, also when confirmed',
    async (text) => {
      const { refusal, said } = await scene();
      for (const confirmedHits of [false, true]) {
        const denial = await refusal(text, { confirmedHits });
        expect(denial).toMatchObject({
          code: 'FORBIDDEN_TERM',
          details: { confirmable: false, hits: [{ rule: 'absolute-claim', level: 'BLOCK' }] },
        });
        const [hit] = (denial?.details?.['hits'] ?? []) as {
          span: string;
          start: number;
          end: number;
          replacement: { zh: string; en: string };
        }[];
        expect(text.slice(hit?.start, hit?.end)).toBe(hit?.span);
        expect([hit?.replacement.zh, hit?.replacement.en].every(Boolean)).toBe(true);
      }
      expect(await said()).toEqual([]);
    },
  );

  test.each(['不知道', '我不知道您的订单号,请发一下'])(
    '“%s” is warned about, and sent and logged only after confirmation',
    async (text) => {
      const { say, refusal, said } = await scene();
      expect(await refusal(text)).toMatchObject({
        code: 'FORBIDDEN_TERM',
        details: { confirmable: true, hits: [{ span: '不知道', level: 'WARN' }] },
      });
      expect(await said()).toEqual([]);
      await say(text, { confirmedHits: true });
      expect(await said()).toMatchObject([
        { body: text, hits: [{ span: '不知道', rule: 'refusal', confirmed: true }] },
      ]);
    },
  );

  test.each([
    '加微信',
    '加 微 信',
    '加·微*信',
    'add me on wechat',
    'ＡＤＤ　ＭＥ　ＯＮ　ＷＥＣＨＡＴ',
    '全網最低價',
    '全 網 最 低 價',
  ])(
    '“%s” is stopped however it is spelled: with spaces, in full width, in traditional signs (R-QA-04)',
    async (text) => {
      const { say, refusal, said } = await scene();
      expect(await refusal(text, { confirmedHits: true })).toMatchObject({
        code: 'FORBIDDEN_TERM',
        details: { hits: [{ level: 'BLOCK' }] },
      });
      expect(await said()).toEqual([]);
      await say('您好,我马上帮您核实。');
      expect(await said()).toHaveLength(1);
    },
  );

  test('customers’ own words are never touched', async () => {
    const { desk, shopper, id } = await scene();
    const text = '你们这些骗子,滚!我电话13800138000,加微信';
    const message = await desk
      .as(shopper)
      .conversations.sendMessage({ conversationId: id, text, clientMsgId: 'angry-0001' });
    expect(message).toMatchObject({ body: text, hits: [] });
  });

  test('ordinary words carry no hits', async () => {
    const { say } = await scene();
    expect(await say('您好,我马上帮您核实。')).toMatchObject({ hits: [] });
  });

  test('a term that is only logged is sent and kept with the message', async () => {
    const { desk, lead, say } = await scene();
    await desk.as(lead).guard.setForbiddenTerm({
      rule: 'slang',
      class: 'SLANG',
      name: { zh: '俚语', en: 'Slang' },
      level: 'LOG',
      phrases: ['么么哒'],
    });
    expect(await say('好的么么哒')).toMatchObject({
      hits: [{ rule: 'slang', level: 'LOG', span: '么么哒', confirmed: false }],
    });
  });

  test('the composer is told before anything is sent', async () => {
    const { desk, agent, id } = await scene();
    const report = await desk.as(agent).guard.checkText({ conversationId: id, text: '不知道 {name},全网最低价' });
    expect(report).toMatchObject({
      level: 'BLOCK',
      hits: [{ rule: 'refusal' }, { rule: 'absolute-claim' }],
      unresolved: ['name'],
    });
  });

  test('a message that was confirmed and is sent again is the same message, whatever was forbidden since', async () => {
    const { desk, lead, agent, id } = await scene();
    const send = () =>
      desk.as(agent).conversations.sendMessage({ conversationId: id, text: 'fine day', clientMsgId: 'repeat-001' });
    const first = await send();
    await desk
      .as(lead)
      .guard.setForbiddenTerm({ rule: 'fine', class: 'X', name: { zh: '', en: '' }, phrases: ['fine day'] });
    expect((await send()).id).toBe(first.id);
  });

  test('the name of a file is checked like a text', async () => {
    const { desk, agent, id } = await scene();
    const blobKey = JSON.stringify({ contentType: 'image/png', size: 10, sha256: 'x'.repeat(32) });
    const file = await desk.as(agent).conversations.addAttachment({ conversationId: id, blobKey, name: '加微信.png' });
    const send = desk
      .as(agent)
      .conversations.sendMessage({ conversationId: id, attachmentId: file.id, clientMsgId: 'file-00001' });
    await expect(send).rejects.toMatchObject({ denial: { code: 'FORBIDDEN_TERM' } });
  });
});

describe('an unfilled variable', () => {
  test.each(['您好，欢迎光临{shop}', '您好 {{ agentName }}', '亲爱的{姓名}'])(
    'stops “%s” and is named',
    async (text) => {
      const { refusal } = await scene();
      expect(await refusal(text, { confirmedHits: true })).toMatchObject({
        code: 'VALIDATION_FAILED',
        fields: [{ path: 'text' }],
        details: { unresolved: [expect.any(String)] },
      });
    },
  );

  test('is not what braces of another kind are', async () => {
    const { say } = await scene();
    expect((await say('尺寸 {12} 和 {} 以及 { "a": 1 }')).body).toContain('{12}');
  });
});

describe('personal data', () => {
  test.each([
    ['a phone', '请打13912345678'],
    ['an address', '寄到 12 Low Road, Bradford'],
    ['a neighbour’s address that ends alike', 'Shipped to 1 High Street'],
    ['an identity number', '身份证 11010519491231002X 对吗'],
    ['an e-mail', 'write to bob@example.com'],
  ])('of somebody else is blocked: %s', async (_, text) => {
    const { refusal } = await scene();
    expect(await refusal(text, { confirmedHits: true })).toMatchObject({
      code: 'FORBIDDEN_TERM',
      details: { confirmable: false },
    });
  });

  async function withPhone(signed: boolean) {
    const setup = await scene({ signed });
    const { desk, shopper, memory, system } = setup;
    const customer = await desk.read(system).get(Customer, shopper.customerId);
    const change = {
      kind: 'update',
      entity: Customer,
      tenantId: customer.tenantId,
      id: customer.id,
      expectedVersion: customer.version,
    } as const;
    await memory.commit([{ ...change, changes: { phone: '+86 138-0013-8000', email: 'lily@example.com' } }]);
    return setup;
  }

  test('of the verified customer himself may be said to him', async () => {
    const { say } = await withPhone(true);
    for (const text of [
      '您的电话是13800138000吗',
      'your e-mail is lily@example.com',
      'It goes to 11 High Street, Flat 3, Leeds',
    ])
      expect(await say(text)).toMatchObject({ body: text, hits: [] });
  });

  test('is not what the numbers of his own orders and parcels look like', async () => {
    const { say, refusal } = await scene();
    for (const text of ['订单6222020200112230已发货', '运单号 4312345678903', 'It went to 5 Mill Lane, Leeds'])
      expect(await say(text)).toMatchObject({ hits: [] });
    const unknown = await scene({ signed: false });
    expect(await unknown.refusal('运单号 4312345678903')).toMatchObject({ code: 'FORBIDDEN_TERM' });
    expect(await refusal('卡号 4111111111111111')).toMatchObject({ code: 'FORBIDDEN_TERM' });
  });

  test('of a customer whom the shop has not signed is not read out to him', async () => {
    const { refusal } = await withPhone(false);
    expect(await refusal('您的电话是13800138000吗')).toMatchObject({ code: 'FORBIDDEN_TERM' });
  });

  test('of the shop may be said: its hotline, its site and its return address', async () => {
    const { desk, staff, store, lead, say, refusal } = await scene();
    const admin = await staff('AD1', ['AD']);
    const text = '请拨打13711112222';
    expect(await refusal(text)).toMatchObject({ code: 'FORBIDDEN_TERM' });
    for (const value of ['13711112222', '浙江省杭州市西湖区文三路100号', 'https://shop.example.com'])
      await desk.as(lead).guard.addSafeContact({ value });
    await desk.as(admin).access.updateStore({ id: store.id, allowedOrigins: ['http://localhost:4173'] });
    for (const ours of [
      text,
      '见 http://localhost:4000/p/1',
      '请寄回:浙江省杭州市西湖区文三路100号',
      'see https://shop.example.com/help',
    ])
      expect(await say(ours)).toMatchObject({ hits: [] });
  });
});

describe('the tenant’s list', () => {
  test('changes a default rule and keeps what the change does not name', async () => {
    const { desk, lead, refusal } = await scene();
    const row = await desk.as(lead).guard.setForbiddenTerm({ rule: 'refusal', level: 'BLOCK' });
    expect(await refusal('不知道', { confirmedHits: true })).toMatchObject({ details: { confirmable: false } });
    await desk.as(lead).guard.resetForbiddenTerm({ id: row.id });
    expect(await refusal('不知道')).toMatchObject({ details: { confirmable: true } });
  });

  test('switches a rule off, and limits one to a store or a channel', async () => {
    const { desk, lead, store, say, refusal } = await scene();
    await desk.as(lead).guard.setForbiddenTerm({ rule: 'refusal', active: false });
    expect(await say('不知道')).toMatchObject({ hits: [] });
    await desk.as(lead).guard.setForbiddenTerm({ rule: 'refusal', active: true, channels: ['PHONE'] });
    expect(await say('不知道')).toMatchObject({ hits: [] });
    await desk.as(lead).guard.setForbiddenTerm({ rule: 'refusal', channels: [], storeIds: [store.id] });
    expect(await refusal('不知道')).toMatchObject({ code: 'FORBIDDEN_TERM' });
  });

  test('that one server process changes is obeyed by another at the next message', async () => {
    const { desk, clock, memory, lead, agent, id, refusal } = await scene();
    expect(await refusal('fine day')).toBeUndefined();
    let ids = 0;
    const other = createDesk({
      features: standardFeatures,
      store: memory,
      clock: clock.now,
      newId: () => `other-${(ids += 1)}`,
      ports: testPorts(),
    });
    await other
      .as(lead)
      .guard.setForbiddenTerm({ rule: 'fine', class: 'X', name: { zh: '', en: '' }, phrases: ['fine day'] });
    expect(await refusal('a fine day')).toMatchObject({ code: 'FORBIDDEN_TERM' });
    await desk.as(lead).guard.setForbiddenTerm({ rule: 'fine', phrases: ['rainy day'] });
    const report = await other.as(agent).guard.checkText({ conversationId: id, text: 'rainy day, fine day' });
    expect(report.hits.map(({ span }) => span)).toEqual(['rainy day']);
  });

  test('refuses a phrase of punctuation only, and a new rule without a name', async () => {
    const { desk, lead } = await scene();
    const set = (input: object) => desk.as(lead).guard.setForbiddenTerm({ rule: 'new', ...input });
    await expect(set({ class: 'X', name: { zh: '', en: '' }, phrases: ['!!!'] })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED' },
    });
    await expect(set({ phrases: ['abc'] })).rejects.toMatchObject({
      denial: { fields: [{ path: 'name' }] },
    });
  });

  test('is shown whole: defaults, decisions and own rules', async () => {
    const { desk, lead, agent } = await scene();
    await desk.as(lead).guard.setForbiddenTerm({ rule: 'refusal', active: false });
    const { rules } = await desk.as(agent).guard.outboundRules({});
    expect(rules.find(({ rule }) => rule === 'refusal')).toMatchObject({ ownRule: true, active: false, level: 'WARN' });
    expect(rules.find(({ rule }) => rule === 'abuse')).toMatchObject({ ownRule: false, active: true, level: 'BLOCK' });
  });

  test('a lead of one store cannot change for all stores', async () => {
    const { desk, staff, store } = await createTestDesk();
    const lead = await staff('SV2', ['SV'], { storeIds: [store.id] });
    await expect(desk.as(lead).guard.setForbiddenTerm({ rule: 'refusal', active: false })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    expect(
      await desk.as(lead).guard.setForbiddenTerm({
        rule: 'ours',
        class: 'X',
        name: { zh: '', en: '' },
        phrases: ['abc'],
        storeIds: [store.id],
      }),
    ).toMatchObject({ rule: 'ours' });
  });
});

describe('actions of the guard', () => {
  const cases = {
    setForbiddenTerm: async () => ({ rule: 'refusal', level: 'BLOCK', phrases: ['abc'] }),
    resetForbiddenTerm: async (setup: Awaited<ReturnType<typeof scene>>) => ({
      id: (await setup.desk.as(setup.lead).guard.setForbiddenTerm({ rule: 'refusal', level: 'LOG' })).id,
    }),
    addSafeContact: async () => ({ value: '13711112222', note: 'hotline' }),
    removeSafeContact: async (setup: Awaited<ReturnType<typeof scene>>) => ({
      id: (await setup.desk.as(setup.lead).guard.addSafeContact({ value: '13711112222' })).id,
    }),
  };
  for (const [action, inputOf] of Object.entries(cases)) {
    const prepare = async () => {
      const setup = await scene();
      return {
        desk: setup.desk as unknown as Desk,
        actor: setup.lead,
        input: await inputOf(setup),
        wrongRole: setup.agent,
      };
    };
    for (const { title, run } of actionContract({ action, prepare })) test(title, run);
  }
});
