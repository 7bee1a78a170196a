/**
 * @module What the pages of cases ask of the desk.
 */
import type { AnswerOf, VariablesOf } from '@shopdesk/core/client';
import {
  actionMutation,
  listQuery,
  rowActionMutation,
  rowQuery,
  viewQuery,
  withJson,
  type ActionOn,
  type Row,
} from '../../desk/documents.ts';

export type { CaseGroup, CaseReason, CaseState, CaseType, CompensationFor } from '@shopdesk/core/client/staff-schema';

/** A case as a list shows it. */
const listFields = `id version storeId number type state reason orderId orderNumber customerName customerNick currency
  refundAmount
  compensationAmount outcome handlerId escalatedAt shopState dueAt submittedAt lines { title quantity }`;
export type ListedCase = Row<'AfterSalesCase', typeof listFields>;

/** What is due first comes first. */
export const casesByDue = listQuery('afterSalesCases', 'AfterSalesCase', listFields, 'DUE_AT_ASC');
export const casesByAge = listQuery('afterSalesCases', 'AfterSalesCase', listFields, 'SUBMITTED_AT_DESC');
export const searchCases = viewQuery(
  'searchCases',
  { storeId: 'ID', text: 'String!', first: 'Int', after: 'String' },
  `nodes { ${listFields} } pageInfo { endCursor hasNextPage }`,
);

const caseFields = `id version storeId customerId conversationId number type state orderId orderNumber orderPlacedAt
  reason
  description compensationFor faultParty evidence outcome ruleIds freightPayer currency paidAmount refundAmount
  refundMethodId refundedBefore compensationAmount refundAtFirstScan returnAddress returnCarrier returnWaybill
  outboundCarrier outboundWaybill inspectionAcceptedAt stockAction refundNo shopState rejection approverNeeded
  exceptionReason overrideReason handlerId apologySentAt offeredAt escalatedAt customerName customerNick phoneTail
  deliveredAt occurredAt submittedAt decisionDueAt approvedAt returnDueAt shippedBackAt firstScanAt receivedAt
  receiptDueAt refundDueAt dueAt settledAt closedAt reopenCount decision told { zh en }
  lines { lineId productId variantId title
  quantity newVariantId unitPrice { amount currency } } explanation { zh en } refundLines { code amount text {
  zh en } } feeCeiling { pct amount text { zh en } } refundSplit { methodId amount state tries } inspection {
  result note photos accessories gifts at by } shopRefusal { zh en }`;
export type CaseItem = Row<'AfterSalesCase', typeof caseFields>;
export const afterSalesCase = rowQuery('afterSalesCase', caseFields);

export const caseCounts = viewQuery(
  'caseCounts',
  { storeId: 'ID' },
  'groups { group states cases } mine overdue atRisk mostCounted',
);
export type CaseCounts = AnswerOf<typeof caseCounts>;

const stepFields = 'id at event from to actor userId ruleIds note';
export type Step = Row<'CaseStep', typeof stepFields>;
export const caseSteps = listQuery('caseSteps', 'CaseStep', stepFields, 'AT_DESC');

export const caseRecord = viewQuery(
  'caseRecord',
  { id: 'ID!' },
  'form complete fields { code label { zh en } text { zh en } }',
);
export type CaseRecord = AnswerOf<typeof caseRecord>;

export const availableSteps = withJson<{ details: Readonly<Record<string, unknown>> | null }>()(
  viewQuery(
    'availableActions',
    { entity: 'String!', id: 'ID!' },
    'name title denial { code message details } elsewhere because',
  ),
);
export type AvailableStep = AnswerOf<typeof availableSteps>[number];

export const previewApprovals = viewQuery(
  'previewApprovals',
  { ids: '[ID!]!' },
  'cases { caseId number version currency amount allowed code approver clause { zh en } }',
);
export type Approval = AnswerOf<typeof previewApprovals>['cases'][number];

export const apologyDraft = viewQuery('apologyDraft', { id: 'ID!', granting: 'Boolean' }, 'text isSent');
export type ApologyDraft = AnswerOf<typeof apologyDraft>;

const onCase = <const N extends ActionOn<'AfterSalesCase'>>(name: N) =>
  rowActionMutation(name, 'AfterSalesCase', caseFields);
export const takeUpCase = onCase('takeUpCase');
export const recordApology = onCase('recordApology');
export const offerSolution = onCase('offerSolution');
export const setRefundAmount = onCase('setRefundAmount');
export const approveCase = onCase('approveCase');
export const rejectCase = onCase('rejectCase');
export const withdrawCase = onCase('withdrawCase');
export const proceedCase = onCase('proceedCase');
export const shipReturn = onCase('shipReturn');
export const noteFirstScan = onCase('noteFirstScan');
export const receiveReturn = onCase('receiveReturn');
export const inspectReturn = onCase('inspectReturn');
export const acceptInspection = onCase('acceptInspection');
export const refuseReturn = onCase('refuseReturn');
export const settleReturn = onCase('settleReturn');
export const noteReplacement = onCase('noteReplacement');
export const completeCase = onCase('completeCase');
export const exchangeRepair = onCase('exchangeRepair');
export const confirmRefund = onCase('confirmRefund');
export const retryRefund = onCase('retryRefund');
export const openCaseDispute = onCase('openCaseDispute');
export const decideCaseDispute = onCase('decideCaseDispute');
export const recordCause = onCase('recordCause');
export const archiveCase = onCase('archiveCase');
export const reopenCase = onCase('reopenCase');

export const caseOptions = viewQuery(
  'caseOptions',
  { storeId: 'ID', orderId: 'ID!', items: '[CaseItemInput!]', reason: 'CaseReason' },
  `orderNumber lines { lineId left } reasons { code photoRequired label { zh en } } types { type outcome ruleIds
    explanation { zh en } whatWouldChangeIt { zh en } }`,
);
export type CaseOptions = AnswerOf<typeof caseOptions>;
export type CaseOption = CaseOptions['types'][number];

export const previewCase = viewQuery(
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
  `outcome automatic ruleIds explanation { zh en } whatWouldChangeIt { zh en } freightPayer currency refundAmount
    refundLines { code amount text { zh en } } feeCeiling { pct amount text { zh en } } refundDueAt decisionDueAt
    confirmation`,
);
export type WantedCase = VariablesOf<typeof previewCase>;
export type WantedItem = WantedCase['items'][number];
export type CasePreview = AnswerOf<typeof previewCase>;
export const submitCase = actionMutation('submitCase', 'AfterSalesCase', caseFields);

export const orderLines = viewQuery(
  'order',
  { storeId: 'ID', orderId: 'ID!' },
  'id number lines { id productId variantId title quantity options { value } unitPrice { amount currency } }',
);
export type CaseOrder = AnswerOf<typeof orderLines>;
export const orderBuyer = viewQuery(
  'orderBuyer',
  { storeId: 'ID!', orderId: 'ID!' },
  'paymentMethods { id kind provider lastFour balance { amount currency } }',
);
export type ShopPaymentMethod = AnswerOf<typeof orderBuyer>['paymentMethods'][number];
export const product = viewQuery(
  'product',
  { storeId: 'ID', productId: 'ID!' },
  'id variants { id title available options { name value } price { amount currency } }',
);
export type Product = AnswerOf<typeof product>;

const addressFields = 'id version storeId text';
export type Address = Row<'ReturnAddress', typeof addressFields>;
export const returnAddresses = listQuery('returnAddresses', 'ReturnAddress', addressFields);
export const setReturnAddress = actionMutation('setReturnAddress', 'ReturnAddress', addressFields);
