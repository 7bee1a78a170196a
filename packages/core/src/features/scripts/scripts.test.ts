import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { Desk } from '../../kernel/desk.ts';
import { actionContract, createTestDesk } from '../../testing/index.ts';
import { unresolvedVariables } from '../guard/outbound.ts';
import { DEFAULT_SCRIPTS } from './default-scripts.ts';
import { Script } from './entities.ts';

const code = (denial: string, more: object = {}) => ({ denial: { code: denial, ...more } });
const WORDS = {
  title: { zh: '尺码', en: 'Sizes' },
  body: { zh: '{product}偏大一码', en: '{product} runs one size large' },
};

async function scene() {
  const setup = await createTestDesk();
  const agent = await setup.staff('PA1', ['PA']);
  const other = await setup.staff('AA1', ['AA']);
  const trainer = await setup.staff('TR1', ['TR']);
  const warehouse = await setup.staff('WH1', ['WH']);
  const shopper = await setup.shopper('Lily');
  const { id: conversationId } = await setup.desk.as(shopper).conversations.openConversation({});
  await setup.desk.as(shopper).conversations.sendMessage({ conversationId, text: 'hello', clientMsgId: 'hello-0001' });
  await setup.desk.as(agent).conversations.takeConversation({ id: conversationId });
  const expand = (script: string, more: object = {}, actor = agent) =>
    setup.desk.as(actor).scripts.expandScript({ conversationId, script, ...more });
  const create = (input: object = {}, actor = trainer) =>
    setup.desk
      .as(actor)
      .scripts.createScript({ scriptCode: 'S1', scene: 'PRODUCT', quickKey: 'size', ...WORDS, ...input });
  const publish = async (input: object = {}) =>
    setup.desk.as(trainer).scripts.publishScript({ id: (await create(input)).id });
  return { ...setup, agent, other, trainer, warehouse, shopper, conversationId, expand, create, publish };
}

describe('the default scripts', () => {
  test('are all of the wording norms, say the same in both languages, and break no rule', async () => {
    expect(DEFAULT_SCRIPTS.map((script) => script.code).sort()).toEqual([
      'A1',
      'A2',
      'A3',
      'A4',
      'B1',
      'D1',
      'E1',
      'G1',
      'G2',
      'L1',
      'L2',
      'P1',
      'P2',
      'P3',
      'P4',
      'P5',
      'P6',
      'P7',
      'R1',
      'U1',
      'U2',
      'U3',
      'V1',
      'X1',
      'X2',
    ]);
    const { desk, agent, conversationId } = await scene();
    for (const { code: name, body } of DEFAULT_SCRIPTS) {
      expect([name, unresolvedVariables(body.en).sort()]).toEqual([name, unresolvedVariables(body.zh).sort()]);
      for (const text of [body.zh, body.en])
        expect([text, (await desk.as(agent).guard.checkText({ conversationId, text })).hits]).toEqual([text, []]);
    }
  });

  test('greet with the shop and the agent filled in, in the customer’s language or the one asked for', async () => {
    const { expand } = await scene();
    expect(await expand('G1')).toMatchObject({
      text: '您好，欢迎光临S1，我是客服PA1，请问有什么可以帮您？',
      unresolved: [],
    });
    expect(await expand('g1', { locale: 'en' })).toMatchObject({
      scriptCode: 'G1',
      text: 'Hello and welcome to S1. I am PA1, how can I help you?',
    });
  });

  test('name what the agent has to fill in, and cannot be sent before', async () => {
    const { desk, agent, conversationId, expand } = await scene();
    const open = await expand('B1');
    expect(open).toMatchObject({ unresolved: ['code', 'expiry'], variables: ['name', 'shop', 'code', 'expiry'] });
    const send = (text: string) =>
      desk.as(agent).conversations.sendMessage({ conversationId, text, clientMsgId: 'birthday-01' });
    await expect(send(open.text)).rejects.toMatchObject(
      code('VALIDATION_FAILED', { details: { unresolved: ['code', 'expiry'] } }),
    );
    const full = await expand('B1', {
      values: [
        { name: 'code', value: 'LILY8' },
        { name: 'expiry', value: '3月31日' },
      ],
    });
    expect(full).toMatchObject({
      text: 'Lily，S1祝您生日快乐！专属优惠券LILY8，3月31日前有效。回复TD退订。',
      unresolved: [],
    });
    expect((await send(full.text)).body).toBe(full.text);
  });

  test('are replaced by the tenant’s own of the same code', async () => {
    const { expand, publish } = await scene();
    await publish({ scriptCode: 'G1', quickKey: 'g1', scene: 'GREETING', body: { zh: '欢迎来到{shop}', en: '' } });
    expect((await expand('g1')).text).toBe('欢迎来到S1');
    expect((await expand('G1', { locale: 'en' })).text).toBe('欢迎来到S1');
  });

  test('are gone when the tenant has archived its own of that code', async () => {
    const { desk, trainer, expand, publish } = await scene();
    const { id } = await publish({ scriptCode: 'G1', quickKey: null });
    await desk.as(trainer).scripts.archiveScript({ id });
    await expect(expand('G1')).rejects.toMatchObject(code('NOT_FOUND'));
  });
});

