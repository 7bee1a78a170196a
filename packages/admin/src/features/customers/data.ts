import type { Document } from '@shopdesk/core/client';
import {
  actionDocument,
  keylessActionDocument,
  rowDocument,
  viewDocument,
  type Selection,
} from '../../desk/document.ts';
import { customerFields, type CustomerItem } from '../../desk/rows.ts';

export const customer: Document<{ id: string }, CustomerItem | null> = rowDocument('customer', customerFields);

export interface CustomerChange {
  readonly id: string;
  readonly name?: string;
  readonly nick?: string;
  readonly tags?: readonly string[];
  readonly tier?: string | null;
  readonly styleTag?: string | null;
  readonly riskNote?: string | null;
}
export const updateCustomer = actionDocument<CustomerChange, CustomerItem>(
  'updateCustomer',
  'Customer',
  customerFields,
);

export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  /** Left with conversations, or known to the shop. */
  readonly otherEmails: readonly string[];
}
export const revealContact = keylessActionDocument<{ id: string; reason: string }, Contact>(
  'revealContact',
  'RevealedContact',
  'email phone otherEmails' as Selection<Contact>,
);

export interface TimelineEntry {
  /** CONVERSATION, RATING, or what a feature of the desk adds. */
  readonly kind: string;
  readonly at: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
}
export const customerTimeline = viewDocument<
  { customerId: string; first?: number },
  { readonly entries: readonly TimelineEntry[] }
>(
  'customerTimeline',
  { customerId: 'ID!', first: 'Int' },
  'entries { kind at id title state }' as Selection<{ readonly entries: readonly TimelineEntry[] }>,
);
