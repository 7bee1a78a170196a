import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, personal, ref, staffOnly } from '../../kernel/entity.ts';
import type { Actor } from '../../kernel/actor.ts';
import { locale } from '../access/index.ts';

/** Rows of stores that the member of staff works for, if he has the permission. */
export const staffOfStore = (actor: Actor, permission: string) => {
  if (actor.kind !== 'staff' || !actor.permissions.has(permission)) return 'none';
  return actor.storeIds ? { storeId: { in: actor.storeIds } } : 'all';
};

/** The same where a row may be of no store, which is of every store. */
export const ofStores = (actor: Actor, permission: string) => {
  if (actor.kind !== 'staff' || !actor.permissions.has(permission)) return 'none';
  return actor.storeIds ? { or: [{ storeId: null }, { storeId: { in: actor.storeIds } }] } : 'all';
};

export const Customer = defineEntity({
  name: 'Customer',
  title: { en: 'Customer', zh: '顾客' },
  schema: z.object({
    storeId: ref('Store'),
    name: personal('name', z.string().max(200)),
    nick: personal('name', z.string().max(200)),
    /** Masked for staff; `revealContact` shows it and leaves a trace (R-SEC-01). */
    email: personal('email', z.string().max(254).nullable()),
    phone: personal('phone', z.string().max(40).nullable()),
    /** True when the shop's backend signed who this is. */
    verified: z.boolean(),
    locale,
    tags: staffOnly(z.array(z.string().max(40)).max(50)),
    tier: staffOnly(z.string().max(40).nullable()),
    styleTag: staffOnly(z.string().max(40).nullable()),
    riskNote: staffOnly(z.string().max(1000).nullable()),
    lastSeenAt: instant().nullable(),
  }),
  index: [
    ['storeId', '-createdAt'],
    ['storeId', 'name'],
    ['storeId', 'email'],
  ],
  audited: ['name', 'nick', 'verified', 'tags', 'tier', 'styleTag'],
  visible: (actor) => (actor.kind === 'shopper' ? { id: actor.customerId } : staffOfStore(actor, 'customer.read')),
  list: {
    filters: ['storeId', 'name', 'nick', 'verified', 'tags'],
    orders: [[['createdAt', 'desc']], [['name', 'asc']]],
  },
  live: (row) => [`customer:${row.id}`],
});

/** A name by which a channel knows the customer; unique per store and channel. */
export const CustomerIdentity = defineEntity({
  name: 'CustomerIdentity',
  plural: 'CustomerIdentities',
  title: { en: 'Customer identity', zh: '顾客身份' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer'),
    channel: codes('IdentityChannel', {
      SHOP: { en: 'Shop account', zh: '商城账户' },
      EMAIL: { en: 'E-mail', zh: '邮件' },
      PHONE: { en: 'Phone', zh: '电话' },
      SOCIAL: { en: 'Social media', zh: '社交媒体' },
    }),
    externalId: personal('identifier', z.string().min(1).max(200)),
  }),
  index: [['customerId']],
  unique: [{ name: 'customer_identity', fields: ['storeId', 'channel', 'externalId'] }],
  audited: ['customerId', 'channel', 'externalId'],
  visible: (actor) => staffOfStore(actor, 'customer.read'),
  list: { filters: ['customerId', 'channel', 'externalId'], orders: [[['createdAt', 'desc']]] },
});
