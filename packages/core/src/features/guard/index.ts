/** @module The guard on what leaves to customers: forbidden terms, personal data, unfilled variables (R-QA-04, SC-20). */
import { defineFeature } from '../../kernel/feature.ts';
import { checkText, tryText } from './check-text.ts';
import { ContentRevision, ForbiddenTerm, SafeContact } from './entities.ts';
import { addSafeContact, outboundRules, removeSafeContact, resetForbiddenTerm, setForbiddenTerm } from './terms.ts';
import { noteTermHits, TermHit, termHitCounts } from './term-hits.ts';
import { guardTexts } from './texts.ts';
import { exportTerms, importTerms } from './transfer.ts';

export const guard = defineFeature({
  name: 'guard',
  entities: [ForbiddenTerm, SafeContact, ContentRevision, TermHit],
  actions: { setForbiddenTerm, resetForbiddenTerm, addSafeContact, removeSafeContact, importTerms },
  views: { checkText, tryText, outboundRules, exportTerms, termHitCounts },
  together: [noteTermHits],
  permissions: {
    'term.read': ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'QI', 'TR', 'AD'],
    'term.manage': ['SV', 'MG'],
  },
  texts: guardTexts,
});

export { TermHit } from './term-hits.ts';
export { ForbiddenTerm, SafeContact } from './entities.ts';
export { GUARD_LEVELS, MessageHit, type GuardLevel } from './hit.ts';
export { guardOutbound, unresolvedVariables, type OutboundText, type OutboundTo, type Verdict } from './outbound.ts';
