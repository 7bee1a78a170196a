/**
 * @module `POST /shops/:storeKey/events`: a shop says that something has changed. Whoever cannot sign learns nothing,
 * not even whether the store exists.
 */
import { DeniedError, deny, readInput, ShopEventKey, Store, type Desk, type SystemActor } from '@shopdesk/core';
import type { RouteHandler } from '../../feature.ts';
import { json } from '../../http/json-response.ts';
import { applyShopEvent, ShopEvent, type EventDesk } from './shop-event.ts';
import { distrust } from '../../http/webhook-signature.ts';

/** Without the dot that parts what is signed, so that nothing can be read in two ways. */
const EVENT_ID = /^[\w:-]{1,200}$/;
const NOBODY: SystemActor = { kind: 'system', tenantId: '', name: 'shop events' };

export const receiveShopEvent: RouteHandler = async ({ desk, clock }, visit) => {
  const header = (name: string) => visit.request.headers.get(`webhook-${name}`) ?? '';
  const body = await visit.text();
  const signed = { id: header('id'), timestamp: header('timestamp'), signature: header('signature'), body };
  const { secrets, ...place } = await placeOf(desk, visit.params['storeKey'] ?? '');
  const cause = EVENT_ID.test(signed.id) ? distrust(signed, secrets, clock()) : 'signature';
  if (cause) throw new DeniedError(deny('UNAUTHENTICATED', { details: { cause } }));
  await applyShopEvent(place, eventOf(await visit.json()), signed.id);
  return json(200, { received: true });
};

/** The store with the secrets of its shop; none where there is no such store. */
async function placeOf(desk: Desk, storeKey: string): Promise<EventDesk & { readonly secrets: readonly string[] }> {
  const store = await desk.read(NOBODY).lookup(Store, { key: storeKey });
  const actor: SystemActor = { kind: 'system', tenantId: store?.tenantId ?? '', name: `shop:${storeKey}` };
  const keys = store ? await desk.read(actor).all(ShopEventKey, { where: { storeId: store.id, revokedAt: null } }) : [];
  return { desk, actor, storeId: store?.id ?? '', secrets: keys.map(({ secret }) => secret) };
}

function eventOf(body: unknown): ShopEvent {
  const read = readInput(ShopEvent, body);
  if ('data' in read) return read.data;
  throw new DeniedError(deny('VALIDATION_FAILED', { fields: read.problems }));
}
