/**
 * @module Many tabs of one browser over plain HTTP/1.1, which takes six connections to a server: each tab keeps
 * working, those of the shop and those of the panel.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Agent } from './support/agent.ts';
import { launchBrowser, openContext, SIZES } from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { Shopper } from './support/shopper.ts';
import { WORDS } from './support/words.ts';

const words = WORDS.en;
const SOON = { timeout: 5000, interval: 100 } as const;
const setting = { locale: 'en', size: SIZES[1] } as const;

let browser: Browser;
let demo: Demo;

beforeAll(async () => {
  [browser, demo] = await Promise.all([launchBrowser(), startDemo()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test('eight tabs of a shop and four of the panel all send and hear, and go on when the first of them is closed', async () => {
  const [shopperContext, staffContext] = [await openContext(browser, setting), await openContext(browser, setting)];
  const agent = new Agent(await staffContext.newPage(), demo, words);
  await agent.openPanel();
  await agent.signIn('pa');
  await agent.setPresence('ONLINE');

  const tabs: Shopper[] = [];
  for (let count = 0; count < 8; count += 1) {
    const tab = new Shopper(await shopperContext.newPage(), demo, words);
    await tab.visit('/');
    await tab.open();
    tabs.push(tab);
    if (count > 0) continue;
    await tab.send('first |');
    await agent.openConversation('first ');
    await agent.take();
  }
  const said = ['first |'];
  const allHear = () => Promise.all(tabs.map((tab) => expect.poll(() => tab.texts(' |'), SOON).toEqual(said)));
  await allHear();
  for (const number of [7, 3]) {
    const text = `from tab ${number} |`;
    await (tabs[number] as Shopper).send(text);
    said.push(text);
    await allHear();
  }
  await agent.reply('to all |');
  said.push('to all |');
  await allHear();
  await tabs.shift()?.page.close();
  await agent.reply('after the first is closed |');
  said.push('after the first is closed |');
  await allHear();

  const panels = [agent];
  for (let count = 1; count < 4; count += 1) {
    const panel = new Agent(await staffContext.newPage(), demo, words);
    await panel.openPanel();
    await panel.signIn('pa');
    await panel.page.goto(agent.page.url());
    panels.push(panel);
  }
  const panelsHear = () => Promise.all(panels.map((panel) => expect.poll(() => panel.texts(' |'), SOON).toEqual(said)));
  await panelsHear();
  await (tabs[0] as Shopper).send('to all panels |');
  said.push('to all panels |');
  await panelsHear();
  await panels.at(-1)?.reply('from the last panel |');
  said.push('from the last panel |');
  await Promise.all([panelsHear(), allHear()]);
  await panels.shift()?.page.close();
  await (tabs[0] as Shopper).send('after the first panel is closed |');
  said.push('after the first panel is closed |');
  await panelsHear();
  expect([...shopperContext.complaints, ...staffContext.complaints]).toEqual([]);
}, 180_000);
