/**
 * @module Program: makes a new data folder. It runs in a process of its own, because initialising takes some hundred
 * megabytes that the process would never give back.
 */
import { open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { makePrivateFolder } from '../private-files.ts';
import { PrivateFs } from './private-fs.ts';

const [, , target] = process.argv;
if (!target) throw new TypeError('Name the folder to make.');

/** Made under another name first: a folder with the right name is complete, whenever the power goes. */
const draft = `${target}.new`;
await makePrivateFolder(draft);
const pglite = await PGlite.create({ fs: new PrivateFs(draft) });
await pglite.close();
await syncTree(draft);
await rename(draft, target);
await syncOne(dirname(target));

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await syncOne(path);
  }
  await syncOne(folder);
}

async function syncOne(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
