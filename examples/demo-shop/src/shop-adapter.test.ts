import type { ShopError } from '@shopdesk/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DemoShop } from './demo-shop.ts';
import { demoShop, type DemoShopOptions } from './shop-adapter.ts';
import { addressOfSilence, startTestShop, TEST_SECRET } from './shop-under-test.ts';

let running: DemoShop;
const DELIVERED = '#W4817420';

beforeAll(async () => {
  running = await startTestShop();
});
beforeEach(() => running.reset());
afterAll(() => running.close());

const shopWith = (options: Partial<DemoShopOptions> = {}) =>
  demoShop({ url: running.url, secret: TEST_SECRET, ...options });

const failure = (act: Promise<unknown>): Promise<ShopError> =>
  act.then(
    () => {
      throw new Error('Expected a failure');
    },
    (error: unknown) => error as ShopError,
  );

const fifth = {
  orderId: DELIVERED,
  amount: { amount: 27_615, currency: 'USD' },
  reason: 'a fifth',
  idempotencyKey: 'refund-1',
};

/** A network that loses so many answers after the shop has acted. */
function losing(count: number): { fetch: typeof fetch; sent: () => number } {
  let sent = 0;
  const lossy: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    sent += 1;
    if (sent <= count) throw new TypeError('fetch failed');
    return response;
  };
  return { fetch: lossy, sent: () => sent };
}

