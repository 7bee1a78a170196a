import { DENIED, graphql, type AnswerOf } from '@shopdesk/core/client';
import { actionMutation, viewQuery, type Answers } from '../../desk/documents.ts';

const row = 'conversationId storeId customerId customerName preview since priority team locale ownerId ownerName';
export const liveBoard = viewQuery(
  'liveBoard',
  { storeId: 'ID' },
  `now stores { storeId name mode queued longestSince online places taken peak { until capacityFactor backOffice by } }
   agents { userId name presence load capacity idleSince silentInRow teams languages storeIds }
   waiting { ${row} } waitingMore silent { ${row} }`,
);
export type Board = AnswerOf<typeof liveBoard>;
export type BoardStore = Board['stores'][number];
export type BoardAgent = Board['agents'][number];
export type BoardRow = Board['waiting'][number];
export type Presence = Answers['User']['presence'];

export const leaveMessage = actionMutation('leaveMessage', 'Message', 'id');
export const requestHelp = actionMutation('requestHelp', 'Notice', 'id');

const touched = 'id';
export const stayOnline = graphql(`mutation StayOnline { stayOnline { user { id awayAt } ${DENIED} } }`);
export const setRoutingPolicy = actionMutation('setRoutingPolicy', 'RoutingPolicy', touched);
export const routingSettings = viewQuery(
  'routingSettings',
  { storeId: 'ID!' },
  'mode silentSeconds awaySeconds rampSeconds lastAgentDays maxQueue maxAnonymousQueue relaxSeconds keepPlaceSeconds',
);
export type RoutingForm = AnswerOf<typeof routingSettings>;

export const takeConversation = actionMutation('takeConversation', 'Conversation', touched);
export const assignConversation = actionMutation('assignConversation', 'Conversation', touched);
export const whisper = actionMutation('addNote', 'Message', touched);

const considered = 'userId name presence load capacity obstacles { code detail }';
export const explainRouting = viewQuery(
  'explainRouting',
  { conversationId: 'ID!' },
  `mode peak waiting { place since headStartSeconds team locale relaxAt preferredName preference agents {
    ${considered} } }
   decision { name at how because waitedSeconds others { ${considered} } }`,
);
export type Explanation = AnswerOf<typeof explainRouting>;
export type ConsideredAgent = NonNullable<Explanation['waiting']>['agents'][number];
