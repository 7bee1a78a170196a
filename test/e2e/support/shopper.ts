/**
 * @module A shopper on the shop's pages with the widget. Everything is found as a person finds it: by role and name.
 */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Demo } from './demo.ts';
import type { Words } from './words.ts';

export const PATIENT = { timeout: 20_000, interval: 100 } as const;

export class Shopper {
  readonly page: Page;
  readonly widget: Locator;
  readonly launcher: Locator;
  readonly chat: Locator;
  readonly composer: Locator;
  readonly words: Words;
  readonly #demo: Demo;

  constructor(page: Page, demo: Demo, words: Words) {
    this.page = page;
    this.words = words;
    this.#demo = demo;
    this.widget = page.locator('desk-widget');
    this.launcher = this.widget.locator('button.launcher');
    this.chat = this.widget.getByRole('dialog');
    this.composer = this.chat.getByRole('textbox', { name: words.chat.composer.label });
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(this.#demo.shopUrl + path);
  }

  /** Signs in at the shop, which tells the desk who they are. */
  async signIn(customerId: string): Promise<void> {
    await this.visit(`/sign-in?q=${customerId}`);
    await this.page.locator('.people button').first().click();
    await this.page.waitForURL(`${this.#demo.shopUrl}/`);
  }

  /** Goes through the page with the Tab key until the button has the focus, and presses it. */
  async openByKeyboard(): Promise<void> {
    await this.launcher.waitFor();
    for (let presses = 0; presses < 200; presses += 1) {
      await this.page.keyboard.press('Tab');
      if (await this.launcher.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button))
        break;
    }
    await this.page.keyboard.press('Enter');
    await this.chat.waitFor();
  }

  async open(): Promise<void> {
    await this.launcher.click();
    await this.chat.waitFor();
  }

  async close(): Promise<void> {
    await this.chat.getByRole('button', { name: this.words.chat.panel.close }).click();
    await this.chat.waitFor({ state: 'hidden' });
  }

  /** From the first view to the messages, by its button: to leave one where nobody is there. */
  async toChat(): Promise<void> {
    const { chat, message } = this.words.chat.home;
    const home = this.chat.locator('desk-home');
    await home
      .getByRole('button', { name: chat })
      .or(home.getByRole('button', { name: message }))
      .click();
    await this.chat.locator('desk-timeline').waitFor();
  }

  /** One place back. */
  async back(): Promise<void> {
    await this.chat.getByRole('button', { name: this.words.chat.panel.back, exact: true }).click();
  }

  /** Gives the place in the queue up, one way or the other. */
  async leaveQueue(how: 'leave' | 'leaveMessage'): Promise<void> {
    const { queue } = this.words.chat;
    await this.chat.getByRole('button', { name: queue.ways }).click();
    await this.chat.getByRole('button', { name: queue[how] }).click();
  }

  async send(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  bubble(text: string): Locator {
    return this.chat.locator('desk-bubble', { hasText: text });
  }

  /** Goes to the newest message, if he is not there. */
  async toEnd(): Promise<void> {
    const down = this.chat.getByRole('button', { name: this.words.chat.newest });
    if (await down.isVisible()) await down.click();
    await down.waitFor({ state: 'hidden' });
  }

  /** Waits for a text of whoever wrote it. */
  async sees(text: string): Promise<void> {
    await this.chat.getByText(text).filter({ visible: true }).last().waitFor();
  }

  /** How far the newest of his own messages has got. */
  async seesTick(tick: keyof Words['chat']['ticks']): Promise<void> {
    await this.chat
      .locator('desk-bubble[mine][last]')
      .last()
      .getByRole('img', { name: this.words.chat.ticks[tick], exact: true })
      .waitFor();
  }

  /** The texts in the timeline that contain this, in order. */
  async texts(part: string): Promise<string[]> {
    const all = await this.chat.locator('desk-bubble .bubble').allTextContents();
    return all.filter((text) => text.includes(part));
  }

  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.chat.getByRole('button', { name: this.words.chat.composer.attach }).click();
    await (await chooser).setFiles(file);
  }

  /** Waits until the newest picture of this name is really drawn. */
  async seesPicture(name: string): Promise<void> {
    await drawn(this.chat.getByRole('img', { name }).last());
  }

  async rate(stars: number): Promise<void> {
    const choice = this.chat.getByRole('radio', { name: this.words.chat.stars(stars) });
    await choice.focus();
    await this.page.keyboard.press('Space');
    await this.chat.getByRole('button', { name: this.words.chat.rating.send }).click();
    await this.sees(this.words.chat.rating.thanks);
  }

  /** The number on the button; 0 without one. */
  async unread(): Promise<number> {
    const badge = this.widget.locator('.badge');
    return (await badge.isVisible()) ? Number(await badge.textContent()) : 0;
  }

  async openHistory(): Promise<void> {
    await this.chat.getByRole('button', { name: this.words.chat.panel.history }).click();
    await this.chat.getByRole('heading', { name: this.words.chat.panel.history }).waitFor();
  }
}

/**
 * Waits until the picture is really drawn. Once it has arrived, a sent picture takes the place of the sender's preview of
 * the same name: whatever is there then is decoded instead.
 *
 * @throws when none could be decoded in time
 */
export async function drawn(image: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await image.waitFor();
      return image.evaluate((element) =>
        (element as HTMLImageElement).decode().then(
          () => 'drawn',
          (error: unknown) => String(error),
        ),
      );
    }, PATIENT)
    .toBe('drawn');
}
