/**
 * @module The steps of a case as forms: what each asks for, in the order in which people take them. Which of them are
 * possible the desk says.
 */
import {
  apologyDue,
  choosesGoods,
  lowersRefund,
  mayCompensate,
  maySettleInMoney,
  mustCompensate,
  needsMethod,
  needsOverride,
  needsProof,
  settlement,
} from '@shopdesk/core';
import type { Document } from '@shopdesk/core/client';
import type { ActionVariables } from '../../desk/documents.ts';
import type { Choice } from '../../kit/field.ts';
import type { Language } from '../../kit/language.ts';
import {
  acceptInspection,
  approveCase,
  archiveCase,
  completeCase,
  confirmRefund,
  decideCaseDispute,
  exchangeRepair,
  inspectReturn,
  noteFirstScan,
  noteReplacement,
  offerSolution,
  openCaseDispute,
  proceedCase,
  receiveReturn,
  recordApology,
  recordCause,
  refuseReturn,
  rejectCase,
  reopenCase,
  retryRefund,
  setRefundAmount,
  settleReturn,
  shipReturn,
  takeUpCase,
  withdrawCase,
  type CaseItem,
  type CaseType,
} from './data.ts';
import { faultChoices, stockChoices, typeChoices } from './names.ts';
import { goodsFact, granted, moneyFact, type Fact, type Known } from './consequences.ts';
import type { StepName } from './step-names.ts';
import { caseWords } from './words.ts';

interface Frame {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
}
export type StepField =
  | (Frame & { readonly kind: 'text' | 'area' | 'money' | 'photos' | 'check' })
  | (Frame & { readonly kind: 'select'; readonly choices: readonly Choice[]; readonly empty?: string })
  | (Frame & { readonly kind: 'variants' | 'method' })
  /** Words to the customer: the desk proposes them, and they are sent as they stand here. */
  | (Frame & { readonly kind: 'message'; readonly granting: boolean });

/** What has been entered, by the name of the field. Money is whole minor units. */
export type StepInput = Readonly<Record<string, unknown>>;

interface Step {
  readonly document: Document<ActionVariables<never>, CaseItem>;
  readonly fields: (row: CaseItem, language: Language, input: StepInput) => readonly StepField[];
  /** What is filled in already. */
  readonly start?: (row: CaseItem) => StepInput;
  /** What its button says. @defaultValue the name of the step */
  readonly title?: (row: CaseItem, language: Language, input: StepInput) => string;
  /** What will have happened when it is done, where it costs money or cannot be undone. */
  readonly happens?: (row: CaseItem, language: Language, known: Known) => readonly Fact[];
  /** Whether the policy's word is shown where it does not simply grant the case. */
  readonly judged?: true;
  readonly danger?: boolean;
}

type Inspected = NonNullable<CaseItem['inspection']>['result'];

const NONE = () => [];
const reasonField =
  (required: boolean, told: boolean) =>
  (_row: CaseItem, language: Language): StepField[] => {
    const { fields } = language.words(caseWords);
    return [
      { kind: 'area', name: 'reason', label: fields.reason, required, ...(told ? { hint: fields.reasonHint } : {}) },
    ];
  };
const parcel = (_row: CaseItem, language: Language): StepField[] => {
  const { fields } = language.words(caseWords);
  return [
    { kind: 'text', name: 'carrier', label: fields.carrier, required: true },
    { kind: 'text', name: 'waybill', label: fields.waybill, required: true },
  ];
};

