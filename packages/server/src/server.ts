/**
 * @module The desk as a server: a fetch handler that mounts into anything.
 */
import { join } from 'node:path';
import {
  ConfigError,
  Tenant,
  type Desk,
  type DeskStore,
  type Feature,
  type LanguageFile,
  type standardFeatures,
} from '@shopdesk/core';
import { assetsOf } from './built-assets.ts';
import { Refusals } from './audit/refusals.ts';
import type { Database } from './database/database.ts';
import { createEndpoints, endpointAt, type Endpoints } from './endpoint.ts';
import { FeatureServers } from './feature-servers.ts';
import { AllowedOrigins } from './http/allowed-origins.ts';
import { cleanBasePath, requestBelow } from './http/base-path.ts';
import { Metrics } from './http/metrics.ts';
import { RateLimits } from './http/rate-limits.ts';
import { EarlierBuilds } from './http/earlier-builds.ts';
import { Routes } from './http/routes.ts';
import { pathOf, type HostContext, type ServerContext } from './http/server-context.ts';
import { Identity } from './identity/identity.ts';
import { LanguageAssets } from './languages/language-assets.ts';
import { pageCatalogue, pageWordProblems } from './languages/page-words.ts';
import { databaseTransport } from './live/database-transport.ts';
import { createHub, type Hub } from './live/hub.ts';
import { liveSchemas } from './live/live-schemas.ts';
import { SseStream } from './live/sse-stream.ts';
import { isDevelopment, type DeskServerOptions } from './options.ts';
import { loadGraphiQL } from './plugins/graphiql.ts';
import { maskError, type MaskError } from './plugins/mask-errors.ts';
import { useAssets } from './plugins/use-assets.ts';
import { useMetrics } from './plugins/use-metrics.ts';
import type { AssetFolders } from './http/asset-folder.ts';
import type { Readiness } from './plugins/use-health.ts';
import { closeAfter, openRuntime, type Runtime } from './runtime.ts';
import { startBackground } from './timers/background.ts';
import { repeat } from './timers/repeat.ts';
import { timeOrderedId } from './time-ordered-id.ts';

/** A running desk; `createDeskServer` types it by its features. */
export interface DeskServer<out D extends Desk = Desk> {
  /** Answers a request; `context.address` tells who asks when the host knows better than a header. */
  fetch(request: Request, context?: HostContext): Promise<Response>;
  readonly desk: D;
  readonly store: DeskStore;
  /** Absent when the host brought its own store. */
  readonly database: Database | undefined;
  /** Lets no new work in: `/readyz` says no, and open streams are sent away to come back elsewhere. */
  drain(): Promise<void>;
  /** Ends everything; safe to call twice. */
  close(): Promise<void>;
  /** Whether GraphiQL is served: in development, where its package is installed. */
  readonly graphiql: boolean;
  /** For Node's adapter. */
  readonly endpoints: Endpoints;
  readonly internals: EndpointInternals;
}

/** What Node's adapter shares with the endpoint. */
export interface EndpointInternals {
  readonly runtime: Runtime;
  readonly metrics: Metrics;
  readonly origins: AllowedOrigins;
  readonly options: DeskServerOptions;
  readonly proxies: number;
  readonly limits: RateLimits;
  readonly https: boolean;
  readonly subdomains: boolean;
  readonly bodyBytes: number;
  /** Prefix of the path below which the desk is mounted; empty for the root. */
  readonly basePath: string;
  /** What features answer beside GraphQL. */
  readonly routes: Routes;
  /** What is served as widget and panel. */
  readonly assets: AssetFolders;
  readonly mask: MaskError;
}

/** A policy of a thousand rules is saved whole. */
const BODY_BYTES = 1024 * 1024;
/** How often chunks are kept. A build made while the desk runs is missed only when the next one follows sooner. */
const KEEP_MS = 600 * 1000;
const PING_MS = 2000;

