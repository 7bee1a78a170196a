/** @module Loads the words of a third language; nobody else loads this file. */
import { Spoken, type Messages } from '@shopdesk/core/spoken';
import { speakers } from './languages.ts';

/**
 * Afterwards the words of a language are there; where the desk has no such language, they stay English.
 * @throws TypeError where the desk cannot be reached
 */
export async function learn(
  locale: string,
  { url = '', fetch = globalThis.fetch }: { readonly url?: string; readonly fetch?: typeof globalThis.fetch },
): Promise<void> {
  if (speakers[locale]) return;
  const response = await fetch(`${url.replace(/\/+$/, '')}/widget/languages/${encodeURIComponent(locale)}.json`);
  speakers[locale] = new Spoken(locale, response.ok ? ((await response.json()) as Messages) : {});
}
