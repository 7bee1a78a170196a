import type { AnswerOf } from '@shopdesk/core/client';
import { rowActionMutation, rowQuery, viewQuery } from '../../desk/documents.ts';

const content = `nodes { code name { en zh } does { en zh } owners { kind code } clock { kind minutes } output { en zh }
  checkpoints next } starts { intent node }`;
const fields = `id version code name { en zh } edition isDraft ${content}`;

export const flowDefinition = rowQuery('flowDefinition', fields);
export type Flow = NonNullable<AnswerOf<typeof flowDefinition>>;
export type FlowNode = Flow['nodes'][number];
export type FlowOwner = FlowNode['owners'][number];

export const saveFlowDraft = rowActionMutation('saveFlowDraft', 'FlowDefinition', fields);
export const checkFlow = viewQuery(
  'checkFlow',
  { flowId: 'ID!' },
  'problems { code nodes } changes { node what } running { edition items }',
);
export type FlowCheck = AnswerOf<typeof checkFlow>;
