/**
 * @module Node's requests as those of the fetch API. The address is ours to say, because a framework has its own idea
 * of it, and so is the body, because a framework may have read it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendNodeResponse } from '@whatwg-node/server';
import { endpointAt, type Endpoints } from '../endpoint.ts';
import { pathOf } from '../http/server-context.ts';
import type { ReadBody } from './request-body.ts';
import { urlOf } from './request-url.ts';

/** Answers a request whose path and query are `target`. */
export function fetchListener(
  endpoints: Endpoints,
): (request: IncomingMessage, response: ServerResponse, target: string, before: ReadBody | undefined) => Promise<void> {
  const { Request } = endpoints.staff.fetchAPI;
  return async (req, res, target, before) => {
    const abort = new AbortController();
    const left = () => abort.abort();
    res.once('close', left);
    const { method = 'GET' } = req;
    const body = method === 'GET' || method === 'HEAD' ? {} : { body: bodyOf(req, before), duplex: 'half' };
    const request = new Request(urlOf(req, target), {
      method,
      headers: headersOf(req),
      signal: abort.signal,
      ...body,
    } as RequestInit);
    const response = await endpointAt(endpoints, pathOf(target)).fetch(request, { req, res } as never);
    res.once('finish', () => res.off('close', left));
    await sendNodeResponse(response, res, req, false);
  };
}

const bodyOf = (req: IncomingMessage, before: ReadBody | undefined) =>
  !before ? req : 'bytes' in before ? before.bytes : JSON.stringify(before.parsed);

/** Without the names that HTTP/2 adds for itself. */
const headersOf = ({ headers }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
