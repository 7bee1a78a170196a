import { z } from 'zod';
import { defineEntity, instant, ref, staffOnly } from '../../kernel/entity.ts';
import { defineMachine } from '../../kernel/machine.ts';
import { staffOfStore } from '../customers/entities.ts';

/** Domain model 3.7. A request that can be done at once passes through ACCEPTED in one step. */
export const orderRequestMachine = defineMachine({
  field: 'state',
  states: ['SUBMITTED', 'ACCEPTED', 'DONE', 'REJECTED', 'CONVERTED'],
  events: {
    submit: { NEW: 'SUBMITTED' },
    accept: { SUBMITTED: 'ACCEPTED' },
    finish: { ACCEPTED: 'DONE' },
    reject: { SUBMITTED: 'REJECTED', ACCEPTED: 'REJECTED' },
    convert: { SUBMITTED: 'CONVERTED', ACCEPTED: 'CONVERTED' },
  },
});

export const ORDER_CHANGES = ['CANCEL', 'ADDRESS', 'PAYMENT', 'ITEMS'] as const;
export type OrderChange = (typeof ORDER_CHANGES)[number];

/** Somebody asked for a change of an order (R-MID-14): what, what the policy said, and what the shop did. */
export const OrderServiceRequest = defineEntity({
  name: 'OrderServiceRequest',
  title: { en: 'Order request', zh: '订单服务单' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer').nullable(),
    conversationId: ref('Conversation').nullable(),
    orderId: z.string().max(200),
    orderNumber: z.string().max(200),
    change: z.enum(ORDER_CHANGES),
    state: z.enum(['SUBMITTED', 'ACCEPTED', 'DONE', 'REJECTED', 'CONVERTED']),
    reason: z.string().max(500),
    /** What the shop is asked to do, in the shop port's terms. */
    request: z.record(z.string(), z.json()),
    /** The policy's decision as it was, with its rules. */
    decision: z.record(z.string(), z.json()),
    ruleIds: z.array(z.string()),
    /** Why the shop declined, when it did. */
    refusal: z.string().max(500).nullable(),
    attempts: staffOnly(z.int()),
    requestedBy: z.string(),
    requestedAt: instant(),
    settledAt: instant().nullable(),
  }),
  machine: orderRequestMachine,
  index: [['storeId', 'orderId', '-requestedAt'], ['storeId', 'state', '-requestedAt'], ['customerId', '-requestedAt']],
  audited: ['state', 'change', 'orderId', 'ruleIds', 'refusal'],
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'order.read')),
  list: { filters: ['storeId', 'orderId', 'state', 'change', 'customerId'], orders: [[['requestedAt', 'desc']]] },
  live: (row) => (row.conversationId ? [`conversation:${row.conversationId}`] : []),
});

export const REMARK_FLAGS = ['RED', 'YELLOW', 'GREEN', 'BLUE', 'PURPLE'] as const;
export const ERP_STAGES = ['RECEIVED', 'PRINTED', 'PICKED', 'PACKED', 'SHIPPED'] as const;

/** The red-flag remark on an order (R-MID-08): append-only, with the agent's number and the server's time. */
export const OrderRemark = defineEntity({
  name: 'OrderRemark',
  title: { en: 'Order remark', zh: '订单备注' },
  schema: z.object({
    storeId: ref('Store'),
    orderId: z.string().max(200),
    flag: z.enum(REMARK_FLAGS),
    reason: z.string().min(1).max(1000),
    agentId: ref('User').nullable(),
    agentNo: z.string(),
    at: instant(),
    before: z.record(z.string(), z.json()).nullable(),
    after: z.record(z.string(), z.json()).nullable(),
    erpStageAt: z.enum(ERP_STAGES),
    /** Who must know, and has said so (R-MID-09). */
    needsAcknowledgement: z.boolean(),
    acknowledgedBy: z.array(z.string()),
  }),
  index: [['storeId', 'orderId', 'at'], ['storeId', 'needsAcknowledgement', 'at']],
  audited: ['flag', 'reason', 'acknowledgedBy'],
  visible: (actor) => staffOfStore(actor, 'order.read'),
  list: { filters: ['storeId', 'orderId', 'flag', 'needsAcknowledgement'], orders: [[['at', 'desc']]] },
});
