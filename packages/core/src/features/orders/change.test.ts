import { describe, expect, test } from 'vitest';
import type { Denial } from '../../kernel/denial.ts';
import { DeniedError } from '../../kernel/denial.ts';
import { OrderRemark, OrderServiceRequest } from './entities.ts';
import { OTHER_ADDRESS, shopScene, type Scene } from './testing/scene.ts';

type Actor = Scene['lily'] | Awaited<ReturnType<Scene['people']>>;

/** Previews a change and asks for it with the confirmation that was shown. */
async function change(
  { desk, store }: Scene,
  actor: Actor,
  input: { orderId: string; change: 'CANCEL' | 'ADDRESS' | 'PAYMENT' | 'ITEMS' } & Record<string, unknown>,
) {
  const api = desk.as(actor).orders;
  const asked = { storeId: store.id, ...input };
  const preview = await api.previewOrderChange(asked);
  return api.requestOrderChange({ ...asked, confirmation: preview.confirmation });
}

const denialOf = async (work: Promise<unknown>): Promise<Denial> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DeniedError) return error.denial;
  throw error ?? new Error('It was not denied.');
};

describe('a change of an order', () => {
  test('says to the cent what will happen before anything is done', async () => {
    const scene = await shopScene();
    const api = scene.desk.as(scene.lily).orders;
    const preview = await api.previewOrderChange({ orderId: 'O-PAID', change: 'CANCEL', reason: 'NO_LONGER_NEEDED' });
    expect(preview).toMatchObject({ orderNumber: 'O-PAID', course: 'DO', ruleIds: ['ORD-04', 'ORD-41'] });
    expect(preview.effects).toMatchObject([
      { kind: 'STATUS' },
      { kind: 'REFUND', amount: { amount: 10_000, currency: 'CNY' }, methodId: 'lily-card' },
    ]);
    expect(preview.clause.zh).toContain('发货前客户可以取消订单');
    expect(scene.shop.done).toEqual([]);
  });

  test('is done in the shop, once, and is kept with the decision that allowed it', async () => {
    const scene = await shopScene();
    const request = await change(scene, scene.lily, { orderId: 'O-PAID', change: 'ADDRESS', address: OTHER_ADDRESS });
    expect(request).toMatchObject({
      state: 'DONE',
      way: 'SHOP',
      ruleIds: ['ORD-15'],
      before: { address: { line1: '文三路 1 号' } },
      after: { address: { line1: '延安路 2 号' } },
    });
    expect(scene.shop.order('O-PAID').address.line1).toBe('延安路 2 号');
    expect(scene.shop.done).toEqual([{ name: 'changeAddress', key: `desk:${request.id}` }]);
  });

  test('asked for twice with one preview is done once, also while the shop does not answer', async () => {
    const scene = await shopScene();
    scene.shop.line = (call) => (call === 'changeAddress' ? 'DOWN' : 'UP');
    const api = scene.desk.as(scene.lily).orders;
    const asked = { orderId: 'O-PAID', change: 'ADDRESS', address: OTHER_ADDRESS } as const;
    const { confirmation } = await api.previewOrderChange(asked);
    expect(await api.requestOrderChange({ ...asked, confirmation })).toMatchObject({
      state: 'ACCEPTED',
      shopAway: true,
    });
    const again = api.requestOrderChange({ ...asked, confirmation });
    expect(await denialOf(again)).toMatchObject({ code: 'CONFLICT' });
    expect(await scene.desk.read(scene.system).all(OrderServiceRequest)).toHaveLength(1);
    const next = await api.previewOrderChange(asked);
    expect(await api.requestOrderChange({ ...asked, confirmation: next.confirmation })).toMatchObject({
      state: 'ACCEPTED',
    });
  });

  test('needs the confirmation of what was shown: another preview or an order that moved on is CONFLICT', async () => {
    const scene = await shopScene();
    const api = scene.desk.as(scene.lily).orders;
    const { confirmation } = await api.previewOrderChange({ orderId: 'O-PAID', change: 'CANCEL', reason: 'TOO_SLOW' });
    expect(
      await denialOf(
        api.requestOrderChange({ orderId: 'O-PAID', change: 'CANCEL', reason: 'DUPLICATE', confirmation }),
      ),
    ).toMatchObject({ code: 'CONFLICT' });
    scene.clock.advance(1000);
    scene.shop.set('O-PAID', { status: 'CONFIRMED' });
    expect(
      await denialOf(api.requestOrderChange({ orderId: 'O-PAID', change: 'CANCEL', reason: 'TOO_SLOW', confirmation })),
    ).toMatchObject({ code: 'CONFLICT' });
    expect(scene.shop.done).toEqual([]);
  });

  test('cannot be confirmed twice: the second time the order is another one', async () => {
    const scene = await shopScene();
    const api = scene.desk.as(scene.lily).orders;
    const asked = { orderId: 'O-PAID', change: 'CANCEL', reason: 'TOO_SLOW' } as const;
    const { confirmation } = await api.previewOrderChange(asked);
    scene.clock.advance(1);
    await api.requestOrderChange({ ...asked, confirmation });
    expect(await denialOf(api.requestOrderChange({ ...asked, confirmation }))).toMatchObject({
      code: 'POLICY_DENIED',
      details: { code: 'ALREADY_CLOSED' },
    });
    expect(scene.shop.refunded('O-PAID')).toBe(10_000);
  });

  test('is denied by the policy with rule, reason and clause in both languages', async () => {
    const scene = await shopScene();
    const denial = await denialOf(
      scene.desk
        .as(scene.lily)
        .orders.previewOrderChange({ orderId: 'O-PAID', change: 'PAYMENT', paymentMethodId: 'lily-gift' }),
    );
    expect(denial).toMatchObject({
      code: 'POLICY_DENIED',
      details: {
        code: 'CANCEL_AND_REORDER',
        ruleIds: ['ORD-22'],
        clause: { zh: expect.stringContaining('付款后不能更换支付方式') as string },
      },
    });
  });

  test('swaps items and says what the difference costs', async () => {
    const scene = await shopScene();
    const items = [{ lineId: 'l1', newVariantId: 'shirt-L' }];
    const done = await change(scene, scene.lily, {
      orderId: 'O-PAID',
      change: 'ITEMS',
      items,
      paymentMethodId: 'lily-card',
    });
    expect(done).toMatchObject({
      state: 'DONE',
      before: { items: [{ variantId: 'shirt-S' }] },
      after: { items: [{ variantId: 'shirt-L' }] },
    });
    const refused = (newVariantId: string) =>
      denialOf(
        scene.desk.as(scene.lily).orders.previewOrderChange({
          orderId: 'O-PAID',
          change: 'ITEMS',
          items: [{ lineId: 'l1', newVariantId }],
          paymentMethodId: 'lily-card',
        }),
      );
    expect(await refused('shirt-GONE')).toMatchObject({ details: { code: 'NOT_AVAILABLE' } });
    expect(await refused('mug-S')).toMatchObject({ details: { code: 'OTHER_PRODUCT' } });
    expect(await refused('nothing')).toMatchObject({ details: { code: 'OTHER_PRODUCT' } });
  });

  test('of somebody else’s order, or without a signed identity, is NOT_FOUND and looks like an order that does not exist', async () => {
    const scene = await shopScene();
    const asked = (actor: Actor, orderId: string) =>
      denialOf(scene.desk.as(actor).orders.previewOrderChange({ orderId, change: 'CANCEL', reason: 'TOO_SLOW' }));
    const nowhere = await asked(scene.lily, 'O-NOWHERE');
    expect(await asked(scene.lily, 'O-BOB')).toEqual(nowhere);
    expect(await asked(await scene.shopper(), 'O-PAID')).toEqual(nowhere);
  });

  test('lacks a part: every missing field is named', async () => {
    const scene = await shopScene();
    const denial = await denialOf(
      scene.desk.as(scene.lily).orders.previewOrderChange({ orderId: 'O-PAID', change: 'ITEMS' }),
    );
    expect(denial.fields?.map(({ path }) => path)).toEqual(['items', 'paymentMethodId']);
  });

  test('that the shop does not do is not offered', async () => {
    const scene = await shopScene({ shop: { capabilities: { changes: ['cancelOrder'] } } });
    const api = scene.desk.as(scene.lily).orders;
    expect(
      await denialOf(api.previewOrderChange({ orderId: 'O-PAID', change: 'ADDRESS', address: OTHER_ADDRESS })),
    ).toMatchObject({ code: 'POLICY_DENIED', details: { code: 'NOT_OFFERED' } });
    const { options, cancelReasons } = await api.orderOptions({ orderId: 'O-PAID' });
    expect(options.map(({ change: name, state }) => [name, state])).toEqual([
      ['CANCEL', 'POSSIBLE'],
      ['ADDRESS', 'NOT_OFFERED'],
      ['PAYMENT', 'NOT_OFFERED'],
      ['ITEMS', 'NOT_OFFERED'],
    ]);
    expect(cancelReasons.map(({ code }) => code)).toContain('ORDERED_BY_MISTAKE');
  });

  test('that the policy denies before delivery is not offered to customers; staff read why, and a refusal tells no trace', async () => {
    const scene = await shopScene();
    scene.shop.set('O-PAID', { status: 'SHIPPED' });
    const api = scene.desk.as(scene.lily).orders;
    const { options } = await api.orderOptions({ orderId: 'O-PAID' });
    const staff = await scene.people('AA1');
    const read = await scene.desk.as(staff).orders.orderOptions({ storeId: scene.store.id, orderId: 'O-PAID' });
    const denied = read.options.filter(({ state }) => state === 'DENIED');
    expect(denied.map(({ change }) => change)).toContain('PAYMENT');
    expect(denied.every(({ clause }) => clause.en !== '')).toBe(true);
    for (const { change } of denied)
      expect(options.find((one) => one.change === change)).toMatchObject({ state: 'NOT_OFFERED', clause: { en: '' } });
    const { details } = await denialOf(
      api.previewOrderChange({ orderId: 'O-PAID', change: 'PAYMENT', paymentMethodId: 'lily-gift' }),
    );
    expect(details).toMatchObject({ reasons: [{ text: details?.['clause'] }], whatWouldChangeIt: [] });
  });

  test('is offered no more once the order has arrived, and the address is refused then', async () => {
    const scene = await shopScene();
    const api = scene.desk.as(scene.lily).orders;
    for (const status of ['DELIVERED', 'COMPLETED', 'RETURNED'] as const) {
      scene.shop.set('O-PAID', { status });
      expect((await api.orderOptions({ orderId: 'O-PAID' })).options.map(({ state }) => state)).toEqual(
        Array(4).fill('NOT_OFFERED'),
      );
      const denial = await denialOf(
        api.previewOrderChange({ orderId: 'O-PAID', change: 'ADDRESS', address: OTHER_ADDRESS }),
      );
      expect(denial).toMatchObject({
        code: 'POLICY_DENIED',
        details: { code: 'ARRIVED', clause: { zh: expect.stringContaining('已送达') as string } },
      });
    }
    // Staff read why not.
    const { options } = await scene.desk
      .as(await scene.people('AA1'))
      .orders.orderOptions({ storeId: scene.store.id, orderId: 'O-PAID' });
    expect(options.find(({ change: name }) => name === 'ADDRESS')).toMatchObject({
      state: 'DENIED',
      clause: { zh: expect.stringContaining('已送达') as string },
    });
    scene.shop.set('O-PAID', { status: 'PAID' });
    expect(
      (await api.orderOptions({ orderId: 'O-PAID' })).options.find(({ change: name }) => name === 'ADDRESS')?.state,
    ).not.toBe('NOT_OFFERED');
  });

  test('is a clear no where the policy does not know the order’s state', async () => {
    const scene = await shopScene({ policyPack: 'RETAIL_DEMO' });
    scene.shop.set('O-PAID', { shopStatus: 'stuck in customs' });
    const denial = await denialOf(
      scene.desk
        .as(scene.lily)
        .orders.previewOrderChange({ orderId: 'O-PAID', change: 'CANCEL', reason: 'no longer needed' }),
    );
    expect(denial).toMatchObject({
      code: 'POLICY_DENIED',
      details: {
        code: 'UNDECIDED',
        clause: {
          en: expect.stringContaining('Order status') as string,
          zh: expect.stringContaining('订单状态') as string,
        },
      },
    });
    expect(JSON.stringify(denial)).toContain('STUCK_IN_CUSTOMS');
  });
});

