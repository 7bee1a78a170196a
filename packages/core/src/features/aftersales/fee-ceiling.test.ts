import { describe, expect, test } from 'vitest';
import { AfterSalesCase } from './entities.ts';
import { orderOf, shopScene, type Scene } from '../orders/testing/scene.ts';
import { acting, denialOf, sendBack, submit, type Request } from './testing/steps.ts';

const FAULTS = [
  'QUALITY',
  'PERFORMANCE_FAULT',
  'WRONG_ITEM',
  'MISSING',
  'NOT_AS_DESCRIBED',
  'DAMAGED',
  'LATE',
] as const;
const ORDER = orderOf({ id: 'O-DELIVERED', lines: [{ id: 'l1', productId: 'shirt', quantity: 2 }] });
const USED: Request = { items: [{ lineId: 'l1' }], condition: { usedOrDamaged: true } };
const amazon = (policyPack = 'AMAZON') => shopScene({ policyPack, region: 'OTHER', orders: [ORDER] });

const preview = ({ desk, lily, store }: Scene, request: Request) =>
  desk.as(lily).aftersales.previewCase({
    storeId: store.id,
    orderId: 'O-DELIVERED',
    type: 'RETURN_REFUND',
    reason: 'NO_REASON',
    items: [{ lineId: 'l1' }],
    ...request,
  });

describe('a fee that is a ceiling', () => {
  test('is read by the customer before they confirm, in both languages, and kept with the case', async () => {
    const scene = await amazon();
    const shown = await preview(scene, USED);
    expect(shown).toMatchObject({ refundAmount: 10_000, feeCeiling: { pct: 50, amount: 5_000 } });
    expect(shown.feeCeiling?.text).toEqual({
      zh: '验货后可能按商品状况扣费，最高 50%，即不超过 ¥50.00，至少退款 ¥50.00',
      en: 'After the inspection up to 50 % may be taken off for the state of the goods: at most CN¥50.00, so at least CN¥50.00 comes back',
    });
    const row = await submit(scene, scene.lily, USED);
    expect(row.feeCeiling).toEqual(shown.feeCeiling);
    // What may be taken off is not paid out before anybody has looked.
    expect(row.refundAtFirstScan).toBe(false);
  });

  test('bounds what the inspection takes off: to the cent up to it, and no cent more', async () => {
    const scene = await amazon();
    const { id } = await submit(scene, scene.lily, USED);
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    const by = acting(scene);
    await by('WH1', 'receiveReturn', { id });
    const inspect = (refundAmount: number) =>
      by('WH1', 'inspectReturn', { id, result: 'PARTIAL', note: 'worn', photos: ['p1'], refundAmount });
    for (const amount of [0, 4_999])
      expect(await denialOf(inspect(amount))).toMatchObject({
        code: 'VALIDATION_FAILED',
        fields: [{ path: 'refundAmount' }],
        details: { least: 5_000 },
      });
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({
      state: 'RECEIVED',
      refundAmount: 10_000,
    });
    expect(await inspect(5_000)).toMatchObject({ state: 'INSPECTED_PARTIAL', refundAmount: 5_000 });
  });

  test('is proposed once the goods are there although the customer said that they were whole', async () => {
    const scene = await amazon();
    const { id, feeCeiling } = await submit(scene, scene.lily, { items: [{ lineId: 'l1' }] });
    expect(feeCeiling).toBeNull();
    const by = acting(scene);
    await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    const received = await by('WH1', 'receiveReturn', { id });
    expect(received.feeCeiling).toMatchObject({ pct: 50, amount: 5_000 });
    expect(
      await denialOf(
        by('WH1', 'inspectReturn', { id, result: 'PARTIAL', note: 'worn', photos: ['p1'], refundAmount: 4_999 }),
      ),
    ).toMatchObject({ details: { least: 5_000 } });
  });

  test('is up to everything where the policy says so', async () => {
    const scene = await amazon();
    await scene.desk
      .as(await scene.people('SV1'))
      .policies.setProductTerms({ storeId: scene.store.id, productId: 'shirt', goodsGroup: 'MEDIA' });
    const opened: Request = { items: [{ lineId: 'l1' }], condition: { opened: true } };
    expect((await preview(scene, opened)).feeCeiling).toMatchObject({ pct: 100, amount: 10_000 });
    const { id } = await submit(scene, scene.lily, opened);
    expect(await sendBack(scene, id, 'PARTIAL', { refundAmount: 0 })).toMatchObject({ refundAmount: 0 });
  });

  test.each(
    FAULTS.flatMap(
      (reason) =>
        [
          ['AMAZON', reason],
          ['GENERIC', reason],
          ['TMALL', reason],
        ] as const,
    ),
  )('is nothing where the seller is at fault, whatever the warehouse finds: %s %s', async (pack, reason) => {
    const scene = await amazon(pack);
    const agent = await scene.people('AA1');
    const request: Request = { ...USED, reason };
    expect((await preview(scene, request)).feeCeiling).toBeNull();
    const by = acting(scene);
    const submitted = await submit(scene, agent, request);
    const { id } = submitted;
    await by('AA1', 'recordApology', { id }).catch(() => undefined);
    if (submitted.state === 'REQUESTED') await by('SV1', 'approveCase', { id });
    const { refundAmount } = await scene.desk.read(scene.system).get(AfterSalesCase, id);
    await scene.desk.as(agent).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
    await by('WH1', 'receiveReturn', { id });
    const inspect = (amount: number) =>
      by('WH1', 'inspectReturn', { id, result: 'PARTIAL', note: 'worn', photos: ['p1'], refundAmount: amount });
    expect(await denialOf(inspect((refundAmount ?? 0) - 1))).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { least: refundAmount },
    });
    expect(await inspect(refundAmount ?? 0)).toMatchObject({ state: 'INSPECTED_PARTIAL', refundAmount });
  });

  test('is no way round by hand: only who may grant an exception takes off more, with a reason', async () => {
    const dollars = JSON.parse(JSON.stringify(ORDER).replaceAll('CNY', 'USD')) as typeof ORDER;
    const scene = await shopScene({ policyPack: 'AMAZON', region: 'OTHER', currency: 'USD', orders: [dollars] });
    const { id } = await submit(scene, scene.lily, USED);
    const by = acting(scene);
    expect(await denialOf(by('AA1', 'setRefundAmount', { id, refundAmount: 1, reason: 'x' }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { least: 5_000 },
    });
    expect(await by('SV1', 'setRefundAmount', { id, refundAmount: 4_000, reason: '与顾客商定' })).toMatchObject({
      refundAmount: 4_000,
    });
  });

  test('is none where the policy sets none: then the customer accepts what is left', async () => {
    const scene = await amazon('GENERIC');
    const { id, feeCeiling } = await submit(scene, scene.lily, { items: [{ lineId: 'l1' }] });
    expect(feeCeiling).toBeNull();
    expect(await sendBack(scene, id, 'PARTIAL', { refundAmount: 3_000 })).toMatchObject({
      state: 'INSPECTED_PARTIAL',
      refundAmount: 3_000,
    });
  });
});
