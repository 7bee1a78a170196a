/**
 * @module First in the list: what is known of a request, and when it is answered the log line and the figures. A log
 * line names neither addresses nor queries, which hold personal data.
 */
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Metrics } from '../http/metrics.ts';
import type { Routes } from '../http/routes.ts';
import { addressOf, pathOf, requestIdOf, type HeadersLike, type ServerContext } from '../http/server-context.ts';

export interface RequestFactsOptions {
  readonly logger: Pick<Logger, 'isLevelEnabled' | 'warn' | 'debug'>;
  readonly metrics: Pick<Metrics, 'request'>;
  /** Trusted proxies in front of the server. */
  readonly proxies: number;
  /** Those of features, counted by their names. */
  readonly routes: Pick<Routes, 'at'>;
}

const OWN: readonly (readonly [prefix: string, route: string])[] = [
  ['/graphql', 'graphql'],
  ['/shopper', 'graphql'],
  ['/widget', 'widget'],
  ['/admin', 'admin'],
  ['/healthz', 'health'],
  ['/readyz', 'health'],
  ['/metrics', 'metrics'],
];

const routeOf = (path: string, routes: Pick<Routes, 'at'>): string =>
  OWN.find(([prefix]) => path.startsWith(prefix))?.[1] ?? routes.at(path)[0]?.feature ?? 'other';

/** Notes what is known of a request. */
export function noteRequest(
  context: ServerContext,
  request: { readonly url: string; readonly headers: HeadersLike },
  proxies: number,
): void {
  context.requestId = requestIdOf(request.headers);
  context.path = pathOf(request.url);
  context.clientAddress = addressOf(request.headers, context, proxies);
  context.startedAt = performance.now();
}

/** Counts and logs a request that was answered. */
export function noteAnswer(
  { logger, metrics, routes }: RequestFactsOptions,
  { requestId, path, startedAt }: ServerContext,
  method: string,
  status: number,
): void {
  const seconds = (performance.now() - startedAt) / 1000;
  const route = routeOf(path, routes);
  metrics.request(route, status, seconds);
  const level = status >= 500 ? 'warn' : 'debug';
  if (logger.isLevelEnabled(level))
    logger[level]({ requestId, method, route, status, ms: Math.round(seconds * 10_000) / 10 }, 'request');
}

export const useRequestFacts = (options: RequestFactsOptions): Plugin<object, ServerContext> => ({
  onRequest({ request, serverContext }) {
    noteRequest(serverContext, request, options.proxies);
  },
  onResponse({ request, response, serverContext }) {
    // Yoga's own plugins (GraphiQL, the health check) answer before this one is asked.
    if (!serverContext.requestId) noteRequest(serverContext, request, options.proxies);
    response.headers.set('x-request-id', serverContext.requestId);
    noteAnswer(options, serverContext, request.method, response.status);
  },
});
