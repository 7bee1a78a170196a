/**
 * @module What the button costs a page, on a processor slowed down four times: a blank page and the same page with
 * our tag, in turn, in a real Chromium. Prints one JSON line a figure; medians, times in milliseconds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const RUNS = Number(process.env.RUNS ?? 9);
const SLOWER = 4;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const built = `${root}packages/widget/dist/browser/`;

const page = (tag) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title><body><h1>A shop</h1><p>Text of a page.</p>${tag}</body></html>`;
const PAGES = { '/blank': page(''), '/shop': page('<script async src="/widget.js" data-store="shop"></script>') };
const SETTINGS = JSON.stringify({ data: { widgetSettings: { look: { colour: '#0f766e', position: 'end' } } } });

function answer(request, response) {
  const path = request.url.split('?')[0];
  const type = PAGES[path] ? 'text/html' : path === '/shopper' ? 'application/json' : 'text/javascript';
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.setHeader('cache-control', 'no-store');
  if (PAGES[path]) return response.end(PAGES[path]);
  if (path === '/shopper') return response.end(SETTINGS);
  const file = built + path.slice(1);
  response.statusCode = existsSync(file) && !path.includes('..') ? 200 : 404;
  return response.end(response.statusCode === 200 ? readFileSync(file) : '');
}

/** Runs in the page: when it is ready, and when the button has been drawn. */
function watch() {
  const seen = { ready: 0, launcher: 0 };
  globalThis.seen = seen;
  const look = () => {
    if (!seen.ready && document.readyState === 'complete') seen.ready = performance.now();
    const launcher = document.querySelector('desk-widget')?.shadowRoot?.querySelector('.launcher');
    if (!seen.launcher && launcher?.getBoundingClientRect().width) seen.launcher = performance.now();
    if (!seen.ready || (location.pathname === '/shop' && !seen.launcher)) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: milliseconds from the click until one can write. */
function openWindow() {
  const start = performance.now();
  const root = document.querySelector('desk-widget').shadowRoot;
  root.querySelector('.launcher').click();
  return new Promise((resolve) => {
    const look = () => {
      const field = root
        .querySelector('desk-chat')
        ?.shadowRoot?.querySelector('desk-composer')
        ?.shadowRoot?.querySelector('textarea');
      if (field?.getBoundingClientRect().width) resolve(performance.now() - start);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** The longest task of the page's main thread in which code of ours ran. */
function longestOfOurs(events) {
  const tasks = events.filter(({ name, ph }) => name === 'ThreadControllerImpl::RunTask' && ph === 'X');
  const ours = events.filter(
    ({ name, args }) =>
      ['EvaluateScript', 'FunctionCall', 'v8.run'].includes(name) && /\/widget(\.js|\/)/.test(JSON.stringify(args)),
  );
  const theirs = tasks.filter((task) =>
    ours.some(({ ts, pid, tid }) => pid === task.pid && tid === task.tid && ts >= task.ts && ts <= task.ts + task.dur),
  );
  if (ours.length > 0 && theirs.length === 0) throw new Error('The trace has no tasks around our code.');
  return Math.max(0, ...theirs.map(({ dur }) => dur / 1000));
}

async function visit(browser, url) {
  const context = await browser.newContext();
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await tab.addInitScript(watch);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Performance.enable');
  await browser.startTracing(tab, { categories: ['toplevel', 'devtools.timeline', 'v8'] });
  await tab.goto(url);
  await tab.waitForFunction(
    (needs) => globalThis.seen.ready > 0 && (!needs || globalThis.seen.launcher > 0),
    url.endsWith('/shop'),
  );
  await tab.waitForTimeout(1500);
  const seen = await tab.evaluate(() => globalThis.seen);
  const { metrics } = await session.send('Performance.getMetrics');
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  if (url.endsWith('/shop')) seen.open = await tab.evaluate(openWindow);
  const metric = (name) => metrics.find((one) => one.name === name).value * 1000;
  await context.close();
  return {
    ...seen,
    script: metric('ScriptDuration'),
    busy: metric('TaskDuration'),
    longest: longestOfOurs(traceEvents),
  };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function measure() {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const executablePath =
    process.env.CHROME_PATH ??
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const [blank, shop] = [[], []];
  // The first visit pays for the browser's own start.
  await visit(browser, `${origin}/shop`);
  for (let run = 0; run < RUNS; run += 1) {
    blank.push(await visit(browser, `${origin}/blank`));
    shop.push(await visit(browser, `${origin}/shop`));
  }
  await browser.close();
  server.close();
  return { blank, shop };
}

function report({ blank, shop }) {
  const [before, after] = [blank, shop].map((runs) => (name) => median(runs.map((run) => run[name])));
  const line = (figure, ms, more = {}) =>
    console.log(
      JSON.stringify({ figure: `widget.${figure}`, ms: Math.round(ms * 10) / 10, slower: SLOWER, runs: RUNS, ...more }),
    );
  const delta = after('launcher') - before('ready');
  line('blank-ready', before('ready'));
  line('launcher-visible', after('launcher'), { baseline: Math.round(before('ready')) });
  line('delta', delta, { goal: 'below 100', met: delta < 100 });
  line('longest-task', after('longest'), { goal: 'at most 50', met: after('longest') <= 50 });
  line('script', after('script') - before('script'), { baseline: Math.round(before('script') * 10) / 10 });
  line('open-to-composer', after('open'));
  line('busy', after('busy') - before('busy'), { baseline: Math.round(before('busy')) });
}

const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`, 'widget'], { stdio: ['ignore', 2, 2] });
if (status !== 0) process.exit(1);
report(await measure());
