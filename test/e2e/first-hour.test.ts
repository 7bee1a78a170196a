/**
 * @module From nothing to a served customer, without reading: an empty folder, an owner, the snippet on a page of
 * another origin, an invited agent, a guest who asks, is answered and rates. Prints what it takes.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { setupWords } from '../../packages/admin/src/features/setup/words.ts';
import { staffWords } from '../../packages/admin/src/features/staff/words.ts';
import { storeWords } from '../../packages/admin/src/features/stores/words.ts';
import { joinWords } from '../../packages/admin/src/shell/join-words.ts';
import { keepFailure, launchBrowser, openContext, SIZES, type WatchedContext } from './support/browser.ts';
import { startFresh, startShopPage } from './support/fresh-desk.ts';
import { startsWith, WORDS } from './support/words.ts';

const PASSWORD = 'granite ladder orchid seventeen';
const MOST_PRESSES = 40;
const MOST_FIELDS = 12;

/** Countries far apart: in one of them the chat is open at whatever hour this runs. */
const COUNTRIES = [
  { code: 'CN', zone: 'Asia/Shanghai' },
  { code: 'DE', zone: 'Europe/Berlin' },
  { code: 'CL', zone: 'America/Santiago' },
] as const;

const hourIn = (timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(new Date()));

const openNow = () => COUNTRIES.find(({ zone }) => hourIn(zone) >= 9 && hourIn(zone) < 22) ?? COUNTRIES[0];

const SAID = {
  en: { shop: 'Tea House', agent: 'Li Na', question: 'Where is my parcel?', answer: 'It comes tomorrow.' },
  'zh-CN': { shop: 'Tea House', agent: '李娜', question: '我的快递到哪里了？', answer: '明天送达。' },
} as const;

/** Counts what a person does: presses of a button, a link or a key, and fields that are filled in. */
class Effort {
  presses = 0;
  fields = 0;
  readonly #began = Date.now();

  async press(target: Locator): Promise<void> {
    await target.click();
    this.presses += 1;
  }

  async fill(target: Locator, text: string): Promise<void> {
    await target.fill(text);
    this.fields += 1;
  }

  async choose(target: Locator, value: string): Promise<void> {
    await target.selectOption(value);
    this.fields += 1;
  }

  async key(target: Locator, key: string): Promise<void> {
    await target.press(key);
    this.presses += 1;
  }

