import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeniedError } from '../../kernel/denial.ts';
import { AfterSalesCase } from './entities.ts';
import { refundableByMethod, refundOrderOf } from './refund-order.ts';
import { orderOf, shopScene } from '../orders/testing/scene.ts';
import type { Line } from '../../testing/test-shop.ts';
import { acting, denialOf, sendBack, submit, type CaseRow, type Request } from './testing/steps.ts';

const HOUR = 3_600_000;

describe('a shop that comes and goes', () => {
  test('never pays a refund twice and pays it in the end, whatever it answers when', async () => {
    const line = fc.constantFrom<Line>('UP', 'DOWN', 'DEAF');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }), async (answers, quantity) => {
        const scene = await shopScene();
        const { id } = await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity }, { lineId: 'l2' }] });
        await sendBack(scene, id);
        const left = [...answers];
        scene.shop.line = (call) => (call === 'refund' ? (left.shift() ?? 'UP') : 'UP');
        await acting(scene)('AA1', 'settleReturn', { id });
        for (let round = 0; round < 15; round += 1) {
          scene.clock.advance(HOUR);
          await scene.desk.runTimers();
          await scene.desk.runEffects();
        }
        const row = await scene.desk.read(scene.system).get(AfterSalesCase, id);
        expect(row).toMatchObject({ state: 'REFUNDED', shopState: 'DONE', refundAmount: quantity * 10_000 + 3_000 });
        expect(scene.shop.refunded('O-DELIVERED')).toBe(quantity * 10_000 + 3_000);
        expect(scene.shop.done.filter(({ name }) => name === 'refund')).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  }, 20_000);

  test('is asked by the desk only for what is not under way, and each step is offered exactly when it is due', async () => {
    const scene = await shopScene();
    const offered = async (id: string) => {
      const offers = await scene.desk.availableActions(scene.system, 'AfterSalesCase', id);
      const steps = offers.filter(({ action }) => ['advanceCase', 'payRefund', 'passRefundDeadline'].includes(action));
      return steps.filter(({ denial }) => !denial).map(({ action }) => action);
    };
    const ask = (action: 'advanceCase' | 'payRefund' | 'passRefundDeadline', id: string) =>
      denialOf(scene.desk.perform(scene.system, action, { id }));
    const { id } = await submit(scene, scene.lily, { items: [{ lineId: 'l2' }] });
    expect(await offered(id)).toEqual([]);
    expect(await ask('advanceCase', id)).toMatchObject({ code: 'INVALID_TRANSITION' });
    await sendBack(scene, id);
    scene.shop.line = (call) => (call === 'refund' ? 'DEAF' : 'UP');
    expect(await acting(scene)('AA1', 'settleReturn', { id })).toMatchObject({ state: 'REFUND_PENDING' });
    expect(await offered(id)).toEqual([]);
    expect(await ask('payRefund', id)).toMatchObject({
      code: 'INVALID_TRANSITION',
      details: { from: 'REFUND_PENDING', event: 'payRefund' },
    });
    const { refundDueAt } = await scene.desk.read(scene.system).get(AfterSalesCase, id);
    expect(await ask('passRefundDeadline', id)).toMatchObject({ code: 'INVALID_TRANSITION' });
    scene.clock.set(refundDueAt ?? '');
    expect(await offered(id)).toEqual(['passRefundDeadline']);
    await scene.desk.runTimers();
    expect(await scene.desk.read(scene.system).get(AfterSalesCase, id)).toMatchObject({ refundOverdueAt: refundDueAt });
    expect(await offered(id)).toEqual([]);
    expect(await ask('passRefundDeadline', id)).toMatchObject({ code: 'INVALID_TRANSITION' });
    scene.shop.line = () => 'UP';
    scene.clock.advance(HOUR);
    await scene.desk.runEffects();
    expect(scene.shop.done.filter(({ name }) => name === 'refund')).toHaveLength(1);
    expect(await ask('payRefund', id)).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  test('is told of a return once, and the case shows that it waits', async () => {
    const scene = await shopScene();
    scene.shop.line = (call) => (call === 'requestReturn' ? 'DEAF' : 'UP');
    const waiting = await submit(scene, scene.lily);
    expect(waiting).toMatchObject({ state: 'APPROVED', shopState: 'AWAY', attempts: 1 });
    scene.shop.line = () => 'UP';
    scene.clock.advance(HOUR);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(await scene.desk.read(scene.lily).get(AfterSalesCase, waiting.id)).toMatchObject({
      state: 'AWAITING_RETURN',
      shopState: 'DONE',
    });
    expect(scene.shop.order('O-DELIVERED').returns).toHaveLength(1);
  });

  test('that refuses the return leaves the case approved with its reason, and staff go on by hand or try again', async () => {
    const scene = await shopScene();
    scene.shop.set('O-DELIVERED', { status: 'COMPLETED' });
    const { id, state, shopRefusal } = await submit(scene, scene.lily);
    expect([state, shopRefusal?.zh]).toEqual(['APPROVED', '订单当前状态不允许此操作。']);
    const by = acting(scene);
    expect(await denialOf(by('AA1', 'proceedCase', { id }))).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(await by('AA1', 'proceedCase', { id, way: 'RETRY', reason: '店铺已恢复' })).toMatchObject({
      state: 'APPROVED',
      shopState: 'REFUSED',
    });
    scene.shop.set('O-DELIVERED', { status: 'DELIVERED' });
    expect(await by('AA1', 'proceedCase', { id, way: 'RETRY', reason: '店铺已恢复' })).toMatchObject({
      state: 'AWAITING_RETURN',
      shopState: 'DONE',
    });
  });

  test('that refuses the refund is asked again under another key, and by another method', async () => {
    const scene = await shopScene();
    const { id } = await submit(scene, scene.lily, { items: [{ lineId: 'l2' }] });
    await sendBack(scene, id);
    const { amounts } = scene.shop.order('O-DELIVERED');
    scene.shop.set('O-DELIVERED', { amounts: { ...amounts, refunded: amounts.paid } });
    const by = acting(scene);
    expect(await by('AA1', 'settleReturn', { id })).toMatchObject({
      state: 'REFUND_PENDING',
      shopState: 'REFUSED',
      shopRefusal: { zh: '超出可退金额。' },
    });
    scene.shop.set('O-DELIVERED', { amounts });
    expect(await by('AA1', 'retryRefund', { id, paymentMethodId: 'lily-gift' })).toMatchObject({
      state: 'REFUNDED',
      refundSplit: [{ methodId: 'lily-gift', amount: 3_000, state: 'PAID', tries: 1 }],
    });
    expect(scene.shop.order('O-DELIVERED').payments.at(-1)).toMatchObject({
      kind: 'REFUND',
      paymentMethodId: 'lily-gift',
      amount: { amount: 3_000 },
    });
  });

  test('that finance paid by hand is not asked any more', async () => {
    const scene = await shopScene();
    const { id } = await submit(scene, scene.lily, { items: [{ lineId: 'l2' }] });
    await sendBack(scene, id);
    scene.shop.line = () => 'DOWN';
    const by = acting(scene);
    const { refundNo } = await by('AA1', 'settleReturn', { id });
    await by('FN1', 'confirmRefund', { id, refundNo, amount: 3_000 });
    scene.shop.line = () => 'UP';
    scene.clock.advance(HOUR);
    await scene.desk.runTimers();
    await scene.desk.runEffects();
    expect(scene.shop.done.filter(({ name }) => name === 'refund')).toEqual([]);
  });
});

