/**
 * @module The desk's endpoints on a desk in memory, without a socket: the real schemas, executor, plugins, live
 * delivery and files, in Node and in a browser. For tests of clients, of the panel and of the widget.
 */
import type { Desk, DeskStore } from '@shopdesk/core';
import { createEndpoint, type Endpoint, type EndpointOptions } from '../endpoint.ts';
import type { FeatureServer } from '../feature.ts';
import { attachments } from '../features/attachments/index.ts';
import { audienceAt, type Audience } from '../graphql/audiences.ts';
import { AllowedOrigins } from '../http/allowed-origins.ts';
import type { Limits } from '../http/rate-limits.ts';
import { Routes } from '../http/routes.ts';
import { pathOf, type ServerContext } from '../http/server-context.ts';
import { StoreDirectory } from '../http/store-directory.ts';
import { Identity } from '../identity/identity.ts';
import { createHub } from '../live/hub.ts';
import { liveSchemas } from '../live/live-schemas.ts';
import { maskError } from '../plugins/mask-errors.ts';
import { MemoryBlobStore } from './memory-blobs.ts';
import { Network } from './network.ts';
import { WebStream } from './web-stream.ts';

export interface ServeOptions {
  readonly desk: Desk;
  /** The one that the desk keeps its rows in. */
  readonly store: DeskStore;
  readonly clock: () => Date;
  readonly blobs?: MemoryBlobStore;
}

export interface ServedDesk {
  /** What client, panel and widget take as their `fetch`. */
  readonly fetch: Network['fetch'];
  /** The line on which they ask. */
  readonly network: Network;
  /** A line of its own to the same desk: that of another browser. */
  newNetwork(): Network;
  /** Asks past every line. */
  readonly ask: (request: Request) => Promise<Response>;
  /** Ends live delivery. */
  close(): Promise<void>;
}

const UNLIMITED: Limits = {
  address: async () => undefined,
  actor: async () => undefined,
  action: async () => undefined,
  upload: async () => undefined,
  uploadBytes: async () => async () => undefined,
  stream: () => () => undefined,
};

/** A bug is nobody's answer: it fails the test that runs. */
const report = (error: unknown): void =>
  queueMicrotask(() => {
    throw error;
  });

/** Puts the endpoints on a desk in memory. Counts nothing: nobody asks too often. */
export async function serveInMemory({ desk, store, clock, blobs }: ServeOptions): Promise<ServedDesk> {
  const hub = createHub({ desk, store, clock, onError: report });
  await hub.start();
  const stores = new StoreDirectory({ store, report });
  const unfollow = stores.follow(desk);
  const identity = new Identity({ desk });
  const options = endpointOptions({ desk, store, clock, blobs: blobs ?? new MemoryBlobStore({ clock }) }, hub, {
    desk,
    identity,
    limits: UNLIMITED,
    origins: new AllowedOrigins({ stores, development: true }),
    metrics: { action: () => undefined },
    refusals: { note: () => undefined },
    report,
  });
  const endpoints = new Map<Audience, Endpoint>();
  const endpointOf = (audience: Audience): Endpoint => {
    const endpoint = endpoints.get(audience) ?? createEndpoint(options, audience);
    endpoints.set(audience, endpoint);
    return endpoint;
  };
  const ask = async (request: Request): Promise<Response> => {
    const response = await endpointOf(audienceAt(pathOf(request.url)) ?? 'staff').fetch(request, {} as ServerContext);
    // Node's server adds it.
    response.headers.set('date', clock().toUTCString());
    return response;
  };
  const network = new Network(ask);
  return {
    ask,
    network,
    newNetwork: () => new Network(ask),
    fetch: network.fetch,
    close: async () => {
      unfollow();
      identity.close();
      await hub.close();
    },
  };
}

const endpointOptions = (
  served: Required<ServeOptions>,
  hub: EndpointOptions['hub'],
  source: EndpointOptions['source'],
): EndpointOptions => ({
  schemas: liveSchemas({ desk: served.desk, hub, report }),
  source,
  routes: new Routes([attachments]),
  serverOf: () => ({ ...served, limits: UNLIMITED, secret: new Uint8Array(32), report }) as unknown as FeatureServer,
  plugins: [],
  widgetAsked: () => undefined,
  hub,
  openStream: () => new WebStream(),
  readiness: async () => [],
  documentLimits: {},
  bodyBytes: 1024 * 1024,
  development: true,
  https: false,
  subdomains: false,
  mask: maskError(report, { suggestions: true }),
  graphiql: undefined,
  logger: { isLevelEnabled: () => false, warn: () => undefined, debug: () => undefined } as EndpointOptions['logger'],
  metrics: { request: () => undefined },
  proxies: 0,
});
