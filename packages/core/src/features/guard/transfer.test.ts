import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { actionContract, createTestDesk } from '../../testing/index.ts';
import { readCsv } from '../../text/csv.ts';

async function scene() {
  const setup = await createTestDesk();
  const lead = await setup.staff('SV1', ['SV']);
  const agent = await setup.staff('PA1', ['PA']);
  const as = (actor: Actor) => setup.desk.as(actor).guard;
  const rules = async () => (await as(agent).outboundRules({})).rules;
  const rule = async (name: string) => (await rules()).find((one) => one.rule === name);
  return { ...setup, lead, agent, as, rules, rule };
}

describe('forbidden terms as a table', () => {
  test('come out with every rule, and go in again without a change of meaning', async () => {
    const { as, lead, rules } = await scene();
    const before = await rules();
    const { text, count } = await as(lead).exportTerms({});
    expect([count, readCsv(text)?.length]).toEqual([before.length, before.length + 1]);
    expect(await as(lead).importTerms({ text, dryRun: false })).toEqual({
      created: 0,
      updated: before.length,
      problems: [],
      dryRun: false,
    });
    const meaning = (list: typeof before) =>
      list
        .map(({ rule, level, phrases, except, detectors, replacement, active }) => ({
          rule,
          level,
          phrases,
          except,
          detectors,
          replacement,
          active,
        }))
        .sort((a, b) => (a.rule < b.rule ? -1 : 1));
    expect(meaning(await rules())).toEqual(meaning(before));
  });

  test('are tried first: a dry run says what it would do and does nothing', async () => {
    const { as, lead, rule } = await scene();
    const text =
      'rule,class,level,name_zh,name_en,phrases\nrival,RIVAL,warn,竞品,Rival,某宝;某东\nrefusal,REFUSAL,LOG,,,';
    expect(await as(lead).importTerms({ text })).toEqual({ created: 1, updated: 1, problems: [], dryRun: true });
    expect([await rule('rival'), (await rule('refusal'))?.level]).toEqual([undefined, 'WARN']);
    await as(lead).importTerms({ text, dryRun: false });
    expect(await rule('rival')).toMatchObject({ level: 'WARN', phrases: ['某宝', '某东'], shipped: false });
    expect(await rule('refusal')).toMatchObject({ level: 'LOG', shipped: true, ownRule: true });
  });

  test('with one wrong line change nothing, and say which line and column', async () => {
    const { as, lead, rule } = await scene();
    const text =
      'rule,class,level,name_zh,name_en,phrases,colour\nrival,RIVAL,warn,竞品,Rival,某宝,\nother,X,shout,名,Name,词,\nthird,,,,,,\nrival,RIVAL,warn,竞品,Rival,某宝,';
    const { problems, created } = await as(lead).importTerms({ text, dryRun: false });
    expect(created).toBe(0);
    expect(problems).toEqual([
      { line: 1, column: 'colour', problem: 'UNKNOWN_COLUMN' },
      { line: 3, column: 'level', problem: 'INVALID' },
      { line: 4, column: 'class', problem: 'MISSING' },
      { line: 4, column: 'name_zh', problem: 'MISSING' },
      { line: 5, column: 'rule', problem: 'TWICE' },
    ]);
    expect(await rule('rival')).toBeUndefined();
    await expect(as(lead).importTerms({ text: 'no table' })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED' },
    });
  });

  test('read in a wrong encoding are refused with line and column, and so is a rule that is written by hand', async () => {
    const { as, lead, rule } = await scene();
    const text = 'rule,class,level,name_zh,name_en,phrases\nrival,RIVAL,warn,竞品,Rival,����Ŷ\n';
    const problems = [{ line: 2, column: 'phrases', problem: 'UNREADABLE' }];
    for (const dryRun of [true, false])
      expect(await as(lead).importTerms({ text, dryRun })).toMatchObject({ created: 0, problems });
    expect(await rule('rival')).toBeUndefined();
    const named = {
      rule: 'rival',
      class: 'RIVAL',
      level: 'WARN' as const,
      name: { zh: '\ufffd', en: 'Rival' },
      phrases: ['某宝'],
    };
    expect((await as(lead).setForbiddenTerm.check(named))?.code).toBe('VALIDATION_FAILED');
  });

  for (const { title, run } of actionContract({
    action: 'importTerms',
    prepare: async () => {
      const { desk, lead, agent } = await scene();
      return { desk, actor: lead, wrongRole: agent, input: { text: 'rule,level\nrefusal,LOG\n', dryRun: false } };
    },
  }))
    test(title, run);
});

describe('a text that is tried', () => {
  test('is judged as it would be when sent to a stranger, with the names of the rules', async () => {
    const { as, agent, store } = await scene();
    const tried = await as(agent).tryText({ storeId: store.id, text: '全 网 最 低 价,{name}' });
    expect(tried).toMatchObject({ level: 'BLOCK', unresolved: ['name'] });
    expect(tried.names.map(({ name }) => name.zh)).toContain('极限词(广告法第九条)');
    expect((await as(agent).tryText({ storeId: store.id, text: '您好' })).level).toBeNull();
  });
});

describe('marks of messages that were sent', () => {
  test('are counted by rule; what was stopped is not', async () => {
    const { as, desk, agent, lead, shopper, clock } = await scene();
    const lily = await shopper('Lily');
    const { id: conversationId } = await desk.as(lily).conversations.openConversation({});
    await desk
      .as(lily)
      .conversations.sendMessage({ conversationId, clientMsgId: 'hello-0001', text: '你不知道吗,最低价' });
    await desk.as(agent).conversations.takeConversation({ id: conversationId });
    const send = (clientMsgId: string, text: string, confirmedHits: boolean) =>
      desk.as(agent).conversations.sendMessage({ conversationId, clientMsgId, text, confirmedHits });
    await expect(send('blocked-01', '全网最低价', true)).rejects.toMatchObject({ denial: { code: 'FORBIDDEN_TERM' } });
    await send('warned-001', '我不知道您的订单号,请发一下', true);
    await send('warned-001', '我不知道您的订单号,请发一下', true);
    const from = new Date(clock.now().getTime() - 1000).toISOString();
    const { rules, capped } = await as(lead).termHitCounts({ from });
    expect([capped, rules.map(({ rule, count }) => [rule, count])]).toEqual([false, [['refusal', 1]]]);
  });
});
