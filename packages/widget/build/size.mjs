/**
 * @module What a visitor's browser loads, gzip, in bytes: `launcher` until the button can be clicked, `chat` until the
 * first message can be sent (launcher included, in the larger of the two languages), `panel` until the panel's inbox
 * is usable. Each file is packed alone, as servers do. Too much of any fails the run, and so does a file with zod: what
 * a page needs of core stands in files without entities, and zod's first act is one that a strict policy of a page
 * blocks.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const LIMITS = { launcher: 4096, chat: 30_720, panel: 98_304 };

const root = fileURLToPath(new URL('../../..', import.meta.url));
const widget = `${root}packages/widget/dist/browser/`;
const panel = `${root}packages/admin/dist/browser/`;

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const packed = (folder, files) =>
  [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(folder + file), { level: 9 }).length, 0);

function widgetSizes() {
  const { launcher, chat, languages } = read(`${widget}manifest.json`);
  const chats = Object.values(languages).map((language) => packed(widget, [...launcher, ...chat, ...language]));
  return { launcher: packed(widget, launcher), chat: Math.max(...chats) };
}

const panelSize = () =>
  existsSync(`${panel}panel-files.json`) ? { panel: packed(panel, read(`${panel}panel-files.json`)) } : {};

/** Builds only what has changed. */
const { status } = spawnSync(process.execPath, [`${root}scripts/build.mjs`, 'widget', 'panel'], {
  stdio: ['ignore', 2, 2],
});
if (status !== 0) process.exit(1);

const sizes = { ...widgetSizes(), ...panelSize() };
for (const [name, bytes] of Object.entries(sizes)) {
  console.log(`${name} ${bytes}`);
  if (bytes <= LIMITS[name]) continue;
  console.error(`${name} may have ${LIMITS[name]} bytes`);
  process.exitCode = 1;
}

for (const folder of [widget, panel].filter((path) => existsSync(path)))
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js') || !readFileSync(folder + file, 'utf8').includes('_zod')) continue;
    console.error(`${file} contains zod`);
    process.exitCode = 1;
  }
