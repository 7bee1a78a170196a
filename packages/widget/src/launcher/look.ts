/**
 * @module Colour and corner that the store has set, and the languages of the desk. Loaded after the button is there;
 * kept, so that most pages ask nothing.
 */
import { said } from '../texts/languages.ts';
import type { launcherTexts } from './launcher-texts.ts';
import type { DeskOptions } from './options.ts';

/**
 * Colour, corner, when they were asked for in milliseconds, and, where the shopper wants another language than the
 * launcher's two, the one that they get (empty for those two) and all that the desk has, as they are kept:
 * `#0f766e end 1700000000000 fr en,zh-CN,fr`.
 */
export type Look = readonly [colour?: string, position?: string, at?: string, locale?: string, languages?: string];

const FRESH_MS = 10 * 60_000;

/**
 * The look as the desk knows it now; what is known already when that is fresh or the desk cannot be asked. Where the
 * shopper reads a language beside the two of the launcher, its words are put there.
 */
export async function fetchLook(
  known: Look,
  options: DeskOptions,
  keep: (look: string) => void,
  words: typeof launcherTexts,
): Promise<Look> {
  const [colour, position, at, , languages] = await askLook(known, options);
  const offered = languages ?? (await askLanguages(options));
  const locale = offered ? chooseAmong(offered.split(','), wantedBy(options)) : '';
  const look = [colour, position, at, locale, offered] as const;
  if (at) keep(look.join(' ').trim());
  if (!locale || locale in words) return look;
  const { learn } = await import('../texts/learn.ts');
  await learn(locale, options);
  words[locale] = said(locale, 'launcher', words.en);
  return look;
}

/** What the shopper may want to read, the first first. */
const wantedBy = ({ locale }: DeskOptions): string[] =>
  [locale, document.documentElement.lang, ...navigator.languages].flatMap(
    (tag) => tag?.toLowerCase().split('-')[0] || [],
  );

/** Asks which languages the desk has, where the shopper wants another than the two of the launcher. */
async function askLanguages(options: DeskOptions): Promise<string | undefined> {
  const { url = '', fetch = globalThis.fetch } = options;
  if (/^(zh|en)$/.test(wantedBy(options)[0] ?? 'en')) return undefined;
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/widget/languages.json`);
    return ((await response.json()) as readonly string[]).join();
  } catch {
    return undefined;
  }
}

/** The first of them that the desk speaks; empty where it is one of the launcher's own. */
function chooseAmong(offered: readonly string[], wanted: readonly string[]): string {
  const [first = 'en'] = wanted.flatMap((tag) => offered.filter((one) => one.toLowerCase().split('-')[0] === tag));
  return /^(en|zh-CN)$/.test(first) ? '' : first;
}

async function askLook(known: Look, options: DeskOptions): Promise<Look> {
  const { store, url = '', fetch = globalThis.fetch } = options;
  if (Date.now() - Number(known[2] ?? 0) < FRESH_MS) return known;
  const desk = url.replace(/\/+$/, '');
  let answered = false;
  try {
    const query = 'query Look($key: String!) { widgetSettings(storeKey: $key) { look { colour position } } }';
    const body = JSON.stringify({ query, variables: { key: store } });
    const response = await fetch(`${desk}/shopper?store=${store}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    answered = true;
    const { data } = JSON.parse(await response.text()) as {
      data: { widgetSettings: { look: { colour: string; position: string } } };
    };
    const { colour, position } = data.widgetSettings.look;
    return [colour, position, String(Date.now())];
  } catch {
    // No network, no such store, or a desk in trouble: the button stays as it is; the chat says more when it is opened.
    options.unnamed ||= !answered && (await isUnnamed(desk, fetch));
    return known;
  }
}

/**
 * A browser does not say why a page may not read an answer. Where the desk's script, which every page may read, is
 * there and the answer is not, the page is not named in any store: the shop's engineer is told where to name it.
 */
async function isUnnamed(desk: string, fetch: typeof globalThis.fetch): Promise<boolean> {
  const isThere = await fetch(`${desk}/widget.js`, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere)
    console.warn(
      `Shopdesk: the desk answers nothing to ${location.origin}. If a store should, name this address in the panel: Stores, Embedding.`,
    );
  return isThere;
}
