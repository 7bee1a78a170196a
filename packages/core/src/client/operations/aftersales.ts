/** @module What a shopper's client asks of the feature `aftersales`. */
import type { AfterSalesCase, CaseReason, CaseStep, CaseType } from '../../features/aftersales/index.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Document } from '../document.ts';
import { DENIED } from './denied.ts';

type CaseRow = RowOf<typeof AfterSalesCase>;
type LocalText = { readonly zh: string; readonly en: string };

export type DeskCaseType = CaseType;
export type DeskCaseReason = CaseReason;

/** A case as its customer sees it. */
export type DeskCase = Pick<
  CaseRow,
  | 'id'
  | 'version'
  | 'number'
  | 'type'
  | 'state'
  | 'orderId'
  | 'orderNumber'
  | 'reason'
  | 'description'
  | 'evidence'
  | 'outcome'
  | 'told'
  | 'clause'
  | 'freightPayer'
  | 'currency'
  | 'refundAmount'
  | 'refundLines'
  | 'compensationAmount'
  | 'refundedBefore'
  | 'returnAddress'
  | 'returnCarrier'
  | 'returnWaybill'
  | 'outboundCarrier'
  | 'outboundWaybill'
  | 'inspectionAcceptedAt'
  | 'shopState'
  | 'rejection'
  | 'submittedAt'
  | 'decisionDueAt'
  | 'approvedAt'
  | 'returnDueAt'
  | 'shippedBackAt'
  | 'firstScanAt'
  | 'receivedAt'
  | 'refundDueAt'
  | 'feeCeiling'
  | 'settledAt'
  | 'closedAt'
  | 'updatedAt'
> & {
  readonly lines: readonly Pick<
    CaseRow['lines'][number],
    'lineId' | 'title' | 'quantity' | 'unitPrice' | 'newVariantId'
  >[];
  readonly refundSplit: readonly Pick<CaseRow['refundSplit'][number], 'methodId' | 'amount' | 'state'>[];
  readonly inspection: Pick<NonNullable<CaseRow['inspection']>, 'result' | 'note' | 'at'> | null;
};

/** A case in a list. */
export type DeskCaseEntry = Pick<
  CaseRow,
  | 'id'
  | 'version'
  | 'number'
  | 'type'
  | 'state'
  | 'orderNumber'
  | 'submittedAt'
  | 'updatedAt'
  | 'decisionDueAt'
  | 'returnDueAt'
  | 'currency'
  | 'refundAmount'
  | 'inspectionAcceptedAt'
> & {
  readonly lines: readonly Pick<CaseRow['lines'][number], 'title' | 'quantity'>[];
};

const CASE_FIELDS = `id version number type state orderId orderNumber reason description evidence outcome told { zh en } clause { zh en } freightPayer currency
  refundAmount refundLines { code amount text { zh en } } compensationAmount refundedBefore returnAddress returnCarrier returnWaybill outboundCarrier outboundWaybill
  inspectionAcceptedAt shopState rejection submittedAt decisionDueAt approvedAt returnDueAt shippedBackAt firstScanAt receivedAt refundDueAt feeCeiling { pct amount text { zh en } } settledAt closedAt updatedAt
  lines { lineId title quantity unitPrice { amount currency } newVariantId } refundSplit { methodId amount state } inspection { result note at }`;

export const CASE = `query Case($id: ID!) { afterSalesCase(id: $id) { ${CASE_FIELDS} } }` as Document<
  { id: string },
  DeskCase
>;

