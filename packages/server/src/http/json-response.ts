import type { ToldDenial } from '@shopdesk/core';

const STATUS: Readonly<Partial<Record<ToldDenial['code'], number>>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 413,
  RATE_LIMITED: 429,
  SHOP_UNAVAILABLE: 503,
};

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

/** A denial outside GraphQL: `{ code, message, key, params, fields, details }` with the status that fits. */
export function denialResponse(denial: ToldDenial): Response {
  const { code, details } = denial;
  const headers: Record<string, string> = {};
  if (code === 'UNAUTHENTICATED') headers['www-authenticate'] = 'Bearer';
  if (code === 'RATE_LIMITED') headers['retry-after'] = String(details?.['retryAfterSeconds'] ?? 60);
  // A shop that cannot be read now may be read when the caller asks again.
  if (code === 'SHOP_UNAVAILABLE') headers['retry-after'] = '30';
  return json(STATUS[code] ?? 400, denial, headers);
}
