/**
 * @module What the pages of cases ask of the desk.
 */
import type {
  AfterSalesCase,
  CaseGroup,
  CaseReason,
  CaseState,
  CaseStep,
  CaseType,
  ReturnAddress,
  RowOf,
  ShopPaymentMethod,
  ShopProduct,
} from '@shopdesk/core';
import type { Document } from '@shopdesk/core/client';
import {
  actionDocument,
  listDocument,
  rowActionDocument,
  rowDocument,
  select,
  viewDocument,
  type SelectedBy,
  type Selection,
} from '../../desk/document.ts';
import type { LocalText, MoneyValue } from '../../kit/language.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;
type StepRow = RowOf<typeof CaseStep>;
type AddressRow = RowOf<typeof ReturnAddress>;

export type { CaseGroup, CaseReason, CaseState, CaseType };

/** A case as a list shows it. */
const listFields = select<CaseRow>()(
  [
    'id',
    'version',
    'storeId',
    'number',
    'type',
    'state',
    'reason',
    'orderId',
    'orderNumber',
    'customerName',
    'customerNick',
    'currency',
    'refundAmount',
    'compensationAmount',
    'outcome',
    'handlerId',
    'escalatedAt',
    'shopState',
    'dueAt',
    'submittedAt',
  ],
  { lines: 'title quantity' },
);
export type ListedCase = Omit<SelectedBy<typeof listFields>, 'lines'> & {
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
};

const list = { field: 'afterSalesCases', entity: 'AfterSalesCase' };
const listed = listFields as Selection<ListedCase>;
/** What is due first comes first. */
export const casesByDue = listDocument<CaseRow, ListedCase>({ ...list, orderBy: 'DUE_AT_ASC' }, listed);
export const casesByAge = listDocument<CaseRow, ListedCase>({ ...list, orderBy: 'SUBMITTED_AT_DESC' }, listed);
export const searchCases = viewDocument<{ storeId?: string; text: string; first?: number }, readonly ListedCase[]>(
  'searchCases',
  { storeId: 'ID', text: 'String!', first: 'Int' },
  listFields as Selection<readonly ListedCase[]>,
);

const text = 'zh en';
const caseFields = select<CaseRow>()(
  [
    'id',
    'version',
    'storeId',
    'customerId',
    'conversationId',
    'number',
    'type',
    'state',
    'orderId',
    'orderNumber',
    'orderPlacedAt',
    'reason',
    'description',
    'compensationFor',
    'faultParty',
    'evidence',
    'outcome',
    'ruleIds',
    'freightPayer',
    'currency',
    'paidAmount',
    'refundAmount',
    'refundMethodId',
    'refundedBefore',
    'compensationAmount',
    'refundAtFirstScan',
    'returnAddress',
    'returnCarrier',
    'returnWaybill',
    'outboundCarrier',
    'outboundWaybill',
    'inspectionAcceptedAt',
    'stockAction',
    'refundNo',
    'shopState',
    'rejection',
    'approverNeeded',
    'exceptionReason',
    'overrideReason',
    'handlerId',
    'apologySentAt',
    'offeredAt',
    'escalatedAt',
    'customerName',
    'customerNick',
    'phoneTail',
    'deliveredAt',
    'occurredAt',
    'submittedAt',
    'decisionDueAt',
    'approvedAt',
    'returnDueAt',
    'shippedBackAt',
    'firstScanAt',
    'receivedAt',
    'receiptDueAt',
    'refundDueAt',
    'dueAt',
    'settledAt',
    'closedAt',
    'reopenCount',
    'decision',
  ],
  {
    lines: 'lineId productId variantId title quantity newVariantId unitPrice { amount currency }',
    explanation: text,
    refundLines: `code amount text { ${text} }`,
    feeCeiling: `pct amount text { ${text} }`,
    refundSplit: 'methodId amount state tries',
    inspection: 'result note photos accessories gifts at by',
    shopRefusal: text,
  },
);
export type CaseItem = SelectedBy<typeof caseFields>;
export const afterSalesCase: Document<{ id: string }, CaseItem | null> = rowDocument('afterSalesCase', caseFields);

export interface CaseCounts {
  readonly groups: readonly {
    readonly group: CaseGroup;
    readonly states: readonly CaseState[];
    readonly cases: number;
  }[];
  readonly mine: number;
  readonly overdue: number;
  readonly atRisk: number;
  readonly mostCounted: number;
}
export const caseCounts = viewDocument<{ storeId?: string }, CaseCounts>(
  'caseCounts',
  { storeId: 'ID' },
  'groups { group states cases } mine overdue atRisk mostCounted' as Selection<CaseCounts>,
);

