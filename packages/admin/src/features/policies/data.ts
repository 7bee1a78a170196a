/** @module The documents of the policy screens. */
import type { Document } from '@shopdesk/core/client';
import type { AuditEvent, PolicyReplayRun, PolicyVersion, RowOf } from '@shopdesk/core';
import type { InputDefinition, OutputValue, PolicyPack } from '@shopdesk/core/policies';
import {
  actionDocument,
  DENIED,
  listDocument,
  rowDocument,
  select,
  viewDocument,
  type Selection,
  type SelectedBy,
} from '../../desk/document.ts';
import type { LocalText } from '../../kit/language.ts';

type VersionRow = RowOf<typeof PolicyVersion>;
type RunRow = RowOf<typeof PolicyReplayRun>;
type AuditRow = RowOf<typeof AuditEvent>;

export const SHIPPED = 'shipped:';
const text = '{ zh en }';

const versionFields = select<VersionRow>()(
  [
    'id',
    'version',
    'storeId',
    'packCode',
    'number',
    'layer',
    'note',
    'state',
    'basedOn',
    'authorId',
    'editorIds',
    'lastEditorId',
    'approverId',
    'approvalComment',
    'submittedAt',
    'approvedAt',
    'effectiveFrom',
    'effectiveTo',
    'sentBackReason',
    'kinderForEarlier',
    'updatedAt',
    'createdAt',
  ],
  { name: 'zh en' },
);
export type VersionItem = SelectedBy<typeof versionFields>;
export type VersionState = VersionItem['state'];

export const policyVersions = listDocument<VersionRow, VersionItem>(
  { field: 'policyVersions', entity: 'PolicyVersion' },
  versionFields,
);
export const policyVersion: Document<{ id: string }, VersionItem | null> = rowDocument('policyVersion', versionFields);

export interface LayerInForce {
  readonly version: string;
  readonly layer: PolicyPack['layer'];
  readonly code: string;
  readonly name: LocalText;
  readonly asOf: string;
  readonly number: number | null;
  readonly effectiveFrom: string | null;
  readonly authorId: string | null;
  readonly approverId: string | null;
  readonly tables: readonly {
    readonly code: string;
    readonly title: LocalText;
    readonly kind: string;
    readonly question: LocalText;
    readonly rows: number;
  }[];
}
export interface InForce {
  readonly storeId: string;
  readonly layers: readonly LayerInForce[];
}
export const policyInForce = viewDocument<{ storeId: string }, InForce>(
  'policyInForce',
  { storeId: 'ID!' },
  `storeId layers { version layer code name ${text} asOf number effectiveFrom authorId approverId tables { code title ${text} kind question ${text} rows } }` as Selection<InForce>,
);

export interface PackAnswer {
  readonly version: string;
  readonly readOnly: boolean;
  readonly pack: PolicyPack;
}
export const policyPack = viewDocument<{ version: string }, PackAnswer>(
  'policyPack',
  { version: 'String!' },
  'version readOnly pack' as Selection<PackAnswer>,
);

export const contentVersion = viewDocument<{ version: string }, { readonly contentVersion: number | null }>(
  'policyPack',
  { version: 'String!' },
  'contentVersion' as Selection<{ readonly contentVersion: number | null }>,
);

export interface ShippedPolicy {
  readonly version: string;
  readonly code: string;
  readonly name: LocalText;
  readonly layer: PolicyPack['layer'];
  readonly asOf: string;
  readonly banner: LocalText;
  readonly tables: number;
  readonly rules: number;
}
export const shippedPolicies = viewDocument<Record<never, never>, { readonly packs: readonly ShippedPolicy[] }>(
  'shippedPolicies',
  {},
  `packs { version code name ${text} layer asOf banner ${text} tables rules }` as Selection<{
    readonly packs: readonly ShippedPolicy[];
  }>,
);

export interface PackAbove {
  readonly version: string;
  readonly layer: PolicyPack['layer'];
  readonly name: LocalText;
  readonly pack: PolicyPack;
}
export const policiesAbove = viewDocument<
  { version: string; storeId: string },
  { readonly packs: readonly PackAbove[] }
>(
  'policiesAbove',
  { version: 'String!', storeId: 'ID!' },
  `packs { version layer name ${text} pack }` as Selection<{ readonly packs: readonly PackAbove[] }>,
);

export interface FindingItem {
  readonly code:
    | 'COMPILE'
    | 'GAP'
    | 'CONTRADICTION'
    | 'REDUNDANT'
    | 'NEVER_REACHED'
    | 'WEAKER_THAN_STATUTE'
    | 'TOO_COMPLEX';
  readonly severity: 'ERROR' | 'WARNING';
  readonly table: string;
  readonly rowIds: readonly string[];
  readonly example: Readonly<Record<string, string | number | boolean | null>>;
  readonly where: LocalText;
  readonly text: LocalText;
}
export interface Findings {
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly FindingItem[];
}
export const lintPolicy = viewDocument<{ version?: string; pack?: PolicyPack; storeId?: string }, Findings>(
  'lintPolicy',
  { version: 'String', pack: 'JSON', storeId: 'ID' },
  `errors warnings findings { code severity table rowIds example where ${text} text ${text} }` as Selection<Findings>,
);

