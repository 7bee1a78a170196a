/**
 * @module Every page of the panel as its administrator and its supervisor see it: drawn, accessible, within its policy.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Agent } from './support/agent.ts';
import {
  barriers,
  keepFailure,
  launchBrowser,
  layoutShift,
  openContext,
  screenshots,
  SIZES,
} from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { Shopper } from './support/shopper.ts';
import { WORDS } from './support/words.ts';

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const { context, newPage } = await openContext(browser, { locale: 'en', size: SIZES[1] });
  const shopper = new Shopper(await newPage(), demo, WORDS.en);
  await shopper.signIn('ivan_santos_6635');
  await shopper.open();
  await shopper.send('Good morning');
  await shopper.seesTick('sent');
  await context.close();
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Its pages by the role that sees them. */
const PAGES = {
  ad: ['customers', 'staff', 'permissions', 'stores', 'audit', 'records'],
  sv: ['inbox', 'board', 'cases', 'scripts', 'inbox/offline', 'customers', 'policies', 'audit'],
} as const;
/** Beyond this a page moves under its reader's eyes (web.dev, Cumulative Layout Shift). */
const MOST_SHIFT = 0.1;
/** Those that list what has a page of its own. */
const DETAILED: readonly string[] = ['customers', 'stores', 'policies'];
const variants = (['en', 'zh-CN'] as const).flatMap((locale) =>
  SIZES.map((size) => ({ locale, size, width: size.width })),
);

describe.each(variants)('the panel in $locale at $width px', ({ locale, size, width }) => {
  test.each(['ad', 'sv'] as const)(
    'has nothing inaccessible or broken, and stays in its place, for the role %s',
    async (role) => {
      const watched = await openContext(browser, { locale, size });
      const agent = new Agent(await watched.newPage(), demo, WORDS[locale]);
      const keep = screenshots(`panel-${role}-${locale}-${width}`);
      const found: string[] = [];
      await agent.openPanel();
      await agent.signIn(role);
      const look = async (step: string) => {
        await agent.settled();
        await keep(agent.page, step);
        const { sum, moved } = await layoutShift(agent.page);
        if (sum > MOST_SHIFT) found.push(`${step}: moves by ${sum.toFixed(3)} (${moved})`);
        found.push(...(await barriers(agent.page)).map((barrier) => `${step}: ${barrier}`));
      };
      for (const path of PAGES[role]) {
        await agent.page.goto(`${demo.deskUrl}/admin/${path}`);
        await look(path.replace('/', '-'));
        if (!DETAILED.includes(path)) continue;
        await agent.page.getByRole('main').locator(`a[href*="/admin/${path}/"]`).first().click();
        await agent.page.waitForURL(`**/admin/${path}/*`);
        await look(`${path}-one`);
        if (path !== 'stores') continue;
        await agent.page.goto(`${agent.page.url()}/events`);
        await look('stores-events');
      }
      if (found.length > 0) await keepFailure(`panel-${role}`, [watched]);
      await watched.context.close();
      expect([...found, ...watched.complaints]).toEqual([]);
    },
  );
});
