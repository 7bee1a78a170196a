import { describe, expect, test } from 'vitest';
import { ShopError, type ShopOrder } from '../../ports/shop.ts';
import { orderOf, shopScene } from '../orders/testing/scene.ts';
import { acting, denialOf, sendBack, submit, type Request } from './testing/steps.ts';

const zero = { amount: 0, currency: 'CNY' };
const tea = orderOf({ id: 'O-FREE', lines: [{ id: 'l1', productId: 'tea', quantity: 1 }] });

/** A gift that cost nothing: the shop has booked no payment. */
const FREE: ShopOrder = {
  ...tea,
  lines: tea.lines.map((line) => ({ ...line, unitPrice: zero })),
  amounts: { goods: zero, discount: zero, freight: zero, total: zero, paid: zero, refunded: zero },
  payments: [],
};
/** Paid, but the shop does not say by which method. */
const UNKNOWN: ShopOrder = {
  ...orderOf({ id: 'O-UNKNOWN', lines: [{ id: 'l1', productId: 'tea', quantity: 1 }] }),
  payments: [{ id: 'O-UNKNOWN/1', kind: 'PAYMENT', amount: { amount: 3_000, currency: 'CNY' } }],
};
const returning = (orderId: string): Request => ({ orderId, items: [{ lineId: 'l1', quantity: 1 }] });

describe('where the money of a return goes', () => {
  test('a return of goods that cost nothing asks the shop without a method, and goes on to the goods', async () => {
    const scene = await shopScene({ orders: [FREE] });
    const submitted = await submit(scene, scene.lily, returning('O-FREE'));
    expect(submitted).toMatchObject({
      state: 'AWAITING_RETURN',
      shopState: 'DONE',
      shopRefusal: null,
      refundAmount: 0,
    });
    expect(scene.shop.order('O-FREE').returns).toMatchObject([{ kind: 'RETURN', lines: [{ lineId: 'l1' }] }]);
    expect(scene.shop.order('O-FREE').returns[0]).not.toHaveProperty('paymentMethodId');
    expect(await sendBack(scene, submitted.id)).toMatchObject({ state: 'INSPECTED_PASS' });
    expect(await acting(scene)('AA1', 'settleReturn', { id: submitted.id })).toMatchObject({ state: 'REFUNDED' });
    expect(scene.shop.refunded('O-FREE')).toBe(0);
  });

  test('is chosen by a person before the approval, where money goes back and the shop names no method', async () => {
    const scene = await shopScene({ orders: [UNKNOWN] });
    const by = acting(scene);
    const { id, state } = await submit(scene, scene.lily, returning('O-UNKNOWN'));
    expect(state).toBe('REQUESTED');
    for (const input of [{ id }, { id, paymentMethodId: 'bob-card' }, { id, paymentMethodId: 'nothing' }])
      expect(await denialOf(by('AA1', 'approveCase', input))).toMatchObject({
        code: 'VALIDATION_FAILED',
        fields: [{ path: 'paymentMethodId' }],
      });
    const approved = await by('AA1', 'approveCase', { id, paymentMethodId: 'lily-card' });
    expect(approved).toMatchObject({ state: 'AWAITING_RETURN', refundMethodId: 'lily-card', shopState: 'DONE' });
  });

  test('needs no choice where it is known, and none is taken instead of it', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id } = await submit(scene, scene.lily, { orderId: 'O-MUG', items: [{ lineId: 'l2', quantity: 1 }] });
    expect(await acting(scene)('MG1', 'approveCase', { id, paymentMethodId: 'lily-gift' })).toMatchObject({
      refundMethodId: 'lily-card',
    });
  });

  test('a request that the shop cannot take is told in words for people, in both languages', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const fields = [{ path: 'items.0.quantity', message: 'Too small: expected string to have >=1 characters' }];
    scene.shop.line = (call) => {
      if (call === 'requestReturn') throw new ShopError('INVALID', `Not valid: ${fields[0]?.message}`, { fields });
      return 'UP';
    };
    const { id } = await submit(scene, scene.lily, { orderId: 'O-MUG', items: [{ lineId: 'l2', quantity: 1 }] });
    const { shopState, shopRefusal } = await acting(scene)('MG1', 'approveCase', { id });
    expect(shopState).toBe('REFUSED');
    expect(shopRefusal).toEqual({
      en: 'The shop cannot take this request as it is (items.0.quantity).',
      zh: '店铺无法受理此请求（items.0.quantity）。',
    });
  });
});
