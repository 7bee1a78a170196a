import { actionMutation, listQuery, type Row } from '../../desk/documents.ts';

const fields = `id version conversationId fromLevel level reason summary state requestedById requestedAt dueAt raised
  overdue
  decidedById decidedAt declineReason conversation { customerName customerId }`;
export type EscalationItem = Row<'Escalation', typeof fields>;

export const escalations = listQuery('escalations', 'Escalation', fields);
export const acceptEscalation = actionMutation('acceptEscalation', 'Escalation', fields);
