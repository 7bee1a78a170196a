/** @module What the page of messages asks of the desk. */
import { mutation, shopperGraphql, type AnswerOf } from '@shopdesk/core/client';

export const MY_CHOICES = shopperGraphql(`query MyChoices {
  consentChoices { purposes { purpose called { zh en } basis given } }
}`);

export type Choice = AnswerOf<typeof MY_CHOICES>['purposes'][number];

export const SET_CONSENT = shopperGraphql(/* @__PURE__ */ mutation('setConsent', 'consentEvent { id given }'));
