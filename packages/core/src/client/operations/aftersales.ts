/** @module What a shopper's client asks of the feature `aftersales`. */
import type { AnswerOf, Selected, VariablesOf } from '../document.ts';
import { shopperGraphql } from '../graphql.ts';
import type { ShopperSchema } from '../shopper-schema.ts';
import { keyedMutation } from './mutation.ts';

export type DeskCaseType = ShopperSchema['inputs']['CaseType'];
export type DeskCaseReason = ShopperSchema['inputs']['CaseReason'];

const CASE_FIELDS = `id version number type state orderId orderNumber reason description evidence outcome told { zh en } clause { zh en } freightPayer currency
  refundAmount refundLines { code amount text { zh en } } compensationAmount refundedBefore returnAddress returnCarrier returnWaybill outboundCarrier outboundWaybill
  inspectionAcceptedAt shopState rejection submittedAt decisionDueAt approvedAt returnDueAt shippedBackAt firstScanAt receivedAt refundDueAt feeCeiling { pct amount text { zh en } } settledAt closedAt updatedAt
  lines { lineId title quantity unitPrice { amount currency } newVariantId } refundSplit { methodId amount state } inspection { result note at }`;

/** A case as its customer sees it. */
export type DeskCase = Selected<ShopperSchema['answers']['AfterSalesCase'], typeof CASE_FIELDS>;

export const CASE = shopperGraphql(`query Case($id: ID!) { afterSalesCase(id: $id) { ${CASE_FIELDS} } }`);

export const MY_CASES = shopperGraphql(`query MyCases($filter: AfterSalesCaseFilter, $first: Int, $after: String) {
  afterSalesCases(filter: $filter, first: $first, after: $after) {
    nodes { id version number type state orderNumber submittedAt updatedAt decisionDueAt returnDueAt currency refundAmount inspectionAcceptedAt lines { title quantity } }
    pageInfo { endCursor hasNextPage }
  }
}`);

/** A case in a list. */
export type DeskCaseEntry = AnswerOf<typeof MY_CASES>['nodes'][number];

/** The newest first. */
export const CASE_STEPS = shopperGraphql(`query CaseSteps($filter: CaseStepFilter, $orderBy: CaseStepOrder) {
  caseSteps(filter: $filter, orderBy: $orderBy, first: 50) { nodes { id at event from to actor } }
}`);

/** A step of a case, as its customer sees it. */
export type DeskCaseStep = AnswerOf<typeof CASE_STEPS>['nodes'][number];

/** `types` needs goods and a reason; an `explanation` is one sentence, `clause` stands where a rule speaks. */
export const CASE_OPTIONS =
  shopperGraphql(`query CaseOptions($orderId: ID!, $items: [CaseItemInput!], $reason: CaseReason) {
  caseOptions(orderId: $orderId, items: $items, reason: $reason) {
    orderNumber lines { lineId left } reasons { code label { zh en } photoRequired common }
    types { type label { zh en } outcome explanation { zh en } clause { zh en } }
  }
}`);

/** What can be asked for. */
export type DeskCaseOptions = AnswerOf<typeof CASE_OPTIONS>;

/** `feeCeiling` is what the inspection may take off. */
export const PREVIEW_CASE =
  shopperGraphql(`query PreviewCase($orderId: ID!, $type: CaseType!, $reason: CaseReason!, $items: [CaseItemInput!]!, $conversationId: ID, $description: String, $evidence: [String!], $paymentMethodId: ID, $condition: GoodsConditionInput) {
  previewCase(orderId: $orderId, type: $type, reason: $reason, items: $items, conversationId: $conversationId, description: $description, evidence: $evidence, paymentMethodId: $paymentMethodId, condition: $condition) {
    outcome automatic ruleIds explanation { zh en } clause { zh en } freightPayer currency refundAmount refundLines { code amount text { zh en } }
    feeCeiling { pct amount text { zh en } } refundDueAt decisionDueAt photoRequired confirmation
  }
}`);

/** What is asked for with an order after it was sent. */
export type WantedDeskCase = VariablesOf<typeof PREVIEW_CASE>;
export type DeskCasePreview = AnswerOf<typeof PREVIEW_CASE>;

const onCase = `afterSalesCase { ${CASE_FIELDS} }` as const;

export const SUBMIT_CASE = shopperGraphql(/* @__PURE__ */ keyedMutation('submitCase', onCase));

export const AVAILABLE_ACTIONS = shopperGraphql(`query AvailableActions($entity: String!, $id: ID!) {
  availableActions(entity: $entity, id: $id) { name denial { code message } }
}`);

/** What can be done with a row now; `denial` is why not. */
export type DeskAvailableAction = AnswerOf<typeof AVAILABLE_ACTIONS>[number];

export const SHIP_RETURN = shopperGraphql(/* @__PURE__ */ keyedMutation('shipReturn', onCase));
export const WITHDRAW_CASE = shopperGraphql(/* @__PURE__ */ keyedMutation('withdrawCase', onCase));
export const ACCEPT_INSPECTION = shopperGraphql(/* @__PURE__ */ keyedMutation('acceptInspection', onCase));
export const OPEN_CASE_DISPUTE = shopperGraphql(/* @__PURE__ */ keyedMutation('openCaseDispute', onCase));
export const REOPEN_CASE = shopperGraphql(/* @__PURE__ */ keyedMutation('reopenCase', onCase));
