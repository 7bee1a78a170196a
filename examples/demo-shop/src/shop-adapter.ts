/**
 * @module The shop port over the demo shop's desk API: what a third party would write for its own shop.
 */
import {
  SHOP_CHANGE_NAMES,
  SHOP_CHANGES,
  SHOP_REFUSALS,
  ShopCustomer,
  judge,
  type CallFault,
  ShopError,
  ShopOrder,
  ShopProduct,
  ShopVariant,
  parseShopInput,
  shopPageOf,
  type Shop,
  type ShopChangeName,
  type ShopChanges,
  type ShopRefusal,
} from '@shopdesk/core';
import { z } from 'zod';

export interface DemoShopOptions {
  /** Where the shop is. */
  readonly url: string;
  /** The secret that opens its desk API. */
  readonly secret: string;
  readonly fetch?: typeof globalThis.fetch;
  /** For one attempt, in milliseconds. */
  readonly timeoutMs?: number;
  /** WEBHOOK where the shop posts its events, else it is asked for them. @defaultValue POLL */
  readonly orderEvents?: 'WEBHOOK' | 'POLL';
  /** How often a request that got no answer is sent again, with the same key. */
  readonly retries?: number;
}

const Failure = z.object({
  error: z.object({
    code: z.enum(['NOT_FOUND', 'REFUSED', 'INVALID', 'UNAVAILABLE', 'UNAUTHENTICATED']),
    message: z.string(),
    reason: z.enum(Object.keys(SHOP_REFUSALS) as [ShopRefusal, ...ShopRefusal[]]).optional(),
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});

const Changes = z.object({ orderIds: z.array(z.string()), cursor: z.string(), more: z.boolean() });

const unavailable = (message: string, cause?: unknown, fault?: CallFault): ShopError =>
  new ShopError('UNAVAILABLE', message, { cause, ...(fault ? { fault } : {}) });
/** Turned away for its rate: nothing was done. */
const tooOften = (): ShopError =>
  new ShopError('UNAVAILABLE', 'The shop answered 429', { sent: false, fault: 'TOO_OFTEN' });

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A POST carries a key, so that sending it again is as harmless as a GET. */
interface Sent {
  readonly path: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
  /** Of what is answered. */
  readonly locale?: string | undefined;
}

function client({ url, secret, fetch = globalThis.fetch, timeoutMs = 3000, retries = 2 }: DemoShopOptions) {
  async function attempt({ path, body, signal, locale }: Sent): Promise<{ status: number; value: unknown }> {
    const response = await fetch(`${url}/desk-api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        ...(locale ? { 'accept-language': locale } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
      redirect: 'error',
    });
    if (response.status === 429) throw tooOften();
    if (response.status >= 500) throw unavailable(`The shop answered ${response.status}`, undefined, 'FAILED');
    return { status: response.status, value: await response.json() };
  }

  async function send(sent: Sent): Promise<{ status: number; value: unknown }> {
    let doubtful: unknown;
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt(sent);
      } catch (error) {
        // One attempt that may have arrived leaves the doubt, whatever becomes of the others.
        if (judge(error).verdict !== 'NOT_SENT') doubtful ??= error;
        const told = doubtful ?? error;
        if (tries >= retries || sent.signal?.aborted)
          throw told instanceof ShopError ? told : unavailable('The shop does not answer', told);
        await wait(100 * 2 ** tries);
      }
    }
  }

  return async function ask<S extends z.ZodType>(schema: S, sent: Sent): Promise<z.output<S>> {
    const { status, value } = await send(sent);
    if (status === 200) {
      const answer = schema.safeParse(value);
      if (answer.success) return answer.data;
      throw unavailable('The shop’s answer has another form than expected', answer.error);
    }
    const failure = Failure.safeParse(value);
    if (!failure.success) throw unavailable(`The shop answered ${status}`, failure.error);
    const { code, message, reason, fields } = failure.data.error;
    if (code === 'UNAUTHENTICATED')
      throw unavailable('The shop does not accept the desk’s secret', undefined, 'UNAUTHORISED');
    throw new ShopError(code, message, { ...(reason ? { reason } : {}), ...(fields ? { fields } : {}) });
  };
}

const id = encodeURIComponent;
const query = (values: Record<string, unknown>): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) parameters.set(name, String(value));
  return parameters.toString();
};

/**
 * The demo shop as the desk's shop port. Each attempt has a timeout; a request without an answer is sent again with
 * the same key and throws ShopError `UNAVAILABLE` when the shop stays silent.
 */
export function demoShop(options: DemoShopOptions): Shop {
  const ask = client(options);
  const change = async <N extends ShopChangeName>(name: N, input: unknown, signal?: AbortSignal) => {
    const { input: request, answer } = SHOP_CHANGES[name];
    return await ask(answer, { path: `/changes/${name}`, body: parseShopInput(request, input), signal });
  };
  const changes = Object.fromEntries(
    SHOP_CHANGE_NAMES.map((name) => [
      name,
      (input: unknown, { signal }: { signal?: AbortSignal } = {}) => change(name, input, signal),
    ]),
  );
  return {
    ...(changes as unknown as ShopChanges),
    capabilities: {
      changes: SHOP_CHANGE_NAMES,
      cancelReasons: ['no longer needed', 'ordered by mistake'],
      orderEvents: options.orderEvents ?? 'POLL',
    },
    customer: (customerId) => ask(ShopCustomer, { path: `/customers/${id(customerId)}` }),
    customerByEmail: (email) => ask(ShopCustomer, { path: `/customer-by-email?${query({ email })}` }),
    customersByName: (search) => ask(z.array(ShopCustomer), { path: `/customers-by-name?${query(search)}` }),
    order: (orderId, { signal, locale } = {}) => ask(ShopOrder, { path: `/orders/${id(orderId)}`, signal, locale }),
    ...(options.orderEvents === 'WEBHOOK'
      ? {}
      : {
          orderChanges: (since?: string, { signal }: { signal?: AbortSignal } = {}) =>
            ask(Changes, { path: `/order-changes?${query({ since })}`, signal }),
        }),
    searchOrders: (search, { locale } = {}) => ask(shopPageOf(ShopOrder), { path: `/orders?${query(search)}`, locale }),
    ordersOf: (customerId, page = {}, { locale } = {}) =>
      ask(shopPageOf(ShopOrder), { path: `/customers/${id(customerId)}/orders?${query(page)}`, locale }),
    product: (productId, { locale } = {}) => ask(ShopProduct, { path: `/products/${id(productId)}`, locale }),
    variant: (variantId, { locale } = {}) => ask(ShopVariant, { path: `/variants/${id(variantId)}`, locale }),
    searchProducts: (search, { locale } = {}) =>
      ask(shopPageOf(ShopProduct), { path: `/products?${query(search)}`, locale }),
  };
}
