/** @module What the editor of rules asks of the desk. */
import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, listQuery, rowQuery, viewQuery, withJson } from '../../desk/documents.ts';

interface Json {
  input: Readonly<Record<string, unknown>>;
}

const draftFields = `event hours match conditions { field operator value } expression
  steps { action input } perRow perHour`;

export const rule = withJson<Json>()(
  rowQuery(
    'rule',
    `id version code name { zh en } storeId ownerId state number event pausedBecause position draft { ${draftFields} }`,
  ),
);
export type RuleItem = NonNullable<AnswerOf<typeof rule>>;
type Kept = RuleItem['draft'];
type Whole<T> = { readonly [K in keyof T]: NonNullable<T[K]> };
export type RuleCondition = Whole<NonNullable<Kept['conditions']>[number]>;
export type RuleStep = NonNullable<Kept['steps']>[number];
/** A draft of which every part is there. */
export type RuleDraft = Pick<Kept, 'event' | 'hours'> &
  Whole<Pick<Kept, 'match' | 'expression' | 'perRow' | 'perHour'>> & {
    readonly conditions: readonly RuleCondition[];
    readonly steps: readonly RuleStep[];
  };

export const draftOf = ({ draft }: RuleItem): RuleDraft => ({
  event: draft.event,
  hours: draft.hours,
  match: draft.match ?? 'ALL',
  conditions: (draft.conditions ?? []).map((row) => ({ ...row, value: row.value ?? '' })),
  expression: draft.expression ?? '',
  steps: draft.steps ?? [],
  perRow: draft.perRow ?? 3,
  perHour: draft.perHour ?? 60,
});

export const ruleKit = viewQuery(
  'ruleKit',
  {},
  `valueless events { event entity fields { field type set codes of operators } }
  steps { action entity rights granted causes filled }`,
);
export type RuleKit = AnswerOf<typeof ruleKit>;
export type EventKind = RuleKit['events'][number];
export type EventField = EventKind['fields'][number];

export const judgeRuleDraft = viewQuery(
  'judgeRuleDraft',
  { id: 'ID!', draft: 'RuleDraftInput' },
  'condition rights missing problems { path text { zh en } }',
);
export type Judged = AnswerOf<typeof judgeRuleDraft>;

export const dryRunRule = viewQuery(
  'dryRunRule',
  { id: 'ID!' },
  `fingerprint events since matched wouldRun refused capped rows { at entity rowId label outcome why { zh en }
  changes { entity rowId change } effects { zh en } notices }`,
);
export type DryRun = AnswerOf<typeof dryRunRule>;

export const editRule = actionMutation('editRule', 'Rule', 'id version');
export const publishRule = actionMutation('publishRule', 'Rule', 'id version');

export const runsOfRule = listQuery(
  'ruleRuns',
  'RuleRun',
  'id at entity rowId title state because why { zh en } step steps',
);
export type RunItem = AnswerOf<typeof runsOfRule>['nodes'][number];
