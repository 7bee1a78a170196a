/**
 * @module What may be said, and what is known: an article answers before the queue, and a blocked phrase does not
 * leave. Real pages, real server, both languages.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, SIZES } from './support/browser.ts';
import { askAs, startDemo, type Demo } from './support/demo.ts';
import { PATIENT } from './support/shopper.ts';

let demo: Demo;
let browser: Browser;

const ARTICLE = {
  title: { zh: '退货运费由谁承担', en: 'Who pays for a return' },
  body: { zh: '质量问题由**店铺**承担运费。', en: 'We pay when the goods are **faulty**.' },
  audience: 'PUBLIC',
  category: 'POLICY',
};

const act = (name: string, done: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { r: ${name}(input: $input) { ${done} { id } } }`;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const [trainer, lead] = await Promise.all([askAs(demo, 'tr'), askAs(demo, 'sv')]);
  const { article } = (await trainer(act('createArticle', 'article'), ARTICLE)) as { article: { id: string } };
  const { id } = article;
  await trainer(act('submitArticle', 'article'), { id });
  await lead(act('publishArticle', 'article'), { id });
  const agent = await askAs(demo, 'pa');
  const me = (await agent('{ r: currentUser { id } }')) as { id: string };
  await agent(act('setPresence', 'user'), { id: me.id, presence: 'ONLINE' });
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

const WORDS = {
  en: {
    question: 'who pays for the return?',
    answer: 'faulty',
    helped: 'That helped',
    person: 'Ask a person',
    thanks: 'Glad that helped!',
    blocked: 'cannot be sent as it is',
    said: 'take it or leave it',
    reply: /^Reply to/,
  },
  'zh-CN': {
    question: '退货运费谁承担?',
    answer: '店铺',
    helped: '问题已解决',
    person: '转人工客服',
    thanks: '很高兴帮到您',
    blocked: '当前内容不能发送',
    said: '急什么',
    reply: /^回复 /,
  },
} as const;

async function openChat(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(demo.shopUrl);
  await page.locator('desk-widget button.launcher').click();
  await page.locator('desk-composer textarea').waitFor();
  return page;
}

async function signIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${demo.deskUrl}/admin/`);
  await page.locator('input[type="email"]').fill('pa@demo.shopdesk.example');
  await page.locator('input[type="password"]').fill(demo.password);
  await page.locator('input[type="password"]').press('Enter');
  await page.locator('desk-admin-inbox-list').waitFor();
  return page;
}

const variants = (['en', 'zh-CN'] as const).flatMap((locale) =>
  SIZES.map((size) => ({ locale, size, width: size.width })),
);

describe.each(variants)('the right words in $locale at $width px', ({ locale, size }) => {
  const words = WORDS[locale];
  const newContext = async () => {
    const context = await browser.newContext({
      locale,
      viewport: size,
      hasTouch: size.width < 500,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    return context;
  };

  test('an article answers before anybody waits', async () => {
    const context = await newContext();
    const page = await openChat(context);
    await page.locator('desk-composer textarea').fill(words.question);
    await page.locator('desk-help .hit').first().click();
    await page.locator('desk-help .markdown strong', { hasText: words.answer }).waitFor();
    await page.locator('desk-help').getByRole('button', { name: words.helped }).click();
    await page.locator('desk-help', { hasText: words.thanks }).waitFor();
    const lead = await askAs(demo, 'sv');
    await expect
      .poll(async () => ((await lead('{ r: inboxCounts { queued } }')) as { queued: number }).queued, PATIENT)
      .toBe(0);
    await context.close();
  });

  test('a blocked phrase stays with the agent, its replacement goes', async () => {
    const context = await newContext();
    const shop = await openChat(context);
    await shop.locator('desk-composer textarea').fill(words.question);
    await shop.locator('desk-help .hit').first().click();
    await shop.locator('desk-help').getByRole('button', { name: words.person }).click();
    const panel = await signIn(await newContext());
    await panel.goto(`${demo.deskUrl}/admin/inbox/queue`);
    await panel.locator('a.conversation', { hasText: words.question }).click();
    await panel.locator('desk-admin-conversation h1').waitFor();
    await panel.locator('desk-admin-suggestions, desk-admin-composer').first().waitFor();
    // The key does what the button does, so not before it is offered.
    await panel.locator('desk-admin-conversation [aria-keyshortcuts="t"]').waitFor();
    await panel.keyboard.press('t');
    const field = panel.getByRole('textbox', { name: words.reply });
    await field.fill(words.said);
    await field.press('Enter');
    await panel.locator('desk-admin-composer [role="alert"]', { hasText: words.blocked }).waitFor();
    expect(await field.inputValue()).toBe(words.said);
    expect(await shop.locator('desk-bubble', { hasText: words.said }).count()).toBe(0);
    await field.press('Control+Enter');
    await expect.poll(() => field.inputValue(), PATIENT).not.toContain(words.said);
    const said = await field.inputValue();
    await field.press('Enter');
    await shop.locator('desk-bubble', { hasText: said.slice(0, 12) }).waitFor();
    await panel.context().close();
    await context.close();
  });
});
