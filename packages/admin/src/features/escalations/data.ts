import type { Escalation, RowOf } from '@shopdesk/core';
import { actionDocument, extend, listDocument, select, type SelectedBy } from '../../desk/document.ts';

type Row = RowOf<typeof Escalation>;

const fields = extend<
  Pick<
    Row,
    | 'id'
    | 'version'
    | 'conversationId'
    | 'fromLevel'
    | 'level'
    | 'reason'
    | 'summary'
    | 'state'
    | 'requestedById'
    | 'requestedAt'
    | 'dueAt'
    | 'raised'
    | 'overdue'
    | 'decidedById'
    | 'decidedAt'
    | 'declineReason'
  >,
  { readonly conversation: { readonly customerName: string; readonly customerId: string } | null }
>(
  select<Row>()([
    'id',
    'version',
    'conversationId',
    'fromLevel',
    'level',
    'reason',
    'summary',
    'state',
    'requestedById',
    'requestedAt',
    'dueAt',
    'raised',
    'overdue',
    'decidedById',
    'decidedAt',
    'declineReason',
  ]),
  'conversation { customerName customerId }',
);
export type EscalationItem = SelectedBy<typeof fields>;

export const escalations = listDocument<Row, EscalationItem>({ field: 'escalations', entity: 'Escalation' }, fields);
export const acceptEscalation = actionDocument<{ id: string }, EscalationItem>(
  'acceptEscalation',
  'Escalation',
  fields,
);
export const declineEscalation = actionDocument<{ id: string; reason: string }, EscalationItem>(
  'declineEscalation',
  'Escalation',
  fields,
);
