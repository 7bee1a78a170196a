import { addTo } from '../../kernel/vocabulary.ts';
import { DecisionSubject } from '../policies/index.ts';

export const CaseSubject = addTo(DecisionSubject, { CASE: { en: 'Case', zh: '售后单' } });
