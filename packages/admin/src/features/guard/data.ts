/**
 * @module What the pages of the outbound guard ask of the desk.
 */
import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, viewQuery } from '../../desk/documents.ts';

const ruleFields = `rule id class name { zh en } level phrases except detectors replacement { zh en } storeIds channels shipped ownRule
    active`;
export const outboundRules = viewQuery('outboundRules', {}, `rules { ${ruleFields} }`);
export type Rule = AnswerOf<typeof outboundRules>['rules'][number];

export const termHitCounts = viewQuery('termHitCounts', { from: 'DateTime!' }, 'rules { rule count lastAt } capped');
export type RuleHits = AnswerOf<typeof termHitCounts>['rules'][number];

export const tryText = viewQuery(
  'tryText',
  { storeId: 'ID!', text: 'String!' },
  'level hits { span start end rule level replacement { zh en } } unresolved names { rule name { zh en } }',
);
export type Tried = AnswerOf<typeof tryText>;
export type Hit = Tried['hits'][number];

export const importTerms = actionMutation(
  'importTerms',
  'TermImport',
  'created updated dryRun problems { line column problem }',
);
export type ImportReport = AnswerOf<typeof importTerms>;
export const exportTerms = viewQuery('exportTerms', {}, 'text count');
