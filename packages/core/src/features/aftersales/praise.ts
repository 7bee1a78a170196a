/** @module Reasons by which people pay: none of them may be praise (CN-20, I-6). */
import { deny, type Denial } from '../../kernel/denial.ts';
import { paysForPraise } from '../../language/paid-praise.ts';
import { inWords } from '../../kernel/sentence.ts';
import { aftersalesTexts as t } from './texts.ts';

export const NO_PRAISE = inWords(t.noPraise);

/** Why a payment is not made for this reason; undefined where nothing is said against it. */
export const praiseDenied = (...reasons: readonly (string | null | undefined)[]): Denial | undefined =>
  reasons.some((reason) => reason && paysForPraise(reason))
    ? deny('POLICY_DENIED', {
        text: t.noPraise,
        details: {
          code: 'PAID_PRAISE',
          ruleIds: ['CN-20'],
          clause: NO_PRAISE,
          reasons: [{ ruleIds: ['CN-20'], text: NO_PRAISE }],
          whatWouldChangeIt: [],
        },
      })
    : undefined;