describe('several requests for one order', () => {
  test('at the same moment never take more than was bought', { timeout: 20_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 6 }), async (quantities) => {
        const scene = await shopScene();
        const outcomes = await Promise.allSettled(
          quantities.map((quantity) => submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity }] })),
        );
        const rows = await scene.desk.read(scene.system).all(AfterSalesCase, {});
        const taken = rows.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0);
        expect(taken).toBeLessThanOrEqual(3);
        expect(rows).toHaveLength(outcomes.filter(({ status }) => status === 'fulfilled').length);
        expect(rows.length).toBeGreaterThanOrEqual(1);
        expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
        // Too much of it, or an order that the first request has changed meanwhile.
        const codes = outcomes.flatMap((outcome) =>
          outcome.status === 'rejected' ? [(outcome.reason as DeniedError).denial.code] : [],
        );
        expect(codes.filter((code) => code !== 'VALIDATION_FAILED' && code !== 'CONFLICT')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test(
    'after one another pay together exactly what was paid, with a discount that does not divide',
    { timeout: 20_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
          fc.integer({ min: 0, max: 9_999 }),
          async (turns, discount) => {
            const draft = {
              id: 'O-X',
              lines: [
                { id: 'l1', productId: 'shirt', quantity: 3 },
                { id: 'l2', productId: 'tea', quantity: 1 },
              ],
              discount,
            };
            const scene = await shopScene({ orders: [orderOf(draft)], policyPack: 'GENERIC' });
            const by = acting(scene);
            for (const turn of turns) {
              const { id, refundAmount } = await submit(scene, scene.lily, {
                orderId: 'O-X',
                items: [{ lineId: turn === 3 ? 'l2' : 'l1' }],
              });
              expect(refundAmount).toBeGreaterThanOrEqual(0);
              await sendBack(scene, id);
              expect(await by('AA1', 'settleReturn', { id })).toMatchObject({ state: 'REFUNDED' });
            }
            expect(scene.shop.refunded('O-X')).toBe(33_000 - discount);
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});

const card = (amount: number, state: 'PENDING' | 'PAID' = 'PAID', methodId = 'lily-card') => ({
  methodId,
  amount,
  state,
  tries: 0,
});
const withSplit = (refundSplit: CaseRow['refundSplit']) =>
  ({ refundSplit, refundRecord: {}, claims: true }) as unknown as CaseRow;
const pay = (kind: 'PAYMENT' | 'REFUND', amount: number, paymentMethodId: string) => ({
  id: `${kind}${amount}${paymentMethodId}`,
  kind,
  amount: { amount, currency: 'CNY' },
  paymentMethodId,
});

describe('what is left to refund', () => {
  const order = orderOf({ id: 'O', lines: [{ id: 'l1', productId: 'shirt', quantity: 1 }] });
  const left = (payments: ReturnType<typeof pay>[], cases: CaseRow[]) =>
    Object.fromEntries(refundableByMethod({ ...order, payments }, cases));

  test('counts what cases have promised before the shop has paid it', () => {
    expect(left([pay('PAYMENT', 10_000, 'lily-card')], [withSplit([card(4_000, 'PENDING')])])).toEqual({
      'lily-card': 6_000,
    });
    expect(
      left([pay('PAYMENT', 10_000, 'lily-card'), pay('REFUND', 4_000, 'lily-card')], [withSplit([card(4_000)])]),
    ).toEqual({ 'lily-card': 6_000 });
  });

  test('follows the money where a payment was changed, and takes a gift card’s refund from who paid', () => {
    const changed = [pay('PAYMENT', 10_000, 'old'), pay('PAYMENT', 10_000, 'new'), pay('REFUND', 10_000, 'old')];
    expect(left(changed, [])).toEqual({ new: 10_000 });
    expect(
      left(
        [pay('PAYMENT', 10_000, 'lily-card'), pay('REFUND', 3_000, 'lily-gift')],
        [withSplit([card(3_000, 'PAID', 'lily-gift')])],
      ),
    ).toEqual({ 'lily-card': 7_000 });
  });

  test('leaves the sum to a person where the shop’s books do not add up', async () => {
    const books = refundOrderOf({ ...order, payments: [pay('PAYMENT', 9_000, 'lily-card')] }, []);
    expect(books.payments).toMatchObject([{ paid: 9_000, refunded: 0 }]);
    const scene = await shopScene();
    scene.shop.set('O-DELIVERED', { payments: [pay('PAYMENT', 9_000, 'lily-card')] });
    const by = acting(scene);
    const { id, refundAmount } = await submit(scene, scene.lily);
    expect(refundAmount).toBeNull();
    await sendBack(scene, id);
    expect(await denialOf(by('AA1', 'settleReturn', { id }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'refundAmount' }],
    });
    expect(await denialOf(by('AA1', 'setRefundAmount', { id, refundAmount: 9_001, reason: 'x' }))).toMatchObject({
      code: 'LIMIT_EXCEEDED',
    });
    await by('AA1', 'setRefundAmount', { id, refundAmount: 9_000, reason: '按实付' });
    expect(await by('AA1', 'settleReturn', { id })).toMatchObject({ state: 'REFUNDED' });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(9_000);
  });
});

describe('a compensation', () => {
  test('is given once per item, within limits, and never for a review', async () => {
    const scene = await shopScene();
    const pa = await scene.people('AA1');
    const request: Request = {
      type: 'COMPENSATION',
      reason: 'LATE',
      compensationFor: 'DELAY',
      compensationAmount: 2_000,
      items: [{ lineId: 'l2' }],
    };
    const { id, approverNeeded } = await submit(scene, pa, request);
    expect(approverNeeded).toBe('AA');
    expect(await acting(scene)('AA1', 'approveCase', { id })).toMatchObject({ state: 'REFUNDED' });
    expect(scene.shop.refunded('O-DELIVERED')).toBe(2_000);
    expect(await denialOf(submit(scene, pa, request))).toMatchObject({
      code: 'POLICY_DENIED',
      details: { ruleIds: ['2.7-13'] },
    });
    expect(await submit(scene, pa, { ...request, items: [{ lineId: 'l1' }], compensationAmount: 2_001 })).toMatchObject(
      { approverNeeded: 'TL' },
    );
  });
});
