/**
 * @module `POST /shops/:storeKey/events`: a shop says that something has changed. Whoever cannot sign learns nothing,
 * not even whether the store exists.
 */
import { DeniedError, deny, ShopEventKey, Store, type Desk, type SystemActor } from '@shopdesk/core';
import type { Plugin } from 'graphql-yoga';
import { inLanguage } from '../graphql/denial-text.ts';
import { failure } from '../graphql/failure.ts';
import { localeOf } from '../graphql/locale.ts';
import { denialResponse, json } from '../http/json-response.ts';
import type { ServerContext } from '../http/server-context.ts';
import type { ViewerSource } from '../plugins/use-viewer.ts';
import { applyShopEvent, ShopEvent, type EventDesk } from './shop-event.ts';
import { distrust } from './webhook-signature.ts';

export interface UseShopEventsOptions {
  readonly source: Pick<ViewerSource, 'desk' | 'report'>;
  readonly clock: () => Date;
}

/** Standard Webhooks: an event is smaller than this. */
const MAX_BYTES = 20 * 1024;
const ROUTE = /^\/shops\/([a-z0-9][a-z0-9-]{2,62})\/events$/;
/** Without the dot that parts what is signed, so that nothing can be read in two ways. */
const EVENT_ID = /^[\w:-]{1,200}$/;
const NOBODY: SystemActor = { kind: 'system', tenantId: '', name: 'shop events' };

export function useShopEvents(options: UseShopEventsOptions): Plugin<object, ServerContext> {
  return {
    async onRequest({ request, serverContext: context, endResponse }) {
      const [, storeKey] = ROUTE.exec(context.path) ?? [];
      if (storeKey === undefined) return;
      endResponse(
        request.method === 'POST'
          ? await received(options, { request, context, storeKey })
          : json(405, { code: 'NOT_FOUND', message: 'Send events by POST.' }, { allow: 'POST' }),
      );
    },
  };
}

interface Visit {
  readonly request: Request;
  readonly context: ServerContext;
  readonly storeKey: string;
}

async function received(options: UseShopEventsOptions, visit: Visit): Promise<Response> {
  const { source } = options;
  const reader = {
    locale: localeOf(visit.request.headers),
    desk: source.desk,
    report: (bug: unknown) => source.report(bug, visit.context),
  };
  try {
    await take(options, visit);
    return json(200, { received: true });
  } catch (error) {
    if (error instanceof DeniedError) return refusal(error, reader);
    const { message, extensions } = failure(error, reader);
    return json(extensions['code'] === 'SERVICE_UNAVAILABLE' ? 503 : 500, { code: extensions['code'], message });
  }
}

/** A shop that cannot be read now may be read when it sends the event again. */
function refusal({ denial }: DeniedError, reader: Parameters<typeof inLanguage>[1]): Response {
  const told = inLanguage(denial, reader);
  return denial.code === 'SHOP_UNAVAILABLE'
    ? json(503, { code: told.code, message: told.message }, { 'retry-after': '30' })
    : denialResponse(told);
}

async function take({ source, clock }: UseShopEventsOptions, { request, storeKey }: Visit): Promise<void> {
  const header = (name: string) => request.headers.get(`webhook-${name}`) ?? '';
  const signed = {
    id: header('id'),
    timestamp: header('timestamp'),
    signature: header('signature'),
    body: await bodyOf(request),
  };
  const { secrets, ...place } = await placeOf(source.desk, storeKey);
  const cause = EVENT_ID.test(signed.id) ? distrust(signed, secrets, clock()) : 'signature';
  if (cause) throw new DeniedError(deny('UNAUTHENTICATED', { details: { cause } }));
  await applyShopEvent(place, eventOf(signed.body), signed.id);
}

/** Of a body that is too large this much is still read, so that its sender hears why instead of a broken line. */
const MOST_DRAINED = 10 * 1024 * 1024;
const tooLarge = () => new DeniedError(deny('LIMIT_EXCEEDED', { details: { limit: MAX_BYTES } }));

async function bodyOf(request: Request): Promise<string> {
  // Left unread, it is thrown away after the answer.
  if (Number(request.headers.get('content-length')) > MAX_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size <= MAX_BYTES) chunks.push(chunk);
    if (size > MOST_DRAINED) break;
  }
  if (size > MAX_BYTES) throw tooLarge();
  return decoded(Buffer.concat(chunks));
}

/** What is not UTF-8 is refused: read all the same it would be another text than the shop meant. */
function decoded(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new DeniedError(deny('VALIDATION_FAILED', { fields: [{ path: '', message: 'The body is not UTF-8.' }] }));
  }
}

/** The store with the secrets of its shop; none where there is no such store. */
async function placeOf(desk: Desk, storeKey: string): Promise<EventDesk & { readonly secrets: readonly string[] }> {
  const store = await desk.read(NOBODY).lookup(Store, { key: storeKey });
  const actor: SystemActor = { kind: 'system', tenantId: store?.tenantId ?? '', name: `shop:${storeKey}` };
  const keys = store ? await desk.read(actor).all(ShopEventKey, { where: { storeId: store.id, revokedAt: null } }) : [];
  return { desk, actor, storeId: store?.id ?? '', secrets: keys.map(({ secret }) => secret) };
}

function eventOf(body: string): ShopEvent {
  const known = ShopEvent.safeParse(parsed(body));
  if (known.success) return known.data;
  const fields = known.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new DeniedError(deny('VALIDATION_FAILED', { fields }));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new DeniedError(deny('VALIDATION_FAILED', { fields: [{ path: '', message: 'The body is not JSON.' }] }));
  }
}