describe('a script', () => {
  test('for all is a draft until somebody who may publish does', async () => {
    const { desk, trainer, expand, create } = await scene();
    const { id, variables } = await create();
    expect(variables).toEqual(['product']);
    await expect(expand('size')).rejects.toMatchObject(code('NOT_FOUND'));
    await desk.as(trainer).scripts.publishScript({ id });
    expect(await expand('size')).toMatchObject({ scriptCode: 'S1', unresolved: ['product'] });
    await expect(desk.as(trainer).scripts.publishScript({ id })).rejects.toMatchObject(code('INVALID_TRANSITION'));
  });

  test('for all cannot be written, changed or archived by an agent', async () => {
    const { desk, agent, create, publish } = await scene();
    await expect(create({}, agent)).rejects.toMatchObject(code('FORBIDDEN'));
    const { id } = await publish();
    const { scripts } = desk.as(agent);
    await expect(scripts.updateScript({ id, quickKey: 'x' })).rejects.toMatchObject(code('FORBIDDEN'));
    await expect(scripts.archiveScript({ id })).rejects.toMatchObject(code('FORBIDDEN'));
  });

  test('of one’s own is usable at once, comes first, and exists for nobody else', async () => {
    const { desk, agent, other, create, publish, expand } = await scene();
    await publish();
    const { id } = await create({ scope: 'PERSONAL', body: { zh: '我的{product}', en: '' } }, agent);
    expect((await expand('size')).text).toBe('我的{product}');
    expect((await expand('size', {}, other)).text).toBe('{product}偏大一码');
    await expect(desk.as(other).scripts.updateScript({ id, quickKey: 'x' })).rejects.toMatchObject(code('NOT_FOUND'));
  });

  test('of a team is for its roles only', async () => {
    const { agent, other, publish, expand } = await scene();
    await publish({ scope: 'TEAM', roles: ['AA'] });
    expect((await expand('size', {}, other)).scriptCode).toBe('S1');
    await expect(expand('size', {}, agent)).rejects.toMatchObject(code('NOT_FOUND'));
  });

  test('is valid from its first instant until its end, which is no longer in it', async () => {
    const { clock, publish, expand } = await scene();
    await publish({ validFrom: '2025-03-10T02:00:00.000Z', validTo: '2025-03-10T03:00:00.000Z' });
    const found = () =>
      expand('size').then(
        () => true,
        () => false,
      );
    const at: boolean[] = [];
    for (const time of ['01:59:59.999', '02:00:00.000', '02:59:59.999', '03:00:00.000']) {
      clock.set(`2025-03-10T${time}Z`);
      at.push(await found());
    }
    expect(at).toEqual([false, true, true, false]);
  });

  test('of another store is not offered', async () => {
    const { desk, system, publish, expand } = await scene();
    const second = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    await publish({ storeId: second.id });
    await expect(expand('size')).rejects.toMatchObject(code('NOT_FOUND'));
  });

  test('that breaks a rule cannot be written, nor published after the rule came', async () => {
    const { desk, staff, trainer, create } = await scene();
    await expect(create({ body: { zh: '全网最低价', en: '' } })).rejects.toMatchObject(
      code('FORBIDDEN_TERM', { details: { hits: [{ rule: 'absolute-claim' }] } }),
    );
    const { id } = await create();
    const lead = await staff('SV1', ['SV']);
    await desk
      .as(lead)
      .guard.setForbiddenTerm({ rule: 'large', class: 'X', name: { zh: '', en: '' }, phrases: ['偏大一码'] });
    await expect(desk.as(trainer).scripts.publishScript({ id })).rejects.toMatchObject(code('FORBIDDEN_TERM'));
  });

  test.each([
    ['no text', { body: { zh: ' ', en: '' } }, 'body'],
    [
      'an end before its beginning',
      { validFrom: '2025-03-10T02:00:00.000Z', validTo: '2025-03-10T02:00:00.000Z' },
      'validTo',
    ],
    ['a team of nobody', { scope: 'TEAM' }, 'roles'],
    ['a quick key with a blank', { quickKey: 'a b' }, 'quickKey'],
  ])('with %s is refused', async (_, input, path) => {
    const { create } = await scene();
    await expect(create(input)).rejects.toMatchObject(code('VALIDATION_FAILED', { fields: [{ path }] }));
  });

  test('cannot take a code or a quick key that is in use on its shelf', async () => {
    const { create } = await scene();
    await create();
    await expect(create({ quickKey: 'else' })).rejects.toMatchObject(
      code('DUPLICATE', { details: { field: 'scriptCode' } }),
    );
    await expect(create({ scriptCode: 'S2' })).rejects.toMatchObject(
      code('DUPLICATE', { details: { field: 'quickKey' } }),
    );
  });

  test('a value is put in as it is, whatever it contains', async () => {
    const { publish, expand } = await scene();
    await publish();
    const { text, unresolved } = await expand('size', { values: [{ name: 'product', value: '$& {shop}' }] });
    expect([text, unresolved]).toEqual(['$& {shop}偏大一码', []]);
  });
});

