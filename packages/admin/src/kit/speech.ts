/** @module The words of a third language, which only those load who read it. */
import type { Fetch } from '@shopdesk/core/client';
import { Spoken, type Messages } from '@shopdesk/core/spoken';
import type { Speech } from './language.ts';

/**
 * The panel's words in a language of the desk.
 * @throws Error where the desk has no such language, or cannot be reached
 */
export async function loadSpeech(
  desk: string,
  language: string,
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
): Promise<Speech> {
  const address = `${desk.replace(/\/+$/, '')}/admin/languages/${encodeURIComponent(language)}.json`;
  const response = await fetch(address, {} as never);
  if (response.status !== 200) throw new Error(`The desk has no language ${language}.`);
  const spoken = new Spoken(language, JSON.parse(await response.text()) as Messages);
  return {
    words: ({ key, en }) => (key === undefined ? en : spoken.words(key, en)),
    title: (english) => spoken.title(english),
  };
}
