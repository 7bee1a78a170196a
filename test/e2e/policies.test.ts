/**
 * @module A store's promise from its first draft into force, in both languages, on a phone and on a desktop: real
 * pages, real server, two people.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvalWords } from '../../packages/admin/src/features/policies/approval-words.ts';
import { gridWords } from '../../packages/admin/src/features/policies/grid-words.ts';
import { lintWords } from '../../packages/admin/src/features/policies/lint-words.ts';
import { POLICY_VERSION_STATES } from '../../packages/core/src/policies/version.ts';
import { policyWords } from '../../packages/admin/src/features/policies/words.ts';
import { Agent } from './support/agent.ts';
import {
  barriers,
  keepFailure,
  launchBrowser,
  openContext,
  screenshots,
  SIZES,
  type WatchedContext,
} from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { WORDS, type Locale } from './support/words.ts';

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const variants = (['en', 'zh-CN'] as const).flatMap((locale) =>
  SIZES.map((size) => ({ locale, size, width: size.width })),
);
const wordsOf = (locale: Locale) => {
  const key = locale === 'en' ? 'en' : 'zh';
  const state = (code: keyof typeof POLICY_VERSION_STATES) => POLICY_VERSION_STATES[code][key];
  return { policy: policyWords[key], state, approval: approvalWords[key], grid: gridWords[key], lint: lintWords[key] };
};

describe.each(variants)('a promise in $locale at $width px', ({ locale, size, width }) => {
  const words = wordsOf(locale);
  const narrow = width < 600;
  const keep = screenshots(`policies-${locale}-${width}`);
  const contexts: WatchedContext[] = [];
  const found: string[] = [];

  const signedIn = async (role: string): Promise<Agent> => {
    const watched = await openContext(browser, { locale, size });
    contexts.push(watched);
    const agent = new Agent(await watched.newPage(), demo, WORDS[locale]);
    await agent.openPanel();
    await agent.signIn(role);
    return agent;
  };
  const look = async (page: Page, step: string) => {
    await keep(page, step);
    found.push(...(await barriers(page)).map((barrier) => `${step}: ${barrier}`));
  };
  const section = (page: Page, name: keyof typeof words.policy.tabs) =>
    page.getByRole('link', { name: words.policy.tabs[name], exact: true }).click();

  /** The upper bound of the days of the first row, by keys where there are any. */
  const setDays = async (page: Page, days: string) => {
    const cell = page.locator('desk-admin-policy-grid').first().locator('[data-at="0:3"]');
    await cell.focus();
    if (narrow) await cell.click();
    else await page.keyboard.press('Enter');
    await page.getByLabel(words.grid.upper, { exact: true }).fill(days);
    await page.keyboard.press('Enter');
    await page
      .getByText(locale === 'en' ? `≤ ${days} days` : `≤ ${days} 天`)
      .first()
      .waitFor();
  };

  test('is drafted, checked, tried, handed in, and approved by somebody else', async ({ onTestFailed }) => {
    onTestFailed(() => keepFailure(`policies-${locale}-${width}`, contexts));
    const author = await signedIn('sv');
    const { page } = author;
    await page.goto(`${demo.deskUrl}/admin/policies`);
    await page.getByRole('button', { name: words.policy.newDraft }).click();
    await page.locator('desk-admin-policy-draft-dialog input[type="checkbox"]').first().check();
    await look(page, 'draft');
    await page.getByRole('button', { name: words.policy.create }).click();
    await page.waitForURL('**/policies/*-*');
    await page.getByText(words.lint.clean).waitFor();
    await look(page, 'tables');
    await setDays(page, '99');
    await page.getByRole('button', { name: words.policy.saveDraft }).click();
    await page.getByText(words.policy.saved).first().waitFor();
    await section(page, 'approval');
    await page.getByRole('button', { name: words.approval.submit }).click();
    await page.getByText(words.state('SUBMITTED')).first().waitFor();
    await look(page, 'handed-in');
    const manager = await signedIn('mg');
    await manager.page.goto(page.url());
    await manager.page.getByRole('button', { name: words.approval.approve, exact: true }).click();
    await manager.page.getByRole('button', { name: words.approval.schedule }).click();
    await manager.page.getByText(words.state('EFFECTIVE')).first().waitFor();
    await look(manager.page, 'in-force');
    const complaints = contexts.flatMap((watched) => watched.complaints);
    for (const { context } of contexts) await context.close();
    expect([...found, ...complaints]).toEqual([]);
  });
});
