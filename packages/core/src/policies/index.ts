/**
 * @module Policies as data: decision tables in layers, asked, explained, checked, replayed and compared. Pure: no I/O,
 * no clock.
 */
// Tables and packs
export { cellSchema, decisionTableSchema, inputSchema, outputSchema, rowSchema } from './table-schema.ts';
export type {
  Cell,
  DecisionTable,
  DueSpan,
  InputDefinition,
  OutputDefinition,
  OutputValue,
  Scalar,
  TableRow,
} from './table-schema.ts';
export { policyPackSchema, type PolicyPack } from './pack-schema.ts';
export { parseDecisionTable, parsePolicyPack } from './parse.ts';
export { compile, compileProblems, PolicyCompileError } from './compile.ts';
export type { CompileCode, CompiledRow, CompiledTable, CompileOptions, CompileProblem } from './compile.ts';
export {
  ConditionFailed,
  type RowCondition,
  type ConditionLanguage,
  type ConditionProblem,
  type ConditionScope,
} from './condition.ts';
export { loadCel } from './condition-cel.ts';

// Asking
export { scanRows } from './row-scan.ts';
export { answeringRows, evaluate, matchingRows, readKeys, TableConflict, type Keys } from './evaluate.ts';
export { FactsInvalid, type FactProblem, type Facts, type FactValue, type StoreSetting } from './facts.ts';
export { createPolicy, overlay, type Policy, type PolicyLayer } from './policy.ts';
export { decide } from './decide.ts';
export type { Assumption, DecideOptions, DecidingRule, Decision, Reason } from './decide.ts';
export type { Change } from './change.ts';
export type { ChangeForm } from './move.ts';
export { sentences, toldOf, type Telling, type ToldDecision } from './sentence.ts';
export { spokenDeadline, spokenStart, type Saying } from './spoken-time.ts';
export { dueInstant, isSpan, type Due } from './due.ts';
export { showOutput } from './output-text.ts';
export { DECISION_KINDS, kindOf, type DecisionKind } from './decision-kind.ts';
export { decideReturn, explainDecision, type ReturnDecision } from './return-decision.ts';
export { approvalOf, roleMayApprove } from './approval.ts';

// Asking a person
export { askedFacts, type AskedFact } from './asked-facts.ts';
export { cellSet, CellProblem } from './cell.ts';

// Checking, comparing, publishing
export { lint, type Finding, type FindingCode, type LintOptions } from './lint/index.ts';
export { replay, amountGranted } from './replay.ts';
export type {
  CostOf,
  PastCase,
  ReplayedCase,
  ReplayedDecision,
  ReplayedMoney,
  ReplayOptions,
  ReplayProgress,
  ReplayReport,
} from './replay.ts';
export { diff, diffTables, showCell, type Difference } from './diff.ts';
export {
  dueVersions,
  mayApprove,
  mayEdit,
  mayRetire,
  maySchedule,
  maySendBack,
  maySubmit,
  POLICY_VERSION_MACHINE,
  POLICY_VERSION_STATES,
  versionAt,
} from './version.ts';
export type { PolicyActor, PolicyVersion, PolicyVersionState } from './version.ts';

// Money
export { workOutRefund, type Refund, type RefundLine, type RefundLineCode } from './refund/refund.ts';
export { RefundInvalid } from './refund/order.ts';
export type {
  OrderDiscount,
  OrderPayment,
  RefundOrder,
  RefundOrderLine,
  RefundProblem,
  RefundProblemCode,
  RefundRecord,
  RefundRequest,
  RefundRules,
} from './refund/order.ts';
export { refundRulesOf } from './refund/rules.ts';
export { allocate } from './refund/allocate.ts';
export { cheapestPlan, giftsReached, nextTiers } from './promotion/plan.ts';
export type { CheapestPlan, NextTier, Plan, PlanStep, Unused } from './promotion/plan.ts';
export type { Cart, CartLine, Promotion, UnusedWhy } from './promotion/promotion.ts';
export { decideGift, giftTable } from './promotion/gift.ts';

// Time and words
export { addBusinessDays, businessDayNumber, isBusinessDay, WEEKDAYS, type BusinessCalendar } from './business-days.ts';
export {
  addMonths,
  formatDay,
  formatStoreTime,
  isTimeZone,
  parseDay,
  zonedDay,
  zonedDayEnd,
  zonedDayStart,
} from './zoned-day.ts';
export { formatKey, formatMoney, keyOf, scalarOf } from './scalar.ts';
export { formatDuration, parseDuration } from './duration.ts';
export { joinTexts, type Language, type Text } from './text.ts';

// The shipped packs and their columns
export { packsOf, PACKS, policyFor, UnknownPack, type PolicyChoice } from './packs/index.ts';
export { ALIBABA_B2B, AMAZON, BASIC, CN1688, CN_LAW, GENERIC, RETAIL_DEMO, TMALL } from './packs/index.ts';
export { EVENT_NAMES } from './vocabulary/events.ts';
export * as returnInputs from './vocabulary/return-inputs.ts';
export * as orderInputs from './vocabulary/order-inputs.ts';
export * as deskInputs from './vocabulary/desk-inputs.ts';
export * as policyOutputs from './vocabulary/outputs.ts';
