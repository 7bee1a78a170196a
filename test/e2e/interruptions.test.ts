/**
 * @module Shopper and agent write on while something is gone: the network, the server, the database. Both are told that
 * it is being reconnected; afterwards both have everything, once, in one order, also when they load their pages anew.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPostgres } from 'shopdesk-test/postgres';
import { Agent } from './support/agent.ts';
import {
  keepFailure,
  launchBrowser,
  openContext,
  screenshots,
  SIZES,
  type Size,
  type WatchedContext,
} from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { PATIENT, Shopper } from './support/shopper.ts';
import { WORDS, type Locale } from './support/words.ts';

/** A browser waits longer before each try to come back. */
const RECONNECT = { timeout: 60_000, interval: 200 } as const;
const DATABASE_GONE_MS = 10_000;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

interface Setting {
  readonly name: string;
  readonly locale: Locale;
  readonly size: Size;
}

/** Two people in the middle of a conversation. */
class Talk {
  readonly contexts: readonly WatchedContext[];
  readonly agent: Agent;
  readonly keep: ReturnType<typeof screenshots>;
  readonly #demo: Demo;
  readonly #setting: Setting;
  readonly #said: string[] = [];
  shopper: Shopper;

  private constructor(
    demo: Demo,
    setting: Setting,
    contexts: readonly [WatchedContext, WatchedContext],
    people: { shopper: Shopper; agent: Agent },
  ) {
    this.#demo = demo;
    this.#setting = setting;
    this.contexts = contexts;
    this.shopper = people.shopper;
    this.agent = people.agent;
    this.keep = screenshots(setting.name);
  }

  static async begin(demo: Demo, setting: Setting): Promise<Talk> {
    const words = WORDS[setting.locale];
    const contexts = [await openContext(browser, setting), await openContext(browser, setting)] as const;
    const agent = new Agent(await contexts[1].newPage(), demo, words);
    await agent.openPanel();
    await agent.signIn('pa');
    await agent.setPresence('ONLINE');
    const shopper = new Shopper(await contexts[0].newPage(), demo, words);
    await shopper.visit('/');
    await shopper.open();
    const talk = new Talk(demo, setting, contexts, { shopper, agent });
    await talk.shopperSays('s0');
    await agent.openConversation('s0 ');
    await agent.take();
    await talk.agentSays('a0');
    await talk.bothHaveEverything();
    return talk;
  }

  async shopperSays(text: string): Promise<void> {
    this.#said.push(`${text} |`);
    await this.shopper.send(`${text} |`);
  }

  async agentSays(text: string): Promise<void> {
    this.#said.push(`${text} |`);
    await this.agent.reply(`${text} |`);
  }

