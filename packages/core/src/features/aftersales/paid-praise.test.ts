import { describe, expect, test } from 'vitest';
import { shopScene } from '../orders/testing/scene.ts';
import { acting, denialOf, submit, type Request } from './testing/steps.ts';

const PRAISE = [
  '给了好评的返现',
  '給了好評的返現',
  '给 了 好 评 的 返 现',
  '五星好评奖励',
  'Cashback for a good review',
  'Coupon: customer left 5 stars',
  '感谢客户的好评',
];
const HONEST = ['快递破损的补偿', '延误致歉，补偿 5 元', 'Compensation for the late parcel', '补偿与好评无关'];
const compensation = (more: Request): Request => ({
  type: 'COMPENSATION',
  reason: 'QUALITY',
  items: [{ lineId: 'l1' }],
  compensationAmount: 500,
  compensationFor: 'SERVICE',
  ...more,
});

describe('money for praise', () => {
  test.each(PRAISE)('is no compensation, whatever cause is named: %s', async (description) => {
    const scene = await shopScene();
    const agent = await scene.people('AA1');
    const asked = compensation({ description });
    const preview = await scene.desk.as(agent).aftersales.previewCase({
      storeId: scene.store.id,
      orderId: 'O-DELIVERED',
      type: 'COMPENSATION',
      reason: 'QUALITY',
      items: [],
      ...asked,
    });
    expect(preview).toMatchObject({ outcome: 'DENY', ruleIds: ['CN-20'] });
    expect(preview.explanation.zh).toContain('好评');
    for (const exceptionReason of [undefined, '主管特批']) {
      const denial = await denialOf(
        submit(scene, agent, { ...asked, ...(exceptionReason ? { exceptionReason } : {}) }),
      );
      expect(denial).toMatchObject({ code: 'POLICY_DENIED', details: { ruleIds: ['CN-20'] } });
    }
  });

  test.each(HONEST)('is what an honest reason is not taken for: %s', async (description) => {
    const scene = await shopScene();
    expect(await submit(scene, await scene.people('AA1'), compensation({ description }))).toMatchObject({
      type: 'COMPENSATION',
      state: 'REQUESTED',
      compensationAmount: 500,
    });
  });

  test.each(['TMALL', 'AMAZON', 'ALIBABA_B2B', 'CN1688', 'RETAIL_DEMO'])(
    'is paid by no pack: %s',
    async (policyPack) => {
      const scene = await shopScene({ policyPack });
      const denial = await denialOf(
        submit(scene, await scene.people('AA1'), compensation({ description: '给了好评的返现', exceptionReason: 'x' })),
      );
      expect(denial.code).toBe('POLICY_DENIED');
      expect(denial.details?.['ruleIds']).toEqual(['CN-20']);
    },
  );

  test('is not paid on top of a refund either, nor as a refund or as goods', async () => {
    const scene = await shopScene();
    const agent = await scene.people('AA1');
    const items = [{ lineId: 'l1' }];
    const ways: Request[] = [
      { type: 'RETURN_REFUND', reason: 'NO_REASON', items, compensationAmount: 500, description: '好评返现' },
      { type: 'REFUND_ONLY', reason: 'QUALITY', items, description: '客户给了好评，返 20 元' },
      { type: 'RESHIP', reason: 'MISSING', items, description: 'a gift for the five-star review' },
      {
        type: 'RETURN_REFUND',
        reason: 'NO_REASON',
        items: [{ lineId: 'l1', quantity: 1 }],
        exceptionReason: '好评奖励，例外退款',
      },
    ];
    for (const way of ways)
      expect(await denialOf(submit(scene, agent, way))).toMatchObject({
        code: 'POLICY_DENIED',
        details: { ruleIds: ['CN-20'] },
      });
    expect(scene.shop.done).toEqual([]);
  });

  test('is no reason of an offer, an approval or an amount', async () => {
    const scene = await shopScene({ now: '2025-05-20T04:00:00.000Z' });
    const by = acting(scene);
    const asked = await submit(scene, await scene.people('AA2'), {
      items: [{ lineId: 'l1' }],
      exceptionReason: '老客户',
    });
    const refused = { code: 'POLICY_DENIED', details: { ruleIds: ['CN-20'] } };
    expect(
      await denialOf(
        by('AA1', 'offerSolution', {
          id: asked.id,
          type: 'COMPENSATION',
          compensationAmount: 500,
          exceptionReason: '好评返现',
        }),
      ),
    ).toMatchObject(refused);
    expect(await denialOf(by('SV1', 'approveCase', { id: asked.id, overrideReason: '给了好评，返现' }))).toMatchObject(
      refused,
    );
    expect(
      await denialOf(
        by('SV1', 'setRefundAmount', { id: asked.id, refundAmount: 100, reason: 'cash back for a good review' }),
      ),
    ).toMatchObject(refused);
    expect(await by('SV1', 'approveCase', { id: asked.id, overrideReason: '老客户，首次逾期' })).toMatchObject({
      state: 'AWAITING_RETURN',
    });
  });

  test('stops no customer who tells what a shop has offered', async () => {
    const scene = await shopScene();
    expect(await submit(scene, scene.lily, { description: '商家让我给好评返现，我不同意，我要退货' })).toMatchObject({
      state: 'AWAITING_RETURN',
    });
  });

  test('of one compensation for an item counts also one that was paid with a refund', async () => {
    const scene = await shopScene();
    const agent = await scene.people('AA1');
    await submit(scene, agent, { items: [{ lineId: 'l1' }], compensationAmount: 500, compensationFor: 'DELAY' });
    expect(await denialOf(submit(scene, agent, compensation({ description: '延误' })))).toMatchObject({
      code: 'POLICY_DENIED',
      details: { ruleIds: ['2.7-13'] },
    });
  });
});
