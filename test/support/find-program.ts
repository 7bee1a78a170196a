/**
 * @module Where this machine has the programs that the tests need. Nothing found is an answer, not an error.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** A Chromium or Chrome; the variable CHROME_PATH wins. */
export function findBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  return [...BROWSERS.map(onPath), ...APPLICATIONS].find((file) => file !== undefined && existsSync(file));
}

/** The folder with `initdb` and `postgres`, newest version first; the variable PG_BIN wins. */
export function findPostgres(): string | undefined {
  const chosen = process.env['PG_BIN'];
  if (chosen) return hasServer(chosen) ? chosen : undefined;
  const initdb = onPath('initdb');
  const folders = [...debianFolders(), ...(initdb ? [join(initdb, '..')] : []), '/opt/homebrew/bin', '/usr/local/bin'];
  return folders.find(hasServer);
}

const hasServer = (folder: string) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));

function debianFolders(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).filter((name) => /^\d+$/.test(name));
  return versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => join(root, version, 'bin'));
}
