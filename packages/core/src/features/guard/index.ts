/**
 * @module The guard on what leaves to customers: forbidden terms, personal data, unfilled variables (R-QA-04, SC-20).
 */
import { defineFeature } from '../../kernel/feature.ts';
import { policies } from '../policies/index.ts';
import { customers } from '../customers/index.ts';
import { conversations, outbound } from '../conversations/index.ts';
import { access } from '../access/index.ts';
import { answer } from '../../kernel/point.ts';
import { checkText, tryText } from './check-text.ts';
import { ContentRevision, ForbiddenTerm, SafeContact } from './entities.ts';
import { addSafeContact, outboundRules, removeSafeContact, resetForbiddenTerm, setForbiddenTerm } from './terms.ts';
import { guardOutbound } from './outbound.ts';
import { noteTermHits, TermHit, termHitCounts } from './term-hits.ts';
import { guardReasons } from './reasons.ts';
import { guardTexts } from './texts.ts';
import { exportTerms, importTerms } from './transfer.ts';
import { guardWords } from './words.ts';

export const guard = defineFeature({
  name: 'guard',
  words: guardWords,
  requires: [access, conversations, customers, policies],
  entities: [ForbiddenTerm, SafeContact, ContentRevision, TermHit],
  members: [guardReasons],
  actions: { setForbiddenTerm, resetForbiddenTerm, addSafeContact, removeSafeContact, importTerms },
  views: { checkText, tryText, outboundRules, exportTerms, termHitCounts },
  inCommit: [noteTermHits],
  answers: [answer(outbound, (ctx, { to, text }) => guardOutbound(ctx, to, text))],
  permissions: {
    'term.read': {
      roles: ['PA', 'AA', 'CO', 'SM', 'TS', 'FC', 'TL', 'SV', 'MG', 'QI', 'TR', 'AD'],
      en: 'See forbidden words and their hits',
      zh: '查看违禁词与命中记录',
    },
    'term.manage': { roles: ['SV', 'MG'], en: 'Manage forbidden words', zh: '管理违禁词库' },
  },
  texts: guardTexts,
});

export { TermHit } from './term-hits.ts';
export { ForbiddenTerm, SafeContact } from './entities.ts';
export { findHits, guardOutbound, hitDenial, unresolvedVariables } from './outbound.ts';
export { TenantCache, nextRevision, revisionOf } from './revision.ts';
