/** @module Finds web addresses in running text, as a reader of English or Chinese sees them end. */

/** An address and where it begins in the text, in UTF-16 units. */
export interface FoundLink {
  readonly start: number;
  readonly address: string;
}

/**
 * Ends at what is never part of an address in running text: white space, invisible characters, quotation marks, dashes
 * and dots of typesetters, and the characters and punctuation of Chinese, Japanese and Korean, before which nobody
 * writes a space.
 */
const ADDRESS = /https?:\/\/[^\s\p{C}\p{Pi}\p{Pf}<>"`…—―\u2e80-\uffef]+/giu;
const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Without the signs at the end that end the sentence or the quotation rather than the address. A closing bracket
 * belongs to the address when the address has opened it.
 */
function trimmed(address: string): string {
  const last = address.slice(-1);
  const opening = OPENING[last];
  const isOutside = opening ? address.split(last).length > address.split(opening).length : /[.,;:!?'–]/.test(last);
  return isOutside ? trimmed(address.slice(0, -1)) : address;
}

/** The web addresses in a text (http and https), in order; whether one can be followed the reader of it finds out. */
export function findLinks(text: string): FoundLink[] {
  return [...text.matchAll(ADDRESS)].map(({ 0: address, index: start }) => ({ start, address: trimmed(address) }));
}
