import { describe, expect, test } from 'vitest';
import { AfterSalesCase } from './entities.ts';
import { orderOf, shopScene } from '../orders/testing/scene.ts';
import { acting, denialOf, RETURN_TWO, sendBack, submit, type Asked } from './testing/steps.ts';

describe('SC-15 seven-day window', () => {
  const S1 = { policyPack: 'TMALL', now: '2025-05-08T15:59:59.000Z' };
  const asked: Asked = {
    orderId: 'O-DELIVERED',
    type: 'RETURN_REFUND',
    reason: 'NO_REASON',
    items: [{ lineId: 'l1' }],
  };

  test('goods signed on 1 May go back without reason until the last second of 8 May, by CN-01 and CN-02, freight BUYER', async () => {
    const scene = await shopScene(S1);
    const preview = await scene.desk.as(scene.lily).aftersales.previewCase(asked);
    expect(preview).toMatchObject({
      outcome: 'ALLOW',
      ruleIds: ['CN-01', 'CN-02'],
      freightPayer: 'BUYER',
      refundAmount: 10_000,
    });
    expect(preview.whatWouldChangeIt.map(({ en }) => en)).toContain('until Thursday, 8 May');
    expect(await submit(scene, scene.lily, asked)).toMatchObject({
      state: 'REQUESTED',
      outcome: 'ALLOW',
      ruleIds: ['CN-01', 'CN-02'],
      freightPayer: 'BUYER',
    });
  });

  test('a second later they do not, and the refusal explains why in both languages', async () => {
    const scene = await shopScene(S1);
    scene.clock.advance(1000);
    const denial = await denialOf(submit(scene, scene.lily, asked));
    expect(denial).toMatchObject({ code: 'POLICY_DENIED', details: { ruleIds: ['CN-01', 'CN-02'] } });
    expect(denial.details?.['whatWouldChangeIt']).toMatchObject([
      {
        en: 'this was possible until Thursday, 8 May',
        zh: '办理期限已于5月8日星期四结束',
      },
    ]);
    expect(await scene.desk.read(scene.system).count(AfterSalesCase, {})).toBe(0);
  });

  test('a performance fault of three-guarantees goods is still exchanged or repaired then, freight SELLER (CN-16)', async () => {
    const scene = await shopScene(S1);
    await scene.loose.perform(scene.admin, 'setProductTerms', {
      storeId: scene.store.id,
      productId: 'phone',
      threeGuarantees: true,
    });
    scene.clock.advance(1000);
    const api = scene.desk.as(scene.lily).aftersales;
    const fault = {
      orderId: 'O-MUG',
      reason: 'PERFORMANCE_FAULT' as const,
      items: [{ lineId: 'l2', newVariantId: 'phone-L' }],
    };
    expect(await api.previewCase({ ...fault, type: 'EXCHANGE' })).toMatchObject({
      outcome: 'ALLOW',
      freightPayer: 'SELLER',
      ruleIds: expect.arrayContaining(['CN-16']) as string[],
    });
    expect(await api.previewCase({ ...fault, type: 'REPAIR' })).toMatchObject({
      outcome: 'ALLOW',
      freightPayer: 'SELLER',
    });
    expect(await api.previewCase({ ...fault, type: 'RETURN_REFUND' })).toMatchObject({ outcome: 'DENY' });
  });
});

