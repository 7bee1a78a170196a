import { z } from 'zod';
import { defineEntity, instant, named, ref, staffOnly } from '../../kernel/entity.ts';
import { Money } from '../../kernel/money.ts';
import { staffOfStore } from '../customers/entities.ts';
import { CASE_STATES, caseMachine } from './machine.ts';

export const CASE_TYPES = ['REFUND_ONLY', 'RETURN_REFUND', 'EXCHANGE', 'REPAIR', 'RESHIP', 'COMPENSATION', 'USAGE_HELP'] as const;
export type CaseType = (typeof CASE_TYPES)[number];

/** Reasons a customer may give; the policy's own words. */
export const CASE_REASONS = [
  'NO_REASON', 'QUALITY', 'PERFORMANCE_FAULT', 'WRONG_ITEM', 'MISSING', 'NOT_AS_DESCRIBED', 'DAMAGED', 'SIZE_COLOR', 'LATE', 'EXCHANGE', 'REFUSED',
] as const;
/** Reasons for which the seller answers. */
export const SELLER_FAULT: readonly string[] = ['QUALITY', 'PERFORMANCE_FAULT', 'WRONG_ITEM', 'MISSING', 'NOT_AS_DESCRIBED', 'DAMAGED', 'LATE'];

const texts = z.object({ zh: z.string(), en: z.string() });

export const CaseLine = named(
  'CaseLine',
  z.object({
    lineId: z.string().max(200),
    variantId: z.string().max(200),
    title: z.string().max(300),
    quantity: z.int().min(1),
    unitPrice: Money,
    newVariantId: z.string().max(200).nullable(),
  }),
);

/** One line of the refund's calculation; all lines add up to the refund. */
export const CaseRefundLine = named('CaseRefundLine', z.object({ code: z.string(), amount: z.int(), text: texts }));

export const AfterSalesCase = defineEntity({
  name: 'AfterSalesCase',
  title: { en: 'After-sales case', zh: '售后单' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer').nullable(),
    conversationId: ref('Conversation').nullable(),
    /** What people call the case. */
    number: z.string().max(40),
    type: z.enum(CASE_TYPES),
    state: z.enum(CASE_STATES),
    orderId: z.string().max(200),
    orderNumber: z.string().max(200),
    lines: z.array(CaseLine),
    reason: z.enum(CASE_REASONS),
    description: z.string().max(2000),
    faultParty: z.enum(['SELLER', 'BUYER', 'CARRIER', 'SUPPLIER', 'UNCLEAR']),
    evidence: z.array(ref('Attachment')),
    eligible: z.boolean(),
    ruleIds: z.array(z.string()),
    /** The policy's decision as it was when the case was submitted. */
    decision: staffOnly(z.record(z.string(), z.json())),
    explanation: texts,
    freightPayer: z.enum(['BUYER', 'SELLER', 'SPLIT', 'FAULT_PARTY', 'CONTRACT']).nullable(),
    currency: z.string(),
    /** Minor units. */
    refundAmount: z.int(),
    refundLines: z.array(CaseRefundLine),
    refundMethodId: z.string().max(200).nullable(),
    /** What goes to which payment method. */
    refundSplit: z.array(z.object({ methodId: z.string(), amount: z.int() })),
    /** Kept for the next case of the same order. */
    refundRecord: staffOnly(z.record(z.string(), z.json())),
    compensationAmount: z.int(),
    returnCarrier: z.string().max(100).nullable(),
    returnWaybill: z.string().max(100).nullable(),
    inspection: z.object({ result: z.enum(['PASS', 'PARTIAL', 'FAIL']), note: z.string(), photos: z.array(z.string()), at: z.string(), by: z.string() }).nullable(),
    /** Identifies the refund at the payment provider: the same one twice is one refund. */
    refundNo: z.string().max(100).nullable(),
    shopState: z.enum(['NONE', 'PENDING', 'DONE', 'REFUSED']),
    shopRefusal: z.string().max(500).nullable(),
    attempts: staffOnly(z.int()),
    rejection: z.string().max(1000).nullable(),
    approvedBy: staffOnly(z.string().nullable()),
    approverNeeded: staffOnly(z.enum(['AA', 'TL', 'SV', 'MG'])),
    overrideReason: staffOnly(z.string().max(500).nullable()),
    apologySentAt: staffOnly(instant().nullable()),
    submittedAt: instant(),
    decisionDueAt: instant().nullable(),
    returnDueAt: instant().nullable(),
    refundDueAt: instant().nullable(),
    receivedAt: instant().nullable(),
    settledAt: instant().nullable(),
    closedAt: instant().nullable(),
    submittedBy: z.string(),
  }),
  machine: caseMachine,
  index: [
    ['storeId', 'state', 'decisionDueAt'], ['storeId', '-submittedAt'], ['storeId', 'orderId'], ['customerId', '-submittedAt'], ['storeId', 'number'],
  ],
  unique: [{ name: 'case_number', fields: ['storeId', 'number'] }, { name: 'case_refund_no', fields: ['refundNo'] }],
  audited: ['state', 'type', 'reason', 'faultParty', 'refundAmount', 'compensationAmount', 'ruleIds', 'approvedBy', 'overrideReason', 'inspection', 'refundNo'],
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'case.read')),
  list: {
    filters: ['storeId', 'state', 'type', 'reason', 'orderId', 'number', 'customerId', 'faultParty', 'decisionDueAt', 'submittedAt'],
    orders: [[['submittedAt', 'desc']], [['decisionDueAt', 'asc']]],
  },
  live: (row) => [`store:${row.storeId}`, ...(row.conversationId ? [`conversation:${row.conversationId}`] : []), ...(row.customerId ? [`customer:${row.customerId}`] : [])],
});

/** The order as far as cases share it: two requests for the same goods meet on this row. */
export const OrderClaims = defineEntity({
  name: 'OrderClaims',
  plural: 'OrderClaims',
  title: { en: 'Claims on an order', zh: '订单售后占用' },
  schema: z.object({ storeId: ref('Store'), orderId: z.string().max(200), cases: z.int() }),
  unique: [{ name: 'order_claims', fields: ['storeId', 'orderId'] }],
  visible: () => 'none',
});
