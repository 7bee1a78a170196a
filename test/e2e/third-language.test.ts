/**
 * @module A desk in a made-up third language, of which every word stands in brackets: whatever is English or Chinese of
 * ours and stands outside them was not asked of the language.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsToTranslate } from '../../packages/server/src/cli/translations.ts';
import { keepFailure, launchBrowser, openContext, SIZES } from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';

const built = (name: string) => fileURLToPath(new URL(`../../packages/${name}/dist/browser`, import.meta.url));
const PAGES = [
  'inbox',
  'board',
  'work',
  'customers',
  'orders',
  'cases',
  'policies',
  'scripts',
  'knowledge',
  'guard',
  'guard/contacts',
  'shifts',
  'staff',
  'permissions',
  'stores',
  'service-levels',
  'service-report',
  'reports',
  'audit',
  'records',
  'first-hour',
] as const;

/** Every language calls itself by its own name; what a store has set itself stands in two languages. */
const NOT_OURS = new Set(['English', '简体中文', 'Chat with us', 'Hello, how can we help you?']);

/** What these list is called as some words of ours are, and stands in the two languages in which it was written. */
const LISTS_CONTENT: readonly string[] = ['policies', 'scripts'];

let demo: Demo;
let browser: Browser;
let folder: string;
/** What is ours, outside of brackets. */
let ours: ReadonlySet<string>;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-language-'));
  const file = join(folder, 'eo.json');
  // Builds the pages, whose words are in the catalogue then.
  const plain = await startDemo();
  await plain.stop();
  const catalogue = wordsToTranslate({ assets: { admin: built('admin'), widget: built('widget') } });
  const words = Object.fromEntries(Object.entries(catalogue).map(([key, { en }]) => [key, `⟦${en}⟧`]));
  ours = new Set(
    Object.values(catalogue)
      .flatMap(({ en, zh }) => [en, zh])
      .filter((text) => /\p{L}{2}/u.test(text)),
  );
  await writeFile(file, JSON.stringify({ language: 'eo', words }));
  demo = await startDemo({ SHOPDESK_LANGUAGES: file });
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Every text of a page that people see or hear, through all shadow trees. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return;
      if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
      if (node instanceof Element) {
        for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'label'])
          found.push(node.getAttribute(name) ?? '');
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      for (const child of node.childNodes) visit(child);
    };
    visit(document.body);
    return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
  });

/** The texts of a page once nothing comes any more. */
async function settledTexts(page: Page): Promise<string[]> {
  let before: readonly string[] = [];
  for (let tries = 0; tries < 20; tries += 1) {
    const now = await textsOf(page);
    if (tries > 0 && now.length === before.length) return now;
    before = now;
    await page.waitForTimeout(250);
  }
  return [...before];
}

const outside = (text: string): string => {
  const less = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  return less === text ? text.trim() : outside(less);
};

/** Names and content are the demo's own; only what is a word of ours counts. */
const left = (texts: readonly string[]): string[] =>
  texts.map(outside).filter((text) => ours.has(text) && !NOT_OURS.has(text));

describe('a third language, from a file', () => {
  test('is all that the panel says of itself, on every page', async () => {
    const watched = await openContext(browser, { locale: 'en', size: SIZES[1] });
    const page = await watched.newPage();
    await page.addInitScript(() => localStorage.setItem('shopdesk.panel.locale', 'eo'));
    await page.goto(`${demo.deskUrl}/admin/`);
    await page.getByRole('button', { name: '⟦Sign in⟧', exact: true }).waitFor();
    const found: string[] = left(await textsOf(page)).map((text) => `sign-in: ${text}`);
    await page.locator('input[type=email]').fill('ad@demo.shopdesk.example');
    await page.locator('input[type=password]').fill(demo.password);
    await page.getByRole('button', { name: '⟦Sign in⟧', exact: true }).click();
    await page.getByRole('navigation').first().waitFor();
    let seen = 0;
    for (const path of PAGES) {
      await page.goto(`${demo.deskUrl}/admin/${path}`);
      await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      await page.locator('desk-admin .spinner').first().waitFor({ state: 'detached' });
      const texts = await settledTexts(page);
      seen += texts.filter((text) => text.startsWith('⟦')).length;
      if (!LISTS_CONTENT.includes(path)) found.push(...left(texts).map((text) => `${path}: ${text}`));
    }
    if (found.length > 0) await keepFailure('third-language-panel', [watched]);
    await watched.context.close();
    expect([...new Set(found), ...watched.complaints]).toEqual([]);
    expect(seen).toBeGreaterThan(200);
  }, 180_000);

  test('is offered to whoever signs in, and chosen in the panel', async () => {
    const watched = await openContext(browser, { locale: 'en', size: SIZES[1] });
    const page = await watched.newPage();
    await page.goto(`${demo.deskUrl}/admin/`);
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('menuitemradio', { name: 'Esperanto' }).click();
    await page.getByRole('button', { name: '⟦Sign in⟧', exact: true }).waitFor();
    expect(await page.locator('desk-admin').getAttribute('lang')).toBe('eo');
    await page.reload();
    await page.getByRole('button', { name: '⟦Sign in⟧', exact: true }).waitFor();
    await watched.context.close();
  });

  test('is all that the chat says of itself, once the page asks for it', async () => {
    const watched = await openContext(browser, { locale: 'en', size: SIZES[1] });
    const page = await watched.newPage();
    await page.goto(demo.shopUrl);
    await page.getByRole('button', { name: 'Chat with us' }).waitFor();
    await page.evaluate(() =>
      (globalThis as never as { Shopdesk: (...call: string[]) => void }).Shopdesk('setLocale', 'eo'),
    );
    await page.getByRole('button', { name: '⟦Chat with us⟧' }).click();
    const chat = page.locator('desk-chat');
    await chat.locator('desk-home').waitFor();
    const found = left(await chatTexts(page)).map((text) => `home: ${text}`);
    await chat
      .locator('desk-home')
      .getByRole('button', { name: /⟦(?:Chat with us|Leave a message)⟧/ })
      .click();
    await chat.locator('desk-timeline').waitFor();
    await chat.locator('desk-composer').getByRole('textbox').fill('saluton');
    await chat.locator('desk-composer').getByRole('textbox').press('Enter');
    await chat.getByText('saluton').first().waitFor();
    await chat.getByText(/⟦/).first().waitFor();
    found.push(...left(await chatTexts(page)).map((text) => `chat: ${text}`));
    if (found.length > 0) await keepFailure('third-language-chat', [watched]);
    await watched.context.close();
    expect([...new Set(found), ...watched.complaints]).toEqual([]);
  });
});

/** The chat's own part of a shop's page. */
const chatTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const visit = (node: Node): void => {
      if (node instanceof HTMLStyleElement) return;
      if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
      if (node instanceof Element) {
        for (const name of ['aria-label', 'placeholder', 'title']) found.push(node.getAttribute(name) ?? '');
        if (node.shadowRoot) visit(node.shadowRoot);
      }
      for (const child of node.childNodes) visit(child);
    };
    for (const host of document.querySelectorAll('desk-widget')) visit(host);
    return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
  });
