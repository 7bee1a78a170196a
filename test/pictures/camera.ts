/**
 * @module Takes the pictures of one page in one state: both widths, light and dark, without loading it anew.
 */
import { join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { barriers } from '../e2e/support/browser.ts';

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;
export const SCHEMES = ['light', 'dark'] as const;
export const STATES = ['full', 'empty', 'loading', 'error', 'not-allowed'] as const;
export type State = (typeof STATES)[number];

export interface Picture {
  readonly page: string;
  readonly state: State;
  readonly locale: string;
  readonly width: number;
  readonly scheme: string;
  /** Relative to the folder of the book. */
  readonly file: string;
}

/** What is wrong with a page in one state. */
export interface Finding {
  readonly page: string;
  readonly state: State;
  readonly locale: string;
  readonly text: string;
}

/** The greatest sum of layout shifts that a page may have while it loads (web.dev's "good" limit). */
const GREATEST_SHIFT = 0.1;
const SETTLE_MS = 12_000;

/** How the desk answers the page's questions: as it does, never, or with an error. */
export type Answers = 'given' | 'held' | 'refused';

/** One person's panel in one language, which stays open while pages are visited one after the other. */
export class Camera {
  answers: Answers = 'given';
  readonly page: Page;
  readonly #folder: string;
  readonly #locale: string;
  readonly #root: string;
  readonly #held = new Set<Route>();

  private constructor(page: Page, { folder, locale, root }: { folder: string; locale: string; root: string }) {
    this.page = page;
    this.#folder = folder;
    this.#locale = locale;
    this.#root = root;
  }

  static async open(context: BrowserContext, where: { folder: string; locale: string; root: string }): Promise<Camera> {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const shifts = globalThis as unknown as { shifted: number };
      shifts.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) shifts.shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const camera = new Camera(page, where);
    await page.route('**/graphql', (route) => camera.#answer(route));
    return camera;
  }

  async #answer(route: Route): Promise<void> {
    const isLive = (route.request().headers()['accept'] ?? '').includes('event-stream');
    if (this.answers === 'given' || isLive) return route.fallback();
    if (this.answers === 'held') return void this.#held.add(route);
    const body = { errors: [{ message: 'Away', extensions: { code: 'SERVICE_UNAVAILABLE' } }] };
    return route.fulfill({ status: 503, contentType: 'application/json', body: JSON.stringify(body) });
  }

  /** Goes there inside the open panel, as a link does. */
  async visit(path: string): Promise<void> {
    await this.#resize(SIZES[0]);
    await this.page.evaluate(
      ([root, to]) => {
        (globalThis as unknown as { shifted: number }).shifted = 0;
        history.pushState(null, '', `${root}${to?.slice(1)}`);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      [this.#root, path] as const,
    );
  }

  /** Leaves the page, so that the next visit draws it from the beginning, and lets go of what was held. */
  async leave(): Promise<void> {
    for (const route of this.#held) await route.abort().catch(() => undefined);
    this.#held.clear();
    this.answers = 'given';
    await this.visit('/no-such-page');
    await this.#quiet();
  }

  #resize(size: { width: number; height: number }): Promise<void> {
    return this.page.setViewportSize(size);
  }

  /** Nothing of the page is still loading. */
  async settled(): Promise<boolean> {
    return this.page
      .locator('desk-admin .spinner')
      .first()
      .waitFor({ state: 'detached', timeout: SETTLE_MS })
      .then(
        () => true,
        () => false,
      );
  }

  /** Pictures and fonts are there and two frames have been drawn. */
  async #quiet(): Promise<void> {
    await this.page.waitForTimeout(120);
    if (this.answers !== 'held') await this.settled();
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }

  /** Whether the page shows one of these, wherever it stands. */
  shows(selector: string): Promise<boolean> {
    return this.page.locator(selector).first().isVisible();
  }

  async take(page: string, state: State, look: 'whole' | 'quick'): Promise<{ pictures: Picture[]; found: Finding[] }> {
    const pictures: Picture[] = [];
    const found: Finding[] = [];
    const locale = this.#locale;
    const tell = (text: string) => found.push({ page, state, locale, text });
    await this.#quiet();
    const shifted = await this.page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
    if (shifted > GREATEST_SHIFT) tell(`its parts moved by ${shifted.toFixed(2)} while it loaded`);
    for (const size of SIZES) {
      await this.#resize(size);
      for (const scheme of SCHEMES) {
        await this.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await this.#quiet();
        const file = join('pictures', `${page}.${state}.${locale}.${size.width}.${scheme}.png`);
        await this.page.screenshot({ path: join(this.#folder, file) });
        pictures.push({ page, state, locale, width: size.width, scheme, file });
        if (look === 'whole')
          for (const barrier of await barriers(this.page)) tell(`${size.width} ${scheme}: ${barrier}`);
      }
    }
    return { pictures, found };
  }
}
