/**
 * @module A browser whose pages are watched: what a page breaks of its own policy, throws, or makes inaccessible fails
 * the test.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from 'shopdesk-test/programs';
import type { Locale } from './words.ts';

/** A phone and a desktop. */
export const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const;
export interface Size {
  readonly width: number;
  readonly height: number;
}

const SCREENSHOTS = fileURLToPath(new URL('../../../artifacts/screenshots', import.meta.url));
/** A resource that cannot be loaded while the network is cut off is no fault of the page. */
const NETWORK = /Failed to load resource|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_NETWORK_CHANGED/;

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error('No Chromium was found: run `node scripts/ensure-browser.mjs`, or set CHROME_PATH to the program.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

export interface WatchedContext {
  readonly context: BrowserContext;
  /** What the pages broke or threw, since the beginning. */
  readonly complaints: readonly string[];
  newPage(): Promise<Page>;
}

export async function openContext(
  browser: Browser,
  { locale, size }: { readonly locale: Locale; readonly size: Size },
): Promise<WatchedContext> {
  const touch = size.width < 500;
  const context = await browser.newContext({
    locale,
    viewport: size,
    hasTouch: touch,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  await context.exposeBinding(
    'tellViolation',
    (_source, violation: string) => void complaints.push(`policy: ${violation}`),
  );
  await context.addInitScript(() => {
    const { tellViolation } = globalThis as unknown as { tellViolation: (violation: string) => void };
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) =>
        tellViolation(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`),
    );
  });
  const newPage = async () => {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`thrown: ${error.stack ?? error.message}`));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (message.type() === 'error' && !NETWORK.test(message.text())) complaints.push(`console: ${message.text()}`);
    });
    return page;
  };
  return { context, complaints, newPage };
}

/** Keeps a picture of the page, numbered in the order they are taken. */
export function screenshots(name: string): (page: Page, step: string) => Promise<void> {
  let count = 0;
  return async (page, step) => {
    count += 1;
    await mkdir(SCREENSHOTS, { recursive: true });
    await page.screenshot({
      path: join(SCREENSHOTS, `${name}-${String(count).padStart(2, '0')}-${step}.png`),
      animations: 'disabled',
    });
  };
}

/** Keeps what every page shows, when a test has failed. */
export async function keepFailure(name: string, contexts: readonly WatchedContext[]): Promise<void> {
  const keep = screenshots(`failed-${name}`);
  for (const { context, complaints } of contexts) {
    if (complaints.length > 0) console.error(complaints.join('\n'));
    for (const page of context.pages()) await keep(page, 'page').catch(() => undefined);
  }
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What is inaccessible, or wider than the page. */
export async function barriers(page: Page, root = 'html'): Promise<string[]> {
  const there = await page.evaluate(() => 'axe' in globalThis);
  if (!there) await page.evaluate(await axeSource);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: { run(root: string): Promise<AxeResult> } };
    const { violations } = await axe.run(selector);
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary ?? ''}`).join('\n')}`,
    );
    return scrollWidth > clientWidth ? [...found, `the page is ${scrollWidth - clientWidth} px too wide`] : found;
  }, root);
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
}

/**
 * How far the page has moved under its reader since it was loaded, without what followed a press of theirs, and what
 * moved most. A good page stays below 0.1 (web.dev, Cumulative Layout Shift).
 */
export const layoutShift = (page: Page): Promise<{ readonly sum: number; readonly moved: string }> =>
  page.evaluate(async () => {
    const shifts: Shift[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[])));
    observer.observe({ type: 'layout-shift', buffered: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    const own = shifts.filter(({ hadRecentInput }) => !hadRecentInput).sort((a, b) => b.value - a.value);
    // What moved stands in shadow trees, whose nodes nobody is told: the places say what it was.
    const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
    return {
      sum: own.reduce((sum, { value }) => sum + value, 0),
      moved: own
        .slice(0, 3)
        .map(
          ({ value, startTime, sources }) =>
            `${value.toFixed(3)} at ${Math.round(startTime)} ms: ${sources.map((one) => `[${place(one.previousRect)}] to [${place(one.currentRect)}]`).join(', ')}`,
        )
        .join('; '),
    };
  });
