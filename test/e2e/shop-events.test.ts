/**
 * @module What happens to an order in the shop is in the customer's open chat: in the browser, on the demo as a visitor
 * finds it.
 */
import { readStoreFile, SEED_FILE } from 'demo-shop';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, keepFailure, launchBrowser, openContext, screenshots, SIZES, type Size } from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { Shopper } from './support/shopper.ts';
import { WORDS, type Locale } from './support/words.ts';

/** R-MID-01. */
const IN_TIME = { timeout: 5000 } as const;
const PENDING = Object.values(readStoreFile(SEED_FILE).orders).filter(({ status }) => status === 'pending');
const WAYS: readonly {
  readonly locale: Locale;
  readonly size: Size;
  readonly ship: string;
  readonly deliver: string;
  readonly shipped: (id: string) => RegExp;
  readonly delivered: (id: string) => string;
}[] = [
  {
    locale: 'zh-CN',
    size: SIZES[0],
    ship: '交给快递发货',
    deliver: '送达',
    shipped: (id) => new RegExp(`您的订单 ${id} 已发货：Blue Heron Parcel \\d{12}，预计\\d+月\\d+日送达。`),
    delivered: (id) => `您的订单 ${id} 已送达。`,
  },
  {
    locale: 'en',
    size: SIZES[1],
    ship: 'Hand it to the carrier',
    deliver: 'Deliver it',
    shipped: (id) =>
      new RegExp(`Your order ${id} has been shipped: Blue Heron Parcel \\d{12}, expected on \\w+ \\d+\\.`),
    delivered: (id) => `Your order ${id} has been delivered.`,
  },
];

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo({ DEMO_CONTENT: 'on', DEMO_COLLEAGUE: 'off' }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

describe('R-MID-01, R-MID-10: an order goes its way', () => {
  test.each(WAYS.map((way, index) => ({ ...way, order: PENDING[index + 10] })))(
    'and the chat says so within five seconds, in $locale at $size.width px',
    async ({ locale, size, order, ship, deliver, shipped, delivered }) => {
      const id = order?.order_id ?? '';
      const watched = await openContext(browser, { locale, size });
      const keep = screenshots(`shop-events-${locale}`);
      try {
        const customer = new Shopper(await watched.newPage(), demo, WORDS[locale]);
        await customer.signIn(order?.user_id ?? '');
        await customer.open();
        await customer.send(locale === 'en' ? `Where is ${id}?` : `订单 ${id} 到哪了?`);
        await customer.seesTick('sent');

        const warehouse = await watched.newPage();
        await warehouse.goto(`${demo.shopUrl}/orders/${encodeURIComponent(id)}`);
        expect(await barriers(warehouse)).toEqual([]);
        await keep(warehouse, 'order');
        await warehouse.getByRole('button', { name: ship, exact: true }).click();
        await customer.chat.getByText(shipped(id)).waitFor(IN_TIME);
        await warehouse.getByRole('button', { name: deliver, exact: true }).click();
        await customer.chat.getByText(delivered(id)).waitFor(IN_TIME);
        await warehouse.getByRole('button', { name: deliver, exact: true }).waitFor({ state: 'hidden' });
        await keep(warehouse, 'delivered');
        await keep(customer.page, 'told');
        expect(await customer.chat.getByText(shipped(id)).count()).toBe(1);
        expect(watched.complaints).toEqual([]);
      } catch (error) {
        await keepFailure('shop-events', [watched]);
        throw error;
      } finally {
        await watched.context.close();
      }
    },
  );
});
