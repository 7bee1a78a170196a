import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, ref, secret, staffOnly } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { staffOfStore } from '../customers/index.ts';
import { outreachChannel, Purpose } from './purposes.ts';

/** How a customer has said yes or no. */
export const consentSource = codes('ConsentSource', {
  CUSTOMER: { en: 'The customer, here', zh: '顾客本人' },
  LINK: { en: 'The link in a message', zh: '退订链接' },
  STAFF: { en: 'Staff, for the customer', zh: '客服代为登记' },
  IMPORT: { en: 'Brought along from elsewhere', zh: '导入' },
});

const said = {
  storeId: ref('Store'),
  customerId: ref('Customer'),
  purpose: memberOf(Purpose),
  /** Null: every channel. */
  channel: outreachChannel.nullable(),
};

/** One word of a customer about being written to: never changed, with its proof (R-SEC-03). */
export const ConsentEvent = defineEntity({
  name: 'ConsentEvent',
  title: { en: 'Consent given or withdrawn', zh: '同意与撤回记录' },
  schema: z.object({
    ...said,
    given: z.boolean(),
    at: instant(),
    source: consentSource,
    /** The words that they agreed to, by their version. */
    textVersion: z.string().max(60).nullable(),
    proof: staffOnly(z.string().max(1000)),
    userId: staffOnly(ref('User').nullable()),
  }),
  index: [
    ['customerId', '-at'],
    ['storeId', '-at'],
  ],
  audited: ['customerId', 'purpose', 'channel', 'given', 'source'],
  visible: (actor) =>
    actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'customer.read'),
  list: {
    filters: ['storeId', 'customerId', 'purpose', 'channel', 'given', 'source', 'at'],
    orders: [[['at', 'desc']]],
  },
});

/** The last word of a customer about a purpose and a channel; it follows from the events. */
export const Consent = defineEntity({
  name: 'Consent',
  title: { en: 'Consent', zh: '沟通授权' },
  schema: z.object({ ...said, given: z.boolean(), at: instant() }),
  index: [['customerId', 'purpose']],
  visible: (actor) =>
    actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'customer.read'),
  list: { filters: ['storeId', 'customerId', 'purpose', 'channel', 'given'], orders: [[['at', 'desc']]] },
});

/** How often a customer was written to on one day of the store, for each purpose; two at once meet on this row. */
export const OutreachDay = defineEntity({
  name: 'OutreachDay',
  title: { en: 'Messages of a day', zh: '当日触达次数' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer'),
    /** The day in the zone of the store, counted from 1 January 1970. */
    day: z.int(),
    counts: z.record(z.string(), z.int()),
  }),
  index: [['customerId', 'day']],
  visible: () => 'none',
  internal: true,
});

/** When a store leaves its customers in peace. Its id is the store's. */
export const OutreachPolicy = defineEntity({
  name: 'OutreachPolicy',
  plural: 'OutreachPolicies',
  title: { en: 'Outreach policy', zh: '触达规则' },
  schema: z.object({
    storeId: ref('Store'),
    /** Time of day in the zone of the store; the same as `quietTo`: never quiet. */
    quietFrom: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    quietTo: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    /** Off: nobody is written to without having asked, as some marketplaces want it. */
    allowed: z.boolean(),
  }),
  audited: ['quietFrom', 'quietTo', 'allowed'],
  visible: (actor) => staffOfStore(actor, 'customer.read'),
  list: { filters: ['storeId'], orders: [[['createdAt', 'asc']]] },
});

/** A link by which a customer says no to a purpose, without signing in. Only the hash of its token is stored. */
export const StopLink = defineEntity({
  name: 'StopLink',
  title: { en: 'Link to stop messages', zh: '退订链接' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer'),
    purpose: memberOf(Purpose),
    tokenHash: secret(z.string()),
  }),
  index: [['customerId'], ['id']],
  unique: [{ name: 'stop_link_token', fields: ['tokenHash'], global: true }],
  visible: () => 'none',
  lookup: true,
  internal: true,
});
