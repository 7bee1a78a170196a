import { describe, expect, test } from 'vitest';
import type { RoleCode } from '../access/role.ts';
import { DeniedError } from '../../kernel/denial.ts';
import { createTestDesk } from '../../testing/index.ts';
import { DEFAULT_SCRIPTS } from '../scripts/default-scripts.ts';
import { guardOutbound } from './outbound.ts';
import { readClaims } from './promise-claims.ts';
import { wordNumber } from '../../language/promise-numbers.ts';

type Hit = {
  span: string;
  start: number;
  end: number;
  rule: string;
  class: string;
  level: string;
  replacement: { zh: string; en: string };
  clause: { zh: string; en: string };
};

async function scene(settings: { policyPack?: string; region?: 'CN' | 'EU' | 'OTHER' } = {}) {
  const setup = await createTestDesk();
  const admin = await setup.staff('AD1', ['AD']);
  await setup.desk.as(admin).access.updateStore({ id: setup.store.id, ...settings });
  const shopper = await setup.shopper();
  const { id } = await setup.desk.as(shopper).conversations.openConversation({});
  await setup.desk
    .as(shopper)
    .conversations.sendMessage({ conversationId: id, text: '60天无理由吗?', clientMsgId: 'hello-0001' });
  let said = 0;
  const sendAs = async (roles: RoleCode[]) => {
    const actor = await setup.staff(`S${(said += 1)}`, roles);
    const lead = await setup.staff(`T${said}`, ['TL']);
    await setup.desk.as(lead).conversations.assignConversation({ id, userId: actor.userId, reason: 'test' });
    return async (text: string, confirmedHits = false) => {
      const error = await setup.desk
        .as(actor)
        .conversations.sendMessage({ conversationId: id, text, confirmedHits, clientMsgId: `reply-${(said += 1)}-xx` })
        .then(
          () => undefined,
          (thrown: unknown) => {
            if (thrown instanceof DeniedError) return thrown;
            throw thrown;
          },
        );
      const details = error?.denial.details as { hits: Hit[]; confirmable: boolean } | undefined;
      return { code: error?.denial.code, confirmable: details?.confirmable, hits: details?.hits ?? [] };
    };
  };
  return { ...setup, id, shopper, sendAs };
}

describe('a promise kinder than the policy', () => {
  test.each([
    ['本店支持60天无理由退货哦', '60天无理由退货', '7天无理由退货', 'CN-01'],
    ['亲,六十天内都可以退货的', '六十天内都可以退', '7天内都可以退', 'CN-01'],
    ['我們支持60天無理由', '60天無理由', '7天無理由', 'CN-01'],
    ['无理由退货期延长到30天', '无理由退货期延长到30天', '无理由退货期延长到7天', 'CN-01'],
    ['We take returns within 60 days', 'returns within 60 days', 'returns within 7 days', 'CN-01'],
    ['Enjoy our 60-day returns', '60-day returns', '7-day returns', 'CN-01'],
    ['质量问题90天内可以退货', '90天内可以退', '15天内可以退', 'CN-14'],
  ])('“%s” is stopped at “%s”, with “%s” instead by rule %s', async (text, span, replacement, rule) => {
    const send = await (await scene()).sendAs(['PA']);
    const { code, confirmable, hits } = await send(text, true);
    expect({ code, confirmable }).toEqual({ code: 'FORBIDDEN_TERM', confirmable: false });
    expect(hits).toMatchObject([
      { span, level: 'BLOCK', class: 'FALSE_PROMISE', rule, replacement: { zh: replacement, en: replacement } },
    ]);
    expect(text.slice(hits[0]?.start, hits[0]?.end)).toBe(span);
    expect([hits[0]?.clause.zh, hits[0]?.clause.en].every(Boolean)).toBe(true);
    const mended = text.slice(0, hits[0]?.start) + replacement + text.slice(hits[0]?.end);
    expect((await send(mended)).hits).toEqual([]);
  });

  test.each([
    '免运费退货',
    '退货包邮',
    '来回运费我们出',
    'free returns on everything',
    'we will pay the return shipping',
  ])('“%s” is stopped where the buyer pays', async (text) => {
    const send = await (await scene()).sendAs(['PA']);
    expect((await send(text)).hits).toMatchObject([
      { level: 'BLOCK', rule: 'CN-13', clause: { zh: expect.any(String), en: expect.any(String) } },
    ]);
  });

  test.each(['给您双倍赔偿', '假一赔十', 'we will compensate you double', 'ten times your money if it is fake'])(
    '“%s” is stopped',
    async (text) => {
      const send = await (await scene()).sendAs(['PA']);
      expect((await send(text)).hits).toMatchObject([{ level: 'BLOCK', class: 'FALSE_PROMISE' }]);
    },
  );

  test.each([
    '放心,明天一定到',
    '保证后天送到',
    'It will definitely arrive tomorrow',
    '1小时内退款',
    'we ship within 2 hours',
  ])('“%s” is warned about, and sent when confirmed', async (text) => {
    const send = await (await scene()).sendAs(['PA']);
    expect(await send(text)).toMatchObject({ code: 'FORBIDDEN_TERM', confirmable: true, hits: [{ level: 'WARN' }] });
    expect((await send(text, true)).code).toBeUndefined();
  });

  test('is confirmed by who may grant exceptions', async () => {
    const send = await (await scene()).sendAs(['SV']);
    expect(await send('给您60天无理由退货')).toMatchObject({ confirmable: true, hits: [{ level: 'WARN' }] });
    expect((await send('给您60天无理由退货', true)).code).toBeUndefined();
  });

  test('is stopped for a bot, also where a person would be asked', async () => {
    const { desk, system, shopper, store } = await scene();
    const to = { storeId: store.id, customerId: shopper.customerId, channel: 'WEB_CHAT' };
    const verdict = await guardOutbound(desk.read(system), to, { text: '明天一定到', author: 'bot', confirmed: true });
    expect(verdict).toMatchObject({ denial: { code: 'FORBIDDEN_TERM' }, hits: [{ level: 'BLOCK' }] });
  });

  test('of the customer is his own', async () => {
    const { desk, shopper, id } = await scene();
    expect(
      await desk.as(shopper).conversations.sendMessage({
        conversationId: id,
        text: '你们说60天无理由退货,双倍赔偿',
        clientMsgId: 'mine-0001',
      }),
    ).toMatchObject({ hits: [] });
  });
});