describe('the use of a script', () => {
  test('is counted, also of a default one that has no row yet, and when two use it at once', async () => {
    const { desk, agent, other, store, conversationId } = await scene();
    await Promise.all(
      [agent, other, agent].map((actor) => desk.as(actor).scripts.noteScriptUse({ conversationId, script: 'G1' })),
    );
    const { scripts } = await desk.as(agent).scripts.scriptLibrary({ storeId: store.id, scene: 'GREETING' });
    expect(scripts).toMatchObject([{ scriptCode: 'G1', usageCount: 3, usable: true }]);
    expect(await desk.read(agent).count(Script, {})).toBe(1);
  });
});

describe('the scripts for a conversation', () => {
  test('begin with the topic, then with what is used most, and say what the desk knows already', async () => {
    const { desk, agent, shopper, store, conversationId, publish } = await scene();
    await publish({ scriptCode: 'S2', scene: 'OTHER', quickKey: 'odd' });
    await desk.as(agent).scripts.noteScriptUse({ conversationId, script: 'S2' });
    await desk.as(shopper).conversations.sendMessage({
      conversationId,
      text: 'Where is my parcel? The tracking has not moved.',
      clientMsgId: 'topic-0001',
    });
    const library = (input: object = {}) => desk.as(agent).scripts.scriptLibrary({ storeId: store.id, ...input });
    const { scripts } = await library({ conversationId });
    const fitting = scripts.filter(({ fits }) => fits);
    expect(fitting.length).toBeGreaterThan(1);
    expect(new Set(fitting.map(({ scene: of }) => of))).toEqual(new Set(['TRACKING', 'DELAY']));
    expect(scripts.slice(0, fitting.length)).toEqual(fitting);
    expect(scripts[fitting.length]?.scriptCode).toBe('S2');
    expect(scripts.find(({ scriptCode }) => scriptCode === 'G1')?.body).toEqual({
      en: expect.stringContaining(store.name) as string,
      zh: expect.stringContaining(store.name) as string,
    });
    const plain = (await library()).scripts;
    expect(plain.some(({ fits }) => fits)).toBe(false);
    expect(plain.find(({ scriptCode }) => scriptCode === 'G1')?.body.en).toContain('{shop}');
  });

  test('are refused for a conversation that is not there', async () => {
    const { desk, agent, store } = await scene();
    await expect(
      desk.as(agent).scripts.scriptLibrary({ storeId: store.id, conversationId: 'nowhere' }),
    ).rejects.toMatchObject(code('NOT_FOUND'));
  });
});

describe('actions on scripts', () => {
  type Scene = Awaited<ReturnType<typeof scene>>;
  type Case = { actor: Actor; input: object; stranger?: Actor; wrongRole: Actor };
  const cases: Record<string, (setup: Scene) => Promise<Case>> = {
    createScript: async ({ trainer, warehouse }) => ({
      actor: trainer,
      input: { scriptCode: 'S1', scene: 'OTHER', ...WORDS },
      wrongRole: warehouse,
    }),
    updateScript: async ({ agent, other, warehouse, create }) => ({
      actor: agent,
      input: { id: (await create({ scope: 'PERSONAL' }, agent)).id, quickKey: 'abc' },
      stranger: other,
      wrongRole: warehouse,
    }),
    publishScript: async ({ trainer, agent, create }) => ({
      actor: trainer,
      input: { id: (await create()).id },
      wrongRole: agent,
    }),
    archiveScript: async ({ agent, other, warehouse, create }) => ({
      actor: agent,
      input: { id: (await create({ scope: 'PERSONAL' }, agent)).id },
      stranger: other,
      wrongRole: warehouse,
    }),
    noteScriptUse: async ({ agent, warehouse, conversationId }) => ({
      actor: agent,
      input: { conversationId, script: 'G1' },
      wrongRole: warehouse,
    }),
  };
  for (const [action, make] of Object.entries(cases)) {
    const prepare = async () => {
      const setup = await scene();
      return { desk: setup.desk as unknown as Desk, ...(await make(setup)) };
    };
    for (const { title, run } of actionContract({ action, prepare, unaudited: action === 'noteScriptUse' }))
      test(title, run);
  }
});
