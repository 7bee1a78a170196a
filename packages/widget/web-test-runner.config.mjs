/**
 * @module Component tests in a real Chromium, from the sources; what is shipped is built first and tested as it is,
 * on pages with a content security policy of their own. A missing browser fails the run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { bundledTests } from '../../scripts/bundle-tests.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const executablePath =
  process.env.CHROME_PATH ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!executablePath || !existsSync(executablePath))
  throw new Error('No Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROME_PATH.');

const built = spawnSync(
  process.execPath,
  [fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url)), 'widget'],
  { stdio: 'inherit' },
);
if (built.status !== 0) throw new Error('The widget could not be built.');

/** A page of a careful shop: nothing but the desk's script may run, and no style may be written into the page. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "style-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const MEDIA = { js: 'text/javascript', json: 'application/json', html: 'text/html' };

/** Chosen by the system, so that two runs on one machine never meet. */
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});

const failedOnce = new Set();

/**
 * `/shipped/…` is what the build made (`/flaky/…` the same, but the window fails to load the first time), `/pages/…`
 * are the shop's pages.
 */
function serveShipped(context, next) {
  const [, area, path] = /^\/(shipped|flaky|pages)\/([\w./-]+)/.exec(context.path) ?? [];
  const file = area && `${here}${area === 'pages' ? 'test/pages/' : 'dist/browser/'}${path}`;
  if (!file || path.includes('..') || !existsSync(file)) return next();
  const fails = area === 'flaky' && /(chat|connection)-/.test(path) && !failedOnce.has(path);
  if (fails) failedOnce.add(path);
  const type = `${MEDIA[file.split('.').pop()] ?? 'text/plain'}; charset=utf-8`;
  const policy = path.startsWith('strict') ? { 'content-security-policy': STRICT } : {};
  // Written by hand: the test server would otherwise keep and rework what it has answered once.
  context.respond = false;
  context.res.writeHead(fails ? 503 : 200, { 'content-type': type, 'cache-control': 'no-store', ...policy });
  context.res.end(fails ? '' : readFileSync(file));
  return undefined;
}

export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: `${here}{src,test}/**/*.test.ts`,
  middleware: [serveShipped, await bundledTests(here)],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: { executablePath, args: ['--no-sandbox'] } })],
  hostname: '127.0.0.1',
  port,
  concurrency: 2,
  // Of one file: the largest takes a minute on a machine that does nothing else.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: ({ args }) =>
    !args.some((arg) => /Lit is in dev mode|the page’s fault/.test(String(arg?.message ?? arg))),
};