const stepFields = select<StepRow>()(['id', 'at', 'event', 'from', 'to', 'actor', 'userId', 'ruleIds', 'note']);
export type Step = SelectedBy<typeof stepFields>;
export const caseSteps = listDocument<StepRow, Step>(
  { field: 'caseSteps', entity: 'CaseStep', orderBy: 'AT_DESC' },
  stepFields,
);

export interface CaseRecord {
  readonly form: 'F4' | 'F5';
  readonly complete: boolean;
  readonly fields: readonly { readonly code: string; readonly label: LocalText; readonly text: LocalText }[];
}
export const caseRecord = viewDocument<{ id: string }, CaseRecord>(
  'caseRecord',
  { id: 'ID!' },
  'form complete fields { code label { zh en } text { zh en } }' as Selection<CaseRecord>,
);

export interface AvailableStep {
  readonly name: string;
  readonly title: string;
  readonly denial: {
    readonly code: string;
    readonly message: string;
    readonly details: Readonly<Record<string, unknown>> | null;
  } | null;
}
export const availableSteps = viewDocument<{ entity: string; id: string }, readonly AvailableStep[]>(
  'availableActions',
  { entity: 'String!', id: 'ID!' },
  'name title denial { code message details }' as Selection<readonly AvailableStep[]>,
);

export interface Approval {
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly currency: string;
  readonly amount: number | null;
  readonly allowed: boolean;
  readonly code: string | null;
  readonly approver: string | null;
  readonly clause: LocalText | null;
}
export const previewApprovals = viewDocument<{ ids: readonly string[] }, { readonly cases: readonly Approval[] }>(
  'previewApprovals',
  { ids: '[ID!]!' },
  'cases { caseId number version currency amount allowed code approver clause { zh en } }' as Selection<{
    readonly cases: readonly Approval[];
  }>,
);

export interface ApologyDraft {
  readonly text: string;
  readonly isSent: boolean;
}
export const apologyDraft = viewDocument<{ id: string; granting?: boolean }, ApologyDraft>(
  'apologyDraft',
  { id: 'ID!', granting: 'Boolean' },
  'text isSent' as Selection<ApologyDraft>,
);

const onCase = <I>(name: string) =>
  rowActionDocument<I & { readonly id: string }, CaseItem>(name, 'AfterSalesCase', caseFields);
type Said = { readonly reason?: string };
export const takeUpCase = onCase('takeUpCase');
export const recordApology = onCase<{ text?: string }>('recordApology');
export const offerSolution = onCase<{ type: CaseType }>('offerSolution');
export const setRefundAmount = onCase<{ refundAmount: number; reason: string }>('setRefundAmount');
export const approveCase = onCase<{ overrideReason?: string; reason?: string; apology?: string }>('approveCase');
export const rejectCase = onCase<Said>('rejectCase');
export const withdrawCase = onCase<Said>('withdrawCase');
export const proceedCase = onCase<Said>('proceedCase');
export const shipReturn = onCase<{ carrier: string; waybill: string }>('shipReturn');
export const noteFirstScan = onCase('noteFirstScan');
export const receiveReturn = onCase('receiveReturn');
export const inspectReturn = onCase<{ result: string }>('inspectReturn');
export const acceptInspection = onCase('acceptInspection');
export const refuseReturn = onCase<Said>('refuseReturn');
export const settleReturn = onCase<{ instead?: string }>('settleReturn');
export const noteReplacement = onCase<{ carrier: string; waybill: string }>('noteReplacement');
export const completeCase = onCase('completeCase');
export const exchangeRepair = onCase<Said>('exchangeRepair');
export const confirmRefund = onCase<{ refundNo: string; amount: number }>('confirmRefund');
export const retryRefund = onCase<{ paymentMethodId?: string }>('retryRefund');
export const openCaseDispute = onCase<Said>('openCaseDispute');
export const decideCaseDispute = onCase<{ outcome: string } & Said>('decideCaseDispute');
export const recordCause = onCase<{ faultParty: string }>('recordCause');
export const archiveCase = onCase('archiveCase');
export const reopenCase = onCase<Said>('reopenCase');

export interface CaseOption {
  readonly type: CaseType;
  readonly outcome: 'ALLOW' | 'REVIEW' | 'DENY';
  readonly ruleIds: readonly string[];
  readonly explanation: LocalText;
  readonly whatWouldChangeIt: readonly LocalText[];
}
export interface CaseOptions {
  readonly orderNumber: string;
  readonly lines: readonly { readonly lineId: string; readonly left: number }[];
  readonly reasons: readonly {
    readonly code: CaseReason;
    readonly label: LocalText;
    readonly photoRequired: boolean;
  }[];
  readonly types: readonly CaseOption[];
}
export interface WantedItem {
  readonly lineId: string;
  readonly quantity: number;
  readonly newVariantId?: string;
}
export const caseOptions = viewDocument<
  { storeId: string; orderId: string; items?: readonly WantedItem[]; reason?: CaseReason },
  CaseOptions
