import { z } from 'zod';
import {
  defineEntity,
  instant,
  large,
  named,
  personal,
  personalRecord,
  ref,
  secret,
  staffOnly,
} from '../../kernel/entity.ts';
import { Money } from '../../kernel/money.ts';
import { LocalText } from '../access/index.ts';
import { MAX_ATTACHMENT_BYTES } from '../conversations/index.ts';
import { staffOfStore } from '../customers/index.ts';
import {
  APPROVERS,
  CASE_REASONS,
  CASE_TYPES,
  COMPENSATION_FOR,
  FAULT_PARTIES,
  FREIGHT_PAYERS,
  ON_TIMEOUT,
} from './codes.ts';
import { CASE_STATES, caseMachine } from './machine.ts';

export const caseType = named('CaseType', z.enum(CASE_TYPES));
export const caseState = named('CaseState', z.enum(CASE_STATES));
export const caseReason = named('CaseReason', z.enum(CASE_REASONS));
export const caseOutcome = named('CaseOutcome', z.enum(['ALLOW', 'REVIEW', 'DENY']));
export const faultParty = named('FaultParty', z.enum(FAULT_PARTIES));
export const freightPayer = named('FreightPayer', z.enum(FREIGHT_PAYERS));
export const compensationFor = named('CompensationFor', z.enum(COMPENSATION_FOR));
export const stockAction = named('StockAction', z.enum(['RESTOCK', 'REPAIR', 'SCRAP', 'TO_SUPPLIER', 'NONE']));
export const inspectionResult = named('InspectionResult', z.enum(['PASS', 'PARTIAL', 'FAIL']));
const onTimeout = named('OnTimeout', z.enum(ON_TIMEOUT));
export const PHOTO_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
/** Minor units of the case's currency. */
export const minorUnits = large(z.int());

export const CaseLine = named(
  'CaseLine',
  z.object({
    lineId: z.string().max(200),
    productId: z.string().max(200),
    variantId: z.string().max(200),
    title: z.string().max(300),
    quantity: z.int().min(1),
    unitPrice: Money,
    newVariantId: z.string().max(200).nullable(),
  }),
);

/** One line of the refund's calculation; all lines add up to the refund. Minor units. */
export const CaseRefundLine = named(
  'CaseRefundLine',
  z.object({ code: z.string(), amount: minorUnits, text: LocalText }),
);

/** What goes to one payment method. A refusal is final for its try: the next one has another key. */
export const CaseRefundPart = named(
  'CaseRefundPart',
  z.object({
    methodId: z.string(),
    amount: minorUnits,
    state: named('CaseRefundPartState', z.enum(['PENDING', 'PAID', 'REFUSED'])),
    tries: z.int(),
  }),
);

/**
 * A fee that the inspection may take off by the state of the goods: per cent, minor units (null: to be worked out), and
 * in words.
 */
export const CaseFeeCeiling = named(
  'CaseFeeCeiling',
  z.object({ pct: z.number(), amount: minorUnits.nullable(), text: LocalText }),
);
export type CaseFeeCeiling = z.output<typeof CaseFeeCeiling>;

export const CaseInspection = named(
  'CaseInspection',
  z.object({
    result: inspectionResult,
    note: z.string(),
    photos: z.array(z.string()),
    accessories: z.string(),
    gifts: z.string(),
    at: instant(),
    by: staffOnly(z.string()),
  }),
);

const json = personalRecord(z.record(z.string(), z.json()));

