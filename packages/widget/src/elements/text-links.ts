import { html, type TemplateResult } from 'lit';

/** Ends at what is never part of an address in running text, Chinese punctuation and characters included. */
const ADDRESS = /https?:\/\/[^\s<>"'`\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/gi;
const TRAILING = /[.,;:!?)\]}]+$/;

/** A text in which web addresses can be followed; everything else stays what it is, a text. */
export function withLinks(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '');
    const href = safeUrl(address);
    if (!href) continue;
    parts.push(text.slice(at, match.index), html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`);
    at = match.index + address.length;
  }
  return [...parts, text.slice(at)];
}

/** The address if it is one of the web (http or https), which runs no script when it is followed. */
export function safeUrl(address: string | null | undefined): string | undefined {
  try {
    const url = new URL(address ?? '');
    return ['https:', 'http:'].includes(url.protocol) ? url.href : undefined;
  } catch {
    // Not an address at all: shown as text.
    return undefined;
  }
}
