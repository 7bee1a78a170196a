import { findLinks } from '@shopdesk/core/text';
import { html, type TemplateResult } from 'lit';

/** A text in which web addresses can be followed; everything else stays what it is, a text. */
export function withLinks(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const { start, address } of findLinks(text)) {
    const href = safeUrl(address);
    if (!href) continue;
    parts.push(text.slice(at, start), html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${address}</a>`);
    at = start + address.length;
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