  get seconds(): number {
    return Math.round((Date.now() - this.#began) / 1000);
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

describe.each(['en', 'zh-CN'] as const)('the first hour in %s', (locale) => {
  const key = locale === 'en' ? 'en' : 'zh';
  const [setup, staff, store, join] = [setupWords[key], staffWords[key], storeWords[key], joinWords[key]];
  const { panel, chat, launcher } = WORDS[locale];
  const said = SAID[locale];
  const contexts: WatchedContext[] = [];
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map(({ context }) => context.close()));
    for (const stop of stops.splice(0).toReversed()) await stop();
  });

  const newPage = async (): Promise<Page> => {
    const context = await openContext(browser, { locale, size: SIZES[1] });
    contexts.push(context);
    return context.newPage();
  };

  test('from an empty folder to a rated answer takes few presses and few fields', async () => {
    onTestFailed(() => keepFailure(`first-hour-${locale}`, contexts));
    const effort = new Effort();
    const report: string[] = [];
    const note = (step: string) =>
      report.push(`${step}: ${effort.presses} presses, ${effort.fields} fields, ${effort.seconds} s`);

    const desk = await startFresh(['--tenant', said.shop, '--admin', 'ada@shop.example'], {
      LANG: locale === 'en' ? 'en_US.UTF-8' : 'zh_CN.UTF-8',
      SHOPDESK_ADMIN_PASSWORD: PASSWORD,
    });
    stops.push(() => desk.stop());
    effort.fields += 3;
    effort.presses += 1;
    note('init');

    const owner = await newPage();
    await owner.goto(`${desk.url}/admin/`);
    await effort.fill(owner.getByLabel(panel.shell.email), 'ada@shop.example');
    await effort.fill(owner.getByRole('textbox', { name: panel.shell.password }), PASSWORD);
    await effort.press(owner.getByRole('button', { name: panel.shell.signIn, exact: true }));
    const step = (code: string) => owner.locator(`.step[data-step="${code}"]`);
    const ticked = (code: string) => owner.locator(`.step.done[data-step="${code}"]`).waitFor();
    const home = async () => {
      const list = owner.getByRole('navigation', { name: panel.shell.settings, exact: true });
      if (!(await list.isVisible()))
        await effort.press(owner.getByRole('link', { name: panel.shell.settings, exact: true }));
      await effort.press(list.getByRole('link', { name: setup.title }));
    };
    const open = (code: string) => effort.press(step(code).getByRole('link'));
    await step('country').waitFor();
    note('owner is in');

    const { code } = openNow();
    await open('country');
    await effort.choose(owner.getByLabel(store.country), code);
    const time = owner.getByLabel(store.timeZone);
    await expect.poll(() => time.inputValue()).toBe(openNow().zone);
    await effort.press(owner.getByRole('button', { name: panel.kit.save }));
    await owner.getByText(store.saved).last().waitFor();
    await home();
    await ticked('country');
    for (const kept of ['hours', 'look', 'shop']) {
      await effort.press(step(kept).getByRole('button', { name: setup.keep }));
      await ticked(kept);
    }
    note('country, hours, look, no shop');

    const page = await startShopPage(locale);
    stops.push(() => page.stop());
    page.put((await step('snippet').locator('desk-admin-copy pre').textContent()) ?? '');
    effort.presses += 1;
    const guest = await newPage();
    await guest.goto(page.origin);
    effort.presses += 1;
    await ticked('snippet');
    await step('snippet').getByText(page.origin).first().waitFor();
    note('snippet is seen');

    await open('person');
    await effort.press(owner.getByRole('button', { name: staff.invite }));
    const inviting = owner.locator('desk-admin-invite-dialog');
    await effort.fill(inviting.getByLabel(staff.name), said.agent);
    await effort.fill(inviting.getByLabel(staff.email), 'li.na@shop.example');
    await effort.press(inviting.getByRole('button', { name: staff.inviteMake }));
    const link = (await inviting.locator('desk-admin-copy pre').textContent()) ?? '';
    effort.presses += 1;
    await effort.press(inviting.getByRole('button', { name: staff.done, exact: true }));
    note('agent is invited');

    const agent = await newPage();
    await agent.goto(link);
    effort.presses += 1;
    await effort.fill(agent.getByLabel(panel.shell.newPassword), PASSWORD);
    await effort.press(agent.getByRole('button', { name: join.begin }));
    await effort.press(agent.getByRole('button', { name: startsWith(panel.shell.presenceOf('').trim()) }));
    await effort.press(agent.getByRole('menuitemradio', { name: panel.terms.presence.ONLINE }));
    await effort.press(agent.locator('desk-admin-auto-reply button[form="form"]'));
    await agent.getByRole('button', { name: panel.shell.presenceOf(panel.terms.presence.ONLINE) }).waitFor();
    note('agent is online');

    const widget = guest.locator('desk-widget');
    await effort.press(widget.getByRole('button', { name: launcher.open }));
    const dialog = widget.getByRole('dialog');
    const composer = dialog.getByRole('textbox', { name: chat.composer.label });
    await effort.fill(composer, said.question);
    await effort.key(composer, 'Enter');
    await dialog.locator('desk-bubble', { hasText: said.question }).waitFor();
    note('guest has asked');

    await effort.press(agent.locator('desk-admin-inbox-list a.conversation').first());
    const conversation = agent.locator('desk-admin-conversation');
    const reply = conversation.getByRole('textbox', { name: startsWith(panel.inbox.replyLabel('').trim()) });
    await reply.waitFor();
    await effort.fill(reply, said.answer);
    await effort.key(reply, 'Enter');
    await dialog.getByText(said.answer).first().waitFor();
    note('guest is answered');

    await conversation.getByRole('log').focus();
    await agent.keyboard.press('e');
    effort.presses += 1;
    const closing = agent.locator('desk-admin-dialog').last();
    const intent = closing.getByLabel(panel.inbox.closeIntent);
    if ((await intent.inputValue()) === '') await effort.choose(intent, 'LOGISTICS');
    await effort.choose(closing.getByLabel(panel.inbox.closeResult), 'SOLVED');
    await effort.press(closing.getByRole('button', { name: panel.inbox.closeTitle }).last());
    await effort.press(dialog.getByRole('radio', { name: chat.stars(5) }));
    await effort.press(dialog.getByRole('button', { name: chat.rating.send }));
    await dialog.getByText(chat.rating.thanks).first().waitFor();
    note('guest has rated');

    await home();
    await owner.getByText(setup.allDone).first().waitFor();
    note('all ticks');
    console.log(`The first hour in ${locale}\n  ${report.join('\n  ')}`);
    expect(effort.presses).toBeLessThanOrEqual(MOST_PRESSES);
    expect(effort.fields).toBeLessThanOrEqual(MOST_FIELDS);
    expect(contexts.flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 180_000);
});
