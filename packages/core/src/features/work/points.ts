/** @module What work items ask of the features that know how. */
import type { ActionContext } from '../../kernel/context.ts';
import { defineEvent } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { point } from '../../kernel/point.ts';
import type { WorkItem } from './entities.ts';

/** Something that a customer is told about an item of theirs. */
export interface Telling {
  readonly storeId: string;
  readonly customerId: string | null;
  readonly conversationId: string | null;
  /** The item that it is about. */
  readonly about: { readonly entity: string; readonly id: string };
  /** The same one twice is told once. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
}

/** Tells it where the customer is. The customer reads it beside the item in any case. */
export const tellCustomer = point<Telling, true, ActionContext>('work.tellCustomer');

/** A clock of an item has run out. */
export const workLate = defineEvent<{ readonly item: RowOf<typeof WorkItem>; readonly clock: string }>('work.late');
