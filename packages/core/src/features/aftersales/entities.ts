import { z } from 'zod';
import { codes, someOf } from '../../kernel/codes.ts';
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
import { LocalText, ROLES } from '../access/index.ts';
import { MAX_ATTACHMENT_BYTES, ATTACHMENT_WORDS } from '../conversations/index.ts';
import { staffOfStore } from '../customers/index.ts';
import { adviceOn } from './advice.ts';
import { CASE_REASON_WORDS, CASE_TYPE_WORDS } from './codes.ts';
import { CASE_BOARD, CASE_STATES, caseMachine, SETTLED_STATES } from './machine.ts';

export const caseType = codes('CaseType', CASE_TYPE_WORDS);
export const caseState = codes('CaseState', CASE_STATES);
export const caseReason = codes('CaseReason', CASE_REASON_WORDS);
export const caseOutcome = codes('CaseOutcome', {
  ALLOW: { en: 'Granted', zh: '支持' },
  REVIEW: { en: 'A person decides', zh: '须人工判断' },
  DENY: { en: 'Not granted', zh: '不支持' },
});
export const faultParty = codes('FaultParty', {
  SELLER: { en: 'Seller', zh: '卖家' },
  BUYER: { en: 'Buyer', zh: '买家' },
  CARRIER: { en: 'Carrier', zh: '承运人' },
  SUPPLIER: { en: 'Supplier', zh: '供应商' },
  UNCLEAR: { en: 'Unclear', zh: '不明' },
});
export const freightPayer = codes('FreightPayer', {
  BUYER: { en: 'Buyer', zh: '买家' },
  SELLER: { en: 'Seller', zh: '卖家' },
  SPLIT: { en: 'Each one way', zh: '各付一程' },
  FAULT_PARTY: { en: 'Party at fault', zh: '责任方' },
  CONTRACT: { en: 'By contract', zh: '按合同' },
});
export const compensationFor = codes('CompensationFor', {
  SERVICE: { en: 'Service', zh: '服务问题' },
  DELAY: { en: 'Delay', zh: '延误' },
  QUALITY: { en: 'Quality', zh: '质量问题' },
  PRICE_PROTECTION: { en: 'Price protection', zh: '价保' },
  RETURN_FREIGHT: { en: 'Return freight', zh: '退货运费' },
});
export const stockAction = codes('StockAction', {
  RESTOCK: { en: 'Restocked', zh: '重新入库' },
  REPAIR: { en: 'To repair', zh: '送修' },
  SCRAP: { en: 'Scrapped', zh: '报废' },
  TO_SUPPLIER: { en: 'To the supplier', zh: '退供应商' },
  NONE: { en: 'None', zh: '无' },
});
export const inspectionResult = codes('InspectionResult', {
  PASS: { en: 'Passed', zh: '通过' },
  PARTIAL: { en: 'Passed in part', zh: '部分通过' },
  FAIL: { en: 'Failed', zh: '未通过' },
});
/** Who decides a case of this amount, from the policy. */
export const caseApprover = codes('CaseApprover', { AA: ROLES.AA, TL: ROLES.TL, SV: ROLES.SV, MG: ROLES.MG });
/** What happens when the seller's time runs out (pack deadlines). */
export const onTimeout = codes('OnTimeout', {
  NONE: { en: 'Nothing', zh: '无' },
  CLOSE: { en: 'The case is closed', zh: '关闭' },
  ESCALATE: { en: 'It goes to the next level', zh: '升级' },
  AUTO_APPROVE: { en: 'It is approved', zh: '自动同意' },
  AUTO_REFUND: { en: 'It is refunded', zh: '自动退款' },
});
export type OnTimeout = z.output<typeof onTimeout>;

const photoType = someOf('CasePhotoType', codes('AttachmentType', ATTACHMENT_WORDS), [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);
export const PHOTO_TYPES = photoType.options;
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
    state: codes('CaseRefundPartState', {
      PENDING: { en: 'Not paid yet', zh: '未退' },
      PAID: { en: 'Paid', zh: '已退' },
      REFUSED: { en: 'Refused', zh: '被拒' },
    }),
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
    shopState: codes('CaseShopState', {
      NONE: { en: 'Nothing to do', zh: '无需处理' },
      PENDING: { en: 'To be asked', zh: '待请求' },
      AWAY: { en: 'The shop does not answer', zh: '商城暂无响应' },
      UNCERTAIN: { en: 'Outcome unknown', zh: '结果未知' },
      DONE: { en: 'Done', zh: '已完成' },
      REFUSED: { en: 'Refused', zh: '已拒绝' },
    }).default('NONE'),
    shopRefusal: LocalText.nullable().default(null),
    attempts: staffOnly(z.int()).default(0),
    rejection: z.string().max(1000).nullable().default(null),
    approvedBy: staffOnly(z.string().nullable()).default(null),
    approverNeeded: staffOnly(caseApprover),
    /** Why an exception from the policy is asked for, and why it was granted. */
    exceptionReason: staffOnly(z.string().max(500).nullable()),
    overrideReason: staffOnly(z.string().max(500).nullable()).default(null),
    handlerId: staffOnly(ref('User').nullable()).default(null),
    apologySentAt: staffOnly(instant().nullable()).default(null),
    /** The apology was sent and has not reached the customer. */
    apologyAwaits: staffOnly(z.boolean()).default(false),
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
    /** That day in the store's time: the fact of K-20. */
    refundDay: secret(z.string().max(10).nullable().default(null)),
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
    ['storeId', 'refundDay'],
    ['refundDay'],
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
  within: { customerId: { as: 'cases' } },
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
  work: {
    read: 'case.read',
    handle: 'case.handle',
    title: ['orderNumber'],
    owner: 'handlerId',
    waits: { AWAITING_RETURN: 'CUSTOMER', INSPECTED_PARTIAL: 'CUSTOMER', IN_TRANSIT: 'PARTNER' },
    groups: CASE_BOARD,
    ended: [...SETTLED_STATES, 'CLOSED'],
    advises: adviceOn,
  },
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
    actor: codes('CaseStepActor', {
      CUSTOMER: { en: 'Customer', zh: '顾客' },
      STAFF: { en: 'Staff', zh: '客服' },
      SYSTEM: { en: 'The desk', zh: '系统' },
      POLICY: { en: 'The rules', zh: '规则' },
    }),
    userId: staffOnly(ref('User').nullable()),
    /** The rules by which the policy decided it. */
    ruleIds: staffOnly(z.array(z.string()).default([])),
    note: staffOnly(z.string().max(2000)),
  }),
  index: [['caseId', 'at']],
  visible: (actor) => (actor.kind === 'shopper' ? { customerId: actor.customerId } : staffOfStore(actor, 'case.read')),
  within: { caseId: { as: 'steps' } },
  list: { filters: ['storeId', 'caseId'], orders: [[['at', 'asc']], [['at', 'desc']]] },
});

/** A photo that staff add to a case: evidence that came another way than by the chat, or what the warehouse found. */
export const CasePhoto = defineEntity({
  name: 'CasePhoto',
  title: { en: 'Photo of a case', zh: '售后照片' },
  schema: z.object({
    storeId: ref('Store'),
    name: z.string().min(1).max(200),
    contentType: photoType,
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
