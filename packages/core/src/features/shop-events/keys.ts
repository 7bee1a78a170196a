import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { Store } from '../access/index.ts';
import { ShopEventKey } from './entities.ts';
import { says } from '../../kernel/problems.ts';
import { shopEventTexts as t } from './texts.ts';

/** Standard Webhooks: 24 to 64 bytes in base 64. */
const SECRET = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Adds a key with which the shop signs its events; the secret is never shown again. Several are valid at a time, so
 * keys can be changed.
 */
export const addShopEventKey = defineAction({
  title: { en: 'Add a shop event key', zh: '添加商店事件密钥' },
  allow: { staff: 'store.configure', system: true },
  input: z.object({
    storeId: z.string(),
    name: z.string().trim().min(1).max(100),
    secret: z.string().max(200).regex(SECRET, says(t.secretForm)),
  }),
  output: one(ShopEventKey),
  check: async (ctx, { storeId, name }) => {
    await ctx.get(Store, storeId);
    return (await ctx.first(ShopEventKey, { storeId, name }))
      ? deny('DUPLICATE', { details: { field: 'name' } })
      : undefined;
  },
  run: (ctx, input) => ctx.insert(ShopEventKey, { ...input, revokedAt: null }),
});

export const revokeShopEventKey = defineAction({
  title: { en: 'Revoke a shop event key', zh: '吊销商店事件密钥' },
  allow: { staff: 'store.configure' },
  on: ShopEventKey,
  input: z.object({}),
  output: one(ShopEventKey),
  run: (ctx, key) => (key.revokedAt ? key : ctx.update(ShopEventKey, key, { revokedAt: ctx.now })),
});
