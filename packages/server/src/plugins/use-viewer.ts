/**
 * @module Who asks: counts the request, finds its actor, and gives resolvers the desk as that actor sees it.
 */
import { DeniedError, type Desk } from '@shopdesk/core';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { failure } from '../graphql/failure.ts';
import { localeOf } from '../graphql/locale.ts';
import { Viewer } from '../graphql/viewer.ts';
import type { AllowedOrigins } from '../http/allowed-origins.ts';
import type { Metrics } from '../http/metrics.ts';
import type { RateLimits } from '../http/rate-limits.ts';
import type { ServerContext } from '../http/server-context.ts';
import type { Identity } from '../identity/identity.ts';

export interface ViewerSource {
  readonly desk: Desk;
  readonly identity: Identity;
  readonly limits: RateLimits;
  readonly origins: AllowedOrigins;
  readonly metrics: Metrics;
  readonly report: (error: unknown, facts: { readonly requestId: string }) => void;
}

/** The viewer of a request. @throws DeniedError */
export async function viewerOf(source: ViewerSource, request: Request, { requestId, clientAddress }: ServerContext): Promise<Viewer> {
  const { desk, identity, limits, origins, metrics } = source;
  await limits.address(clientAddress);
  const actor = await identity.actorOf(request);
  await limits.actor(actor);
  if (actor.kind === 'shopper') await origins.insist(request.headers, { id: actor.storeId });
  return new Viewer({
    desk,
    actor,
    locale: localeOf(request.headers),
    report: (error) => source.report(error, { requestId }),
    observe: (action, outcome, seconds) => metrics.action(action, outcome, seconds),
    gate: async (action, input) => {
      await limits.action(action, input, clientAddress);
      // Before anybody is known, what names the store by its key is what a page may ask of that store only.
      const { storeKey } = (input ?? {}) as { readonly storeKey?: unknown };
      if (typeof storeKey === 'string') await origins.insist(request.headers, { key: storeKey });
    },
  });
}

/** A token that is not valid is the transport's affair: 401, whatever was asked. */
function refused(error: unknown, source: ViewerSource, request: Request, { requestId }: ServerContext): GraphQLError {
  const told = failure(error, { locale: localeOf(request.headers), desk: source.desk, report: (bug) => source.report(bug, { requestId }) });
  if (!(error instanceof DeniedError) || told.extensions['http']) return told;
  const http = error.denial.code === 'UNAUTHENTICATED' ? { status: 401, headers: { 'www-authenticate': 'Bearer' } } : { status: 403 };
  return new GraphQLError(told.message, { extensions: { ...told.extensions, http } });
}

export const useViewer = (source: ViewerSource): Plugin<object, ServerContext> => ({
  async onContextBuilding({ context, extendContext }) {
    const { request, ...facts } = context as unknown as ServerContext & { readonly request: Request };
    try {
      extendContext({ viewer: await viewerOf(source, request, facts) } as never);
    } catch (error) {
      throw refused(error, source, request, facts);
    }
  },
});
