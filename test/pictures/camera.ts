/**
 * @module Takes the pictures of what a browser's page shows in one state: each width, light and dark, without loading it
 * anew, with the animation stopped. Tells what is wrong with it: barriers, moving parts, what the page complained of.
 */
import { join } from 'node:path';
import type { Page, Request, Route } from 'playwright-core';
import { barriers, type WatchedContext } from '../e2e/support/browser.ts';
import type { Locale } from '../e2e/support/words.ts';
import type { Options } from './options.ts';
import { SIZES, type Finding, type Picture, type State } from './plan.ts';

/** The greatest sum of layout shifts that a page may have while it loads (web.dev's "good" limit). */
const GREATEST_SHIFT = 0.1;
const SETTLE_MS = 15_000;
const TALLEST = 2600;

/** How the desk answers the page's questions: as it does, never, or with an error. */
export type Answers = 'given' | 'held' | 'refused';

export interface Look {
  /** What is asked of axe. */
  readonly root: string;
  /** What is pictured; the whole of the browser's page without it, and on a phone. */
  readonly frame?: string;
  /** What is there while it is busy. */
  readonly busy: string;
  /** Pictures are as high as what scrolls. */
  readonly whole?: boolean;
  /** Axe looks at every picture, and not at the first alone. */
  readonly thorough?: boolean;
}

export class Camera {
  answers: Answers = 'given';
  /** How many questions the page has asked. */
  asked = 0;
  readonly page: Page;
  readonly locale: Locale;
  readonly #options: Options;
  readonly #watched: WatchedContext;
  readonly #held = new Set<Route>();
  /** Questions that are not answered yet. */
  readonly #open = new Set<Request>();
  #complained = 0;

  private constructor(page: Page, watched: WatchedContext, locale: Locale, options: Options) {
    this.page = page;
    this.locale = locale;
    this.#watched = watched;
    this.#options = options;
  }

  /** A new page of the browser, of whose API `api` is a pattern. */
  static async open(watched: WatchedContext, locale: Locale, api: string, options: Options): Promise<Camera> {
    await watched.context.addInitScript(() => {
      const shifts = globalThis as unknown as { shifted: number };
      shifts.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) shifts.shifted += entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const camera = new Camera(await watched.newPage(), watched, locale, options);
    await camera.page.route(api, (route) => camera.#answer(route));
    const end = (request: Request) => void camera.#open.delete(request);
    camera.page.on('requestfinished', end).on('requestfailed', end);
    return camera;
  }

  async #answer(route: Route): Promise<void> {
    const isLive = (route.request().headers()['accept'] ?? '').includes('event-stream');
    if (!isLive) {
      this.asked += 1;
      this.#open.add(route.request());
    }
    if (this.answers === 'given' || isLive) return route.fallback();
    if (this.answers === 'held') return void this.#held.add(route);
    const body = { errors: [{ message: 'Broken for the picture', extensions: { code: 'INTERNAL' } }] };
    return route.fulfill({
      status: 500,
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
      body: JSON.stringify(body),
    });
  }

  /** Lets go of what was held; the desk answers again. */
  async release(): Promise<void> {
    this.answers = 'given';
    for (const route of this.#held) await route.abort().catch(() => undefined);
    this.#held.clear();
  }

  /** All that can be read in there, also inside of elements. */
  textOf(selector: string): Promise<string> {
    return this.page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const read = (node: Node): string => {
          if (node instanceof Text) return node.data;
          if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
          const inner = node instanceof Element && node.shadowRoot ? read(node.shadowRoot) : '';
          return inner + [...node.childNodes].map(read).join(' ');
        };
        return read(element);
      });
  }

  /** Every question of the page has been answered, and none has followed. */
  async idle(): Promise<void> {
    for (let calm = 0, tries = 0; calm < 3 && tries < 200; tries += 1) {
      await this.page.waitForTimeout(50);
      calm = this.#open.size === 0 ? calm + 1 : 0;
    }
  }

