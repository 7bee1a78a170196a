/**
 * @module Colour and corner that the store has set. Loaded after the button is there; kept, so that most pages ask
 * nothing.
 */
import type { DeskOptions } from './options.ts';

/** Colour, corner, and when they were asked for in milliseconds, as they are kept: `#0f766e end 1700000000000`. */
export type Look = readonly [colour?: string, position?: string, at?: string];

const FRESH_MS = 10 * 60_000;

/** The look as the desk knows it now; what is known already when that is fresh or the desk cannot be asked. */
export async function fetchLook(known: Look, options: DeskOptions, keep: (look: string) => void): Promise<Look> {
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
    const look = [colour, position, String(Date.now())] as const;
    keep(look.join(' '));
    return look;
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