const STEPS: Readonly<Record<StepName, Step>> = {
  takeUpCase: { document: takeUpCase, fields: NONE },
  recordApology: {
    document: recordApology,
    fields: (_row, language) => {
      const { fields } = language.words(caseWords);
      return [
        { kind: 'message', name: 'text', label: fields.text, required: true, granting: false },
        { kind: 'text', name: 'said', label: fields.said },
      ];
    },
  },
  approveCase: {
    document: approveCase,
    judged: true,
    happens: granted,
    fields: (row, language) => {
      const { fields } = language.words(caseWords);
      return [
        ...(apologyDue(row)
          ? [{ kind: 'message', name: 'apology', label: fields.text, required: true, granting: true } as const]
          : []),
        needsOverride(row)
          ? {
              kind: 'area',
              name: 'overrideReason',
              label: fields.overrideReason,
              hint: fields.overrideHint,
              required: true,
            }
          : { kind: 'area', name: 'reason', label: fields.internal },
        // Nobody said where the money goes, so whoever approves it does.
        ...(needsMethod(row)
          ? [{ kind: 'method', name: 'paymentMethodId', label: fields.paymentMethodId, required: true } as const]
          : []),
      ];
    },
  },
  rejectCase: { document: rejectCase, fields: reasonField(true, true), danger: true },
  offerSolution: {
    document: offerSolution,
    start: ({ type }) => ({ type }),
    fields: (_row, language, { type: chosen, compensationAmount }) => {
      const words = language.words(caseWords);
      const { fields } = words;
      const type = chosen as CaseType;
      return [
        { kind: 'select', name: 'type', label: fields.type, required: true, choices: typeChoices(language) },
        ...(choosesGoods(type)
          ? [{ kind: 'variants', name: 'newVariantIds', label: fields.newVariant(''), required: true } as const]
          : []),
        ...(mayCompensate(type)
          ? [
              {
                kind: 'money',
                name: 'compensationAmount',
                label: fields.compensationAmount,
                required: mustCompensate(type),
              } as const,
            ]
          : []),
        ...(compensationAmount
          ? [
              {
                kind: 'select',
                name: 'compensationFor',
                label: fields.compensationFor,
                choices: language.choices('CompensationFor'),
                empty: fields.choose,
              } as const,
            ]
          : []),
        { kind: 'area', name: 'exceptionReason', label: fields.exceptionReason, hint: words.forException },
      ];
    },
  },
  setRefundAmount: {
    document: setRefundAmount,
    start: ({ refundAmount }) => (refundAmount === null ? {} : { refundAmount }),
    fields: (row, language) => [
      { kind: 'money', name: 'refundAmount', label: language.words(caseWords).fields.refundAmount, required: true },
      ...reasonField(true, false)(row, language),
    ],
  },
  proceedCase: {
    document: proceedCase,
    start: () => ({ way: 'BY_HAND' }),
    fields: (row, language) => {
      const words = language.words(caseWords);
      return [
        { kind: 'select', name: 'way', label: words.fields.way, choices: language.choices('ProceedWay') },
        ...reasonField(true, false)(row, language),
      ];
    },
  },
  shipReturn: { document: shipReturn, fields: parcel },
  noteFirstScan: { document: noteFirstScan, fields: NONE },
  receiveReturn: { document: receiveReturn, fields: NONE },
  inspectReturn: {
    document: inspectReturn,
    // The fee that the policy provides for is proposed; whoever inspects may leave more.
    start: ({ feeCeiling, refundAmount }) => ({
      result: 'PASS',
      ...(feeCeiling?.amount && refundAmount !== null
        ? { refundAmount: Math.max(0, refundAmount - feeCeiling.amount) }
        : {}),
    }),
    fields: ({ feeCeiling }, language, { result: chosen }) => {
      const words = language.words(caseWords);
      const { fields } = words;
      const result = chosen as Inspected;
      const wrong = needsProof(result);
      return [
        {
          kind: 'select',
          name: 'result',
          label: fields.result,
          required: true,
          choices: language.choices('InspectionResult'),
        },
        {
          kind: 'area',
          name: 'note',
          label: fields.note,
          required: wrong,
          ...(wrong ? { hint: fields.reasonHint } : {}),
        },
        { kind: 'photos', name: 'photos', label: fields.photos, required: wrong },
        ...(lowersRefund(result)
          ? [
              {
                kind: 'money',
                name: 'refundAmount',
                label: fields.lowered,
                hint: feeCeiling ? language.of(feeCeiling.text) : fields.loweredHint,
              } as const,
            ]
          : []),
        { kind: 'text', name: 'accessories', label: fields.accessories },
        { kind: 'text', name: 'gifts', label: fields.gifts },
      ];
    },
  },
  acceptInspection: { document: acceptInspection, fields: NONE },
  settleReturn: {
    document: settleReturn,
    title: (row, language, { instead }) => language.words(caseWords).settleNames[instead ? 'refund' : settlement(row)],
    happens: (row, language) => [goodsFact(row, language), ...moneyFact(row, language)],
    fields: (row, language) => {
      const { fields } = language.words(caseWords);
      return maySettleInMoney(row)
        ? [{ kind: 'check', name: 'instead', label: fields.instead, hint: fields.insteadHint }]
        : [];
    },
  },
  refuseReturn: { document: refuseReturn, fields: reasonField(true, true), danger: true },
  noteReplacement: { document: noteReplacement, fields: parcel },
  completeCase: { document: completeCase, fields: NONE },
  exchangeRepair: { document: exchangeRepair, fields: reasonField(false, false) },
  confirmRefund: {
    document: confirmRefund,
    start: ({ refundNo, refundSplit, refundedBefore }) => ({
      refundNo: refundNo ?? '',
      amount: refundSplit.reduce((sum, { amount }) => sum + amount, 0) - refundedBefore,
    }),
    fields: (_row, language) => {
      const { fields } = language.words(caseWords);
      return [
        { kind: 'text', name: 'refundNo', label: fields.refundNo, required: true },
        { kind: 'money', name: 'amount', label: fields.amountPaid, required: true },
      ];
    },
  },
  retryRefund: {
    document: retryRefund,
    fields: (_row, language) => [
      { kind: 'method', name: 'paymentMethodId', label: language.words(caseWords).fields.paymentMethodId },
    ],
  },
  decideCaseDispute: {
    document: decideCaseDispute,
    happens: (row, language) => [goodsFact(row, language), ...moneyFact(row, language)],
    start: () => ({ outcome: 'REFUND' }),
    fields: (row, language) => {
      const words = language.words(caseWords);
      return [
        {
          kind: 'select',
          name: 'outcome',
          label: words.fields.outcome,
          required: true,
          choices: language.choices('CaseDisputeOutcome'),
        },
        ...reasonField(true, true)(row, language),
      ];
    },
  },
  openCaseDispute: { document: openCaseDispute, fields: reasonField(true, false) },
  withdrawCase: { document: withdrawCase, fields: reasonField(false, false), danger: true },
  reopenCase: { document: reopenCase, fields: reasonField(true, false) },
  recordCause: {
    document: recordCause,
    start: ({ faultParty, stockAction, description }) => ({
      faultParty,
      description,
      ...(stockAction ? { stockAction } : {}),
    }),
    fields: ({ receivedAt }, language) => {
      const { fields } = language.words(caseWords);
      return [
        {
          kind: 'select',
          name: 'faultParty',
          label: fields.faultParty,
          required: true,
          choices: faultChoices(language),
        },
        { kind: 'area', name: 'description', label: fields.description },
        ...(receivedAt
          ? [
              {
                kind: 'select',
                name: 'stockAction',
                label: fields.stockAction,
                choices: stockChoices(language),
                empty: fields.choose,
              } as const,
            ]
          : []),
      ];
    },
  },
  archiveCase: { document: archiveCase, fields: NONE },
};

export const stepOf = (name: StepName): Step => STEPS[name];

/** Whether a step is said in the colour of what cannot be undone. */
export const isGrave = (name: StepName): boolean => STEPS[name].danger === true;

/** What a step is called; ordering what the inspection earned goes by what that is. */
export const stepName = (name: StepName, row: CaseItem, language: Language, input: StepInput = {}): string =>
  STEPS[name].title?.(row, language, input) ?? language.words(caseWords).stepNames[name];

/** The input as the action takes it: what was left empty is left out. */
export function inputOf(
  fields: readonly StepField[],
  input: StepInput,
  row: Pick<CaseItem, 'lines'>,
): Readonly<Record<string, unknown>> {
  const entries = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const value = input[name];
    if (kind === 'variants')
      return [[name, row.lines.map((_line, index) => (value as readonly string[] | undefined)?.[index] ?? '')]];
    // What was cleared is refused, and not replaced by what the desk would have said.
    if (kind === 'message') return [[name, value ?? '']];
    if (kind === 'check') return value ? [[name, 'REFUND']] : [];
    return value === undefined || value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}
