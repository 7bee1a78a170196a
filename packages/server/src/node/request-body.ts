/**
 * @module The body of Node's request, which a framework's parser may have read before the desk gets the request. It is
 * taken from where parsers put it: `request.rawBody` or `request.body`. Waiting for it again would last for ever.
 */
import type { IncomingMessage } from 'node:http';

import { audienceAt } from '../graphql/audiences.ts';

/** A body that was read already: its bytes, or for GraphQL what a JSON parser made of them. */
export type ReadBody = { readonly bytes: Uint8Array | string } | { readonly parsed: object };

const NOTHING: ReadBody = { bytes: '' };

/** Why a request cannot be answered, for the log of whoever has mounted the desk. */
export const BODY_IS_GONE =
  'The body of a request was read before the desk got it, and what it said is not in `request.rawBody` (bytes) or `request.body`. ' +
  'Mount the desk before body parsers (in Express: above `app.use(express.json())`; in Fastify: in a plugin of its own with ' +
  '`removeAllContentTypeParsers()` and `addContentTypeParser("*", (request, payload, done) => done(null))`), ' +
  'or pass the body on: `request.raw.body = request.body`.';

/** What others have read of a request: undefined when nobody has, `gone` when it cannot be found any more. */
export function bodyReadBefore(request: IncomingMessage, path: string): ReadBody | 'gone' | undefined {
  if (!request.readableDidRead && !request.readableEnded) return undefined;
  const { rawBody, body } = request as IncomingMessage & { readonly rawBody?: unknown; readonly body?: unknown };
  for (const given of [rawBody, body])
    if (typeof given === 'string' || given instanceof Uint8Array) return { bytes: given };
  if (isEmpty(request)) return NOTHING;
  // Only of GraphQL the meaning is enough; a file or what a shop has signed is its bytes.
  return audienceAt(path) && typeof body === 'object' && body !== null ? { parsed: body } : 'gone';
}

const isEmpty = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] === undefined && !Number(headers['content-length'] ?? 0);

/** Reads the body, or undefined when it is larger than allowed; what is left of it then is thrown away. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length']) > maxBytes) return Promise.resolve(undefined);
  // By events: an iteration over the request would leave its listeners behind.
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    const onData = (part: Buffer) => {
      bytes += part.length;
      if (bytes <= maxBytes) parts.push(part);
      else end(() => resolve(undefined));
    };
    const onEnd = () => end(() => resolve(parts.length === 1 ? parts[0] : Buffer.concat(parts)));
    const onClose = () => end(() => reject(new Error('The client left.')));
    const end = (answer: () => void) => {
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      answer();
    };
    if (request.destroyed) return onClose();
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
}

/** The body of a GraphQL request, read by us or before us; undefined when it is too large. */
export async function textBody(
  request: IncomingMessage,
  before: ReadBody | undefined,
  maxBytes: number,
): Promise<string | undefined> {
  if (!before) return (await readBody(request, maxBytes))?.toString();
  if ('parsed' in before) return JSON.stringify(before.parsed);
  return Buffer.byteLength(before.bytes) > maxBytes ? undefined : Buffer.from(before.bytes as Uint8Array).toString();
}
