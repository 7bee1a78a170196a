import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, listQuery, rowQuery, viewQuery, type Answers } from '../../desk/documents.ts';
import { customerFields } from '../../desk/rows.ts';

export const customer = rowQuery('customer', customerFields);

export const customersByName = listQuery('customers', 'Customer', 'id name nick');

export const updateCustomer = actionMutation('updateCustomer', 'Customer', customerFields);

/** What `revealContact` answers; `otherEmails` were left with conversations, or are known to the shop. */
export type Contact = Answers['RevealedContact'];

export const customerTimeline = viewQuery(
  'customerTimeline',
  { customerId: 'ID!', first: 'Int' },
  'entries { kind at id title state entity }',
);
/** Its kind is CONVERSATION, RATING, or what a feature of the desk adds. */
export type TimelineEntry = AnswerOf<typeof customerTimeline>['entries'][number];
