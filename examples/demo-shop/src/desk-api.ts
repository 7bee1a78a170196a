/**
 * @module The shop's back door for the desk: JSON under /desk-api, opened by a shared secret.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import {
  parseShopInput,
  SHOP_CHANGE_NAMES,
  ShopError,
  ShopNameSearch,
  ShopOrderSearch,
  ShopPageInput,
  ShopProductSearch,
  type ShopErrorCode,
} from '@shopdesk/core';
import type { Backend } from './backend.ts';
import { localeOf, sayOrder, sayOrders, sayProduct, sayProducts, sayVariant } from './desk-language.ts';
import { readJson, route, type Route, type Visit } from './http.ts';

const STATUS: Record<ShopErrorCode, number> = { NOT_FOUND: 404, REFUSED: 409, INVALID: 400, UNAVAILABLE: 503 };

const json = (value: unknown, status = 200): Response =>
  Response.json(value, { status, headers: { 'cache-control': 'no-store' } });

const failure = ({ code, message, reason, fields }: ShopError): Response =>
  json({ error: { code, message, ...(reason ? { reason } : {}), ...(fields ? { fields } : {}) } }, STATUS[code]);

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function isDesk(request: Request, secret: string): boolean {
  const [scheme, token = ''] = (request.headers.get('authorization') ?? '').split(' ');
  return timingSafeEqual(digest(token), digest(secret)) && scheme?.toLowerCase() === 'bearer';
}

function queryOf({ url }: Visit): Record<string, unknown> {
  const { first, ...others } = Object.fromEntries(url.searchParams);
  return { ...others, ...(first === undefined ? {} : { first: Number(first) }) };
}

function routesOf({ products, customers, orders, log, change }: Backend): readonly Route[] {
  const get = (path: string, answer: (visit: Visit) => unknown): Route => ({
    method: 'GET',
    path: `/desk-api${path}`,
    handle: (visit) => json(answer(visit)),
  });
  return [
    get('/customers/:id', ({ params }) => customers.customer(params['id'] ?? '')),
    get('/customers/:id/orders', (visit) =>
      sayOrders(
        localeOf(visit.request),
        orders.ofCustomer(visit.params['id'] ?? '', parseShopInput(ShopPageInput, queryOf(visit))),
      ),
    ),
    get('/customer-by-email', ({ url }) => customers.byEmail(url.searchParams.get('email') ?? '')),
    get('/customers-by-name', (visit) => customers.byName(parseShopInput(ShopNameSearch, queryOf(visit)))),
    get('/orders', (visit) =>
      sayOrders(localeOf(visit.request), orders.search(parseShopInput(ShopOrderSearch, queryOf(visit)))),
    ),
    get('/order-changes', ({ url }) => log.changes(url.searchParams.get('since') ?? undefined)),
    get('/orders/:id', ({ params, request }) => sayOrder(localeOf(request), orders.order(params['id'] ?? ''))),
    get('/products', (visit) =>
      sayProducts(localeOf(visit.request), products.search(parseShopInput(ShopProductSearch, queryOf(visit)))),
    ),
    get('/products/:id', ({ params, request }) => sayProduct(localeOf(request), products.product(params['id'] ?? ''))),
    get('/variants/:id', ({ params, request }) => sayVariant(localeOf(request), products.variant(params['id'] ?? ''))),
    ...SHOP_CHANGE_NAMES.map((name): Route => ({
      method: 'POST',
      path: `/desk-api/changes/${name}`,
      handle: async ({ request }) => json(change(name, await readJson(request))),
    })),
  ];
}

/** Answers requests under /desk-api. */
export function deskApi(backend: Backend, secret: string): (request: Request) => Promise<Response> {
  const routes = routesOf(backend);
  return async (request) => {
    if (!isDesk(request, secret))
      return json({ error: { code: 'UNAUTHENTICATED', message: 'The desk’s secret is missing or wrong' } }, 401);
    try {
      return (await route(routes, request)) ?? json({ error: { code: 'NOT_FOUND', message: 'No such address' } }, 404);
    } catch (error) {
      if (error instanceof ShopError) return failure(error);
      throw error;
    }
  };
}