describe('the demo shop’s adapter', () => {
  test('tells titles, options and states in the language that is asked for, as the shop’s own pages do, else as they stand in its books', async () => {
    const shop = shopWith();
    const [own, english, chinese] = await Promise.all(
      [undefined, 'en' as const, 'zh-CN' as const].map((locale) => shop.order(DELIVERED, locale ? { locale } : {})),
    );
    expect([own?.statusText, english?.statusText, chinese?.statusText]).toEqual([undefined, 'Delivered', '已送达']);
    expect(english?.lines[0]?.title).toBe(own?.lines[0]?.title);
    expect(chinese?.lines[0]?.title).toMatch(/\p{Script=Han}/u);
    expect(chinese?.lines[0]?.variantId).toBe(own?.lines[0]?.variantId);
    const { items } = await shop.ordersOf(own?.customerId ?? '', {}, { locale: 'zh-CN' });
    expect(items.every(({ statusText }) => /\p{Script=Han}/u.test(statusText ?? ''))).toBe(true);
    const found = await shop.searchProducts({ text: 'kettle' }, { locale: 'zh-CN' });
    expect(found.items.map(({ title }) => title)).toContain('茶壶');
    expect(found.items.flatMap(({ variants }) => variants.flatMap(({ options }) => options))[0]?.name).toMatch(
      /\p{Script=Han}/u,
    );
  });

  test('refunds once when the answer is lost twice', async () => {
    const network = losing(2);
    const order = await shopWith({ fetch: network.fetch }).refund!(fifth);
    expect(network.sent()).toBe(3);
    expect(order.amounts.refunded.amount).toBe(27_615);
    expect((await shopWith().order(DELIVERED)).amounts.refunded.amount).toBe(27_615);
  });

  test('says UNAVAILABLE when no answer comes at all, and the same key later tells what was done', async () => {
    const lost = await failure(shopWith({ fetch: losing(3).fetch }).refund!(fifth));
    expect(lost).toMatchObject({ name: 'ShopError', code: 'UNAVAILABLE' });
    const later = await shopWith().refund!(fifth);
    expect(later.amounts.refunded.amount).toBe(27_615);
    expect(later.payments.filter(({ kind }) => kind === 'REFUND')).toHaveLength(1);
  });

  test('tries again after an error of the shop and gives the answer', async () => {
    const answers = [503, 429];
    const flaky: typeof fetch = async (...request) => {
      const status = answers.shift();
      return status === undefined ? await fetch(...request) : new Response('busy', { status });
    };
    expect((await shopWith({ fetch: flaky }).order(DELIVERED)).id).toBe(DELIVERED);
  });

  test('does not try again what the shop has refused', async () => {
    const network = losing(0);
    const shop = shopWith({ fetch: network.fetch });
    const refused = await failure(
      shop.cancelOrder!({ orderId: DELIVERED, reason: 'no longer needed', idempotencyKey: 'c' }),
    );
    expect(refused).toMatchObject({ code: 'REFUSED', reason: 'ORDER_STATE' });
    expect(network.sent()).toBe(1);
  });

  test('gives up on a silent shop after its time-outs', async () => {
    const silence = await addressOfSilence();
    const started = performance.now();
    const error = await failure(shopWith({ url: silence.url, timeoutMs: 100, retries: 1 }).order(DELIVERED));
    silence.close();
    expect(error.code).toBe('UNAVAILABLE');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test.each([
    ['a page instead of JSON', () => new Response('<html>', { status: 200 })],
    ['an order of another form', () => Response.json({ id: 7 })],
    ['a failure of another form', () => Response.json({ oops: true }, { status: 404 })],
  ])('calls a shop that answers with %s unavailable', async (_what, answer) => {
    const error = await failure(shopWith({ fetch: async () => answer(), retries: 0 }).order(DELIVERED));
    expect(error).toMatchObject({ name: 'ShopError', code: 'UNAVAILABLE' });
  });

  test('says that the secret is wrong instead of calling orders unknown', async () => {
    const error = await failure(shopWith({ secret: 'x'.repeat(40) }).order(DELIVERED));
    expect(error).toMatchObject({ code: 'UNAVAILABLE', message: 'The shop does not accept the desk’s secret' });
  });

  test('names every field that is not valid without asking the shop', async () => {
    const network = losing(0);
    const items = [{ lineId: '1', quantity: 0 }];
    const error = await failure(
      shopWith({ fetch: network.fetch }).requestReturn!({
        orderId: '',
        items,
        paymentMethodId: 'p',
        idempotencyKey: 'k',
      }),
    );
    expect(error.code).toBe('INVALID');
    expect(error.fields?.map(({ path }) => path)).toEqual(['orderId', 'items.0.quantity']);
    expect(network.sent()).toBe(0);
  });
});

describe('the desk API', () => {
  const post = (name: string, body: string, secret = TEST_SECRET) =>
    fetch(`${running.url}/desk-api/changes/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      body,
    });

  test.each(['', 'Bearer', 'Bearer wrong', `Basic ${TEST_SECRET}`])('is closed to "%s"', async (authorization) => {
    const response = await fetch(`${running.url}/desk-api/customers/noah_brown_6181`, { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(await response.text()).not.toContain('Noah');
  });

  test('answers what is no JSON, too large or unknown with a typed error', async () => {
    expect((await post('refund', '{')).status).toBe(400);
    expect((await post('refund', 'x'.repeat(70_000))).status).toBe(413);
    expect((await post('destroy', '{}')).status).toBe(404);
  });

  test('refuses a key that came with another request', async () => {
    await shopWith().refund!(fifth);
    const error = await failure(shopWith().refund!({ ...fifth, amount: { amount: 1, currency: 'USD' } }));
    expect(error).toMatchObject({
      code: 'INVALID',
      fields: [{ path: 'idempotencyKey', message: 'Was used for another request' }],
    });
  });

  test('gives a refusal again for the same key, also when the state has changed since', async () => {
    const shop = shopWith();
    const { paymentMethodId = '' } = (await shop.order(DELIVERED)).payments[0] ?? {};
    const early = {
      orderId: DELIVERED,
      amount: { amount: 138_080, currency: 'USD' },
      reason: 'one cent too much',
      idempotencyKey: 'r',
    };
    expect((await failure(shop.refund!(early))).reason).toBe('ABOVE_REFUNDABLE');
    await shop.requestReturn!({
      orderId: DELIVERED,
      items: [{ lineId: '1' }],
      paymentMethodId,
      idempotencyKey: 'return',
    });
    expect((await failure(shop.refund!(early))).reason).toBe('ABOVE_REFUNDABLE');
  });

  test('refunds to the card that paid or to a gift card, never to another method', async () => {
    const { orders, users } = running.exportStore();
    const found = Object.values(orders).find(({ status, user_id, payment_history: [paid] }) => {
      const methods = Object.values(users[user_id]?.payment_methods ?? {});
      const hasGiftCard = methods.some(({ source }) => source === 'gift_card');
      return (
        status === 'delivered' &&
        hasGiftCard &&
        methods.length === 3 &&
        paid?.payment_method_id.startsWith('credit_card')
      );
    });
    if (!found) throw new Error('No such order');
    const shop = shopWith();
    const methods = (await shop.customer(found.user_id)).paymentMethods;
    const giftCard = methods.find(({ kind }) => kind === 'GIFT_CARD');
    const payer = found.payment_history[0]?.payment_method_id;
    const stranger = methods.find(({ kind, id }) => kind !== 'GIFT_CARD' && id !== payer);
    const refund = (cents: number, paymentMethodId = '', key = `${paymentMethodId}/${cents}`) =>
      shop.refund!({
        orderId: found.order_id,
        amount: { amount: cents, currency: 'USD' },
        paymentMethodId,
        reason: 'test',
        idempotencyKey: key,
      });

    expect((await failure(refund(1, stranger?.id))).reason).toBe('PAYMENT_METHOD_NOT_ALLOWED');
    await refund(700, giftCard?.id);
    const balance = (await shop.customer(found.user_id)).paymentMethods.find(({ id }) => id === giftCard?.id)?.balance
      ?.amount;
    expect(balance).toBe((giftCard?.balance?.amount ?? 0) + 700);
    const left = Math.round((found.payment_history[0]?.amount ?? 0) * 100) - 700;
    expect((await failure(refund(left + 1, payer))).reason).toBe('ABOVE_REFUNDABLE');
    const { amounts } = await refund(left, payer);
    expect(amounts.refunded).toEqual(amounts.paid);
  });
});
