import type { AnswerOf } from '@shopdesk/core/client';
import { listQuery, rowQuery, type Row } from '../../desk/documents.ts';

export const ticketFlow = rowQuery(
  'ticket',
  `id version state number node nodeSince nodeNext stepBy sleepUntil ownerId nodeOwners { kind code }
  checkpoints { checkpoint at userId note } done { node at userId output } asked { to { kind code } question answerBy }
  flowVersion { id edition name { en zh } nodes { code name { en zh } does { en zh } output { en zh } owners { kind code } next } }`,
);
export type TicketFlow = NonNullable<AnswerOf<typeof ticketFlow>>;

const fields = 'id number subject state dueAt sleepUntil node';
export const ticketsOf = listQuery('tickets', 'Ticket', fields);
export type TicketItem = Row<'Ticket', typeof fields>;
