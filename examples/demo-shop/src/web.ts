/**
 * @module What the shop's pages need of HTTP: headers that close every door, cookies, and where a visitor may be sent.
 */
import type { Html } from './pages/html.ts';
import type { Desk } from './pages/page.ts';
import { isLocale, type Locale } from './pages/texts.ts';

/** A strict policy: only the shop's own files and the desk's, nothing inline, no HTML from strings. */
const contentPolicy = (desk: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self' ${desk}`,
    `style-src 'self'`,
    `img-src 'self' blob: ${desk}`,
    `media-src blob: ${desk}`,
    `connect-src 'self' ${desk}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html shopdesk`,
  ].join('; ');

/** A page with its security headers. */
export const page = (desk: Desk, body: Html, status = 200): Response =>
  new Response(body.text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy(new URL(desk.url).origin),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cache-control': 'private, no-cache',
      vary: 'cookie, accept-language',
    },
  });

export const redirect = (location: string, cookie?: string): Response =>
  new Response(null, { status: 303, headers: { location, ...(cookie ? { 'set-cookie': cookie } : {}) } });

export function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export const setCookie = (name: string, value: string, seconds: number): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax`;

/** The visitor's language: what he chose, else what his browser prefers. */
export function localeOf(request: Request, chosen: string | undefined): Locale {
  if (chosen !== undefined && isLocale(chosen)) return chosen;
  const preferred = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  return preferred.find((language) => language === 'zh' || language === 'en') === 'zh' ? 'zh-CN' : 'en';
}

/** A path of this shop to go to; anything that could lead elsewhere becomes the front page. */
export const localPath = (path: string | null | undefined): string =>
  path && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) ? path : '/';

/** False for a request that another site's page made. */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  return origin === null || new URL(request.url).host === (URL.canParse(origin) ? new URL(origin).host : '');
}
