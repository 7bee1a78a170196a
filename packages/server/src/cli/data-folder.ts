/**
 * @module The data folder of the commands (`SHOPDESK_DATA`), which nobody else on this machine may look into.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { closeToOthers, openToOthers } from '../private-files.ts';

/** What the desk and the demo shop keep there. */
const OURS = /^(database|files|demo-shop|secrets\.json)(\.(lock|holder\.json|new))?$/;

/** The folder itself is closed only when nothing else lies in it: somebody may have named a folder that they share. */
async function partsOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.every((name) => OURS.test(name))
    ? [folder]
    : names.filter((name) => OURS.test(name)).map((name) => join(folder, name));
}

/** What others can read or write in the data folder. */
export const openInDataFolder = async (folder: string): Promise<string[]> => openToOthers(...(await partsOf(folder)));

/** Closes what is open in the data folder. What cannot be closed is found as an insecure setting. */
export const closeDataFolder = async (folder: string): Promise<void> =>
  void (await closeToOthers(...(await partsOf(folder))));
