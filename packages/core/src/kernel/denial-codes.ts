/**
 * @module The codes of denials are a vocabulary: the kernel has its own, and every feature adds those of its rules.
 */
import { OWN_REASONS, type Reason } from './denial.ts';
import { addTo, vocabulary, type AddedCodes, type Worded } from './vocabulary.ts';

/** The codes of all denials of a desk, each with the sentence a person reads. */
export const DenialCodes = vocabulary('DenialCode', OWN_REASONS);

/** What a feature adds to {@link DenialCodes}, and each of its reasons by the code. */
export interface Reasons<Code extends string> extends AddedCodes<Code> {
  readonly reasons: { readonly [C in Code]: Reason };
}

/**
 * Declares codes of denials with the sentence that a person reads when nothing more exact is said. The feature lists
 * them in `members`, and says no with `deny(Guarded.reasons.FORBIDDEN_TERM)`.
 */
export function reasons<const M extends Worded>(members: M): Reasons<keyof M & string> {
  const named = Object.entries(members).map(([code, { en, zh }]): [string, Reason] => [code, { code, en, zh }]);
  return { ...addTo(DenialCodes, members), reasons: Object.fromEntries(named) } as Reasons<keyof M & string>;
}
