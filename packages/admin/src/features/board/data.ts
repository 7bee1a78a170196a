import type { CaseAlert, RoutingDecision, RoutingPolicy, RowOf, Team, User } from '@shopdesk/core';
import { actionDocument, select, viewDocument, type SelectedBy, type Selection } from '../../desk/document.ts';

type DecisionRow = RowOf<typeof RoutingDecision>;
type PolicyRow = RowOf<typeof RoutingPolicy>;
type Peak = Pick<NonNullable<PolicyRow['peak']>, 'until' | 'capacityFactor' | 'backOffice' | 'by'>;
export type Presence = RowOf<typeof User>['presence'];

export interface BoardStore {
  readonly storeId: string;
  readonly name: string;
  readonly mode: PolicyRow['mode'];
  readonly queued: number;
  readonly longestSince: string | null;
  readonly online: number;
  readonly places: number;
  readonly taken: number;
  readonly peak: Peak | null;
}
export interface BoardAgent {
  readonly userId: string;
  readonly name: string;
  readonly presence: Presence;
  readonly load: number;
  readonly capacity: number;
  readonly idleSince: string | null;
  readonly silentInRow: number;
  readonly teams: readonly Team[];
  readonly languages: readonly string[];
  readonly storeIds: readonly string[];
}
export interface BoardRow {
  readonly conversationId: string;
  readonly storeId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly preview: string;
  readonly since: string;
  readonly priority: string;
  readonly team: Team | null;
  readonly locale: string;
  readonly ownerId: string | null;
  readonly ownerName: string;
}
export interface Board {
  readonly now: string;
  readonly stores: readonly BoardStore[];
  readonly agents: readonly BoardAgent[];
  readonly waiting: readonly BoardRow[];
  readonly waitingMore: boolean;
  readonly silent: readonly BoardRow[];
}

const row = 'conversationId storeId customerId customerName preview since priority team locale ownerId ownerName';
export const liveBoard = viewDocument<{ storeId?: string }, Board>(
  'liveBoard',
  { storeId: 'ID' },
  `now stores { storeId name mode queued longestSince online places taken peak { until capacityFactor backOffice by } }
   agents { userId name presence load capacity idleSince silentInRow teams languages storeIds }
   waiting { ${row} } waitingMore silent { ${row} }` as Selection<Board>,
);

const alertFields = select<RowOf<typeof CaseAlert>>()([
  'id',
  'kind',
  'conversationId',
  'caseId',
  'toUserId',
  'aboutUserId',
  'note',
  'at',
  'seenAt',
]);
export type Alert = SelectedBy<typeof alertFields>;
export const myAlerts = viewDocument<{ first?: number }, readonly Alert[]>(
  'myAlerts',
  { first: 'Int' },
  alertFields as Selection<readonly Alert[]>,
);
export const dismissAlert = actionDocument<{ id: string }, Alert>('dismissAlert', 'StaffAlert', alertFields);

export const leaveMessage = actionDocument<
  { id: string; clientMsgId: string; text: string; confirmedHits: boolean },
  { readonly id: string }
>('leaveMessage', 'Message', 'id' as Selection<{ readonly id: string }>);
export const requestHelp = actionDocument<{ id: string; note: string }, Alert>(
  'requestHelp',
  'StaffAlert',
  alertFields,
);

const touched = 'id' as Selection<{ readonly id: string }>;
export interface PeakInput {
  readonly id: string;
  readonly until: string;
  readonly capacityFactor: number;
  readonly notice?: { readonly zh: string; readonly en: string };
  readonly backOffice: boolean;
  readonly shortSurvey: boolean;
  readonly reason: string;
}
export const startPeakMode = actionDocument<PeakInput, { readonly id: string }>(
  'startPeakMode',
  'RoutingPolicy',
  touched,
);
export const endPeakMode = actionDocument<{ id: string; reason?: string }, { readonly id: string }>(
  'endPeakMode',
  'RoutingPolicy',
  touched,
);
export const setRoutingPolicy = actionDocument<
  {
    storeId: string;
    mode: PolicyRow['mode'];
    silentSeconds: number;
    lastAgentDays: number;
    maxQueue: number;
    maxAnonymousQueue: number;
    relaxSeconds: number;
    keepPlaceSeconds: number;
  },
  { readonly id: string }
>('setRoutingPolicy', 'RoutingPolicy', touched);
export type RoutingForm = Pick<
  PolicyRow,
  'mode' | 'silentSeconds' | 'lastAgentDays' | 'maxQueue' | 'maxAnonymousQueue' | 'relaxSeconds' | 'keepPlaceSeconds'
>;
export const routingSettings = viewDocument<{ storeId: string }, RoutingForm>(
  'routingSettings',
  { storeId: 'ID!' },
  'mode silentSeconds lastAgentDays maxQueue maxAnonymousQueue relaxSeconds keepPlaceSeconds' as Selection<RoutingForm>,
);

export const takeConversation = actionDocument<{ id: string }, { readonly id: string }>(
  'takeConversation',
  'Conversation',
  touched,
);
export const assignConversation = actionDocument<
  { id: string; userId: string; reason?: string },
  { readonly id: string }
>('assignConversation', 'Conversation', touched);
export const whisper = actionDocument<
  { conversationId: string; clientMsgId: string; text: string },
  { readonly id: string }
>('addNote', 'Message', touched);
export const lendAgent = actionDocument<
  { id: string; storeId: string; until: string; reason: string },
  { readonly id: string }
>('lendAgent', 'User', touched);
export const setPresence = actionDocument<{ id: string; presence: Presence; reason: string }, { readonly id: string }>(
  'setPresence',
  'User',
  touched,
);

export interface ConsideredAgent {
  readonly userId: string;
  readonly name: string;
  readonly presence: Presence;
  readonly load: number;
  readonly capacity: number;
  readonly obstacles: readonly {
    readonly code: DecisionRow['considered'][number]['obstacles'][number]['code'];
    readonly detail: string;
  }[];
}
export interface Explanation {
  readonly mode: PolicyRow['mode'];
  readonly peak: boolean;
  readonly waiting: {
    readonly place: number;
    readonly since: string;
    readonly headStartSeconds: number;
    readonly team: Team | null;
    readonly locale: string;
    readonly relaxAt: string;
    readonly preferredName: string | null;
    readonly preference: 'REOPENED' | 'LAST_AGENT' | null;
    readonly agents: readonly ConsideredAgent[];
  } | null;
  readonly decision: {
    readonly name: string;
    readonly at: string;
    readonly how: DecisionRow['how'];
    readonly because: DecisionRow['because'];
    readonly waitedSeconds: number | null;
    readonly others: readonly ConsideredAgent[];
  } | null;
}
const considered = 'userId name presence load capacity obstacles { code detail }';
export const explainRouting = viewDocument<{ conversationId: string }, Explanation>(
  'explainRouting',
  { conversationId: 'ID!' },
  `mode peak waiting { place since headStartSeconds team locale relaxAt preferredName preference agents { ${considered} } }
   decision { name at how because waitedSeconds others { ${considered} } }` as Selection<Explanation>,
);
