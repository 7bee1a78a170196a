import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoShop } from './demo-shop.ts';
import { startTestShop } from './shop-under-test.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const YUSUF = 'yusuf_rossi_9620';
const PATIENT = { timeout: 15_000 };

/** A desk that only writes down what the page tells it. */
const LISTENER = `
  const told = (window.Shopdesk?.q ?? []).map((call) => [...call]);
  window.Shopdesk = (...call) => told.push(call);
  window.toldToDesk = told;
`;

let running: DemoShop;
let desk: Server;
let browser: Browser;

beforeAll(async () => {
  desk = createServer((_request, response) => response.setHeader('content-type', 'text/javascript').end(LISTENER));
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
  running = await startTestShop({ deskUrl: `http://127.0.0.1:${(desk.address() as AddressInfo).port}` });
  browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});

afterAll(async () => {
  await browser?.close();
  await running?.close();
  desk?.close();
});

async function problemsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { axe: checker, document } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      document: { documentElement: { scrollWidth: number; clientWidth: number } };
    };
    const { scrollWidth, clientWidth } = document.documentElement;
    const { violations } = await checker.run();
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : []),
    ];
  });
}

const signIn = async (page: Page) => {
  await page.goto(`${running.url}/sign-in?q=${YUSUF}`);
  await page.click('.people button');
  await page.waitForURL(`${running.url}/`);
};

const told = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { toldToDesk?: unknown[][] }).toldToDesk ?? []);

const names = async (page: Page) => (await told(page)).map(([name]) => name);

const ADDRESSES = [
  '/',
  '/?q=zzzz',
  '/products/4760268021',
  '/sign-in?q=yusuf',
  '/orders',
  '/orders/%23W2378156',
  '/orders/%23W9711842',
  '/nothing',
];

describe.each([
  ['en', 390],
  ['en', 1280],
  ['zh-CN', 390],
  ['zh-CN', 1280],
])('the shop in %s at %i px', (locale, width) => {
  test('is accessible, fits, and breaks no rule of its own policy', { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ locale, viewport: { width, height: 844 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    await signIn(page);
    const problems: Record<string, string[]> = {};
    for (const address of ADDRESSES) {
      await page.goto(running.url + address, { waitUntil: 'load' });
      const found = await problemsOf(page);
      if (found.length > 0) problems[address] = found;
    }
    await context.close();
    expect(problems).toEqual({});
    expect(complaints).toEqual([]);
  });
});

describe('the page', { timeout: 60_000 }, () => {
  test('tells the desk the language, the product, who is signed in, and that he has left', async () => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    await signIn(page);
    await page.goto(`${running.url}/products/9523456873`);
    await expect.poll(() => names(page), PATIENT).toContain('identify');
    await page.click('[data-desk-open]');
    const calls = await told(page);
    expect(calls[0]).toEqual(['setLocale', 'en']);
    expect(calls).toContainEqual([
      'update',
      { product: expect.objectContaining({ id: '9523456873', title: 'T-Shirt' }) },
    ]);
    expect(calls).toContainEqual(['identify', expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+$/)]);
    expect(calls.at(-1)).toEqual(['open']);
    await page.click('header form[action="/sign-out"] button');
    await page.waitForURL(`${running.url}/`);
    await expect.poll(() => told(page), PATIENT).toContainEqual(['identify', null]);
    await page.reload();
    await expect.poll(() => names(page), PATIENT).toEqual(['setLocale']);
    await context.close();
  });

  test('lets a customer choose a variant and buy it by keyboard alone', async () => {
    const context = await browser.newContext({ locale: 'en' });
    const page = await context.newPage();
    await signIn(page);
    await page.goto(`${running.url}/products/9523456873`);
    await page.locator('.pill', { hasText: 'purple' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/variant=/);
    expect(await page.locator('.pill[aria-current]').first().textContent()).toBe('purple');
    await page.locator('.buy button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/orders\//);
    expect(await page.locator('h1').textContent()).toMatch(/^Order #W\d{7}$/);
    expect(await page.locator('.line .note').textContent()).toContain('purple');
    await context.close();
  });
});
