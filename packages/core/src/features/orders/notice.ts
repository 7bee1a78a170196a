/** @module Whom news of the shop is for. */
import type { ReadContext } from '../../kernel/context.ts';
import { CustomerIdentity } from '../customers/index.ts';

/** The desk's customer behind a customer of the shop. */
export async function customerOf(ctx: ReadContext, storeId: string, shopCustomerId: string): Promise<string | null> {
  return (
    (
      await ctx
        .trusted('facts of the customer')
        .first(CustomerIdentity, { storeId, channel: 'SHOP', externalId: shopCustomerId })
    )?.customerId ?? null
  );
}
