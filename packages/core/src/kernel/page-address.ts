/**
 * @module The address of a page as far as it may be kept: where somebody was, without what the address let them do.
 */

import { clip } from './clip.ts';

/** Parts of a query that say where a visit came from, and nothing else. */
const HARMLESS = /^utm_(?:source|medium|campaign|term|content|id)$/;
/** Longer than words are, letters and digits mixed: a key rather than a name. */
const KEY = /^(?=.*\d)(?=.*[a-z])[\w.~+=]{20,}$/i;
const MOST = 2000;

const speaks = (text: string): boolean => !text.includes('@') && !KEY.test(text);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A part of the path; what comes after an encoded question or number sign is a query too. */
function harmlessPart(part: string): string {
  const whole = decoded(part);
  const [name = ''] = whole.split(/[?#]/);
  if (!speaks(name)) return '***';
  return name === whole ? part : encodeURIComponent(name);
}

function harmlessQuery(query: string): string {
  const pairs = query.split('&').map((pair) => pair.split('='));
  const kept = pairs.filter(
    ([key = '', value = '', ...rest]) =>
      HARMLESS.test(key) && rest.length === 0 && value.length <= 100 && speaks(decoded(value)),
  );
  return kept.length > 0 ? `?${kept.map((pair) => pair.join('=')).join('&')}` : '';
}

/** Scheme, host without sign-in data, path, query. */
const PARTS = /^(https?:\/\/)(?:[^/?#\\]*@)?([\p{L}\p{N}.:[\]-]+)(\/[^?#]*)?(?:\?([^#]*))?(?:#|$)/iu;

/**
 * Keeps origin and path of a web address and its `utm_` keys. The fragment, every other key, sign-in data, and parts of
 * the path that hold an e-mail address or a key are left out. What is no web address is nothing.
 */
export function pageAddress(address: string): string | null {
  const found = PARTS.exec(address.trim());
  if (!found) return null;
  const [, scheme = '', host = '', path = '/', query = ''] = found;
  return clip(`${scheme}${host}${path.split('/').map(harmlessPart).join('/')}${harmlessQuery(query)}`, MOST);
}
