import { describe, expect, test } from 'vitest';
import {
  parseShopInput,
  SHOP_CHANGE_NAMES,
  SHOP_CHANGES,
  SHOP_REFUSALS,
  ShopAddress,
  ShopError,
  ShopPageInput,
  shopNotFound,
  shopRefusal,
} from './shop.ts';

const failure = (act: () => unknown): ShopError => {
  try {
    act();
  } catch (error) {
    if (error instanceof ShopError) return error;
    throw error;
  }
  throw new Error('Expected a ShopError');
};

describe('the shop port', () => {
  test('says every refusal in both languages', () => {
    for (const { en, zh } of Object.values(SHOP_REFUSALS)) {
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(zh).toMatch(/[\u4e00-\u9fff]。$/);
    }
  });

  test('carries a reason on a refusal and only there', () => {
    expect(shopRefusal('ORDER_STATE')).toMatchObject({
      code: 'REFUSED',
      reason: 'ORDER_STATE',
      message: SHOP_REFUSALS.ORDER_STATE.en,
    });
    expect(shopNotFound('Order')).toMatchObject({ code: 'NOT_FOUND', message: 'Order not found' });
    expect('reason' in shopNotFound('Order')).toBe(false);
  });

  test('names every field of an input that is not valid', () => {
    const input = { orderId: '', items: [{ lineId: 'l', quantity: 1.5 }], paymentMethodId: 'p', idempotencyKey: '' };
    const error = failure(() => parseShopInput(SHOP_CHANGES.requestReturn.input, input));
    expect(error.code).toBe('INVALID');
    expect(error.fields?.map(({ path }) => path).toSorted()).toEqual(['idempotencyKey', 'items.0.quantity', 'orderId']);
  });

  test.each(SHOP_CHANGE_NAMES)('%s cannot be asked without a key', (name) => {
    expect(failure(() => parseShopInput(SHOP_CHANGES[name].input, {})).fields?.map(({ path }) => path)).toContain(
      'idempotencyKey',
    );
  });

  test.each([0, -5, 1.5, Number.MAX_SAFE_INTEGER + 1])('a refund of %d minor units is not valid', (amount) => {
    const input = { orderId: 'o', amount: { amount, currency: 'USD' }, reason: 'r', idempotencyKey: 'k' };
    expect(failure(() => parseShopInput(SHOP_CHANGES.refund.input, input)).fields?.map(({ path }) => path)).toEqual([
      'amount.amount',
    ]);
  });

  test('fills in what may be left out', () => {
    expect(parseShopInput(ShopPageInput, {})).toEqual({ first: 20 });
    const items = [{ lineId: 'l' }];
    const request = parseShopInput(SHOP_CHANGES.requestReturn.input, {
      orderId: 'o',
      items,
      paymentMethodId: 'p',
      idempotencyKey: 'k',
    });
    expect(request.items).toEqual([{ lineId: 'l', quantity: 1 }]);
  });

  test('trims addresses, and wants the parts that a carrier wants where something is to be sent there', () => {
    const address = { line1: ' 1 Road ', city: 'X', postalCode: '1', country: 'USA' };
    expect(ShopAddress.parse(address)).toEqual({
      line1: '1 Road',
      line2: '',
      city: 'X',
      region: '',
      postalCode: '1',
      country: 'USA',
    });
    const nothing = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' };
    expect(ShopAddress.parse(nothing)).toEqual(nothing);
    const sent = (more: object) =>
      SHOP_CHANGES.changeAddress.input.safeParse({
        orderId: 'o',
        idempotencyKey: 'k',
        address: { ...address, ...more },
      });
    expect(sent({}).success).toBe(true);
    expect(sent({ line1: '  ' }).error?.issues.map(({ path }) => path.join('.'))).toEqual(['address.line1']);
    expect(sent({ postalCode: '', country: 'HK', city: '' }).success).toBe(true);
  });
});
