/** @module What the customer file asks of the features that know something about a customer. */
import { z } from 'zod';
import { point } from '../../kernel/point.ts';
import { memberOf, vocabulary } from '../../kernel/vocabulary.ts';

/** What an entry is about; all are added by the features whose rows they are. */
export const TimelineKind = vocabulary('TimelineKind', {});

export const TimelineEntry = z.object({
  kind: memberOf(TimelineKind),
  at: z.string(),
  id: z.string(),
  title: z.string(),
  state: z.string(),
  /** The entity of the row, where the kind does not say it. */
  entity: z.string().nullable().optional(),
});
export type TimelineEntry = z.output<typeof TimelineEntry>;

/** What happened with a customer, as the asker may see it: the newest `first`. */
export const timeline = point<{ readonly customerId: string; readonly first: number }, readonly TimelineEntry[]>(
  'customer.timeline',
);

/** E-mail addresses that a customer has left, the newest first. */
export const contactsLeft = point<{ readonly customerId: string }, readonly string[]>('customer.contactsLeft');
