import type { AnswerOf, VariablesOf } from '@shopdesk/core/client';
import { actionMutation, keylessActionMutation, rowQuery, viewQuery } from '../../desk/documents.ts';
import { customerFields } from '../../desk/rows.ts';

export const customer = rowQuery('customer', customerFields);

export const updateCustomer = actionMutation('updateCustomer', 'Customer', customerFields);
export type CustomerChange = VariablesOf<typeof updateCustomer>['input'];

export const revealContact = keylessActionMutation('revealContact', 'RevealedContact', 'email phone otherEmails');
/** `otherEmails` were left with conversations, or are known to the shop. */
export type Contact = AnswerOf<typeof revealContact>;

export const customerTimeline = viewQuery(
  'customerTimeline',
  { customerId: 'ID!', first: 'Int' },
  'entries { kind at id title state }',
);
/** Its kind is CONVERSATION, RATING, or what a feature of the desk adds. */
export type TimelineEntry = AnswerOf<typeof customerTimeline>['entries'][number];
