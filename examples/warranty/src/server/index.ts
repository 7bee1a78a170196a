/** @module The workshop's webhook: what was repaired. */
import { DeniedError, deny, Store, type SystemActor } from '@shopdesk/core';
import { defineServerFeature, distrust, json, type RouteHandler, type ServerFeature } from '@shopdesk/server';
import { z } from 'zod';
import { warranty, WarrantyClaim } from '../core/index.ts';

const Repair = z.object({ claimId: z.string().min(1).max(64), report: z.string().min(1).max(1000) });
const NOBODY: SystemActor = { kind: 'system', tenantId: '', name: 'workshop' };

/** Signed as Standard Webhooks say; whoever cannot sign does not learn whether a store or a claim exists. */
const receiveRepair =
  (secret: string): RouteHandler =>
  async ({ desk, clock }, visit) => {
    const header = (name: string) => visit.request.headers.get(`webhook-${name}`) ?? '';
    const [id, timestamp, signature] = [header('id'), header('timestamp'), header('signature')];
    const cause = distrust({ id, timestamp, signature, body: await visit.text() }, [secret], clock());
    if (cause) throw new DeniedError(deny('UNAUTHENTICATED', { details: { cause } }));
    const repair = Repair.safeParse(await visit.json());
    if (!repair.success) throw new DeniedError(deny('VALIDATION_FAILED'));
    const { claimId, report } = repair.data;
    const store = await desk.read(NOBODY).lookup(Store, { key: visit.params['storeKey'] ?? '' });
    if (!store) throw new DeniedError(deny('NOT_FOUND'));
    const actor: SystemActor = { kind: 'system', tenantId: store.tenantId, name: 'workshop' };
    if (!(await desk.read(actor).first(WarrantyClaim, { id: claimId, storeId: store.id })))
      throw new DeniedError(deny('NOT_FOUND'));
    await desk.perform(actor, 'noteWarrantyRepair', { id: claimId, report }, { idempotencyKey: `workshop:${id}` });
    return json(200, { received: true });
  };

export interface WarrantyServerOptions {
  /** What the workshop signs with: `whsec_…`, or base 64. */
  readonly workshopSecret: string;
}

export const warrantyServer = ({ workshopSecret }: WarrantyServerOptions): ServerFeature =>
  defineServerFeature({
    name: 'warranty',
    requires: [warranty],
    routes: [{ method: 'POST', path: '/warranty/:storeKey/repairs', handle: receiveRepair(workshopSecret) }],
  });
