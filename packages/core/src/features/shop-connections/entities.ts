import { z } from 'zod';
import { codes, someOf } from '../../kernel/codes.ts';
import { defineEntity, instant, named, ref, secret } from '../../kernel/entity.ts';
import { callFault } from '../../ports/call-fault.ts';
import { staffOfStore } from '../customers/index.ts';
import { shopCapability } from './capability.ts';

/** A setting of a connection that is no secret. */
export const ShopSettingValue = named(
  'ShopSettingValue',
  z.object({ name: z.string().max(40), value: z.string().max(4000) }),
);

/** The shop that somebody has connected to a store in the panel. There is one row per store; disconnected, it stays. */
export const ConnectedShop = defineEntity({
  name: 'ConnectedShop',
  title: { en: 'Shop connection', zh: '商城连接' },
  schema: z.object({
    storeId: ref('Store'),
    /** Code of the adapter; the server may not have it any more. */
    adapter: z.string().max(40),
    settings: z.array(ShopSettingValue),
    /** The secrets, encrypted; null once it is disconnected. */
    sealed: secret(z.string().nullable()),
    connectedAt: instant(),
    disconnectedAt: instant().nullable(),
  }),
  index: [['id']],
  unique: [{ name: 'shop_connection', fields: ['storeId'] }],
  audited: ['storeId', 'adapter', 'settings', 'disconnectedAt'],
  visible: (actor) => staffOfStore(actor, 'store.configure'),
  list: { filters: ['storeId', 'adapter'], orders: [[['connectedAt', 'desc']]] },
  // Every process knows all of them by heart, before any tenant is known.
  lookup: true,
  kept: true,
});

/** What is asked of a shop to see whether it can be used. */
export const shopCheckSubject = someOf('ShopCheckSubject', shopCapability, ['PRODUCTS', 'CUSTOMERS', 'ORDERS']);

export const ShopCheck = named(
  'ShopCheck',
  z.object({
    subject: shopCheckSubject,
    /** Null: the shop has answered. */
    fault: callFault.nullable(),
    /** A product or an order that it answered with, for people to recognise. */
    example: z.string().max(200).nullable(),
  }),
);

/** How the shop of a store has answered lately, whoever asked it. */
export const ShopHealth = defineEntity({
  name: 'ShopHealth',
  plural: 'ShopHealths',
  title: { en: 'Answers of a shop', zh: '商城应答情况' },
  schema: z.object({
    storeId: ref('Store'),
    answeredAt: instant().nullable(),
    fault: callFault.nullable(),
    faultAt: instant().nullable(),
    testedAt: instant().nullable(),
    /** How long the last test took, in milliseconds. */
    testMs: z.int().nullable(),
    checks: z.array(ShopCheck),
  }),
  unique: [{ name: 'shop_health', fields: ['storeId'] }],
  visible: (actor) => staffOfStore(actor, 'store.read'),
});

/** By whom the shop of a store was connected. */
export const shopSource = codes('ShopSource', {
  NONE: { en: 'Not connected', zh: '未连接' },
  PANEL: { en: 'Connected in the panel', zh: '在管理面板中连接' },
  OPERATOR: { en: 'Set by the operator of the server', zh: '由服务器运维人员设定' },
});
