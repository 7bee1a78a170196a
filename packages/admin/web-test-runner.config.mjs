/**
 * @module Component tests in a real Chromium, from the sources. A missing browser fails the run.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { bundledTests } from '../../scripts/bundle-tests.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const executablePath =
  process.env.CHROME_PATH ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (!executablePath || !existsSync(executablePath))
  throw new Error('No Chromium was found. Install it (Debian: apt-get install chromium) or name it in CHROME_PATH.');

/** A page whose elements wait for the second hand of another page in the background would wait for ever. */
const FOREGROUND = ['--no-sandbox', '--disable-background-timer-throttling', '--disable-renderer-backgrounding'];

export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  files: [`${here}src/**/*.test.ts`, `!${here}src/**/*.node.test.ts`],
  middleware: [await bundledTests(here)],
  browsers: [playwrightLauncher({ product: 'chromium', launchOptions: { executablePath, args: FOREGROUND } })],
  concurrency: 2,
  // Of one file: the largest takes a minute on a machine that does nothing else.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 60_000 } },
  filterBrowserLogs: ({ args }) => !args.some((arg) => /Lit is in dev mode/.test(String(arg?.message ?? arg))),
};
