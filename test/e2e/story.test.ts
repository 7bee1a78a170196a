/**
 * @module The whole story between a shopper and two agents, in both languages, on a phone and on a desktop: real pages,
 * real server. Each test goes on where the one before ended.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from 'vitest';
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
import { picture } from './support/pictures.ts';
import { rateAgain } from './support/rate-again.ts';
import { PATIENT, Shopper } from './support/shopper.ts';
import { startsWith, WORDS, type Locale } from './support/words.ts';

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Each story has a customer of its own. */
const CUSTOMERS = {
  'en 390': { id: 'ivan_santos_6635', name: 'Ivan Santos' },
  'en 1280': { id: 'aarav_anderson_8794', name: 'Aarav Anderson' },
  'zh-CN 390': { id: 'chen_silva_7485', name: 'Chen Silva' },
  'zh-CN 1280': { id: 'raj_sanchez_2970', name: 'Raj Sanchez' },
} as const;
const PRODUCT = { id: '9523456873', path: '/products/9523456873' };
const [AGENT, COLLEAGUE] = [
  { role: 'pa', name: 'Lin Xiao' },
  { role: 'aa', name: 'Chen Mei' },
];

const SAID = {
  en: {
    offline: 'Is anybody there? My parcel has not come.',
    guest: 'Do you have this in green?',
    question: 'It was promised for Monday.',
    answer: 'I am looking into it.',
    note: 'Carrier lost one parcel this week',
    closed: 'It will be there tomorrow.',
  },
  'zh-CN': {
    offline: '有人在吗?我的包裹还没到。',
    guest: '这款有绿色的吗?',
    question: '原本说周一送到。',
    answer: '我马上为您查询。',
    note: '本周物流丢了一个包裹',
    closed: '明天就会送到。',
  },
} as const;

const variants = (['en', 'zh-CN'] as const).flatMap((locale) =>
  SIZES.map((size) => ({ locale, size, width: size.width })),
);

