/**
 * @module The return of an order of Vendure as its customer sees it: in the widget, on a page of the shop, on a phone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { createTestDatabase, type TestDatabase } from 'shopdesk-test/database';
import { findBrowser } from 'shopdesk-test/programs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en as words } from '../../../packages/widget/test/service-words.ts';
import { EVENT_SECRET, signed, startStoryDesk, STORE_KEY, type Ask, type StoryDesk } from './testing/story-desk.ts';
import { buy, moveParcel, refundsOf, ship, shopper, superadmin, type GraphQL } from './testing/vendure-people.ts';
import { freePort, PASSWORDS, startVendure, type VendureProcess } from './testing/vendure-process.ts';
import { vendureShop } from './vendure-shop.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PICTURES = fileURLToPath(new URL('../../../artifacts/screenshots/', import.meta.url));

let databases: TestDatabase[];
let vendure: VendureProcess;
let desk: StoryDesk;
let site: Server;
let browser: Browser;
let admin: GraphQL;
/** What the shop's page says. */
let html = '';

beforeAll(async () => {
  const built = once(
    spawn(process.execPath, ['scripts/build.mjs', 'widget'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }),
    'exit',
  );
  site = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html),
  ).listen(0, '127.0.0.1');
  databases = [await createTestDatabase('postgres'), await createTestDatabase('pglite')];
  const port = await freePort();
  expect(await built).toEqual([0, null]);
  const [vendureDatabase, deskDatabase] = databases.map(({ options }) => options);
  vendure = await startVendure({
    databaseUrl: (vendureDatabase as { url: string }).url,
    events: { url: `http://127.0.0.1:${port}/shops/${STORE_KEY}/events`, secret: EVENT_SECRET },
  });
  const shop = vendureShop({
    url: vendure.url,
    username: 'desk',
    password: PASSWORDS.desk,
    orderEvents: 'WEBHOOK',
    paymentKinds: { card: 'CARD' },
  });
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  desk = await startStoryDesk({
    shop,
    port,
    database: deskDatabase as { url: string },
    widget: { folder: `${root}packages/widget/dist/browser`, origin },
  });
  admin = await superadmin(vendure);
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found: run `node scripts/ensure-browser.mjs`.');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await vendure?.stop();
  site?.close();
  for (const database of databases ?? []) await database.remove();
});

/** A customer on the shop's page, who is signed in there, with the order before him. */
async function openOrder(orderId: string, customerId: string): Promise<{ page: Page; widget: Locator }> {
  html = `<!doctype html><html lang="en"><head><title>Shop</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body><h1>Shop</h1>
    <script>window.Shopdesk = window.Shopdesk || function () { (Shopdesk.q = Shopdesk.q || []).push(arguments) }</script>
    <script async src="${desk.url}/widget.js" data-store="${STORE_KEY}"></script>
    <script>Shopdesk('identify', '${signed(customerId)}'); Shopdesk('openOrder', '${orderId}')</script></body></html>`;
  const context = await browser.newContext({
    locale: 'en',
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  return { page, widget: page.locator('desk-widget') };
}

async function act(who: Ask, action: string, input: object): Promise<void> {
  const type = `${action[0]?.toUpperCase()}${action.slice(1)}Input`;
  const { r } = await who<{ r: { denied: { message: string } | null } }>(
    `mutation ($i: ${type}!) { r: ${action}(input: $i) { denied { message } } }`,
    { i: input },
  );
  expect([action, r]).toEqual([action, { denied: null }]);
}

describe('an order of a Vendure shop, in the widget', { timeout: 120_000 }, () => {
  test('is returned step by step, followed, and refunded in Vendure', async () => {
    const mia = await shopper(vendure, 'mia.novak@example.com');
    const { activeCustomer } = (await mia('{ activeCustomer { id } }')) as unknown as {
      activeCustomer: { id: string };
    };
    const order = await buy(mia);
    await moveParcel(admin, await ship(admin, order.id), 'Delivered');
    const [warehouse, agent] = [await desk.staff('WH1', 'WH'), await desk.staff('AA1', 'AA')];
    const { page, widget } = await openOrder(order.id, activeCustomer.id);
    const press = (name: string) => widget.getByRole('button', { name, exact: true }).click();
    const tick = (label: string) => widget.locator('label.check', { hasText: label }).first().click();
    const sees = (text: string | RegExp) => widget.getByText(text).first().waitFor();

    await sees(words.orders.heading(order.code));
    await page.screenshot({ path: `${PICTURES}vendure-01-order.png` });
    await press(words.orders.afterSales);
    await tick('Rain jacket');
    await press(words.next);
    await tick('I do not want it any more');
    await press(words.next);
    await tick(words.caseTypes.RETURN_REFUND);
    await press(words.next);
    await sees(words.flow.youGet);
    await page.screenshot({ path: `${PICTURES}vendure-02-preview.png` });
    await press(words.flow.submit);
    await sees(words.flow.submitted(`${order.code}-1`));

    await press(words.flow.follow);
    await press(words.cases.actions.shipReturn);
    await widget.getByLabel(words.cases.carrier).fill('UPS');
    await widget.getByLabel(words.cases.waybill).fill('1Z12345678');
    await press(words.confirm);
    await sees(words.caseStates.IN_TRANSIT);

    const { c } = await agent<{ c: { nodes: { id: string; number: string; refundAmount: number }[] } }>(
      '{ c: afterSalesCases { nodes { id number refundAmount } } }',
    );
    const [{ id = '', number = '', refundAmount = 0 } = {}] = c.nodes;
    await act(warehouse, 'receiveReturn', { id });
    await act(warehouse, 'inspectReturn', { id, result: 'PASS' });
    await act(agent, 'settleReturn', { id });
    await sees(words.caseStates.REFUNDED);
    await page.screenshot({ path: `${PICTURES}vendure-03-refunded.png` });
    expect(refundAmount).toBeGreaterThan(0);
    expect(await refundsOf(admin, order.id)).toMatchObject([{ total: refundAmount, state: 'Settled', reason: number }]);
    await page.context().close();
  });
});