  async bothAreTold(): Promise<void> {
    const words = WORDS[this.#setting.locale];
    await this.shopper.chat.getByText(words.chat.panel.reconnecting).waitFor();
    await this.agent.page.getByText(words.panel.shell.reconnecting).waitFor();
    await this.keep(this.shopper.page, 'reconnecting');
    await this.keep(this.agent.page, 'reconnecting');
  }

  async nobodyIsToldAnyMore(): Promise<void> {
    const words = WORDS[this.#setting.locale];
    await this.shopper.chat
      .getByText(words.chat.panel.reconnecting)
      .waitFor({ state: 'hidden', timeout: RECONNECT.timeout });
    await this.agent.page
      .getByText(words.panel.shell.reconnecting)
      .waitFor({ state: 'hidden', timeout: RECONNECT.timeout });
  }

  /** Nothing lost, nothing doubled, and both see one order. */
  async bothHaveEverything(): Promise<void> {
    const sorted = (texts: readonly string[]) => texts.toSorted();
    await expect.poll(async () => sorted(await this.shopper.texts(' |')), RECONNECT).toEqual(sorted(this.#said));
    await expect.poll(async () => sorted(await this.agent.texts(' |')), RECONNECT).toEqual(sorted(this.#said));
    await expect
      .poll(
        async () => [
          await this.shopper.chat.locator('.tick.sending').count(),
          await this.agent.conversation.locator('.tick.sending').count(),
        ],
        PATIENT,
      )
      .toEqual([0, 0]);
    expect(await this.shopper.texts(' |')).toEqual(await this.agent.texts(' |'));
  }

  async reloadBoth(): Promise<void> {
    await Promise.all([this.shopper.page.reload(), this.agent.page.reload()]);
    await this.#reopen();
    await this.agent.sees('s0 |');
  }

  /** The shopper closes the tab and comes back in a new one. */
  async shopperComesBack(): Promise<void> {
    const [context] = this.contexts as readonly [WatchedContext];
    this.shopper = new Shopper(await context.newPage(), this.#demo, WORDS[this.#setting.locale]);
    await this.shopper.visit('/');
    await this.#reopen();
  }

  async #reopen(): Promise<void> {
    const { launcher, chat } = this.shopper;
    await launcher.waitFor();
    if ((await launcher.getAttribute('aria-expanded')) === 'false') await launcher.click();
    await chat.waitFor();
    await this.shopper.sees('s0 |');
  }

  async end(): Promise<void> {
    expect(this.contexts.flatMap(({ complaints }) => complaints)).toEqual([]);
    await Promise.all(this.contexts.map(({ context }) => context.close()));
  }
}

describe('while both write on', () => {
  test('the network is cut off: they are told, and nothing is lost or doubled', async ({
    onTestFailed,
    onTestFinished,
  }) => {
    const demo = await startDemo();
    onTestFinished(() => demo.stop());
    const talk = await Talk.begin(demo, { name: 'network', locale: 'zh-CN', size: SIZES[0] });
    onTestFailed(() => keepFailure('network', talk.contexts));
    await Promise.all(talk.contexts.map(({ context }) => context.setOffline(true)));
    await talk.bothAreTold();
    for (let turn = 1; turn <= 3; turn += 1) {
      await talk.shopperSays(`s${turn}`);
      await talk.agentSays(`a${turn}`);
    }
    expect(await talk.shopper.texts('a1')).toEqual([]);
    await Promise.all(talk.contexts.map(({ context }) => context.setOffline(false)));
    await talk.nobodyIsToldAnyMore();
    await talk.bothHaveEverything();
    await talk.reloadBoth();
    await talk.bothHaveEverything();
    await talk.end();
  });

  test('the server is killed and started again; what was written in a tab that is closed arrives from the next one', async ({
    onTestFailed,
    onTestFinished,
  }) => {
    const demo = await startDemo();
    onTestFinished(() => demo.stop());
    const talk = await Talk.begin(demo, { name: 'server', locale: 'en', size: SIZES[1] });
    onTestFailed(() => keepFailure('server', talk.contexts));
    await talk.shopperSays('s1');
    await demo.kill();
    await talk.agentSays('a1');
    await talk.bothAreTold();
    await talk.shopperSays('s2');
    await talk.agentSays('a2');
    await talk.shopper.page.close();
    await demo.start();
    await talk.shopperComesBack();
    await talk.nobodyIsToldAnyMore();
    await talk.shopperSays('s3');
    await talk.bothHaveEverything();
    await talk.reloadBoth();
    await talk.bothHaveEverything();
    await talk.end();
  });

  test('the database is gone for ten seconds', async ({ onTestFailed, onTestFinished }) => {
    const postgres = await startPostgres();
    onTestFinished(() => postgres.stop());
    const demo = await startDemo({ DATABASE_URL: postgres.url });
    // Hooks run in reverse order: the demo ends before its database.
    onTestFinished(() => demo.stop());
    const talk = await Talk.begin(demo, { name: 'database', locale: 'en', size: SIZES[0] });
    onTestFailed(() => keepFailure('database', talk.contexts));
    await talk.shopperSays('s1');
    await postgres.kill();
    const gone = sleep(DATABASE_GONE_MS);
    await talk.agentSays('a1');
    await talk.shopperSays('s2');
    await talk.bothAreTold();
    await talk.agentSays('a2');
    await gone;
    await postgres.start();
    await talk.nobodyIsToldAnyMore();
    await talk.shopperSays('s3');
    await talk.bothHaveEverything();
    await talk.reloadBoth();
    await talk.bothHaveEverything();
    await talk.end();
  });
});
