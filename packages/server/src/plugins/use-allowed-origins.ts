/**
 * @module Cross-origin requests by store. The answer names the very origin that asked, never `*`, and never allows
 * credentials: the only one is the bearer token that the page's own script holds.
 */
import { deny, type Desk } from '@shopdesk/core';
import type { Plugin } from 'graphql-yoga';
import type { WidgetPage } from '../feature.ts';
import { GRAPHQL_PATHS } from '../graphql/audiences.ts';
import { localeOf } from '../graphql/locale.ts';
import type { AllowedOrigins } from '../http/allowed-origins.ts';
import { denialResponse } from '../http/json-response.ts';
import type { HeadersLike, ServerContext } from '../http/server-context.ts';
import { serverTexts as t } from '../texts.ts';

const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, accept, x-desk-locale, x-request-id',
  'access-control-max-age': '600',
};

/** Files that any page may load; there is nothing of anybody in them. */
const isPublicFile = (path: string) => path === '/widget.js' || path.startsWith('/widget/');

/** Headers for the page that asked; none for whoever is no page. */
export function originHeaders(headers: HeadersLike): Record<string, string> {
  const origin = headers.get('origin');
  if (origin === null) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'date, x-request-id, retry-after',
    vary: 'Origin',
  };
}

export const forbiddenOrigin = (headers: HeadersLike, { languages }: Pick<Desk, 'languages'>): Response =>
  denialResponse(
    languages.tell(deny('FORBIDDEN', { text: t.unknownOrigin }), { language: localeOf(headers, languages) }),
  );

/** The store whose widget is asked for: the look that it begins with is asked of `/shopper?store=KEY`. */
const storeAsked = (request: Request, path: string): string | null =>
  path === GRAPHQL_PATHS.shopper ? new URL(request.url).searchParams.get('store') : null;

export function useAllowedOrigins(
  origins: AllowedOrigins,
  desk: Pick<Desk, 'languages'>,
  widgetAsked: (page: WidgetPage) => void = () => undefined,
): Plugin<object, ServerContext> {
  const refused = new WeakSet<Request>();
  return {
    async onRequest({ request, serverContext, endResponse }) {
      if (request.headers.get('origin') === null || isPublicFile(serverContext.path)) return;
      const key = storeAsked(request, serverContext.path);
      const page = key ? await origins.widgetPage(request.headers, key) : undefined;
      if (page) widgetAsked(page);
      if (!(await origins.allows(request.headers))) {
        refused.add(request);
        endResponse(forbiddenOrigin(request.headers, desk));
      } else if (request.method === 'OPTIONS') endResponse(new Response(null, { status: 204, headers: PREFLIGHT }));
    },
    onResponse({ request, response, serverContext }) {
      if (refused.has(request) || isPublicFile(serverContext.path)) return;
      for (const [name, value] of Object.entries(originHeaders(request.headers))) response.headers.set(name, value);
    },
  };
}
