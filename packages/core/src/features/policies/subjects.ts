/** @module What a policy was asked about; the features whose rows those are add them. */
import { memberOf, vocabulary, type CodeOf } from '../../kernel/vocabulary.ts';

export const DecisionSubject = vocabulary('PolicySubject', {});
export type DecisionSubject = CodeOf<typeof DecisionSubject>;
export const decisionSubject = memberOf(DecisionSubject);
