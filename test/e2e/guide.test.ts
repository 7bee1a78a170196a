/**
 * @module The code of the guides, run as a reader would: what he puts on pages of his own, another origin, and what he
 * runs on his server.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openContext, SIZES, type WatchedContext } from './support/browser.ts';
import { startDemo, type Demo } from './support/demo.ts';
import { picture } from './support/pictures.ts';
import { PATIENT, Shopper } from './support/shopper.ts';
import { WORDS } from './support/words.ts';

const textOf = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** A block of a guide by the name in front of it. */
function codeOf(path: string, name: string): string {
  const code = new RegExp(`<!-- tested: ${name} -->\\n *\`\`\`\\w*\\n([^]*?) *\`\`\``).exec(textOf(path))?.[1];
  if (!code) throw new Error(`${path} has no code named ${name}.`);
  return code;
}

function block(name: string): string {
  return codeOf('docs/guide/embedding.md', name)
    .replaceAll('https://desk.example', demo.deskUrl)
    .replaceAll('my-shop', 'demo');
}

let demo: Demo;
let browser: Browser;
let site: Server;
let watched: WatchedContext | undefined;
const complaints = () => watched?.complaints ?? [];
/** What the site answers. */
const served = { html: '', policy: '' };

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
  site = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (served.policy) response.setHeader('content-security-policy', served.policy);
    response.end(
      `<!doctype html><html lang="en"><head><title>My shop</title><link rel="icon" href="data:,"></head><body><h1>My shop</h1>${served.html}</body></html>`,
    );
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
});

afterEach(() => watched?.context.close());

afterAll(async () => {
  site?.close();
  await browser?.close();
  await demo?.stop();
});

async function visit(
  html: string,
  { policy = '', prepare }: { policy?: string; prepare?: (page: Page) => void } = {},
): Promise<Shopper> {
  Object.assign(served, { html, policy });
  watched = await openContext(browser, { locale: 'en', size: SIZES[1] });
  const page = await watched.newPage();
  prepare?.(page);
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  return new Shopper(page, demo, WORDS.en);
}