>(
  'caseOptions',
  { storeId: 'ID', orderId: 'ID!', items: '[CaseItemInput!]', reason: 'CaseReason' },
  `orderNumber lines { lineId left } reasons { code photoRequired label { ${text} } } types { type outcome ruleIds explanation { ${text} } whatWouldChangeIt { ${text} } }` as Selection<CaseOptions>,
);

export interface WantedCase {
  readonly storeId: string;
  readonly conversationId?: string;
  readonly orderId: string;
  readonly type: CaseType;
  readonly reason: CaseReason;
  readonly items: readonly WantedItem[];
  readonly description: string;
  readonly evidence: readonly string[];
  readonly paymentMethodId?: string;
  readonly compensationAmount?: number;
  readonly compensationFor?: string;
  readonly exceptionReason?: string;
}
export interface CasePreview {
  readonly outcome: 'ALLOW' | 'REVIEW' | 'DENY';
  readonly automatic: boolean;
  readonly ruleIds: readonly string[];
  readonly explanation: LocalText;
  readonly whatWouldChangeIt: readonly LocalText[];
  readonly freightPayer: CaseItem['freightPayer'];
  readonly currency: string;
  readonly refundAmount: number | null;
  readonly refundLines: readonly { readonly code: string; readonly amount: number; readonly text: LocalText }[];
  readonly feeCeiling: CaseItem['feeCeiling'];
  readonly refundDueAt: string | null;
  readonly decisionDueAt: string;
  readonly confirmation: string;
}
export const previewCase = viewDocument<WantedCase, CasePreview>(
  'previewCase',
  {
    storeId: 'ID',
    conversationId: 'ID',
    orderId: 'ID!',
    type: 'CaseType!',
    reason: 'CaseReason!',
    items: '[CaseItemInput!]!',
    description: 'String',
    evidence: '[String!]',
    paymentMethodId: 'ID',
    compensationAmount: 'SafeInt',
    compensationFor: 'CompensationFor',
    exceptionReason: 'String',
  },
  `outcome automatic ruleIds explanation { ${text} } whatWouldChangeIt { ${text} } freightPayer currency refundAmount refundLines { code amount text { ${text} } } feeCeiling { pct amount text { ${text} } } refundDueAt decisionDueAt confirmation` as Selection<CasePreview>,
);
export const submitCase = actionDocument<WantedCase & { confirmation: string }, CaseItem>(
  'submitCase',
  'AfterSalesCase',
  caseFields,
);

export interface CaseOrder {
  readonly id: string;
  readonly number: string;
  readonly lines: readonly {
    readonly id: string;
    readonly productId: string;
    readonly variantId: string;
    readonly title: string;
    readonly quantity: number;
    readonly options: readonly { readonly value: string }[];
    readonly unitPrice: MoneyValue;
  }[];
}
export const orderLines = viewDocument<{ storeId: string; orderId: string }, CaseOrder>(
  'order',
  { storeId: 'ID', orderId: 'ID!' },
  'id number lines { id productId variantId title quantity options { value } unitPrice { amount currency } }' as Selection<CaseOrder>,
);
export const orderBuyer = viewDocument<
  { storeId: string; orderId: string },
  { readonly paymentMethods: readonly ShopPaymentMethod[] }
>(
  'orderBuyer',
  { storeId: 'ID!', orderId: 'ID!' },
  'paymentMethods { id kind provider lastFour balance { amount currency } }' as Selection<{
    readonly paymentMethods: readonly ShopPaymentMethod[];
  }>,
);
export type Product = Pick<ShopProduct, 'id'> & {
  readonly variants: readonly Pick<
    ShopProduct['variants'][number],
    'id' | 'title' | 'options' | 'price' | 'available'
  >[];
};
export const product = viewDocument<{ storeId: string; productId: string }, Product>(
  'product',
  { storeId: 'ID', productId: 'ID!' },
  'id variants { id title available options { name value } price { amount currency } }' as Selection<Product>,
);

const addressFields = select<AddressRow>()(['id', 'version', 'storeId', 'text']);
export type Address = SelectedBy<typeof addressFields>;
export const returnAddresses = listDocument<AddressRow, Address>(
  { field: 'returnAddresses', entity: 'ReturnAddress' },
  addressFields,
);
export const setReturnAddress = actionDocument<{ storeId: string; text: string }, Address>(
  'setReturnAddress',
  'ReturnAddress',
  addressFields,
);