export interface PolicyFact {
  readonly name: string;
  readonly label: LocalText;
  readonly input: InputDefinition;
}
export interface Question {
  readonly version: string;
  readonly storeId: string;
  readonly kind: string;
  readonly pack?: PolicyPack | undefined;
}
export const policyFacts = viewDocument<Question, { readonly facts: readonly PolicyFact[] }>(
  'policyFacts',
  { version: 'String!', storeId: 'ID!', kind: 'String!', pack: 'JSON' },
  `facts { name label ${text} input }` as Selection<{ readonly facts: readonly PolicyFact[] }>,
);

export type FactValue = string | number | boolean | null;
export interface Answer {
  readonly kind: string;
  readonly outcome: string | null;
  readonly outputs: Readonly<Record<string, OutputValue>>;
  readonly rows: readonly {
    readonly pack: string;
    readonly layer: PolicyPack['layer'];
    readonly table: string;
    readonly row: string;
    readonly ruleIds: readonly string[];
    readonly clause: LocalText;
  }[];
  readonly reasons: readonly { readonly ruleIds: readonly string[]; readonly text: LocalText }[];
  readonly clause: LocalText;
  readonly whatWouldChangeIt: readonly LocalText[];
  readonly dues: readonly { readonly output: string; readonly at: string | null; readonly text: LocalText }[];
  readonly assumed: readonly LocalText[];
}
export interface Trial {
  readonly answer: Answer;
  readonly facts: Readonly<Record<string, FactValue>>;
}
export const tryPolicy = viewDocument<
  Question & { facts?: Readonly<Record<string, FactValue>>; orderId?: string | undefined },
  Trial
>(
  'tryPolicy',
  { version: 'String!', storeId: 'ID!', kind: 'String!', pack: 'JSON', facts: 'JSON', orderId: 'ID' },
  `answer { kind outcome outputs rows { pack layer table row ruleIds clause ${text} } reasons { ruleIds text ${text} } clause ${text} whatWouldChangeIt ${text} dues { output at text ${text} } assumed ${text} } facts` as Selection<Trial>,
);

const runFields = select<RunRow>()(
  [
    'id',
    'version',
    'policyVersionId',
    'storeId',
    'contentVersion',
    'decidedFrom',
    'decidedTo',
    'state',
    'startedById',
    'expected',
    'total',
    'changed',
    'failed',
    'createdAt',
    'finishedAt',
  ],
  {
    money: 'currency current draft difference',
    turns: 'turn count',
    cases:
      'decisionId subject subjectId orderId kind currency current { outcome ruleIds rows cost } draft { outcome ruleIds rows cost }',
    failures: 'decisionId message',
  },
);
export type RunItem = SelectedBy<typeof runFields>;
export const policyReplayRuns = listDocument<RunRow, RunItem>(
  { field: 'policyReplayRuns', entity: 'PolicyReplayRun' },
  runFields,
);
export const policyReplayRun: Document<{ id: string }, RunItem | null> = rowDocument('policyReplayRun', runFields);
export const startPolicyReplay = actionDocument<
  { policyVersionId: string; storeId: string; from?: string; to?: string },
  RunItem
>('startPolicyReplay', 'PolicyReplayRun', runFields);
export const cancelPolicyReplay = actionDocument<{ id: string }, RunItem>(
  'cancelPolicyReplay',
  'PolicyReplayRun',
  runFields,
);

export interface NewDraft {
  readonly storeId?: string;
  readonly basedOn?: string;
  readonly pack?: PolicyPack;
  readonly note?: string;
}
const onVersion = <I>(name: string) => actionDocument<I, VersionItem>(name, 'PolicyVersion', versionFields);
export const draftPolicy = onVersion<NewDraft>('draftPolicy');
export const submitPolicy = onVersion<{ id: string }>('submitPolicy');
export const approvePolicy = onVersion<{ id: string; comment?: string }>('approvePolicy');
export const sendBackPolicy = onVersion<{ id: string; reason: string }>('sendBackPolicy');
export const schedulePolicy = onVersion<{ id: string; effectiveFrom?: string }>('schedulePolicy');
export const retirePolicy = onVersion<{ id: string; reason: string }>('retirePolicy');

export interface DraftChange {
  readonly id: string;
  readonly pack?: PolicyPack;
  readonly note?: string;
  readonly kinderForEarlier?: boolean;
}
/** Refused with CONFLICT when somebody else saved the draft since it was read as `expected`. */
export const editPolicyDraft: Document<{ input: DraftChange; expected: number }, VersionItem> =
  `mutation EditPolicyDraft($input: EditPolicyDraftInput!, $expected: Int) { editPolicyDraft(input: $input, expectedVersion: $expected) { __typename ... on PolicyVersion { ${versionFields} } ${DENIED} } }`;

const historyFields = select<AuditRow>()(['id', 'actorName', 'at', 'action', 'from', 'to', 'reason']);
export type HistoryItem = SelectedBy<typeof historyFields>;
export const policyHistory = listDocument<AuditRow, HistoryItem>(
  { field: 'auditEvents', entity: 'AuditEvent' },
  historyFields,
);