/**
 * Opens the database, brings it to this version and gives a handler for its requests.
 * @throws ConfigError, DataDirHeldError, DatabaseUnavailableError
 * @example
 * ```ts
 * const server = await createDeskServer({ database: { dataDir: './.shopdesk/database' } });
 * const answer = await server.fetch(new Request('http://desk/healthz'));
 * ```
 */
export async function createDeskServer<const F extends readonly Feature[] = typeof standardFeatures>(
  options: DeskServerOptions<F>,
): Promise<DeskServer<Desk<F>>> {
  const metrics = new Metrics();
  const runtime = await openRuntime({ ...options, onError: () => metrics.error() });
  const lifecycle = new Lifecycle();
  try {
    // The runtime knows its features as a list only; they are these, or the standard ones.
    return (await serve(options, { runtime, metrics, lifecycle })) as unknown as DeskServer<Desk<F>>;
  } catch (error) {
    await closeAfter(error, () => lifecycle.close().finally(() => runtime.close()), runtime.logger);
    throw error;
  }
}

interface Opened {
  readonly runtime: Runtime;
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
}

async function serve(options: DeskServerOptions, { runtime, metrics, lifecycle }: Opened): Promise<DeskServer> {
  const { desk, store, database, clock } = runtime;
  const internals = internalsOf(options, runtime, metrics);
  checkLanguages(options.languages ?? [], internals.assets, runtime);
  const identity = new Identity({ desk, authenticate: options.authenticate });
  lifecycle.atEnd(() => identity.close());
  const hub = await openHub(runtime, lifecycle);
  const development = isDevelopment(options);
  const refusals = new Refusals({
    store,
    logger: runtime.logger,
    clock,
    newId: () => timeOrderedId(),
    onError: runtime.report,
  });
  const source = {
    desk,
    identity,
    origins: internals.origins,
    limits: internals.limits,
    metrics,
    refusals,
    report: (error: unknown, { requestId }: { readonly requestId: string }) =>
      runtime.report(error, `request ${requestId}`),
  };
  const features = new FeatureServers(runtime, internals.limits);
  const graphiql = development ? await loadGraphiQL() : undefined;
  const earlier = earlierBuilds(options, internals.assets, runtime);
  const endpoints = createEndpoints({
    ...internals,
    schemas: liveSchemas({ desk, hub, report: (error) => runtime.report(error, 'subscription') }),
    source,
    serverOf: (name) => features.of(name),
    openStream: () => new SseStream(),
    plugins: [
      useMetrics({ metrics, token: options.metricsToken, development }),
      ...features.plugins(),
      useAssets({
        assets: internals.assets,
        languages: new LanguageAssets(options.languages ?? [], desk.languages),
        earlier,
      }),
    ],
    widgetAsked: features.widgetAsked,
    hub,
    readiness: lifecycle.readiness(store),
    documentLimits: options.limits?.document ?? {},
    development,
    logger: runtime.logger,
    graphiql,
  });
  metrics.gauge('shopdesk_streams', 'Open streams.', () => hub.status.streams);
  await options.prepare?.(desk);
  for (const stop of features.start()) lifecycle.atEnd(stop);
  if (earlier) lifecycle.atEnd(startKeeping(earlier, runtime));
  const background =
    options.background === false
      ? []
      : [
          startBackground({ desk, database, kept: runtime.auditHeads, clock, onError: runtime.report }),
          features.repeat(),
        ];
  lifecycle.atEnd(
    () => refusals.flush(),
    ...background,
    () => runtime.close(),
  );
  const fetch = (request: Request, context: HostContext = {}) => {
    const below = requestBelow(internals.basePath, request);
    return Promise.resolve(endpointAt(endpoints, pathOf(below.url)).fetch(below, { ...context } as ServerContext));
  };
  return {
    fetch,
    desk,
    store,
    database,
    drain: async () => (lifecycle.drain(), hub.streams.interruptAll()),
    close: () => lifecycle.close(),
    endpoints,
    internals,
    graphiql: graphiql !== undefined,
  };
}