export const AfterSalesCase = defineEntity({
  name: 'AfterSalesCase',
  title: { en: 'After-sales case', zh: '售后单' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer').nullable(),
    conversationId: ref('Conversation').nullable(),
    /** What people call the case. */
    number: z.string().max(80),
    type: caseType,
    state: caseState.default('REQUESTED'),
    orderId: z.string().max(200),
    orderNumber: z.string().max(200),
    orderPlacedAt: instant(),
    lines: z.array(CaseLine),
    /** Variants of the lines, to find the case by. */
    variantIds: z.array(z.string()),
    reason: caseReason,
    description: z.string().max(2000),
    compensationFor: compensationFor.nullable(),
    faultParty,
    /** Attachments of the conversation, or photos that staff added. */
    evidence: z.array(z.string()),
    /**
     * The policy's word when the case was submitted: ALLOW, REVIEW (a person decides), or DENY where an exception is
     * asked for.
     */
    outcome: caseOutcome,
    ruleIds: z.array(z.string()),
    /** The policy's decision as it was when the case was submitted, and the facts it was asked with. */
    decision: staffOnly(json),
    facts: staffOnly(json),
    /** Every rule and fact that decided. */
    explanation: staffOnly(LocalText.default({ zh: '', en: '' })),
    /** The same for the customer, in one sentence; null: from before this was kept. */
    told: LocalText.nullable().default(null),
    /** The clause behind it, which the customer may read; null where no rule speaks. */
    clause: LocalText.nullable().default(null),
    freightPayer: freightPayer.nullable(),
    currency: z.string(),
    paidAmount: minorUnits,
    /** Minor units; null while a person has to work it out. */
    refundAmount: minorUnits.nullable(),
    refundLines: z.array(CaseRefundLine),
    /** Null where nothing may be taken off at the inspection by the policy. */
    feeCeiling: CaseFeeCeiling.nullable().default(null),
    refundMethodId: z.string().max(200).nullable(),
    refundSplit: z.array(CaseRefundPart),
    /** What was paid out before the case was reopened. */
    refundedBefore: minorUnits.default(0),
    /** Kept for the next case of the same order. */
    refundRecord: staffOnly(json),
    compensationAmount: minorUnits,
    /** The goods are refunded at the carrier's first scan, before they are back. */
    refundAtFirstScan: z.boolean(),
    returnAddress: z.string().max(500).nullable().default(null),
    returnCarrier: z.string().max(100).nullable().default(null),
    returnWaybill: z.string().max(100).nullable().default(null),
    outboundCarrier: z.string().max(100).nullable().default(null),
    outboundWaybill: z.string().max(100).nullable().default(null),
    inspection: CaseInspection.nullable().default(null),
    /** The customer agreed to what a partial inspection left. */
    inspectionAcceptedAt: instant().nullable().default(null),
    stockAction: staffOnly(stockAction.nullable()).default(null),
    /** Identifies the refund at the payment provider: the same one twice is one refund. */
    refundNo: z.string().max(100).nullable().default(null),
    /** Tries of the shop that came to an end; the next one has other keys. */
    round: secret(z.int()).default(0),
    /**
     * NONE: nothing to tell the shop. AWAY: it does not answer, the desk goes on trying. UNCERTAIN: nobody knows
     * whether it has done what it was asked for; a person finds out.
     */
    shopState: named('CaseShopState', z.enum(['NONE', 'PENDING', 'AWAY', 'UNCERTAIN', 'DONE', 'REFUSED'])).default(
      'NONE',
    ),
    shopRefusal: LocalText.nullable().default(null),
    attempts: staffOnly(z.int()).default(0),
    rejection: z.string().max(1000).nullable().default(null),
    approvedBy: staffOnly(z.string().nullable()).default(null),
    approverNeeded: staffOnly(named('CaseApprover', z.enum(APPROVERS))),
    /** Why an exception from the policy is asked for, and why it was granted. */
    exceptionReason: staffOnly(z.string().max(500).nullable()),
    overrideReason: staffOnly(z.string().max(500).nullable()).default(null),
    handlerId: staffOnly(ref('User').nullable()).default(null),
    apologySentAt: staffOnly(instant().nullable()).default(null),
    offeredAt: staffOnly(instant().nullable()).default(null),
    onDecisionTimeout: staffOnly(onTimeout),
    onReceiptTimeout: staffOnly(onTimeout).default('NONE'),
    escalatedAt: staffOnly(instant().nullable()).default(null),
    /** Whether the case counts against another one of its order: it holds its goods and its money. */
    claims: secret(z.boolean()).default(true),
    customerName: staffOnly(personal('name', z.string().max(200))),
    customerNick: staffOnly(personal('name', z.string().max(200))),
    phoneTail: staffOnly(personal('phoneTail', z.string().max(4))),
    deliveredAt: instant().nullable(),
    /** When the customer asked; earlier than the entry where it is recorded afterwards. */
    occurredAt: instant(),
    submittedAt: instant(),
    decisionDueAt: instant().nullable(),
    approvedAt: instant().nullable().default(null),
    returnDueAt: instant().nullable().default(null),
    shippedBackAt: instant().nullable().default(null),
    firstScanAt: instant().nullable().default(null),
    receivedAt: instant().nullable().default(null),
    receiptDueAt: instant().nullable().default(null),
    refundDueAt: instant().nullable(),
    /** The day that was missed, once it was. */
    refundOverdueAt: instant().nullable().default(null),
    /** When all of the refund was paid. */
    refundPaidAt: instant().nullable().default(null),
    /** The next of these limits in the present state; null where nobody has to act by a time. */
    dueAt: instant().nullable(),
    settledAt: instant().nullable().default(null),
    closedAt: instant().nullable().default(null),
    reopenCount: staffOnly(z.int()).default(0),
    submittedBy: staffOnly(z.string()),
  }),
  machine: caseMachine,
  index: [
    ['storeId', 'state', 'decisionDueAt'],
    ['storeId', '-submittedAt'],
    ['storeId', 'orderId'],
    ['customerId', '-submittedAt'],
    ['storeId', 'number'],
    ['storeId', 'occurredAt'],
    ['variantIds'],
    ['storeId', 'dueAt'],
    ['refundDueAt'],
    ['storeId', 'refundDueAt'],
  ],
  unique: [
    { name: 'case_number', fields: ['storeId', 'number'] },
    { name: 'case_refund_no', fields: ['storeId', 'refundNo'] },
  ],
  audited: [
    'state',
    'type',
    'reason',
    'faultParty',
    'refundAmount',
    'refundSplit',
    'compensationAmount',
    'ruleIds',
    'approvedBy',
    'exceptionReason',
    'overrideReason',
    'apologySentAt',
    'inspection',
    'refundNo',
    'refundOverdueAt',
  ],
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'case.read')),
  list: {
    filters: [
      'storeId',
      'state',
      'type',
      'reason',
      'orderId',
      'orderNumber',
      'number',
      'customerId',
      'customerName',
      'handlerId',
      'faultParty',
      'approverNeeded',
      'shopState',
      'conversationId',
      'decisionDueAt',
      'returnDueAt',
      'refundDueAt',
      'dueAt',
      'refundAmount',
      'submittedAt',
      'occurredAt',
    ],
    orders: [[['submittedAt', 'desc']], [['decisionDueAt', 'asc']], [['refundDueAt', 'asc']], [['dueAt', 'asc']]],
  },
  live: (row) => [
    `store:${row.storeId}`,
    ...(row.conversationId ? [`conversation:${row.conversationId}`] : []),
    ...(row.customerId ? [`customer:${row.customerId}`] : []),
  ],
});

