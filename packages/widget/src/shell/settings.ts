/** @module What the store has set: title, greeting, words for when nobody is there. Known at once on the next visit. */
import { readJson, WIDGET_SETTINGS, type WidgetSettings } from '@shopdesk/core/client';
import type { DeskConnection } from '../connection/connection.ts';

export const knownSettings = ({ storage, keys }: DeskConnection): WidgetSettings | undefined =>
  readJson(storage, `${keys}settings`);

/** The settings as they are now; undefined when they cannot be asked, then what is known stays. */
export async function loadSettings(
  { client, storage, keys }: DeskConnection,
  storeKey: string,
): Promise<WidgetSettings | undefined> {
  try {
    const settings = await client.query(WIDGET_SETTINGS, { storeKey });
    storage.set(`${keys}settings`, JSON.stringify(settings));
    return settings;
  } catch {
    // The connection tells the shopper why the desk does not answer; without settings the window has plain words.
    return undefined;
  }
}
