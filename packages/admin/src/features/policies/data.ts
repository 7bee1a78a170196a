/** @module The documents of the policy screens. */
import { DENIED, graphql, type AnswerOf } from '@shopdesk/core/client';
import {
  actionMutation,
  listQuery,
  rowQuery,
  viewQuery,
  withJson,
  type ActionOn,
  type Row,
} from '../../desk/documents.ts';
import type { InputDefinition, OutputValue, PolicyPack } from '@shopdesk/core/policies';

export const SHIPPED = 'shipped:';
const text = '{ zh en }';

const versionFields = `id version storeId packCode number layer note state basedOn authorId editorIds lastEditorId
  approverId
  approvalComment submittedAt approvedAt effectiveFrom effectiveTo sentBackReason kinderForEarlier updatedAt
  createdAt name { zh en }`;
export type VersionItem = Row<'PolicyVersion', typeof versionFields>;
export type VersionState = VersionItem['state'];

export const policyVersions = listQuery('policyVersions', 'PolicyVersion', versionFields);
export const policyVersion = rowQuery('policyVersion', versionFields);

export const policyInForce = viewQuery(
  'policyInForce',
  { storeId: 'ID!' },
  `storeId layers { version layer code name ${text} asOf number effectiveFrom authorId approverId tables { code title
    ${text} kind question ${text} rows } }`,
);
export type InForce = AnswerOf<typeof policyInForce>;
export type LayerInForce = InForce['layers'][number];

export const policyPack = withJson<{ pack: PolicyPack }>()(
  viewQuery('policyPack', { version: 'String!' }, 'version readOnly pack'),
);

export const contentVersion = viewQuery('policyPack', { version: 'String!' }, 'contentVersion');

export const shippedPolicies = viewQuery(
  'shippedPolicies',
  {},
  `packs { version code name ${text} layer asOf banner ${text} tables rules }`,
);
export type ShippedPolicy = AnswerOf<typeof shippedPolicies>['packs'][number];

export const policiesAbove = withJson<{ pack: PolicyPack }>()(
  viewQuery('policiesAbove', { version: 'String!', storeId: 'ID!' }, `packs { version layer name ${text} pack }`),
);
export type PackAbove = AnswerOf<typeof policiesAbove>['packs'][number];

export const lintPolicy = withJson<{ example: Readonly<Record<string, FactValue>> }>()(
  viewQuery(
    'lintPolicy',
    { version: 'String', pack: 'JSON', storeId: 'ID' },
    `errors warnings findings { code severity table rowIds example where ${text} text ${text} }`,
  ),
);
export type Findings = AnswerOf<typeof lintPolicy>;
export type FindingItem = Findings['findings'][number];

export interface Question {
  readonly version: string;
  readonly storeId: string;
  readonly kind: string;
  readonly pack?: PolicyPack | undefined;
}
export const policyFacts = withJson<{ input: InputDefinition }>()(
  viewQuery(
    'policyFacts',
    { version: 'String!', storeId: 'ID!', kind: 'String!', pack: 'JSON' },
    `facts { name label ${text} input }`,
  ),
);
export type PolicyFact = AnswerOf<typeof policyFacts>['facts'][number];

export type FactValue = string | number | boolean | null;
export const tryPolicy = withJson<{
  outputs: Readonly<Record<string, OutputValue>>;
  facts: Readonly<Record<string, FactValue>>;
}>()(
  viewQuery(
    'tryPolicy',
    { version: 'String!', storeId: 'ID!', kind: 'String!', pack: 'JSON', facts: 'JSON', orderId: 'ID' },
    `answer { kind outcome outputs rows { pack layer table row ruleIds clause ${text} } reasons { ruleIds text ${text}
      } clause ${text} whatWouldChangeIt ${text} dues { output at text ${text} } assumed ${text} } facts`,
  ),
);
export type Trial = AnswerOf<typeof tryPolicy>;
export type Answer = Trial['answer'];

const runFields = `id version policyVersionId storeId contentVersion decidedFrom decidedTo state startedById expected
  total changed
  failed createdAt finishedAt money { currency current draft difference } turns { turn count } cases { decisionId
  subject subjectId orderId kind currency current { outcome ruleIds rows cost } draft { outcome ruleIds rows cost
  } } failures { decisionId message }`;
export type RunItem = Row<'PolicyReplayRun', typeof runFields>;
export const policyReplayRuns = listQuery('policyReplayRuns', 'PolicyReplayRun', runFields);
export const policyReplayRun = rowQuery('policyReplayRun', runFields);
export const startPolicyReplay = actionMutation('startPolicyReplay', 'PolicyReplayRun', runFields);
export const cancelPolicyReplay = actionMutation('cancelPolicyReplay', 'PolicyReplayRun', runFields);

const onVersion = <const N extends ActionOn<'PolicyVersion'>>(name: N) =>
  actionMutation(name, 'PolicyVersion', versionFields);
export const draftPolicy = onVersion('draftPolicy');
export const submitPolicy = onVersion('submitPolicy');
export const approvePolicy = onVersion('approvePolicy');
export const sendBackPolicy = onVersion('sendBackPolicy');
export const schedulePolicy = onVersion('schedulePolicy');
export const retirePolicy = onVersion('retirePolicy');

/** Refused with CONFLICT when somebody else saved the draft since it was read as `expected`. */
export const editPolicyDraft = graphql(
  `mutation EditPolicyDraft($input: EditPolicyDraftInput!, $expected: Int) { editPolicyDraft(input: $input,
    expectedVersion: $expected) { policyVersion { ${versionFields} } ${DENIED} } }`,
);

const historyFields = 'id actorName at action from to reason';
export const policyHistory = listQuery('auditEvents', 'AuditEvent', historyFields);