describe('SC-16 exclusions', () => {
  const one = (lineId: string, reason: 'NO_REASON' | 'QUALITY' = 'NO_REASON'): Asked => ({
    orderId: 'O-MUG',
    type: 'RETURN_REFUND',
    reason,
    items: [{ lineId }],
  });

  async function excluding() {
    const scene = await shopScene({ policyPack: 'TMALL' });
    await scene.loose.perform(scene.admin, 'setProductTerms', {
      storeId: scene.store.id,
      productId: 'mug',
      returnClass: 'CUSTOM',
    });
    await scene.loose.perform(scene.admin, 'setProductTerms', {
      storeId: scene.store.id,
      productId: 'phone',
      returnClass: 'VALUE_FALLS_ON_USE',
      goodsGroup: 'ELECTRONICS',
    });
    return {
      ...scene,
      look: (lineId: string, reason?: 'QUALITY') =>
        scene.desk.as(scene.lily).aftersales.previewCase(one(lineId, reason)),
    };
  }

  test('a custom mug is denied by CN-03, its quality return is not', async () => {
    const { look } = await excluding();
    expect(await look('l1')).toMatchObject({ outcome: 'DENY', ruleIds: ['CN-03'] });
    expect(await look('l1', 'QUALITY')).toMatchObject({ outcome: 'ALLOW', freightPayer: 'SELLER' });
  });

  test('a phone that needs activation is accepted because no confirmation was recorded (CN-07), and denied with one', async () => {
    const scene = await excluding();
    const accepted = await scene.look('l2');
    expect(accepted.outcome).toBe('ALLOW');
    expect(accepted.ruleIds).toContain('CN-07');
    const confirmation = {
      storeId: scene.store.id,
      orderId: 'O-MUG',
      lineId: 'l2',
      confirmedAt: '2025-04-28T02:00:00.000Z',
      evidence: '下单页勾选',
    };
    await scene.loose.perform(scene.admin, 'recordPurchaseConfirmation', confirmation);
    expect(await scene.look('l2')).toMatchObject({ outcome: 'DENY', ruleIds: ['CN-07'] });
    expect(await denialOf(scene.loose.perform(scene.admin, 'recordPurchaseConfirmation', confirmation))).toMatchObject({
      code: 'DUPLICATE',
    });
  });

  test('one excluded item keeps the whole request back, and says which rule it is', async () => {
    const scene = await excluding();
    const preview = await scene.desk
      .as(scene.lily)
      .aftersales.previewCase({ ...one('l1'), items: [{ lineId: 'l2' }, { lineId: 'l1' }] });
    expect(preview.outcome).toBe('DENY');
    expect(preview.ruleIds).toContain('CN-03');
    expect(preview.explanation.en).toBe('Sorry, custom-made goods cannot be returned without a reason.');
    expect(preview.clause?.en).toMatch(/^Custom-made goods are excluded/);
    expect(preview.explanation.en).not.toContain('CN-03');
  });
});

describe('SC-17 return to refund', () => {
  test('two of three units come back: received, inspected, refunded once however often the provider calls, and one unit is left', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily);
    expect(await denialOf(by('WH1', 'inspectReturn', { id, result: 'PASS' }))).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'REQUESTED', event: 'inspectPass' },
    });
    expect(await by('AA1', 'approveCase', { id })).toMatchObject({ state: 'AWAITING_RETURN', shopState: 'DONE' });
    expect(await denialOf(by('AA1', 'settleReturn', { id }))).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'AWAITING_RETURN', event: 'refund' },
    });
    await sendBack(scene, id);
    scene.shop.line = (call) => (call === 'refund' ? 'DEAF' : 'UP');
    const pending = await by('AA1', 'settleReturn', { id });
    expect(pending).toMatchObject({ state: 'REFUND_PENDING', refundAmount: 20_000, refundNo: 'O-DELIVERED-1-R1' });

    const callback = { id, refundNo: pending.refundNo, amount: 20_000 };
    expect(await denialOf(by('FN1', 'confirmRefund', { ...callback, amount: 20_001 }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'amount' }],
    });
    expect(await denialOf(by('FN1', 'confirmRefund', { ...callback, refundNo: 'O-DELIVERED-1-R2' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'refundNo' }],
    });
    const paid = [await by('FN1', 'confirmRefund', callback), await by('FN1', 'confirmRefund', callback)];
    expect(paid.map(({ state }) => state)).toEqual(['REFUNDED', 'REFUNDED']);
    scene.shop.line = () => 'UP';
    scene.clock.advance(3_600_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(scene.shop.done.filter(({ name }) => name === 'refund')).toHaveLength(1);
    expect(scene.shop.refunded('O-DELIVERED')).toBe(20_000);

    const left = await denialOf(submit(scene, scene.lily, RETURN_TWO));
    expect(left).toMatchObject({ code: 'VALIDATION_FAILED', details: { left: 1 } });
    expect(await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 1 }] })).toMatchObject({
      state: 'REQUESTED',
      refundAmount: 10_000,
      number: 'O-DELIVERED-2',
    });
  });
});

