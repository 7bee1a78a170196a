/**
 * @module What the pages of the outbound guard ask of the desk.
 */
import type { ForbiddenTerm, MessageHit, RowOf } from '@shopdesk/core';
import { actionDocument, viewDocument, type Selection } from '../../desk/document.ts';
import type { LocalText } from '../../kit/language.ts';

type TermRow = RowOf<typeof ForbiddenTerm>;

export type Rule = Pick<
  TermRow,
  | 'rule'
  | 'class'
  | 'name'
  | 'level'
  | 'phrases'
  | 'except'
  | 'detectors'
  | 'replacement'
  | 'storeIds'
  | 'channels'
  | 'active'
> & {
  readonly id: string | null;
  readonly shipped: boolean;
  readonly ownRule: boolean;
};
const ruleFields =
  'rule id class name { zh en } level phrases except detectors replacement { zh en } storeIds channels shipped ownRule active';
export const outboundRules = viewDocument<Record<never, never>, { readonly rules: readonly Rule[] }>(
  'outboundRules',
  {},
  `rules { ${ruleFields} }` as Selection<{ readonly rules: readonly Rule[] }>,
);

export interface RuleHits {
  readonly rule: string;
  readonly count: number;
  readonly lastAt: string;
}
export const termHitCounts = viewDocument<
  { from: string },
  { readonly rules: readonly RuleHits[]; readonly capped: boolean }
>(
  'termHitCounts',
  { from: 'DateTime!' },
  'rules { rule count lastAt } capped' as Selection<{ readonly rules: readonly RuleHits[]; readonly capped: boolean }>,
);

export type Hit = Pick<MessageHit, 'span' | 'start' | 'end' | 'rule' | 'level' | 'replacement'>;
export interface Tried {
  readonly level: MessageHit['level'] | null;
  readonly hits: readonly Hit[];
  readonly unresolved: readonly string[];
  readonly names: readonly { readonly rule: string; readonly name: LocalText }[];
}
export const tryText = viewDocument<{ storeId: string; text: string }, Tried>(
  'tryText',
  { storeId: 'ID!', text: 'String!' },
  'level hits { span start end rule level replacement { zh en } } unresolved names { rule name { zh en } }' as Selection<Tried>,
);

export interface ImportReport {
  readonly created: number;
  readonly updated: number;
  readonly dryRun: boolean;
  readonly problems: readonly { readonly line: number; readonly column: string; readonly problem: string }[];
}
export const importTerms = actionDocument<{ text: string; dryRun: boolean }, ImportReport>(
  'importTerms',
  'TermImport',
  'created updated dryRun problems { line column problem }' as Selection<ImportReport>,
);
export const exportTerms = viewDocument<Record<never, never>, { readonly text: string; readonly count: number }>(
  'exportTerms',
  {},
  'text count' as Selection<{ readonly text: string; readonly count: number }>,
);