export const MY_CASES = `query MyCases($filter: AfterSalesCaseFilter, $first: Int, $after: String) {
  afterSalesCases(filter: $filter, first: $first, after: $after) {
    nodes { id version number type state orderNumber submittedAt updatedAt decisionDueAt returnDueAt currency refundAmount inspectionAcceptedAt lines { title quantity } }
    pageInfo { endCursor hasNextPage }
  }
}` as Document<
  { filter?: { orderId?: { eq: string } }; first?: number; after?: string },
  {
    readonly nodes: readonly DeskCaseEntry[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  }
>;

/** A step of a case, as its customer sees it. */
export type DeskCaseStep = Pick<RowOf<typeof CaseStep>, 'id' | 'at' | 'event' | 'from' | 'to' | 'actor'>;

/** The newest first. */
export const CASE_STEPS = `query CaseSteps($filter: CaseStepFilter, $orderBy: CaseStepOrder) {
  caseSteps(filter: $filter, orderBy: $orderBy, first: 50) { nodes { id at event from to actor } }
}` as Document<{ filter: { caseId: { eq: string } }; orderBy: 'AT_DESC' }, { readonly nodes: readonly DeskCaseStep[] }>;

/** What is asked for with an order after it was sent. */
export interface WantedDeskCase {
  readonly orderId: string;
  readonly type: CaseType;
  readonly reason: CaseReason;
  readonly items: readonly { readonly lineId: string; readonly quantity: number; readonly newVariantId?: string }[];
  readonly conversationId?: string;
  readonly description?: string;
  readonly evidence?: readonly string[];
  readonly paymentMethodId?: string;
  readonly condition?: Readonly<Partial<Record<'opened' | 'sealBroken' | 'usedOrDamaged', boolean>>>;
}

/** What can be asked for; `types` needs goods and a reason. */
export interface DeskCaseOptions {
  readonly orderNumber: string;
  readonly lines: readonly { readonly lineId: string; readonly left: number }[];
  readonly reasons: readonly {
    readonly code: CaseReason;
    readonly label: LocalText;
    readonly photoRequired: boolean;
  }[];
  readonly types: readonly {
    readonly type: CaseType;
    readonly label: LocalText;
    readonly outcome: 'ALLOW' | 'REVIEW' | 'DENY';
    /** One sentence, and the clause behind it where a rule speaks. */
    readonly explanation: LocalText;
    readonly clause: LocalText | null;
  }[];
}

export const CASE_OPTIONS = `query CaseOptions($orderId: ID!, $items: [CaseItemInput!], $reason: CaseReason) {
  caseOptions(orderId: $orderId, items: $items, reason: $reason) {
    orderNumber lines { lineId left } reasons { code label { zh en } photoRequired }
    types { type label { zh en } outcome explanation { zh en } clause { zh en } }
  }
}` as Document<{ orderId: string; items?: WantedDeskCase['items']; reason?: CaseReason }, DeskCaseOptions>;

export interface DeskCasePreview {
  readonly outcome: 'ALLOW' | 'REVIEW' | 'DENY';
  readonly automatic: boolean;
  readonly ruleIds: readonly string[];
  /** One sentence, and the clause behind it where a rule speaks. */
  readonly explanation: LocalText;
  readonly clause: LocalText | null;
  readonly freightPayer: CaseRow['freightPayer'];
  readonly currency: string;
  readonly refundAmount: number | null;
  readonly refundLines: readonly { readonly code: string; readonly amount: number; readonly text: LocalText }[];
  /** What the inspection may take off. */
  readonly feeCeiling: { readonly pct: number; readonly amount: number | null; readonly text: LocalText } | null;
  readonly refundDueAt: string | null;
  readonly decisionDueAt: string;
  readonly photoRequired: boolean;
  readonly confirmation: string;
}

export const PREVIEW_CASE =
  `query PreviewCase($orderId: ID!, $type: CaseType!, $reason: CaseReason!, $items: [CaseItemInput!]!, $conversationId: ID, $description: String, $evidence: [String!], $paymentMethodId: ID, $condition: GoodsConditionInput) {
  previewCase(orderId: $orderId, type: $type, reason: $reason, items: $items, conversationId: $conversationId, description: $description, evidence: $evidence, paymentMethodId: $paymentMethodId, condition: $condition) {
    outcome automatic ruleIds explanation { zh en } clause { zh en } freightPayer currency refundAmount refundLines { code amount text { zh en } }
    feeCeiling { pct amount text { zh en } } refundDueAt decisionDueAt photoRequired confirmation
  }
}` as Document<WantedDeskCase, DeskCasePreview>;

const onCase = `{ __typename ... on AfterSalesCase { ${CASE_FIELDS} } ${DENIED} }`;

export const SUBMIT_CASE = `mutation SubmitCase($input: SubmitCaseInput!, $key: String) {
  submitCase(input: $input, idempotencyKey: $key) ${onCase}
}` as Document<{ input: WantedDeskCase & { readonly confirmation: string }; key: string }, DeskCase>;

/** What can be done with a row now; `denial` is why not. */
export interface DeskAvailableAction {
  readonly name: string;
  readonly denial: { readonly code: string; readonly message: string } | null;
}

export const AVAILABLE_ACTIONS = `query AvailableActions($entity: String!, $id: ID!) {
  availableActions(entity: $entity, id: $id) { name denial { code message } }
}` as Document<{ entity: string; id: string }, readonly DeskAvailableAction[]>;

const step = <V>(name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!, $key: String) { ${name}(input: $input, idempotencyKey: $key) ${onCase} }` as Document<
    { input: V; key: string },
    DeskCase
  >;

export const SHIP_RETURN = /* @__PURE__ */ step<{ id: string; carrier: string; waybill: string }>('shipReturn');
export const WITHDRAW_CASE = /* @__PURE__ */ step<{ id: string; reason?: string }>('withdrawCase');
export const ACCEPT_INSPECTION = /* @__PURE__ */ step<{ id: string }>('acceptInspection');
export const OPEN_CASE_DISPUTE = /* @__PURE__ */ step<{ id: string; reason: string }>('openCaseDispute');
export const REOPEN_CASE = /* @__PURE__ */ step<{ id: string; reason: string }>('reopenCase');
