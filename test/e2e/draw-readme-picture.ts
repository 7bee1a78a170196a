/**
 * @module Draws docs/images/desk.png anew: the widget on the demo shop beside the agent's panel, in a real
 * conversation. Run it with `node --conditions=@shopdesk/source test/e2e/draw-readme-picture.ts`.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { Agent } from './support/agent.ts';
import { launchBrowser, openContext } from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { Shopper } from './support/shopper.ts';
import { WORDS } from './support/words.ts';

const PICTURE = fileURLToPath(new URL('../../docs/images/desk.png', import.meta.url));
const SHOP = { width: 760, height: 760 };
const PANEL = { width: 1240, height: 760 };

/** A customer with orders, two visitors who wait, an agent in the middle of an answer. */
async function stage(demo: Demo, browser: Browser): Promise<{ shop: Page; panel: Page }> {
  const page = async (size: typeof SHOP) =>
    (await openContext(browser, { locale: 'en', size: size as never })).newPage();
  const agent = new Agent(await page(PANEL), demo, WORDS.en);
  await agent.openPanel();
  await agent.signIn('pa');
  await agent.setPresence('ONLINE');
  const shopper = new Shopper(await page(SHOP), demo, WORDS.en);
  await shopper.signIn('aarav_anderson_8794');
  await shopper.visit('/products/9523456873');
  await shopper.open();
  await shopper.send('Hi! Does this shirt run small?');
  for (const text of ['Can I still change my delivery address?', 'Is the backpack waterproof?']) {
    const visitor = new Shopper(await page(SHOP), demo, WORDS.en);
    await visitor.visit('/');
    await visitor.open();
    await visitor.send(text);
    await visitor.seesTick('sent');
  }
  await agent.openConversation('Does this shirt run small?');
  await agent.take();
  await agent.reply('Hello Aarav, it fits true to size. Which size do you usually wear?');
  await shopper.sees('Which size');
  await shopper.send('L. And when will my desk lamp arrive?');
  await shopper.chat.getByRole('button', { name: WORDS.en.chat.tool.orders }).click();
  await shopper.chat.locator('desk-orders').getByRole('button').first().click();
  await agent.note('Warehouse: packed, goes out with today’s truck');
  await agent.reply('It leaves our warehouse today – you will have it tomorrow.');
  await shopper.sees('tomorrow');
  await shopper.toEnd();
  await agent.seesTick('read');
  await agent.look('open');
  await agent.openConversation('It leaves our warehouse');
  await agent.sees('tomorrow');
  await agent.settled();
  await agent.page.locator('desk-admin-toasts li').first().waitFor({ state: 'detached' });
  return { shop: shopper.page, panel: agent.page };
}

/** Both side by side on a plain ground. */
async function compose(browser: Browser, pictures: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: SHOP.width + PANEL.width + 72, height: PANEL.height + 48 } });
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`).join('');
  await page.setContent(`<style>
    body { margin: 0; padding: 24px; display: flex; gap: 24px; background: #dfe5ea; }
    img { display: block; border-radius: 10px; box-shadow: 0 1px 3px #0003; }
  </style>${images}`);
  return page.screenshot();
}

const [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
try {
  const { shop, panel } = await stage(demo, browser);
  const picture = await compose(browser, [
    await shop.screenshot({ animations: 'disabled' }),
    await panel.screenshot({ animations: 'disabled' }),
  ]);
  await writeFile(PICTURE, picture);
  console.log(`${PICTURE}: ${picture.length} bytes`);
} finally {
  await browser.close();
  await demo.stop();
}
