import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Agent } from './support/agent.ts';
import { keepFailure, launchBrowser, openContext, screenshots, SIZES, type WatchedContext } from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { unreachable } from './support/keyboard.ts';
import { hugePicture, picture, program } from './support/pictures.ts';
import { rateAgain } from './support/rate-again.ts';
import { PATIENT, Shopper } from './support/shopper.ts';
import { WORDS } from './support/words.ts';

const MARKUP = '<img src=x onerror=alert(1)>';
const PANEL = '.panel';

let demo: Demo;
let browser: Browser;
const contexts: WatchedContext[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

async function newPage() {
  const context = await openContext(browser, { locale: 'en', size: SIZES[1] });
  contexts.push(context);
  return context.newPage();
}

describe('SC-25 Widget visit, bad input', () => {
  const words = WORDS.en;
  const keep = screenshots('sc-25');

  test('text and emoji arrive, what may not be sent is refused in words, markup is only text, the keyboard reaches everything, one rating', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => keepFailure('sc-25', contexts));
    const agent = new Agent(await newPage(), demo, words);
    await agent.openPanel();
    await agent.signIn('pa');
    await agent.setPresence('ONLINE');
    const guest = new Shopper(await newPage(), demo, words);
    await guest.visit('/');
    expect(await guest.page.locator('script[data-store]').count()).toBe(1);
    await guest.openByKeyboard();

    await sendsTextAndEmoji(guest);
    await agent.openConversation('👍');
    await agent.take();
    await agent.sees('Hello, is this tea kettle in stock?');
    await agent.sees('👍');

    await isRefusedLongText(guest);
    await isRefusedFiles(guest);
    await guest.toEnd();
    await keep(guest.page, 'refused');
    expect(await unreachable(guest.page, PANEL)).toEqual([]);
    await discardsRefusedFiles(guest);

    await guest.send(MARKUP);
    await guest.seesTick('read');
    expect(await guest.texts('<')).toEqual([MARKUP]);
    expect(await agent.texts('<')).toEqual([MARKUP]);
    await agent.reply(MARKUP);
    await expect.poll(() => guest.texts('<'), PATIENT).toEqual([MARKUP, MARKUP]);
    await keep(guest.page, 'markup');
    await keep(agent.page, 'markup');
    expect(await guest.texts('Hello')).toEqual(await agent.texts('Hello'));

    await agent.close();
    await ratesOnce(guest, agent);

    await guest.page.keyboard.press('Escape');
    await guest.chat.waitFor({ state: 'hidden' });
    expect(contexts.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  async function ratesOnce(guest: Shopper, agent: Agent): Promise<void> {
    await guest.sees(words.chat.rating.question);
    await guest.toEnd();
    expect(await unreachable(guest.page, PANEL)).toEqual([]);
    await guest.rate(5);
    expect(await guest.chat.getByRole('radio').count()).toBe(0);
    expect(await rateAgain(guest)).toBe('DUPLICATE');
    await agent.page.reload();
    await agent.page
      .getByRole('complementary')
      .getByRole('img', { name: words.chat.stars(5) })
      .waitFor();
    await keep(agent.page, 'rated');
  }

  async function sendsTextAndEmoji(guest: Shopper): Promise<void> {
    await guest.page.keyboard.type('Hello, is this tea kettle in stock?');
    await guest.page.keyboard.press('Enter');
    await guest.sees('Hello, is this tea kettle in stock?');
    await guest.seesTick('sent');
    await guest.chat.getByRole('button', { name: words.chat.composer.emoji, exact: true }).press('Enter');
    await guest.chat.getByRole('group', { name: words.chat.emoji }).waitFor();
    expect(await unreachable(guest.page, PANEL)).toEqual([]);
    const thumb = guest.chat.getByRole('button', { name: '👍' });
    await thumb.focus();
    await guest.page.keyboard.press('Enter');
    await guest.composer.press('Enter');
    await guest.chat.locator('.EMOJI', { hasText: '👍' }).waitFor();
    await guest.seesTick('sent');
  }

  async function isRefusedLongText(guest: Shopper): Promise<void> {
    const long = '长'.repeat(2001);
    await guest.send(long);
    await guest.chat
      .getByRole('alert')
      .filter({ hasText: words.chat.composer.tooLong(2001, 2000) })
      .waitFor();
    expect(await guest.composer.inputValue()).toBe(long);
    await guest.composer.fill('');
  }

  async function isRefusedFiles(guest: Shopper): Promise<void> {
    const { files } = words.chat;
    await guest.attach(program('setup.exe'));
    await guest.sees(files.type('setup.exe'));
    // The browser believes the name; the desk looks inside.
    await guest.attach({ ...program('kitten.png'), mimeType: 'image/png' });
    await guest.sees(files.type('kitten.png'));
    const huge = hugePicture('wall.png');
    expect(huge.buffer.length).toBeGreaterThan(12 * 1024 * 1024);
    await guest.attach(huge);
    await guest.sees(files.size('wall.png'));
    await guest.attach(picture('kettle.png', [200, 200, 60]));
    await guest.seesPicture('kettle.png');
  }

  async function discardsRefusedFiles(guest: Shopper): Promise<void> {
    const discard = guest.chat.getByRole('button', { name: words.chat.discard });
    expect(await discard.count()).toBe(3);
    for (let left = 3; left > 0; left -= 1) {
      await discard.first().press('Enter');
      await expect.poll(() => discard.count(), PATIENT).toBe(left - 1);
    }
  }
});
