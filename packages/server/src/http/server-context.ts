/**
 * @module What is known of a request before anybody looks at what it asks.
 */
import type { IncomingMessage } from 'node:http';

/** What a host may pass beside a Request. */
export interface HostContext {
  /** Address of the client as the host knows it; wins over the socket's. */
  readonly address?: string;
  /** Set by Node's adapter. */
  readonly req?: Pick<IncomingMessage, 'socket'>;
}

/** What the plugins know of a request. */
export interface ServerContext extends HostContext {
  requestId: string;
  path: string;
  /** Address of the client, for limits; never logged. */
  clientAddress: string;
  /** Milliseconds of the monotonic clock. */
  startedAt: number;
}

export type HeadersLike = Pick<Headers, 'get'>;

const REQUEST_ID = /^[\w.-]{8,64}$/;

/** The id under which a request is logged: the caller's own, if it is harmless in a log. */
export function requestIdOf(headers: HeadersLike): string {
  const given = headers.get('x-request-id');
  return given !== null && REQUEST_ID.test(given) ? given : crypto.randomUUID();
}

/** The path of an absolute or relative address, without query; cheaper than parsing the address. */
export function pathOf(url: string): string {
  const authority = url.startsWith('/') ? -1 : url.indexOf('://');
  const start = authority < 0 ? 0 : url.indexOf('/', authority + 3);
  if (start < 0) return '/';
  const end = url.slice(start).search(/[?#]/);
  return end < 0 ? url.slice(start) : url.slice(start, start + end);
}

/**
 * The client's address. Behind `proxies` trusted proxies it is the entry that the outermost of them wrote into
 * X-Forwarded-For; everything left of it is the client's own invention.
 */
export function addressOf(headers: HeadersLike, { address, req }: HostContext, proxies: number): string {
  const direct = address ?? req?.socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const chain = [
    ...(headers.get('x-forwarded-for') ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
    direct,
  ];
  return chain[Math.max(0, chain.length - 1 - proxies)] ?? direct;
}

/** Who counts as one for limits: an IPv4 address, or the /64 network that one IPv6 customer has. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const [left, right] = [head.split(':').filter(Boolean), tail.split(':').filter(Boolean)];
  const zeros = plain.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return `${[...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
