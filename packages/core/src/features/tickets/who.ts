/** @module Who may do what with a ticket: whoever has it in hand, those who lead, and the customer for what is theirs. */
import { one } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { heldByOther } from '../work/index.ts';
import { Ticket } from './entities.ts';
import type { TicketRow } from './steps.ts';
import { ticketTexts as t } from './texts.ts';

export const leads = ({ actor }: Pick<ReadContext, 'actor'>): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && actor.permissions.has('ticket.assign'));

/** Steps of whoever has it in hand, or of those who lead. */
export const step = {
  allow: { staff: 'ticket.handle' },
  on: Ticket,
  output: one(Ticket),
  when: (ctx: ReadContext, row: TicketRow): Denial | undefined =>
    leads(ctx) ? undefined : heldByOther(ctx, Ticket, row),
} as const;

/** It is the customer's to say; staff note it of those who call or write a letter. */
export const customers = {
  allow: { shopper: true, staff: 'ticket.handle' },
  on: Ticket,
  output: one(Ticket),
} as const;

/** Only the customer says that nothing is left to do, where there is one. */
export const customersAlone = ({ actor }: ReadContext, { customerId }: TicketRow): Denial | undefined =>
  actor.kind === 'staff' && customerId ? deny('FORBIDDEN', { text: t.customerDecides }) : undefined;
