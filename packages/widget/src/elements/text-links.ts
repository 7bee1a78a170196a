import { findLinks } from '@shopdesk/core/text';
import { html, type TemplateResult } from 'lit';

/** A text in which web addresses can be followed; everything else stays what it is, a text. */
export function withLinks(text: string): (string | TemplateResult)[] {
  let at = 0;
  const parts = findLinks(text).flatMap(({ start, address }) => {
    const href = safeUrl(address);
    if (!href) return [];
    const before = text.slice(at, start);
    at = start + address.length;
    return [before, html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`];
  });
  return [...parts, text.slice(at)];
}

/** The address if it is one of the web (http or https), which runs no script when it is followed. */
export function safeUrl(address: string | null | undefined): string | undefined {
  try {
    const url = new URL(address ?? '');
    return /^https?:/.test(url.href) ? url.href : undefined;
  } catch {
    // Not an address at all: shown as text.
    return undefined;
  }
}
