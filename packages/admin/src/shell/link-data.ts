/** @module What the page of a sign-in link asks, before anybody is signed in. */
import type { AnswerOf } from '@shopdesk/core/client';
import { keylessActionMutation, viewQuery } from '../desk/documents.ts';

export const accountLinkOffer = viewQuery(
  'accountLinkOffer',
  { token: 'String!' },
  'kind name email companyName languages',
);
/** What a link is for. */
export type AccountOffer = AnswerOf<typeof accountLinkOffer>;

export const redeemAccountLink = keylessActionMutation('redeemAccountLink', 'SignedIn', 'token');
