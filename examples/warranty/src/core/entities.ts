/** @module What is stored: claims of customers, and until when a customer is covered. */
import {
  codes,
  Customer,
  defineEntity,
  defineMachine,
  extend,
  instant,
  ref,
  secret,
  staffOfStore,
  staffOnly,
} from '@shopdesk/core';
import { z } from 'zod';

/** What a claim can be, in the words of both languages. */
export const claimState = codes('WarrantyClaimState', {
  REQUESTED: { en: 'Requested', zh: '待受理' },
  ACCEPTED: { en: 'Accepted', zh: '已受理' },
  DECLINED: { en: 'Declined', zh: '已拒绝' },
  REPAIRED: { en: 'Repaired', zh: '已修好' },
  WITHDRAWN: { en: 'Withdrawn', zh: '已撤销' },
});

export const claimMachine = defineMachine({
  field: 'state',
  states: claimState.options,
  events: {
    request: { NEW: 'REQUESTED' },
    accept: { REQUESTED: 'ACCEPTED' },
    decline: { REQUESTED: 'DECLINED' },
    withdraw: { REQUESTED: 'WITHDRAWN' },
    repair: { ACCEPTED: 'REPAIRED' },
  },
});

/** A customer says that something broke within its warranty. */
export const WarrantyClaim = defineEntity({
  name: 'WarrantyClaim',
  title: { en: 'Warranty claim', zh: '保修申请' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer'),
    product: z.string().min(1).max(200),
    fault: z.string().min(1).max(1000),
    state: claimState,
    /** Why it was declined, as the customer reads it. */
    declineReason: z.string().max(500).nullable(),
    /** What the workshop has done. */
    repairReport: z.string().max(1000).nullable(),
    requestedAt: instant(),
    /** The store's day of the request: what the figure of accepted claims belongs to. */
    requestedOn: secret(z.string().max(10).nullable().default(null)),
    /** Who decided. */
    decidedById: staffOnly(ref('User').nullable().default(null)),
  }),
  machine: claimMachine,
  index: [
    ['customerId', '-requestedAt'],
    ['storeId', 'state', '-requestedAt'],
    ['storeId', 'requestedOn'],
  ],
  audited: ['state', 'declineReason', 'repairReport'],
  visible: (actor) =>
    actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'warranty.read'),
  list: { filters: ['storeId', 'customerId', 'state'], orders: [[['requestedAt', 'desc']]] },
  live: (row) => [`store:${row.storeId}`],
});

/** Lives in the row of the customer, so whoever reads the customer has it. */
export const Covered = extend(Customer, {
  fields: { coveredUntil: instant().nullable().default(null) },
  filters: ['coveredUntil'],
  audited: ['coveredUntil'],
});
