/**
 * @module Loads code on demand, and knows why it could not: the desk was updated since this page was opened, or it
 * cannot be reached.
 */
import { DeskOffline } from '@shopdesk/core/client';
import { NewVersion } from '../kit/problem.ts';

/**
 * Awaits an `import()`.
 * @throws NewVersion when it failed because the page is of an earlier version than the desk; DeskOffline when nothing
 * answers; otherwise what the import threw
 */
export async function loadCode<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (await pageHasChanged()) throw new NewVersion('', { cause: error });
    throw error;
  }
}

/** Milliseconds after which a server that does not answer counts as out of reach. */
const PATIENCE_MS = 10_000;

/** Whether the page, as its server has it now, no longer names a script that this one was started with. */
async function pageHasChanged(): Promise<boolean> {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]');
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const asked = fetch(location.href, { cache: 'no-store', signal });
  const page = await asked.catch(() => {
    throw new DeskOffline();
  });
  if (!page.ok) return false;
  const text = await page.text();
  return [...scripts].some(({ src }) => !text.includes(src.slice(src.lastIndexOf('/') + 1)));
}