  /** Moves of the layout count from now on. */
  async count(): Promise<void> {
    await this.page.evaluate(() => void ((globalThis as unknown as { shifted: number }).shifted = 0));
  }

  /** Nothing of the page is still loading. */
  settled(busy: string): Promise<boolean> {
    return this.page
      .locator(busy)
      .first()
      .waitFor({ state: 'detached', timeout: SETTLE_MS })
      .then(
        () => true,
        () => false,
      );
  }

  /** Whether one of these comes into sight, wherever it stands. */
  shows(selector: string, timeout = 4000): Promise<boolean> {
    return this.page
      .locator(selector)
      .filter({ visible: true })
      .first()
      .waitFor({ timeout })
      .then(
        () => true,
        () => false,
      );
  }

  /** Whether one of these is in sight now. */
  hasNow(selector: string): Promise<boolean> {
    return this.page.locator(selector).filter({ visible: true }).first().isVisible();
  }

  /** Pictures and fonts are there and two frames have been drawn. */
  async quiet(busy: string): Promise<void> {
    if (this.answers !== 'held') {
      await this.settled(busy);
      await this.idle();
    }
    await this.page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }

  /** How much higher the browser's page must be for what scrolls on most of its width to be seen at once. */
  #hidden(root: string): Promise<number> {
    return this.page.evaluate((selector) => {
      let most = 0;
      const walk = (node: Element | ShadowRoot): void => {
        if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
        for (const element of node.querySelectorAll('*')) {
          if (element.shadowRoot) walk(element.shadowRoot);
          const more = element.scrollHeight - element.clientHeight;
          if (more <= most || element.clientWidth < innerWidth * 0.6) continue;
          if (/auto|scroll/.test(getComputedStyle(element).overflowY)) most = more;
        }
      };
      const within = document.querySelector(selector);
      if (within) walk(within);
      // A whole page scrolls by itself.
      return within === document.documentElement ? Math.max(most, within.scrollHeight - innerHeight) : most;
    }, root);
  }

  async take(page: string, state: State, look: Look): Promise<{ pictures: Picture[]; findings: Finding[] }> {
    const pictures: Picture[] = [];
    const findings: Finding[] = [];
    const { locale } = this;
    const tell = (text: string) => findings.push({ page, state, locale, text });
    await this.quiet(look.busy);
    const shifted = await this.page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);
    if (shifted > GREATEST_SHIFT) tell(`its parts moved by ${shifted.toFixed(2)} while it loaded`);
    for (const size of this.#options.sizes) {
      await this.page.setViewportSize(size);
      await this.quiet(look.busy);
      const hidden = look.whole ? await this.#hidden(look.root) : 0;
      if (hidden > 0)
        await this.page.setViewportSize({ width: size.width, height: Math.min(TALLEST, size.height + hidden) });
      for (const scheme of this.#options.schemes) {
        await this.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await this.quiet(look.busy);
        const file = join('pictures', `${page}.${state}.${locale}.${size.width}.${scheme}.png`);
        const path = join(this.#options.folder, file);
        const frame =
          look.frame && size.width > 480 ? await this.page.locator(look.frame).first().boundingBox() : undefined;
        await this.page.screenshot({ path, animations: 'disabled', ...(frame ? { clip: frame } : {}) });
        pictures.push({ page, state, locale, width: size.width, scheme, file });
        if (look.thorough || pictures.length === 1)
          for (const barrier of await barriers(this.page, look.root)) tell(`${size.width} ${scheme}: ${barrier}`);
      }
    }
    await this.page.setViewportSize(this.#options.sizes[0] ?? SIZES[0]);
    for (const complaint of this.#watched.complaints.slice(this.#complained)) tell(complaint);
    this.#complained = this.#watched.complaints.length;
    return { pictures, findings };
  }
}