/** One step of a case, as it happened: who, when, from where to where, and why. Never changed. */
export const CaseStep = defineEntity({
  name: 'CaseStep',
  title: { en: 'Step of a case', zh: '售后进度' },
  schema: z.object({
    storeId: ref('Store'),
    caseId: ref('AfterSalesCase'),
    customerId: ref('Customer').nullable(),
    at: instant(),
    /** An event of the machine, or what was done without moving the case. */
    event: z.string().max(60),
    from: caseState.nullable(),
    to: caseState,
    /** Who decided it. POLICY: the rules by themselves, at the moment of the request or when a time limit ran out. */
    actor: named('CaseStepActor', z.enum(['CUSTOMER', 'STAFF', 'SYSTEM', 'POLICY'])),
    userId: staffOnly(ref('User').nullable()),
    /** The rules by which the policy decided it. */
    ruleIds: staffOnly(z.array(z.string()).default([])),
    note: staffOnly(z.string().max(2000)),
  }),
  index: [['caseId', 'at']],
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'case.read')),
  list: { filters: ['storeId', 'caseId'], orders: [[['at', 'asc']], [['at', 'desc']]] },
});

/** A photo that staff add to a case: evidence that came another way than by the chat, or what the warehouse found. */
export const CasePhoto = defineEntity({
  name: 'CasePhoto',
  title: { en: 'Photo of a case', zh: '售后照片' },
  schema: z.object({
    storeId: ref('Store'),
    name: z.string().min(1).max(200),
    contentType: z.enum(PHOTO_TYPES),
    size: z.int().min(1).max(MAX_ATTACHMENT_BYTES),
    sha256: z.string(),
    blobKey: secret(z.string()),
    userId: ref('User').nullable(),
  }),
  index: [['storeId']],
  unique: [{ name: 'case_photo_blob', fields: ['blobKey'] }],
  audited: ['name', 'contentType', 'size', 'sha256'],
  visible: (actor) => staffOfStore(actor, 'case.read'),
});

/** The order as far as cases share it: two requests for the same goods meet on this row. */
export const OrderClaims = defineEntity({
  name: 'OrderClaims',
  plural: 'OrderClaims',
  title: { en: 'Claims on an order', zh: '订单售后占用' },
  schema: z.object({ storeId: ref('Store'), orderId: z.string().max(200), cases: z.int() }),
  unique: [{ name: 'order_claims', fields: ['storeId', 'orderId'] }],
  visible: () => 'none',
  internal: true,
});

/** Where goods come back to, as customers are told. */
export const ReturnAddress = defineEntity({
  name: 'ReturnAddress',
  plural: 'ReturnAddresses',
  title: { en: 'Return address', zh: '退货地址' },
  schema: z.object({ storeId: ref('Store'), text: z.string().min(1).max(500) }),
  unique: [{ name: 'return_address', fields: ['storeId'] }],
  audited: ['text'],
  visible: (actor) => staffOfStore(actor, 'case.read'),
  list: { filters: ['storeId'], orders: [[['storeId', 'asc']]] },
});
