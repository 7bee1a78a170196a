// The panel in a page of the stranger's own, in a real browser: as Vite has bundled it, and by Vite's development
// server.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../scripts/ensure-browser.mjs';
import { freePort, start, until } from './machine.mjs';

/**
 * Signs in at the panel of a page, and waits for what is shown to who is signed in. @throws Error with what the page
 * complained about
 */
export async function signInAt(browser, address) {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  try {
    await page.goto(address, { timeout: 120_000 });
    const panel = page.locator('desk-admin');
    await panel.locator('#email').fill('sv@demo.shopdesk.example', { timeout: 60_000 });
    await panel.locator('#password').fill('demo-shopdesk');
    await page.keyboard.press('Enter');
    await panel.locator('desk-admin-frame nav a').first().waitFor({ timeout: 30_000 });
    await page.locator('desk-widget').getByRole('button').first().waitFor();
  } catch (error) {
    throw new Error(`${error.message}\n${complaints.join('\n')}`, { cause: error });
  } finally {
    await page.close();
  }
}

/** Does the work with a desk that runs, and a browser. */
export async function withDesk({ stranger, node }, work) {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
  const desk = start(node, ['mounts.mjs', '--stay'], { cwd: stranger, env: { LANG: 'C' } });
  try {
    const [, url] = await until(desk, /\{"url":"([^"]+)"\}/, 120);
    await work({ browser, url });
  } finally {
    desk.child.kill();
    await browser.close();
  }
}

/** Runs a development server that prints its address while the work is done. */
export async function withServer(program, args, options, work) {
  const server = start(program, args, { ...options, env: { NO_COLOR: '1', ...options.env } });
  try {
    const [address] = await until(server, /http:\/\/(?:localhost|127\.0\.0\.1):\d+/, 120);
    await work(address);
  } finally {
    server.child.kill();
    await server.ended;
  }
}

export async function checkPanel(report, { stranger, node }) {
  const vite = join(stranger, 'node_modules', 'vite', 'bin', 'vite.js');
  const ways = { 'bundled by Vite': ['preview'], 'by Vite’s development server': [] };
  await withDesk({ stranger, node }, async ({ browser, url }) => {
    for (const [way, args] of Object.entries(ways))
      await report.check(`<desk-admin> ${way} signs in, beside the widget`, async () => {
        const command = [vite, ...args, '--host', '127.0.0.1', '--port', await freePort()];
        await withServer(node, command, { cwd: stranger, node }, (address) =>
          signInAt(browser, `${address}/?desk=${encodeURIComponent(url)}`),
        );
      });
  }).catch((error) => report.count('a desk and a browser for the panel', error.message));
}
