/**
 * @module Who asks: finds the request's actor, counts what they ask, and gives resolvers the desk as that actor sees
 * it.
 */
import { DeniedError, type Desk } from '@shopdesk/core';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { insistOnAudience, type Audience } from '../graphql/audiences.ts';
import { failure } from '../graphql/failure.ts';
import { localeOf } from '../graphql/locale.ts';
import { Viewer } from '../graphql/viewer.ts';
import type { Refusals } from '../audit/refusals.ts';
import type { AllowedOrigins } from '../http/allowed-origins.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Limits } from '../http/rate-limits.ts';
import type { ServerContext } from '../http/server-context.ts';
import type { Identity } from '../identity/identity.ts';

export interface ViewerSource {
  readonly desk: Desk;
  readonly identity: Identity;
  readonly limits: Limits;
  readonly origins: AllowedOrigins;
  readonly metrics: Pick<Metrics, 'action'>;
  readonly refusals: Pick<Refusals, 'note'>;
  readonly report: (error: unknown, facts: { readonly requestId: string }) => void;
}

/**
 * The viewer of a request, whose address has been counted already; `audience` is whose endpoint it came to, if it is
 * GraphQL. @throws DeniedError
 */
export async function viewerOf(
  source: ViewerSource,
  request: Request,
  { requestId, clientAddress }: ServerContext,
  audience?: Audience,
): Promise<Viewer> {
  const { desk, identity, limits, origins, metrics, refusals } = source;
  const actor = await identity.actorOf(request);
  if (audience) insistOnAudience(audience, actor);
  await limits.actor(actor);
  if (actor.kind === 'shopper') await origins.insist(request.headers, { id: actor.storeId });
  if (actor.kind === 'staff' || audience === 'staff') origins.insistOnStaffPage(request.headers);
  return new Viewer({
    desk,
    actor,
    locale: localeOf(request.headers, desk.languages),
    report: (error) => source.report(error, { requestId }),
    refused: (action, input, denial) => {
      const { email } = (input ?? {}) as { readonly email?: unknown };
      refusals.note({
        actor,
        action,
        denial,
        address: clientAddress,
        ...(action === 'signIn' && typeof email === 'string' ? { email } : {}),
      });
    },
    observe: (action, outcome, seconds) => metrics.action(action, outcome, seconds),
    gate: async (name, input) => {
      const action = desk.actions.get(name);
      const tellEnd = await limits.action({
        name,
        input,
        actor,
        address: clientAddress,
        changes: action !== undefined && !action.unaudited,
      });
      // Before anybody is known, what names the store by its key is what a page may ask of that store only.
      const { storeKey } = (input ?? {}) as { readonly storeKey?: unknown };
      if (typeof storeKey === 'string') await origins.insist(request.headers, { key: storeKey });
      return tellEnd;
    },
  });
}

/** A token that is not valid is the transport's affair: 401, whatever was asked. */
function refused(error: unknown, source: ViewerSource, request: Request, { requestId }: ServerContext): GraphQLError {
  const told = failure(error, {
    locale: localeOf(request.headers, source.desk.languages),
    desk: source.desk,
    report: (bug) => source.report(bug, { requestId }),
  });
  if (!(error instanceof DeniedError) || told.extensions['http']) return told;
  const http =
    error.denial.code === 'UNAUTHENTICATED'
      ? { status: 401, headers: { 'www-authenticate': 'Bearer' } }
      : { status: 403 };
  return new GraphQLError(told.message, { extensions: { ...told.extensions, http } });
}

export const useViewer = (source: ViewerSource, audience: Audience): Plugin<object, ServerContext> => ({
  async onContextBuilding({ context, extendContext }) {
    const { request, ...facts } = context as unknown as ServerContext & { readonly request: Request };
    try {
      extendContext({ viewer: await viewerOf(source, request, facts, audience) } as never);
    } catch (error) {
      throw refused(error, source, request, facts);
    }
  },
});