describe.each(variants)('the story in $locale at $width px', ({ locale, size, width }) => {
  const words = WORDS[locale];
  const said = SAID[locale];
  const customer = CUSTOMERS[`${locale as Locale} ${width as 390 | 1280}`];
  const keep = screenshots(`${locale}-${width}`);
  const contexts: WatchedContext[] = [];
  let shopper: Shopper;
  let guest: Shopper;
  let agent: Agent;
  let colleague: Agent;
  const inaccessible: string[] = [];
  let broken = false;

  /** Keeps a picture of a step and notes what in it is inaccessible. */
  const show = async (page: Page, step: string, root?: string) => {
    await keep(page, step);
    inaccessible.push(...(await barriers(page, root)).map((barrier) => `${step}: ${barrier}`));
  };

  const newPage = async () => {
    const context = await openContext(browser, { locale, size });
    contexts.push(context);
    return context.newPage();
  };

  beforeAll(async () => {
    shopper = new Shopper(await newPage(), demo, words);
    guest = new Shopper(await newPage(), demo, words);
    agent = new Agent(await newPage(), demo, words);
    colleague = new Agent(await newPage(), demo, words);
    for (const one of [agent, colleague]) one.onDialog = (step) => show(one.page, step);
  });

  afterAll(async () => {
    // The next story begins with nobody there.
    for (const one of [agent, colleague]) if (one.signedIn) await one.setPresence('OFFLINE');
    await Promise.all(contexts.map(({ context }) => context.close()));
  });

  beforeEach(() => {
    if (broken) throw new Error('An earlier part of the story has failed.');
    onTestFailed(async () => {
      broken = true;
      await keepFailure(`${locale}-${width}`, contexts);
    });
  });

  test('a customer opens the chat by keyboard; nobody is there, so he leaves a message and an address', async () => {
    await shopper.signIn(customer.id);
    await shopper.visit(PRODUCT.path);
    await shopper.openByKeyboard();
    await shopper.sees(words.chat.home.message);
    await show(shopper.page, 'home', 'desk-widget');
    await shopper.toChat();
    await shopper.sees(words.chat.panel.away);
    // The shop has said the address of whoever is signed in; another one may be named.
    await shopper.chat.getByRole('button', { name: words.chat.edit }).click();
    const email = shopper.chat.getByRole('textbox', { name: words.chat.offline.email });
    await email.fill('ivan@example.com');
    await shopper.chat.getByRole('button', { name: words.chat.offline.save }).click();
    await shopper.sees(words.chat.offline.saved('ivan@example.com'));
    await shopper.send(said.offline);
    await shopper.seesTick('sent');
    await show(shopper.page, 'offline', 'desk-widget');
  });

  test('an agent signs in, finds the message, and comes online: the customer and a guest see their places in the queue', async () => {
    await agent.openPanel();
    await show(agent.page, 'sign-in');
    await agent.signIn(AGENT.role);
    await agent.look('offline');
    await agent.row(customer.name).waitFor();
    await agent.look('queue');
    await agent.setPresence('ONLINE');
    await shopper.sees(words.chat.events.SERVICE_STARTED(''));
    await shopper.sees(words.chat.queue.place(1));
    await guest.visit(PRODUCT.path);
    await guest.open();
    await guest.send(said.guest);
    await guest.sees(words.chat.queue.place(2));
    await show(guest.page, 'queue', 'desk-widget');
    await agent.row(said.offline).waitFor();
    await agent.row(said.guest).waitFor();
    await show(agent.page, 'inbox');
  });

  test('the agent takes the conversation; the guest moves up and leaves the queue', async () => {
    await agent.openConversation(said.offline);
    await agent.take();
    await shopper.sees(words.chat.events.AGENT_JOINED(AGENT.name));
    await guest.sees(words.chat.queue.place(1));
    await guest.leaveQueue('leave');
    await guest.sees(words.chat.events.LEFT_QUEUE(''));
    await shopper.seesTick('read');
  });

  test('both see each other typing, and how far their messages have got', async () => {
    await shopper.composer.pressSequentially(said.question.slice(0, 5));
    await agent.sees(words.chat.typing(customer.name));
    await shopper.send(said.question);
    await agent.sees(said.question);
    await agent.replyField.pressSequentially(said.answer.slice(0, 5));
    await shopper.sees(words.chat.typing(AGENT.name));
    await agent.reply(said.answer);
    await shopper.sees(said.answer);
    await agent.seesTick('read');
    await shopper.seesTick('read');
    await show(shopper.page, 'chat', 'desk-widget');
  });

  test('a note is for colleagues alone', async () => {
    await agent.note(said.note);
    await agent.sees(said.note);
    await agent.reply(`${said.answer} (2)`);
    await shopper.sees(`${said.answer} (2)`);
    expect(await shopper.texts(said.note)).toEqual([]);
    await show(agent.page, 'note');
  });

  test('pictures go both ways', async () => {
    await shopper.attach(picture('damage.png', [196, 120, 60]));
    await agent.seesPicture('damage.png');
    await agent.attach(picture('label.png', [60, 120, 196]));
    await shopper.seesPicture('label.png');
    await shopper.seesPicture('damage.png');
    await show(shopper.page, 'pictures', 'desk-widget');
  });

  test('the customer sends the product on the page and an order of his, the agent a product', async () => {
    await shopper.chat
      .locator('desk-offer')
      .getByRole('button', { name: startsWith(words.chat.cards.send) })
      .click();
    await expect.poll(() => agent.conversation.locator('desk-card').count(), PATIENT).toBe(1);
    await shopper.chat.getByRole('button', { name: words.chat.tool.orders }).click();
    await shopper.chat.locator('desk-orders').getByRole('button').first().click();
    await expect.poll(() => agent.conversation.locator('desk-card').count(), PATIENT).toBe(2);
    await agent.sendProduct(PRODUCT.id);
    await expect.poll(() => shopper.chat.locator('desk-bubble:not([mine]) desk-card').count(), PATIENT).toBe(1);
    await show(shopper.page, 'cards', 'desk-widget');
    await show(agent.page, 'conversation');
  });

  test('everything is there again when the page is loaded anew', async () => {
    await shopper.page.reload();
    if (!(await shopper.chat.isVisible().catch(() => false))) await reopen(shopper);
    for (const text of [said.offline, said.question, said.answer])
      expect((await textsOnceLoaded(shopper, text)).length).toBeGreaterThan(0);
    await shopper.seesPicture('label.png');
    await agent.page.reload();
    await agent.sees(said.question);
    await agent.sees(said.note);
  });

  test('a colleague is offered the conversation and accepts it', async () => {
    await colleague.openPanel();
    await colleague.signIn(COLLEAGUE.role);
    await colleague.setPresence('ONLINE');
    await agent.transferTo(COLLEAGUE.name, said.note);
    await colleague.page.getByRole('region', { name: words.panel.inbox.transfer }).getByText(customer.name).waitFor();
    await show(colleague.page, 'offer');
    await colleague.acceptTransfer();
    await colleague.sees(said.question);
    await shopper.sees(words.chat.events.TRANSFERRED(COLLEAGUE.name));
  });

  test('an answer that comes while the window is closed is counted on the button', async () => {
    await shopper.close();
    await colleague.reply(said.closed);
    await expect.poll(() => shopper.unread(), PATIENT).toBe(1);
    await show(shopper.page, 'unread', 'desk-widget');
    await shopper.open();
    await shopper.sees(said.closed);
    await expect.poll(() => shopper.unread(), PATIENT).toBe(0);
    await colleague.seesTick('read');
  });

  test('the colleague closes it with what it was and how it ended; the customer rates it once', async () => {
    await colleague.close();
    await shopper.sees(words.chat.events.CLOSED(''));
    await show(shopper.page, 'rating', 'desk-widget');
    await shopper.rate(5);
    await show(shopper.page, 'rated', 'desk-widget');
    expect(await shopper.chat.getByRole('radio').count()).toBe(0);
    expect(await rateAgain(shopper)).toBe('DUPLICATE');
    await show(colleague.page, 'closed');
  });

  test('on his next visit he finds it in his history', async () => {
    await shopper.visit('/');
    if (!(await shopper.chat.isVisible())) await reopen(shopper);
    await shopper.openHistory();
    await show(shopper.page, 'history', 'desk-widget');
    await shopper.chat.getByRole('button', { name: said.closed }).click();
    await shopper.sees(said.offline);
    await shopper.sees(words.chat.rating.thanks);
  });

  test('no page broke its policy, threw or complained', () => {
    expect(contexts.flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  test('everything shown on the way was accessible', () => {
    expect(inaccessible).toEqual([]);
  });
});

async function reopen(shopper: Shopper): Promise<void> {
  await shopper.launcher.waitFor();
  if ((await shopper.launcher.getAttribute('aria-expanded')) === 'false') await shopper.launcher.click();
  await shopper.chat.waitFor();
}

async function textsOnceLoaded(shopper: Shopper, text: string): Promise<string[]> {
  await shopper.sees(text);
  return shopper.texts(text);
}
