/**
 * @module The endpoints: everything that happens to a request, as an ordered list of plugins. Each audience has one,
 * with its own schema and documents; what is not GraphQL is answered by that of the staff.
 */
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { MaskError } from './plugins/mask-errors.ts';
import { useAddressLimit } from './plugins/use-address-limit.ts';
import { useAllowedOrigins } from './plugins/use-allowed-origins.ts';
import { useDenials } from './plugins/use-denials.ts';
import { useDocumentLimits, type DocumentLimits } from './plugins/use-document-limits.ts';
import { useHealth, type Readiness } from './plugins/use-health.ts';
import { useJsonOnly } from './plugins/use-json-only.ts';
import { useRequestFacts, type RequestFactsOptions } from './plugins/use-request-facts.ts';
import { useRoutes, type UseRoutesOptions } from './plugins/use-routes.ts';
import { useSecurityHeaders } from './plugins/use-security-headers.ts';
import { useVariableLimits } from './plugins/use-variable-limits.ts';
import { useViewer, type ViewerSource } from './plugins/use-viewer.ts';
import type { GraphiQL } from './plugins/graphiql.ts';
import type { WidgetPage } from './feature.ts';
import type { ServerContext } from './http/server-context.ts';
import { GRAPHQL_PATHS, type Audience } from './graphql/audiences.ts';
import { Viewer } from './graphql/viewer.ts';
import type { Hub } from './live/hub.ts';
import { useLive, type UseLiveOptions } from './live/use-live.ts';

export type Endpoint = YogaServerInstance<ServerContext, object>;

/** The endpoint of each audience. */
export type Endpoints = Readonly<Record<Audience, Endpoint>>;

/** The endpoint that answers at a path. */
export const endpointAt = (endpoints: Endpoints, path: string): Endpoint =>
  path === GRAPHQL_PATHS.shopper ? endpoints.shopper : endpoints.staff;

export interface EndpointOptions extends RequestFactsOptions {
  readonly schemas: Readonly<Record<Audience, GraphQLSchema>>;
  readonly source: ViewerSource;
  readonly routes: UseRoutesOptions['routes'];
  readonly serverOf: UseRoutesOptions['serverOf'];
  /** What answers beside GraphQL and the routes, in this order. */
  readonly plugins: readonly Plugin<object, ServerContext>[];
  /** Tells features of a page that asks for the widget. */
  readonly widgetAsked: (page: WidgetPage) => void;
  readonly hub: Hub;
  readonly openStream: UseLiveOptions['openStream'];
  readonly readiness: Readiness;
  readonly documentLimits: DocumentLimits;
  readonly bodyBytes: number;
  readonly development: boolean;
  readonly https: boolean;
  readonly subdomains: boolean;
  readonly mask: MaskError;
  readonly graphiql: GraphiQL | undefined;
}

export const createEndpoints = (options: EndpointOptions): Endpoints => ({
  staff: createEndpoint(options, 'staff'),
  shopper: createEndpoint(options, 'shopper'),
});

/** That of one audience. */
export function createEndpoint(options: EndpointOptions, audience: Audience): Endpoint {
  const { schemas, source, routes, serverOf, hub, openStream, development, graphiql, mask } = options;
  const { desk, limits } = source;
  const contextFor = ({ actor, locale }: Pick<Viewer, 'actor' | 'locale'>) => {
    const report = (error: unknown) => source.report(error, { requestId: '' });
    return { viewer: new Viewer({ desk, actor, locale, report }) };
  };
  return createYoga<ServerContext>({
    schema: schemas[audience],
    graphqlEndpoint: GRAPHQL_PATHS[audience],
    healthCheckEndpoint: '/healthz',
    landingPage: false,
    logging: false,
    cors: false,
    multipart: false,
    batching: false,
    maxRequestBodySize: options.bodyBytes,
    parserAndValidationCache: false,
    maskedErrors: { maskError: mask },
    graphiql: graphiql?.graphiql[audience] ?? false,
    ...(graphiql ? { renderGraphiQL: graphiql.renderGraphiQL } : {}),
    plugins: [
      // Every later plugin knows the request's id, path and address.
      useRequestFacts(options),
      // Before anything answers, because an answer of any plugin needs the headers.
      useSecurityHeaders(options),
      // Counts what comes before anything of it is read.
      useAddressLimit(source),
      // Refuses foreign pages before their request costs anything.
      useAllowedOrigins(source.origins, desk, options.widgetAsked),
      // What is not GraphQL.
      useHealth(options.readiness),
      useRoutes({ routes, source, serverOf }),
      ...options.plugins,
      // GraphQL: first the form of the request, then of the document, and only then who asks.
      useJsonOnly(),
      useVariableLimits(),
      useDocumentLimits({ ...options.documentLimits, introspection: development }),
      useViewer(source, audience),
      // What it answers when the desk says no.
      useDenials(),
      // Last, because it takes over what all others have let through.
      useLive({ desk, hub, limits, openStream, contextFor, maskErrors: (errors) => errors.map(mask) }),
    ],
  });
}
