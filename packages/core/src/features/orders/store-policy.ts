/**
 * @module The policy of a store, compiled once: the statute of its region, the pack of its profile, its own promise.
 */
import type { deny } from '../../kernel/denial.ts';
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { policyFor, type Decision, type Policy, type StoreSetting } from '../../policies/index.ts';
import type { ShopOrder } from '../../ports/shop.ts';
import type { Store } from '../access/entities.ts';

const compiled = new Map<string, Policy>();

/** The policy that judges an order of the store, and the store's zone and currency. */
export async function storePolicy(_ctx: ReadContext, store: RowOf<typeof Store>, _order: ShopOrder): Promise<{ policy: Policy; setting: StoreSetting }> {
  const key = `${store.policyPack} ${store.region}`;
  let policy = compiled.get(key);
  if (!policy) compiled.set(key, (policy = policyFor({ pack: store.policyPack, region: store.region })));
  return { policy, setting: { zone: store.timeZone, currency: store.currency } };
}

/** A policy's "no" as a denial: rules, reasons and clause in both languages, and what would change it. */
export function policyDenial({ kind, outcome, outputs, ruleIds, reasons, clause, whatWouldChangeIt }: Decision): NonNullable<Parameters<typeof deny>[1]> {
  return {
    message: clause.en,
    details: { decision: kind, outcome, code: outputs['code'] ?? null, ruleIds, reasons, clause, whatWouldChangeIt: whatWouldChangeIt.map(({ text }) => text) },
  };
}