describe('an unpaid order', () => {
  test('is closed by an agent only after a recorded contact (R-MID-05)', async () => {
    const scene = await shopScene();
    const pa = await scene.people('PA1');
    const asked = {
      storeId: scene.store.id,
      orderId: 'O-UNPAID',
      change: 'CANCEL',
      reason: 'DUPLICATE',
      asker: 'AGENT',
    } as const;
    expect(await denialOf(scene.desk.as(pa).orders.previewOrderChange(asked))).toMatchObject({
      code: 'CONTACT_REQUIRED',
    });
    const closed = await change(scene, pa, { ...asked, contact: '电话确认:重复下单' });
    expect(closed).toMatchObject({ state: 'DONE', contact: '电话确认:重复下单' });
    expect(
      await denialOf(scene.desk.as(scene.lily).orders.previewOrderChange({ ...asked, contact: 'x' })),
    ).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  test('of a customer who has paid is never closed by an agent of his own accord', async () => {
    const scene = await shopScene();
    const asked = {
      storeId: scene.store.id,
      orderId: 'O-PAID',
      change: 'CANCEL',
      reason: 'DUPLICATE',
      asker: 'AGENT',
      contact: 'called',
    } as const;
    expect(await denialOf(scene.desk.as(await scene.people('PA1')).orders.previewOrderChange(asked))).toMatchObject({
      details: { code: 'CUSTOMER_MUST_ASK' },
    });
  });
});

describe('SC-05 red-flag remark', () => {
  test('staff change a printed order with a reason, it is flagged with who and when, and the warehouse acknowledges it first', async () => {
    const scene = await shopScene();
    const [pa, fc] = [await scene.people('PA1'), await scene.people('FC1')];
    const api = scene.desk.as(pa).orders;
    const asked = { storeId: scene.store.id, orderId: 'O-PRINTED', change: 'ADDRESS', address: OTHER_ADDRESS } as const;
    const { confirmation, course, effects } = await api.previewOrderChange(asked);
    expect([course, effects[0]?.kind]).toEqual(['ACKNOWLEDGE', 'WAIT']);
    expect(await denialOf(api.requestOrderChange({ ...asked, reason: '  ', confirmation }))).toMatchObject({
      code: 'REASON_REQUIRED',
    });

    const reason = '客户改地址';
    const again = await api.previewOrderChange({ ...asked, reason });
    const forged = {
      ...asked,
      reason,
      confirmation: again.confirmation,
      at: '1999-01-01T00:00:00.000Z',
      agentNo: 'XX9',
    };
    const request = await api.requestOrderChange(forged);
    expect(request.state).toBe('SUBMITTED');
    const [remark] = await api.remarksOfOrder({ storeId: scene.store.id, orderId: 'O-PRINTED' });
    expect(remark).toMatchObject({
      flag: 'RED',
      reason,
      agentNo: 'PA1',
      agentId: pa.userId,
      at: scene.clock.now().toISOString(),
      erpStageAt: 'PRINTED',
      needsAcknowledgement: true,
      before: { address: { line1: '文三路 1 号' } },
      after: { address: { line1: '延安路 2 号' } },
      requestId: request.id,
    });
    expect((await api.orderFlags({ storeId: scene.store.id, orderIds: ['O-PRINTED', 'O-PAID'] })).flags).toMatchObject([
      { orderId: 'O-PRINTED', flag: 'RED', needsAcknowledgement: true },
    ]);
    expect(scene.shop.done).toEqual([]);

    const tasks = await scene.desk
      .read(fc)
      .all(OrderRemark, { where: { storeId: scene.store.id, needsAcknowledgement: true } });
    expect(tasks.map(({ id }) => id)).toEqual([remark?.id]);
    expect(await denialOf(scene.desk.as(pa).orders.acknowledgeOrderRemark({ id: remark?.id ?? '' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const acknowledged = await scene.desk.as(fc).orders.acknowledgeOrderRemark({ id: remark?.id ?? '' });
    expect(acknowledged).toMatchObject({ needsAcknowledgement: false, acknowledgedBy: ['FC1'] });
    expect(scene.shop.order('O-PRINTED').address.line1).toBe('延安路 2 号');
    expect(await scene.desk.read(pa).get(OrderServiceRequest, request.id)).toMatchObject({ state: 'DONE' });
    expect(await api.remarksOfOrder({ storeId: scene.store.id, orderId: 'O-PRINTED' })).toHaveLength(1);
  });

  test('no action edits or removes a remark', async () => {
    const { loose } = await shopScene();
    const writers = [...loose.actions]
      .filter(([, { on, output }]) => on === OrderRemark || output.entity === OrderRemark)
      .map(([name]) => name);
    expect(writers.toSorted()).toEqual(['acknowledgeOrderRemark', 'addOrderRemark']);
  });

  test('a remark takes the warehouse’s stage from the shop, and needs its reason', async () => {
    const scene = await shopScene();
    const api = scene.desk.as(await scene.people('FC1')).orders;
    const remark = await api.addOrderRemark({
      storeId: scene.store.id,
      orderId: 'O-PRINTED',
      reason: '加固包装',
      flag: 'BLUE',
      after: { packing: 'strong' },
    });
    expect(remark).toMatchObject({ flag: 'BLUE', erpStageAt: 'PRINTED', needsAcknowledgement: true, agentNo: 'FC1' });
    expect(await denialOf(api.addOrderRemark({ storeId: scene.store.id, orderId: 'O-PRINTED' }))).toMatchObject({
      code: 'REASON_REQUIRED',
    });
    expect(
      await denialOf(api.addOrderRemark({ storeId: scene.store.id, orderId: 'O-NOWHERE', reason: 'x' })),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the warehouse may say that it is too late', async () => {
    const scene = await shopScene();
    const request = await change(scene, scene.lily, {
      orderId: 'O-PRINTED',
      change: 'ADDRESS',
      address: OTHER_ADDRESS,
    });
    const wh = scene.desk.as(await scene.people('WH1')).orders;
    expect(await denialOf(wh.rejectOrderChange({ id: request.id }))).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await wh.rejectOrderChange({ id: request.id, reason: '已出库' })).toMatchObject({
      state: 'REJECTED',
      refusal: { zh: '已出库' },
    });
    expect(scene.shop.done).toEqual([]);
  });
});

describe('a shipped order', () => {
  test('is not cancelled: the request becomes a return (R-MID-14)', async () => {
    const scene = await shopScene();
    const request = await change(scene, scene.lily, { orderId: 'O-SHIPPED', change: 'CANCEL', reason: 'TOO_SLOW' });
    expect(request).toMatchObject({ state: 'CONVERTED', ruleIds: expect.arrayContaining(['ORD-05']) as string[] });
    expect(scene.shop.done).toEqual([]);
  });

  test('is only stopped or redirected by hand (R-MID-09)', async () => {
    const scene = await shopScene();
    const request = await change(scene, scene.lily, {
      orderId: 'O-SHIPPED',
      change: 'ADDRESS',
      address: OTHER_ADDRESS,
    });
    expect(request).toMatchObject({ state: 'SUBMITTED', way: 'BY_HAND' });
    const offered = (change: 'CANCEL' | 'ITEMS' | 'PAYMENT') =>
      scene.desk.as(scene.lily).orders.previewOrderChange({
        orderId: 'O-SHIPPED',
        change,
        reason: 'TOO_SLOW',
        ...(change === 'CANCEL' ? {} : { paymentMethodId: 'lily-gift' }),
        ...(change === 'ITEMS' ? { items: [{ lineId: 'l1', newVariantId: 'shirt-L' }] } : {}),
      });
    for (const change of ['CANCEL', 'ITEMS'] as const) expect((await offered(change)).course).toBe('CONVERT');
    expect(await denialOf(offered('PAYMENT'))).toMatchObject({ code: 'POLICY_DENIED' });
    const fc = scene.desk.as(await scene.people('FC1')).orders;
    const [remark] = await fc.remarksOfOrder({ storeId: scene.store.id, orderId: 'O-SHIPPED' });
    expect(remark).toMatchObject({ agentId: null, needsAcknowledgement: true });
    await fc.acknowledgeOrderRemark({ id: remark?.id ?? '' });
    expect(await fc.finishOrderChange({ id: request.id })).toMatchObject({ state: 'DONE' });
    expect(scene.shop.done).toEqual([]);
  });

  test('that left while the cancellation waited for the shop becomes a return too', async () => {
    const scene = await shopScene();
    scene.shop.line = (call) => (call === 'cancelOrder' ? 'DOWN' : 'UP');
    const waiting = await change(scene, scene.lily, { orderId: 'O-PAID', change: 'CANCEL', reason: 'TOO_SLOW' });
    expect(waiting).toMatchObject({ state: 'ACCEPTED', shopAway: true });
    scene.shop.set('O-PAID', { status: 'SHIPPED', shopStatus: 'shipped' }, 'SHIPPED');
    scene.shop.line = () => 'UP';
    scene.clock.advance(10_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.lily).get(OrderServiceRequest, waiting.id)).toMatchObject({
      state: 'CONVERTED',
      refusal: { zh: '订单当前状态不允许此操作。' },
    });
  });
});

describe('a shop that does not answer', () => {
  test('is said clearly, and the request is tried again under the same key until it is done once', async () => {
    const scene = await shopScene();
    scene.shop.line = (call) => (call === 'changeAddress' ? 'DEAF' : 'UP');
    const waiting = await change(scene, scene.lily, { orderId: 'O-PAID', change: 'ADDRESS', address: OTHER_ADDRESS });
    expect(waiting).toMatchObject({ state: 'ACCEPTED', shopAway: true, attempts: 1 });
    scene.clock.advance(5_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    scene.shop.line = () => 'UP';
    scene.clock.advance(3_600_000);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.lily).get(OrderServiceRequest, waiting.id)).toMatchObject({
      state: 'DONE',
      shopAway: false,
    });
    expect(scene.shop.done).toHaveLength(1);
  });

  test('while one looks is SHOP_UNAVAILABLE, and nothing is kept', async () => {
    const scene = await shopScene();
    scene.shop.line = () => 'DOWN';
    expect(
      await denialOf(
        scene.desk
          .as(scene.lily)
          .orders.previewOrderChange({ orderId: 'O-PAID', change: 'CANCEL', reason: 'TOO_SLOW' }),
      ),
    ).toMatchObject({ code: 'SHOP_UNAVAILABLE' });
    expect(await scene.desk.read(scene.system).count(OrderServiceRequest, {})).toBe(0);
  });

  test('declines: the request is rejected with the shop’s reason in both languages', async () => {
    const scene = await shopScene({ policyPack: 'RETAIL_DEMO' });
    const items = [{ lineId: 'l1', newVariantId: 'shirt-L' }];
    scene.shop.set('O-PAID', { status: 'SHIPPED' });
    const request = await change(scene, scene.lily, {
      orderId: 'O-PAID',
      change: 'ITEMS',
      items,
      paymentMethodId: 'lily-card',
    });
    expect(request).toMatchObject({
      state: 'REJECTED',
      refusal: { en: 'The order’s present state does not allow this.', zh: '订单当前状态不允许此操作。' },
    });
  });
});

describe('the default address', () => {
  test('is changed by its customer or by staff with a reason, and orders keep theirs', async () => {
    const scene = await shopScene();
    expect(
      await scene.desk.as(scene.lily).orders.changeDefaultAddress({ shopCustomerId: 'bob', address: OTHER_ADDRESS }),
    ).toMatchObject({ state: 'DONE', change: 'DEFAULT_ADDRESS', orderId: null });
    expect([scene.shop.customers.get('lily')?.address?.line1, scene.shop.customers.get('bob')?.address?.line1]).toEqual(
      ['延安路 2 号', '文三路 1 号'],
    );
    expect(scene.shop.order('O-PAID').address.line1).toBe('文三路 1 号');
    const pa = scene.desk.as(await scene.people('PA1')).orders;
    const asked = { storeId: scene.store.id, shopCustomerId: 'bob', address: OTHER_ADDRESS };
    expect(await denialOf(pa.changeDefaultAddress(asked))).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await pa.changeDefaultAddress({ ...asked, reason: '客户来电' })).toMatchObject({
      state: 'DONE',
      agentNo: 'PA1',
    });
    expect(await denialOf(pa.changeDefaultAddress({ ...asked, shopCustomerId: 'nobody', reason: 'x' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await denialOf(
        scene.desk
          .as(await scene.shopper())
          .orders.changeDefaultAddress({ shopCustomerId: 'lily', address: OTHER_ADDRESS }),
      ),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });
});
