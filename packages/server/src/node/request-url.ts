/** @module The address of Node's request, as the desk understands it. */
import type { IncomingMessage } from 'node:http';
import { belowBase } from '../http/base-path.ts';

/**
 * Path and query. What Express and its like have cut off is cut off; what they have not is, where the host named it.
 */
export function targetOf(request: IncomingMessage, basePath: string): string {
  const { url = '/', originalUrl = url } = request as IncomingMessage & { readonly originalUrl?: string };
  const target = url.startsWith('/') ? url : pathAndQuery(url);
  return originalUrl === url ? belowBase(basePath, target) : target;
}

/** Of an absolute address, as a proxy may send it. */
const pathAndQuery = (url: string): string =>
  URL.canParse(url) ? new URL(url).pathname + new URL(url).search : `/${url}`;

const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i;

/** The whole address. */
export function urlOf({ headers: { host = '' }, socket }: IncomingMessage, target: string): string {
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  return `${scheme}://${HOST.test(host) ? host : 'localhost'}${target}`;
}