describe('a promise within the policy', () => {
  test.each([
    '签收次日起7天内可无理由退货',
    '7天无理由',
    '质量问题15天内可以退换,运费我们承担',
    '无理由退货的运费由买家承担',
    '验货通过后24小时内退款',
    'returns within 7 days of signing',
    '假一赔三',
    '很抱歉,我们不支持60天无理由退货',
    '超过30天不能退货',
    '请问您是60天内购买的吗?',
    'Sorry, we cannot offer 60-day returns',
    'I cannot promise that it arrives tomorrow',
    '无法保证明天到',
    '您的包裹预计明天到',
    '订单已发货,预计3天到达',
    '您可以在7天内寄回',
    'It should arrive within 3 days',
    '60天',
    '',
  ])('“%s” passes', async (text) => {
    if (text === '') return expect(readClaims(text)).toEqual([]);
    const send = await (await scene()).sendAs(['PA']);
    expect((await send(text)).hits.filter((hit) => hit.clause)).toEqual([]);
  });

  test('is measured by the store’s own region and pack', async () => {
    const eu = await (await scene({ region: 'EU' })).sendAs(['PA']);
    expect((await eu('returns within 14 days')).hits).toEqual([]);
    expect((await eu('returns within 15 days')).hits).toMatchObject([
      { replacement: { en: 'returns within 14 days' } },
    ]);
    const other = await (await scene({ region: 'OTHER' })).sendAs(['PA']);
    expect((await other('30天无理由退货')).hits).toEqual([]);
    expect((await other('31天无理由退货')).hits).toMatchObject([{ replacement: { zh: '30天无理由退货' } }]);
    const retail = await (await scene({ region: 'OTHER', policyPack: 'RETAIL_DEMO' })).sendAs(['PA']);
    expect((await retail('returns within 60 days')).hits).toEqual([]);
  });

  test('is what every default script makes', async () => {
    const { desk, system, shopper, store } = await scene();
    const to = { storeId: store.id, customerId: shopper.customerId, channel: 'WEB_CHAT' };
    for (const { code, body } of DEFAULT_SCRIPTS)
      for (const text of [body.zh, body.en]) {
        const { hits } = await guardOutbound(desk.read(system), to, {
          text: text.replace(/\{\w+\}/g, '3'),
          author: 'script',
          confirmed: false,
        });
        expect([code, hits.filter((hit) => hit.clause)]).toEqual([code, []]);
      }
  });
});

describe('numbers in promises', () => {
  test.each([
    ['60', 60],
    ['六十', 60],
    ['十五', 15],
    ['两', 2],
    ['一百二十', 120],
    ['半', 0.5],
    ['sixty', 60],
    ['2.5', 2.5],
    ['twice', 2],
    ['abc', undefined],
  ])('%s is %s', (text, number) => expect(wordNumber(text)).toBe(number));

  test.each([
    ['两个月内包退', 60],
    ['一年内包退', 365],
    ['returns within two weeks', 14],
  ])('%s are %i days', (text, value) => expect(readClaims(text)).toMatchObject([{ value }]));
});

test('odd and long texts are read in little time', () => {
  const long = `${'退货'.repeat(900)}60天无理由`;
  const started = performance.now();
  for (let time = 0; time < 20; time += 1) readClaims(long);
  expect((performance.now() - started) / 20).toBeLessThan(50);
  expect(readClaims('天'.repeat(2000))).toEqual([]);
});