describe('the guide about embedding', { timeout: 60_000 }, () => {
  test('brings the chat by one tag, under the policy that it says is enough', async () => {
    const policy = `default-src 'none'; ${block('policy').replaceAll('\n', ' ')}`.replace('img-src', 'img-src data:');
    const shopper = await visit(block('tag'), { policy });
    await shopper.open();
    await shopper.send('Good morning');
    await shopper.seesTick('sent');
    await shopper.attach(picture('kettle.png', [200, 200, 60]));
    await shopper.seesPicture('kettle.png');
    await shopper.chat.getByRole('button', { name: WORDS.en.chat.composer.emoji, exact: true }).click();
    await shopper.openHistory();
    expect(complaints()).toEqual([]);
  });

  test('brings the chat as an element, in the corner and language that it names', async () => {
    const shopper = await visit(block('element'));
    await shopper.launcher.waitFor();
    expect(await shopper.launcher.getAttribute('aria-label')).toBe(WORDS['zh-CN'].launcher.open);
    expect((await shopper.launcher.boundingBox())?.x).toBeLessThan(100);
    await shopper.page.evaluate(() => document.querySelector('desk-widget')?.remove());
    expect(await shopper.launcher.count()).toBe(0);
    expect(complaints()).toEqual([]);
  });

  test('does what was asked for before the script came', async () => {
    const shopper = await visit(block('calls'));
    await shopper.chat.waitFor();
    await shopper.chat.locator('desk-offer').getByText('Tea kettle').waitFor();
    await shopper.chat.locator('desk-offer').getByText('$12.99').waitFor();
    expect(complaints()).toEqual([]);
  });

  test('answers what ends the listening, and leaves nothing but its function after remove', async () => {
    const shopper = await visit(block('tag'));
    await shopper.launcher.waitFor();
    const heard = await shopper.page.evaluate(async () => {
      const { Shopdesk } = globalThis as unknown as {
        Shopdesk: {
          on(event: string, listener: () => void): () => void;
          open(): Promise<void>;
          close(): void;
          remove(options: object): void;
        };
      };
      const events: string[] = [];
      const off = Shopdesk.on('open', () => events.push('open'));
      await Shopdesk.open();
      Shopdesk.close();
      off();
      await Shopdesk.open();
      await Promise.resolve();
      Shopdesk.remove({ forget: true });
      const kept = [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((key) =>
        key.startsWith('shopdesk'),
      );
      return { events, there: document.querySelector('desk-widget') !== null, callable: typeof Shopdesk, kept };
    });
    expect(heard).toEqual({ events: ['open'], there: false, callable: 'function', kept: [] });
  });

  test('signs identities as the demo shop does', () => {
    expect(textOf('examples/demo-shop/src/embed.ts')).toContain(block('identity'));
  });

  test('stores and asks nothing before consent', async () => {
    const asked: string[] = [];
    const shopper = await visit(block('consent'), {
      prepare: (page) => page.on('request', (request) => void asked.push(new URL(request.url()).pathname)),
    });
    await shopper.launcher.waitFor();
    await shopper.launcher.hover();
    const kept = () => shopper.page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
    // Longer than the widget waits before it asks for the store's look.
    await shopper.page.waitForTimeout(1000);
    expect([asked, await kept(), await shopper.page.context().cookies()]).toEqual([['/', '/widget.js'], {}, []]);
    await shopper.page.evaluate(() =>
      (globalThis as unknown as { Shopdesk: (call: string) => void }).Shopdesk('consent'),
    );
    await expect.poll(async () => Object.keys(await kept()), PATIENT).toContain('shopdesk:demo:look');
    await shopper.open();
    await shopper.send('Good morning');
    await shopper.seesTick('sent');
    expect(await shopper.page.context().cookies()).toEqual([]);
  });

  test('changes its look by custom properties and parts', async () => {
    const shopper = await visit(`<style>${block('theme')}</style>${block('tag')}`);
    await shopper.open();
    await shopper.send('Good morning');
    await shopper.seesTick('sent');
    const styleOf = (selector: string, property: string) =>
      shopper.widget
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    expect([await styleOf('.launcher', 'border-radius'), await styleOf('.launcher', 'background-color')]).toEqual([
      '12px',
      'rgb(124, 45, 18)',
    ]);
    expect([await styleOf('.bubble', 'font-style'), await styleOf('.bubble', 'background-color')]).toEqual([
      'italic',
      'rgb(124, 45, 18)',
    ]);
    expect(await styleOf('.panel', 'font-family')).toContain('Georgia');
  });
});

describe('the guide about operating', { timeout: 60_000 }, () => {
  test('founds a tenant with a store and an administrator who can sign in', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shopdesk-guide-'));
    const run = (code: string) =>
      promisify(execFile)(
        process.execPath,
        ['--conditions=@shopdesk/source', '--input-type=module', '-e', code.replaceAll('./.shopdesk', folder)],
        {
          cwd: fileURLToPath(new URL('..', import.meta.url)),
          env: { ...process.env, ADMIN_PASSWORD: 'a long password', LOG_LEVEL: 'error' },
        },
      );
    await run(codeOf('docs/guide/operating.md', 'found'));
    const { stdout } = await run(`
      import { createDeskServer } from '@shopdesk/server';
      const server = await createDeskServer({ database: { dataDir: './.shopdesk/database' }, filesFolder: './.shopdesk/files', background: false });
      const query = 'mutation { signIn(input: { email: "ada@shop.example", password: "a long password" }) { signedIn { name } } }';
      const answer = await server.fetch(new Request('http://desk/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) }));
      console.log(await answer.text());
      await server.close();`);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(JSON.parse(stdout)).toEqual({ data: { signIn: { signedIn: { name: 'Ada' } } } });
  });
});
