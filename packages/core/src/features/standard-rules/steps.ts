/** @module Actions of Shopdesk's own features that a rule may take as a step. */
import { assignComplaint, noteComplaint } from '../complaints/index.ts';
import { addNote, assignConversation, closeConversation } from '../conversations/index.ts';
import { escalateConversation } from '../escalations/index.ts';
import { sendNotice } from '../notices/index.ts';
import type { RuleStepRule } from '../rules/index.ts';
import { assignTask, createTask, noteTask } from '../tasks/index.ts';

/** A step that changes nothing on which a rule starts. */
const quiet = { causes: [] } as const;

export const standardSteps: readonly RuleStepRule[] = [
  { name: 'createTask', action: createTask, needs: ['task.assign'] },
  { name: 'sendNotice', action: sendNotice, ...quiet },
  // The same note of the same run is one note.
  { name: 'addNote', action: addNote, fills: (clientMsgId) => ({ clientMsgId }), ...quiet },
  { name: 'assignConversation', action: assignConversation, causes: ['CONVERSATION_ASSIGNED'] },
  {
    name: 'escalateConversation',
    action: escalateConversation,
    needs: ['conversation.assign'],
    causes: ['ESCALATION_REQUESTED'],
  },
  {
    name: 'closeConversation',
    action: closeConversation,
    needs: ['conversation.closeOthers'],
    causes: ['CONVERSATION_CLOSED', 'CONVERSATION_TOPIC', 'TASK_ENDED'],
  },
  { name: 'assignComplaint', action: assignComplaint, needs: ['complaint.assign'], ...quiet },
  { name: 'noteComplaint', action: noteComplaint, ...quiet },
  { name: 'assignTask', action: assignTask, needs: ['task.assign'], ...quiet },
  { name: 'noteTask', action: noteTask, ...quiet },
];
