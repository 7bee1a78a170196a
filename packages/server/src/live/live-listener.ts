/**
 * @module Event streams behind Node's own server. A general adapter keeps the request with its streams, listeners and
 * parsed body for as long as the answer lasts, which for an idle subscriber is all the time; here they are let go.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Buffer } from 'node:buffer';
import { audienceAt } from '../graphql/audiences.ts';
import { pathOf } from '../http/server-context.ts';
import { textBody, type ReadBody } from '../node/request-body.ts';
import { urlOf } from '../node/request-url.ts';
import { SseStream } from './sse-stream.ts';
import { liveStreamOf } from './use-live.ts';

export interface LiveListenerOptions {
  /** Answers a request; gets Node's own objects beside it, as the adapter would pass them. */
  readonly fetch: (
    request: Request,
    context: { readonly req: IncomingMessage; readonly res: ServerResponse },
  ) => Response | Promise<Response>;
  /** The class of requests that `fetch` likes best. */
  readonly Request: typeof Request;
  /** Answers everything that is no event stream. */
  readonly next: RequestListener;
  /** Largest body of a subscription, in bytes. */
  readonly maxBodyBytes?: number;
  /** Path and query of a request as the desk understands them. @defaultValue as they were sent */
  readonly targetOf?: (request: IncomingMessage) => string;
  /** The body, where somebody has read it before. */
  readonly before?: (request: IncomingMessage) => ReadBody | undefined;
}

const targetAsSent = ({ url = '/' }: IncomingMessage) => url;

/** Serves requests for event streams with little more than a bare response costs, and passes on all others. */
export function liveListener(options: LiveListenerOptions): RequestListener {
  const { fetch, Request: RequestClass, next, maxBodyBytes = 100_000, targetOf = targetAsSent, before } = options;
  const serve = async (req: IncomingMessage, res: ServerResponse) => {
    const body = await textBody(req, before?.(req), maxBodyBytes);
    if (body === undefined) return void res.writeHead(413).end();
    const abort = new AbortController();
    const left = () => abort.abort();
    res.once('close', left);
    const request = new RequestClass(urlOf(req, targetOf(req)), {
      method: 'POST',
      headers: req.headers as Record<string, string>,
      body,
      signal: abort.signal,
    });
    const response = await fetch(request, { req, res });
    res.off('close', left);
    await send(response, res);
  };
  return (req, res) => {
    const isLive =
      req.method === 'POST' &&
      audienceAt(pathOf(targetOf(req))) !== undefined &&
      req.headers.accept?.includes('text/event-stream');
    if (!isLive) return next(req, res);
    serve(req, res).catch(() => res.destroy());
  };
}

async function send(response: Response, res: ServerResponse): Promise<void> {
  const live = liveStreamOf(response);
  const stream = live instanceof SseStream ? live : undefined;
  if (res.destroyed) return stream?.interrupt();
  const cookies = response.headers.getSetCookie().map((cookie): [string, string] => ['set-cookie', cookie]);
  const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
  // As a list: set one by one, each would be kept in an object of its own for as long as the stream lasts.
  res.writeHead(response.status, [...headers, ...cookies].flat());
  if (!stream) return void res.end(Buffer.from(await response.arrayBuffer()));
  res.socket?.setTimeout(0).setNoDelay(true).setKeepAlive(true);
  res.once('close', () => stream.destroy());
  stream.pipe(res);
}
