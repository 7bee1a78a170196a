import { z } from 'zod';
import { defineEntity, instant, ref, secret, staffOnly } from '../../kernel/entity.ts';
import { staffOfStore } from '../customers/index.ts';

/**
 * With what a shop signs its events: a secret of its own, so that whoever learns it still cannot say who a customer is.
 */
export const ShopEventKey = defineEntity({
  name: 'ShopEventKey',
  title: { en: 'Shop event key', zh: '商店事件密钥' },
  schema: z.object({
    storeId: ref('Store'),
    name: z.string().min(1).max(100),
    secret: secret(z.string().max(200)),
    revokedAt: instant().nullable(),
  }),
  index: [['storeId']],
  unique: [{ name: 'shop_event_key', fields: ['storeId', 'name'] }],
  audited: ['storeId', 'name', 'revokedAt'],
  visible: (actor) => staffOfStore(actor, 'store.configure'),
  list: { filters: ['storeId'], orders: [[['createdAt', 'desc']]] },
});

/** How far the desk has followed the changes of a shop that lists them. */
export const ShopFeed = defineEntity({
  name: 'ShopFeed',
  title: { en: 'Shop changes', zh: '商店变更' },
  schema: z.object({
    storeId: ref('Store'),
    cursor: staffOnly(z.string().max(1000)),
    askedAt: instant(),
    /** Since when the shop has not answered. */
    awaySince: instant().nullable(),
  }),
  unique: [{ name: 'shop_feed', fields: ['storeId'] }],
  visible: (actor) => staffOfStore(actor, 'store.configure'),
  list: { filters: ['storeId'], orders: [[['askedAt', 'desc']]] },
});
