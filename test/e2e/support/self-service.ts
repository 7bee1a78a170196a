/** @module A shopper in self-service: his orders, what he changes, what he asks for, found by role and name. */
import type { Locator, Page } from 'playwright-core';
import { en, zh } from '../../../packages/widget/test/service-words.ts';
import type { Shopper } from './shopper.ts';
import { startsWith, type Locale } from './words.ts';

export const SERVICE_WORDS: Readonly<Record<Locale, typeof en>> = { en, 'zh-CN': zh };

export class SelfService {
  readonly words: typeof en;
  readonly view: Locator;
  readonly #shopper: Shopper;

  constructor(shopper: Shopper, locale: Locale) {
    this.#shopper = shopper;
    this.words = SERVICE_WORDS[locale];
    this.view = shopper.chat.locator('desk-self-service');
  }

  get page(): Page {
    return this.#shopper.page;
  }

  /** The page of the shop opens an order in the window. */
  async openOrder(id: string): Promise<void> {
    await this.page.evaluate(
      (order) =>
        (globalThis as unknown as { Shopdesk: (command: string, id: string) => void }).Shopdesk('openOrder', order),
      id,
    );
    await this.view.getByRole('heading', { name: this.words.orders.heading(id) }).waitFor();
  }

  /** The last order on the first view. */
  get lastOrder(): Locator {
    return this.#shopper.chat.locator('desk-last-order');
  }

  /** Back and back until the first view is there. */
  async toHome(): Promise<void> {
    const { chat } = this.#shopper;
    for (let presses = 0; presses < 9 && !(await chat.locator('desk-home').isVisible()); presses += 1)
      await this.#shopper.back();
    await chat.locator('desk-home').waitFor();
  }

  async press(name: string): Promise<void> {
    await this.view.getByRole('button', { name, exact: true }).click();
  }

  async choose(name: string): Promise<void> {
    await this.view.getByRole('radio', { name: startsWith(name) }).check();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.view.getByText(text).first().waitFor();
  }

  /** The amount that the first such part names. */
  async amountIn(selector: string): Promise<string> {
    const text = (await this.view.locator(selector).first().textContent()) ?? '';
    return /\$[\d,]+\.\d\d/.exec(text)?.[0] ?? `no amount in ${text}`;
  }

  /** From an order to the solutions for one of its items, the first unless another is named. */
  async begin(reason: string, photo?: Parameters<Shopper['attach']>[0], item = 0): Promise<void> {
    const { words } = this;
    await this.press(words.orders.afterSales);
    await this.view.getByRole('checkbox').nth(item).check();
    await this.press(words.next);
    await this.choose(reason);
    if (photo) await this.addPhoto(photo);
    await this.press(words.next);
    await this.sees(words.flow.step(3, 4));
  }

  async addPhoto(photo: Parameters<Shopper['attach']>[0]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.press(this.words.flow.addPhoto);
    await (await chooser).setFiles(photo);
    await this.view.getByRole('img', { name: photo.name }).waitFor();
    // It waits, then it goes up: looking for the bar first would pass while there is none yet.
    await this.view.getByText(this.words.flow.photoWaits).waitFor({ state: 'detached' });
    await this.view.getByRole('progressbar').waitFor({ state: 'detached' });
  }
}
