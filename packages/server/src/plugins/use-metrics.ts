/**
 * @module `/metrics` for Prometheus: with the token that the host chose, in development without one, else not there.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { json } from '../http/json-response.ts';
import type { Metrics } from '../http/metrics.ts';
import type { ServerContext } from '../http/server-context.ts';

export interface UseMetricsOptions {
  readonly metrics: Metrics;
  readonly token?: string | undefined;
  readonly development: boolean;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

export function useMetrics({ metrics, token, development }: UseMetricsOptions): Plugin<object, ServerContext> {
  const expected = token === undefined ? undefined : digest(`Bearer ${token}`);
  const opens = (given: string | null) =>
    expected ? given !== null && timingSafeEqual(digest(given), expected) : development;
  return {
    async onRequest({ request, serverContext: { path }, endResponse }) {
      if (path !== '/metrics') return;
      const open = opens(request.headers.get('authorization'));
      endResponse(
        open
          ? new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } })
          : json(404, { code: 'NOT_FOUND', message: 'Not found.' }),
      );
    },
  };
}
