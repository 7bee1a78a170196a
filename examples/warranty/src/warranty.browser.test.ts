/**
 * @module A claim from the customer's click to the workshop's report, in a real browser: the widget on a page of the
 * shop, the panel on another, and the webhook.
 */
import { fileURLToPath } from 'node:url';
import type { RowOf } from '@shopdesk/core';
import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from 'shopdesk-test/programs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Covered, WarrantyClaim } from './core/index.ts';
import { PASSWORD, startWarrantySite } from './testing/warranty-site.ts';

const PICTURES = fileURLToPath(new URL('../../../artifacts/screenshots/', import.meta.url));

let site: Awaited<ReturnType<typeof startWarrantySite>>;
let browser: Browser;
beforeAll(async () => {
  site = await startWarrantySite();
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium was found: run `node scripts/ensure-browser.mjs`.');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = async (path: string, viewport: { width: number; height: number }, locale: string) => {
  const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(`${site.url}${path}?locale=${locale}`);
  return page;
};

const claims = () => site.desk.read(site.system).all(WarrantyClaim) as Promise<RowOf<typeof WarrantyClaim>[]>;

test(
  'a claim is made in the widget, accepted in the panel, and repaired by the webhook',
  { timeout: 120_000 },
  async () => {
    const customer = await open('/shop', { width: 390, height: 844 }, 'zh-CN');
    const widget = customer.locator('desk-widget');
    await widget.getByRole('button', { name: '保修', exact: true }).click();
    await widget.getByText('您还没有保修申请。').waitFor();
    await widget.getByLabel('商品').fill('电热水壶');
    await widget.getByLabel('请描述故障').fill('壶底漏水。');
    await widget.getByRole('button', { name: '申请保修' }).click();
    await widget.getByText('处理中').waitFor();
    await customer.screenshot({ path: `${PICTURES}warranty-widget-zh-phone.png` });
    const [claim] = await claims();
    expect(claim).toMatchObject({ product: '电热水壶', state: 'REQUESTED' });
    const { id, customerId } = claim as RowOf<typeof WarrantyClaim>;

    const agent = await open('/panel', { width: 1440, height: 900 }, 'en');
    const panel = agent.locator('desk-admin');
    await panel.getByLabel('E-mail').fill('aa1@example.com');
    await panel
      .getByLabel(/password/i)
      .first()
      .fill(PASSWORD);
    await panel.getByRole('button', { name: /sign in/i }).click();
    await panel.getByRole('link', { name: 'Warranty' }).first().click();
    const row = panel.getByRole('row', { name: /电热水壶/ });
    await row.getByText('Requested').waitFor();
    await agent.screenshot({ path: `${PICTURES}warranty-panel-en.png` });
    await row.getByRole('button', { name: 'Accept' }).click();
    await row.getByText('Accepted').waitFor();
    await widget.getByText('已通过，请寄回商品').waitFor();
    expect(await site.tellRepair(id, '更换了密封圈。')).toBe(200);
    await row.getByText('Repaired').waitFor();
    await widget.getByText('更换了密封圈。').waitFor();

    // Beside the conversation the agent sees that the customer is covered, and what is open.
    await site.desk.perform(site.system, 'coverCustomer', { id: customerId, until: '2030-01-01T00:00:00.000Z' });
    const covered = await site.desk.read(site.system).get(Covered, customerId);
    expect(covered).toMatchObject({ coveredUntil: '2030-01-01T00:00:00.000Z' });
    await widget.getByRole('button', { name: '返回', exact: true }).click();
    await widget.getByRole('textbox', { name: '消息内容' }).fill('水壶什么时候寄回？');
    await widget.getByRole('button', { name: '发送', exact: true }).click();
    await panel.getByRole('link', { name: 'Inbox' }).first().click();
    await panel.getByText('水壶什么时候寄回？').first().click();
    await panel.getByText(/Covered until/).waitFor();
    await agent.screenshot({ path: `${PICTURES}warranty-chip-en.png` });
  },
);
