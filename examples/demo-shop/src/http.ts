/**
 * @module A fetch handler on a node:http server, and the few lines of routing that a small shop needs.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ShopError } from '@shopdesk/core';

const MAX_BODY = 64 * 1024;

/** What a route gets: the request, its URL and the decoded parts of the path that are named with a colon. */
export interface Visit {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** `/orders/:id` */
  readonly path: string;
  readonly handle: (visit: Visit) => Response | Promise<Response>;
}

function match(path: string, pathname: string): Record<string, string> | undefined {
  const [pattern, actual] = [path.split('/'), pathname.split('/')];
  if (pattern.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const value = actual[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== value) return undefined;
      continue;
    }
    try {
      params[part.slice(1)] = decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return params;
}

/** The answer of the first route that fits, or undefined. HEAD is answered like GET. */
export async function route(routes: readonly Route[], request: Request): Promise<Response | undefined> {
  const url = new URL(request.url);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  for (const { path, handle, ...candidate } of routes) {
    if (candidate.method !== method) continue;
    const params = match(path, url.pathname);
    if (params) return await handle({ request, url, params });
  }
  return undefined;
}

/** The body as JSON; throws ShopError `INVALID`. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw new ShopError('INVALID', 'Not valid: the body is not JSON', { cause });
  }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function requestOf(incoming: IncomingMessage, body: Buffer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct))
    for (const part of value ?? []) headers.append(name, part);
  const method = incoming.method ?? 'GET';
  const url = new URL(`http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`);
  return new Request(url, {
    method,
    headers,
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) }),
  });
}

async function answer(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

async function converse(
  handler: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  try {
    const body = await readBody(incoming);
    if (!body)
      return await answer(new Response('Too large', { status: 413, headers: { connection: 'close' } }), outgoing);
    await answer(await handler(requestOf(incoming, body)), outgoing);
  } catch (error) {
    console.error('demo shop:', error);
    if (!outgoing.headersSent) outgoing.statusCode = incoming.url?.startsWith('//') ? 400 : 500;
    outgoing.end('Unexpected error.');
  }
}

/** Serves on a port of this machine; 0 takes a free one. */
export async function serve(
  handler: (request: Request) => Promise<Response>,
  { port, host = '127.0.0.1' }: { port: number; host?: string | undefined },
): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((incoming, outgoing) => void converse(handler, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}
