/**
 * @module The desk on Node's HTTP server: listens, and stops without losing what is under way.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endpointAt } from './endpoint.ts';
import { pathOf } from './http/server-context.ts';
import { liveListener } from './live/live-listener.ts';
import { fetchListener } from './node/fetch-listener.ts';
import { createGraphQLListener, isPlainGraphQL } from './node/graphql-listener.ts';
import { BODY_IS_GONE, bodyReadBefore, type ReadBody } from './node/request-body.ts';
import { targetOf } from './node/request-url.ts';
import { SECURITY_HEADERS } from './plugins/use-security-headers.ts';
import type { DeskServer } from './server.ts';

export interface StartOptions {
  /** @defaultValue a free one */
  readonly port?: number;
  /** @defaultValue "127.0.0.1" */
  readonly host?: string;
  /** Milliseconds that requests under way have when the server stops. @defaultValue 10,000 */
  readonly graceMs?: number;
  /** Connections at once; more are closed as they come. @defaultValue 20,000 */
  readonly maxConnections?: number;
  /** Milliseconds in which the headers of a request must have come. @defaultValue 10,000 */
  readonly headersMs?: number;
  /** Milliseconds in which a body that is no file must have come. @defaultValue 10,000 */
  readonly bodyMs?: number;
  /** Stops on SIGINT and SIGTERM. @defaultValue false */
  readonly signals?: boolean;
}

/** A server that listens. */
export interface StartedServer {
  readonly url: string;
  readonly port: number;
  readonly http: Server;
  /** Answers what is under way, sends streams away, closes the desk. Safe to call twice. */
  stop(): Promise<void>;
  /** Resolves when it has stopped, by whatever reason. */
  readonly stopped: Promise<void>;
}

/** Longer than the idle time of common load balancers (60 s), which otherwise reuse a connection just being closed. */
const KEEP_ALIVE_MS = 65_000;
/** For 10 MiB over a slow line; a client that dribbles its request is cut off. */
const REQUEST_MS = 120_000;
const HEADERS_MS = 10_000;
const SMALL_BODY_MS = 10_000;
/** How often Node looks for requests that take too long. */
const CHECK_MS = 2000;
const MOST_CONNECTIONS = 20_000;
/** A line that is cut at once takes the answer with it. */
const FAREWELL_MS = 500;

/**
 * The handler for Node's `http.createServer`, or for any framework that takes one, at its root or below a prefix (see
 * `basePath`). A body that a framework has read already is taken from `request.body`.
 */
export function nodeListener(
  server: DeskServer,
  { bodyMs = SMALL_BODY_MS }: Pick<StartOptions, 'bodyMs'> = {},
): (request: IncomingMessage, response: ServerResponse) => void {
  const {
    endpoints,
    internals: {
      basePath,
      bodyBytes,
      routes,
      runtime: { logger },
    },
  } = server;
  const graphql = createGraphQLListener(server);
  const other = fetchListener(endpoints);
  const bodies = new WeakMap<IncomingMessage, ReadBody>();
  const target = (request: IncomingMessage) => targetOf(request, basePath);
  const before = (request: IncomingMessage) => bodies.get(request);
  const failed = (response: ServerResponse) => (error: unknown) => {
    // The client went away in the middle of its request.
    logger.debug({ err: error }, 'request broke off');
    response.destroy();
  };
  const live = liveListener({
    fetch: (request, context) => endpointAt(endpoints, pathOf(request.url)).fetch(request, context as never),
    Request: endpoints.staff.fetchAPI.Request,
    next: (request, response) =>
      void other(request, response, target(request), before(request)).catch(failed(response)),
    maxBodyBytes: bodyBytes,
    targetOf: target,
    before,
  });
  return (request, response) => {
    const asked = target(request);
    const body = bodyReadBefore(request, pathOf(asked));
    if (body === 'gone') {
      logger.error({ method: request.method, path: pathOf(asked) }, BODY_IS_GONE);
      return refuseWithoutBody(response);
    }
    if (body) bodies.set(request, body);
    else if (!routes.streams(pathOf(asked))) hurry(request, response, bodyMs);
    if (!isPlainGraphQL(request, asked)) return live(request, response);
    graphql(request, response, asked, body).catch(failed(response));
  };
}

/** Cuts a request off whose body has not come in time: whoever dribbles it holds a connection for nothing. */
function hurry(request: IncomingMessage, response: ServerResponse, bodyMs: number): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && !(Number(length) > 0)) return;
  const done = () => {
    clearTimeout(timer);
    request.off('end', done).off('close', done);
  };
  const timer = setTimeout(() => {
    done();
    if (request.complete) return;
    if (response.headersSent) return void request.destroy();
    response
      .writeHead(408, { ...SECURITY_HEADERS, connection: 'close' })
      .end(() => setTimeout(() => request.destroy(), FAREWELL_MS).unref());
  }, bodyMs).unref();
  request.on('end', done).on('close', done);
}

/** The host's own fault, so no code of a client's. */
function refuseWithoutBody(response: ServerResponse): void {
  const message = 'The body of this request was read before the desk got it. The log of the server says what to do.';
  response
    .writeHead(500, { ...SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ errors: [{ message, extensions: { code: 'INTERNAL' } }], code: 'INTERNAL', message }));
}

/** Serves the desk over HTTP. */
export async function startServer(
  server: DeskServer,
  { port = 0, host = '127.0.0.1', graceMs = 10_000, signals = false, ...limits }: StartOptions = {},
): Promise<StartedServer> {
  const { headersMs: headersTimeout = HEADERS_MS, maxConnections = MOST_CONNECTIONS } = limits;
  const timeouts = {
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout,
    requestTimeout: REQUEST_MS,
    connectionsCheckingInterval: Math.min(CHECK_MS, headersTimeout),
  };
  const http = createServer({ ...timeouts, noDelay: true }, nodeListener(server, limits));
  http.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(port, host, resolve));
  const address = http.address() as AddressInfo;
  const { promise: stopped, resolve: tellStopped } = Promise.withResolvers<void>();
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= shutDown(http, server, graceMs).then(tellStopped));
  if (signals) stopOnSignals(stop, stopped);
  return { url: urlOf(address), port: address.port, http, stop, stopped };
}

function urlOf({ address, family, port }: AddressInfo): string {
  const everywhere = address === '0.0.0.0' || address === '::';
  return `http://${everywhere ? 'localhost' : family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** A second signal does not wait any longer. */
function stopOnSignals(stop: () => Promise<void>, stopped: Promise<void>): void {
  let asked = false;
  const onSignal = () => {
    if (asked) process.exit(1);
    asked = true;
    void stop();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  void stopped.then(() => process.off('SIGINT', onSignal).off('SIGTERM', onSignal));
}

async function shutDown(http: Server, server: DeskServer, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  await server.drain();
  http.closeIdleConnections();
  const late = new AbortController();
  await Promise.race([closed, sleep(graceMs, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
  http.closeAllConnections();
  await closed;
  await server.close();
}