describe('a refund', () => {
  test('waits for the inspection, unless the policy pays at the first scan of the carrier (R-AFT-18)', async () => {
    const refunded = async (policyPack: string) => {
      const scene = await shopScene({ policyPack });
      const by = acting(scene);
      const { id, state } = await submit(scene, scene.lily);
      if (state === 'REQUESTED') await by('SV1', 'approveCase', { id });
      const early = async (event: string, from: string) =>
        expect(await denialOf(by('AA1', 'settleReturn', { id }))).toMatchObject({
          code: 'INVALID_TRANSITION',
          details: { from, event },
        });
      await early('refund', 'AWAITING_RETURN');
      await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
      await early('refund', 'IN_TRANSIT');
      return { scene, by, id, early };
    };
    const usual = await refunded('TMALL');
    expect(await usual.by('AA1', 'noteFirstScan', { id: usual.id })).toMatchObject({ state: 'IN_TRANSIT' });
    await usual.by('WH1', 'receiveReturn', { id: usual.id });
    await usual.early('refund', 'RECEIVED');
    expect(usual.scene.shop.refunded('O-DELIVERED')).toBe(0);
    await usual.by('WH1', 'inspectReturn', { id: usual.id, result: 'PASS' });
    await usual.by('AA1', 'settleReturn', { id: usual.id });
    expect(usual.scene.shop.refunded('O-DELIVERED')).toBe(20_000);

    const early = await refunded('AMAZON');
    expect(await early.by('AA1', 'noteFirstScan', { id: early.id })).toMatchObject({ state: 'REFUNDED' });
    expect(early.scene.shop.refunded('O-DELIVERED')).toBe(20_000);
  });
});

describe('a store with the rules of Amazon', () => {
  const S2 = { policyPack: 'AMAZON', region: 'OTHER', timeZone: 'America/New_York', currency: 'USD' } as const;
  const order = orderOf({
    id: 'O-US',
    lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }],
    deliveredAt: '2025-03-01T20:00:00.000Z',
  });
  const asked = { orderId: 'O-US', items: [{ lineId: 'l1' }] };

  test('a return asked for on day 30 is approved at once, over the change of the clocks', async () => {
    const scene = await shopScene({ ...S2, now: '2025-04-01T03:59:59.000Z', orders: [order] });
    expect(await submit(scene, scene.lily, asked)).toMatchObject({
      state: 'AWAITING_RETURN',
      outcome: 'ALLOW',
      ruleIds: ['AMZ-01'],
      approvedBy: 'policy',
      freightPayer: 'BUYER',
    });
  });

  test('on day 31 it is not', async () => {
    const scene = await shopScene({ ...S2, now: '2025-04-01T04:00:00.000Z', orders: [order] });
    expect(await denialOf(submit(scene, scene.lily, asked))).toMatchObject({
      code: 'POLICY_DENIED',
      details: { ruleIds: ['AMZ-01'] },
    });
  });

  test('the refund is paid at the first carrier scan, before the goods are back (RFS)', async () => {
    const scene = await shopScene({ ...S2, now: '2025-03-10T12:00:00.000Z', orders: [order] });
    const by = acting(scene);
    const { id, refundAtFirstScan } = await submit(scene, scene.lily, asked);
    expect(refundAtFirstScan).toBe(true);
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'UPS', waybill: '1Z999AA10' });
    expect(await by('AA1', 'noteFirstScan', { id })).toMatchObject({ state: 'REFUNDED', refundAmount: 10_000 });
    expect(scene.shop.refunded('O-US')).toBe(10_000);
    expect(await by('WH1', 'receiveReturn', { id })).toMatchObject({
      state: 'REFUNDED',
      receivedAt: scene.clock.now().toISOString(),
    });
  });
});