/** @throws ConfigError naming what the files of languages say of pages that have no such words */
function checkLanguages(files: readonly LanguageFile[], assets: AssetFolders, { logger }: Runtime): void {
  if (files.length === 0) return;
  const catalogue = pageCatalogue(assets);
  const problems = pageWordProblems(files, catalogue);
  if (problems.length > 0) throw new ConfigError(problems);
  for (const { language, words } of files) {
    const missing = [...catalogue.keys()].filter((key) => !words[key]?.trim());
    if (missing.length > 0)
      logger.warn(
        { language, missing: missing.length, first: missing.slice(0, 5) },
        'a language lacks words of the panel or the chat: they are said in English',
      );
  }
}

function internalsOf(options: DeskServerOptions, runtime: Runtime, metrics: Metrics): EndpointInternals {
  const { trustProxy = 0, publicUrl, limits, staffOrigins = [] } = options;
  const publicOrigin = publicUrl ? new URL(publicUrl).origin : undefined;
  return {
    runtime,
    metrics,
    options,
    origins: new AllowedOrigins({
      stores: runtime.stores,
      development: isDevelopment(options),
      publicOrigin,
      staffOrigins: staffOrigins.map((url) => new URL(url).origin),
    }),
    limits: new RateLimits(limits?.rates),
    proxies: Number(trustProxy),
    https: publicOrigin?.startsWith('https:') ?? false,
    subdomains: options.strictSubdomains ?? false,
    bodyBytes: limits?.bodyBytes ?? BODY_BYTES,
    routes: new Routes(runtime.features),
    basePath: cleanBasePath(options.basePath ?? (publicUrl ? new URL(publicUrl).pathname : '')),
    assets: assetsOf(options.assets, runtime.logger),
    mask: maskError((error) => runtime.report(error, 'request'), { suggestions: isDevelopment(options) }),
  };
}

async function openHub({ desk, store, kept, database, clock, report }: Runtime, lifecycle: Lifecycle): Promise<Hub> {
  const bus =
    database?.kind === 'postgres' ? { transport: databaseTransport(database), processId: timeOrderedId() } : undefined;
  const hub = createHub({ desk, store, kept, clock, onError: report, ...(bus ? { bus } : {}) });
  lifecycle.atEnd(() => hub.close());
  await hub.start();
  return hub;
}

/** Kept beside the uploaded files; a folder that ends with the process would keep nothing for the next version. */
function earlierBuilds(
  options: DeskServerOptions,
  assets: AssetFolders,
  { clock }: Runtime,
): EarlierBuilds | undefined {
  const { filesFolder } = options;
  if (filesFolder === undefined) return undefined;
  return new EarlierBuilds({ folder: join(filesFolder, 'earlier-builds'), assets, clock });
}

function startKeeping(earlier: EarlierBuilds, { report }: Runtime): () => Promise<void> {
  const work = () => earlier.keep().then(() => false);
  const loop = repeat({ everyMs: KEEP_MS, work, onError: (error) => report(error, 'chunks of earlier builds') });
  loop.wake(0);
  return () => loop.stop();
}

/** Whether new work is let in, and what happens at the end. */
class Lifecycle {
  readonly #ends: (() => void | Promise<void>)[] = [];
  #draining = false;
  #closing: Promise<void> | undefined;

  atEnd(...ends: readonly (() => void | Promise<void>)[]): void {
    this.#ends.push(...ends);
  }

  drain(): void {
    this.#draining = true;
  }

  readiness(store: DeskStore): Readiness {
    return async () => {
      if (this.#draining) return ['the server is stopping'];
      return (await answers(store)) ? [] : ['the database does not answer'];
    };
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    this.#draining = true;
    for (const end of this.#ends) await end();
  }
}

/** Reads one row, which also shows that the tables are there. */
async function answers(store: DeskStore): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, PING_MS, false).unref());
  const row = store.find({ entity: Tenant, where: [], limit: 1 }).then(
    () => true,
    () => false,
  );
  return Promise.race([row, late]);
}
