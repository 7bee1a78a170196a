import { defineEvent } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { Customer } from './entities.ts';

/** A guest turned out to be a customer: what belongs to the guest goes over to the customer, in the same commit. */
export const customerMerged = defineEvent<{ readonly guestId: string; readonly customer: RowOf<typeof Customer> }>(
  'customer.merged',
);
