import { z } from 'zod';
import { defineEntity, hinted, instant, named, ref, secret } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { Conversation } from '../conversations/index.ts';
import { staffOfStore } from '../customers/index.ts';
import {
  CUSTOMER_NOTICE_STATES,
  customerNoticeState,
  DELIVERY_STATES,
  deliveryState,
  undeliverableBecause,
  untoldBecause,
} from './codes.ts';
import { CustomerNoticeKind, DeliveryChannel } from './kinds.ts';

const noticeMachine = defineMachine({
  field: 'state',
  states: CUSTOMER_NOTICE_STATES,
  events: {
    give: { NEW: 'OPEN' },
    suppress: { NEW: 'SUPPRESSED' },
    hear: { OPEN: 'TOLD', UNDELIVERED: 'TOLD' },
    giveUp: { OPEN: 'UNDELIVERED' },
  },
});

/** What a customer is told, in both languages. */
const NoticeWords = named('CustomerNoticeText', z.object({ zh: z.string().max(2000), en: z.string().max(2000) }));

/** Something that a customer must know, told once: one row for a kind and a key, for ever. */
export const CustomerNotice = defineEntity({
  name: 'CustomerNotice',
  title: { en: 'Notice to a customer', zh: '顾客通知' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer'),
    kind: memberOf(CustomerNoticeKind),
    key: hinted(z.string().max(300), { weight: 'rare' }),
    /** As it is said in each language. */
    title: NoticeWords,
    /** The row that it is about, by its entity and id. */
    aboutEntity: hinted(z.string().nullable(), { as: 'kind' }),
    aboutId: z.string().nullable(),
    /** Who says it; null: the desk. */
    byUserId: ref('User').nullable(),
    byName: secret(z.string().max(100)),
    /** Where it was asked for; it is told there while that is open. */
    conversationId: z.string().max(64).nullable(),
    state: customerNoticeState,
    untoldBecause: untoldBecause.nullable(),
    at: instant(),
    toldAt: instant().nullable(),
    /** When the next way is tried; null: none is left, or it has arrived. */
    nextAt: instant().nullable(),
    locked: secret(z.boolean()),
    ways: secret(z.array(z.string())),
    /** How many of the ways were tried. */
    tried: secret(z.int()),
    patience: secret(z.int()),
    purpose: secret(z.string().nullable()),
  }),
  machine: noticeMachine,
  index: [
    ['storeId', '-at'],
    ['customerId', '-at'],
    ['customerId', 'kind', '-at'],
    ['aboutId', '-at'],
  ],
  unique: [{ name: 'customer_notice_once', fields: ['kind', 'key'] }],
  audited: ['kind', 'state', 'customerId', 'untoldBecause'],
  visible: (actor) => staffOfStore(actor, 'customer.read'),
  list: {
    filters: ['storeId', 'customerId', 'kind', 'state', 'at', 'aboutId'],
    orders: [[['at', 'desc']]],
  },
  live: ({ storeId }) => [`store:${storeId}`],
});

const deliveryMachine = defineMachine({
  field: 'state',
  states: DELIVERY_STATES,
  events: {
    wait: { NEW: 'WAITING' },
    send: { NEW: 'SENT', WAITING: 'SENT' },
    fail: { NEW: 'UNDELIVERABLE', WAITING: 'UNDELIVERABLE', SENT: 'UNDELIVERABLE' },
    deliver: { NEW: 'DELIVERED', SENT: 'DELIVERED' },
    see: { SENT: 'SEEN', DELIVERED: 'SEEN' },
  },
});

/** One way that was tried with a notice, and how far it came. */
export const Delivery = defineEntity({
  name: 'Delivery',
  plural: 'Deliveries',
  title: { en: 'Delivery', zh: '送达记录' },
  schema: z.object({
    storeId: ref('Store'),
    noticeId: ref('CustomerNotice'),
    customerId: ref('Customer'),
    channel: memberOf(DeliveryChannel),
    state: deliveryState,
    why: undeliverableBecause.nullable(),
    at: instant(),
    deliveredAt: instant().nullable(),
    seenAt: instant().nullable(),
    waitsUntil: instant().nullable(),
    /** The message in a conversation that says it, by its number among those that the customer sees. */
    conversationId: z.string().max(64).nullable(),
    seq: z.int().nullable(),
    /** Where a person has said it: who, and how. */
    userId: ref('User').nullable(),
    note: hinted(z.string().max(500), { as: 'prose' }),
  }),
  machine: deliveryMachine,
  index: [['conversationId', 'state'], ['noticeId'], ['customerId', '-at']],
  unique: [{ name: 'delivery_of_way', fields: ['noticeId', 'channel'] }],
  audited: ['state', 'channel', 'why', 'noticeId'],
  visible: (actor) => staffOfStore(actor, 'customer.read'),
  within: { noticeId: { as: 'deliveries', order: [['at', 'asc']] } },
  list: { filters: ['storeId', 'noticeId', 'customerId', 'channel', 'state', 'at'], orders: [[['at', 'desc']]] },
});

/** Up to which entry of a conversation there are notices that the customer has not seen; 0: none. */
export const Told = extend(Conversation, { fields: { noticesUntil: secret(z.int().default(0)) } });

/** What a store decided about a kind of notice to customers (R-QA-07). */
export const CustomerNoticePolicy = defineEntity({
  name: 'CustomerNoticePolicy',
  plural: 'CustomerNoticePolicies',
  title: { en: 'Rule of notices to customers', zh: '顾客通知规则' },
  schema: z.object({
    storeId: ref('Store'),
    kind: memberOf(CustomerNoticeKind),
    on: z.boolean(),
    /** So many in 24 hours to one customer; null: as many as there are. */
    perDay: z.int().min(1).max(100).nullable(),
  }),
  unique: [{ name: 'customer_notice_policy', fields: ['storeId', 'kind'] }],
  audited: ['on', 'perDay'],
  visible: (actor) => staffOfStore(actor, 'customer.read'),
  list: { filters: ['storeId', 'kind'], orders: [[['createdAt', 'asc']]] },
});
