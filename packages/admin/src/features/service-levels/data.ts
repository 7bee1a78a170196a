import type { RowOf, Sla, SlaPolicy } from '@shopdesk/core';
import { actionDocument, listDocument, viewDocument, type Selection } from '../../desk/document.ts';

type Row = RowOf<typeof SlaPolicy>;
export type Target = NonNullable<Row['firstReply']>;
export type TargetName = 'firstReply' | 'nextReply' | 'resolution';
export type Scope = Pick<Row, 'storeId' | 'channel' | 'intent' | 'priority' | 'tier'>;
export type PolicyItem = Scope &
  Pick<
    Row,
    | 'scope'
    | 'firstReply'
    | 'nextReply'
    | 'resolution'
    | 'acceptSeconds'
    | 'warnPercent'
    | 'supervisorSeconds'
    | 'active'
  > & {
    /** Null: shipped and unchanged. */
    readonly id: string | null;
    readonly shipped: boolean;
  };

const target = '{ clock aimSeconds lateSeconds limitSeconds maxSeconds }';
const fields = `id scope storeId channel intent priority tier firstReply ${target} nextReply ${target} resolution ${target} acceptSeconds warnPercent supervisorSeconds active shipped`;

export const serviceLevels = viewDocument<Record<never, never>, { readonly policies: readonly PolicyItem[] }>(
  'serviceLevels',
  {},
  `policies { ${fields} }` as Selection<{ readonly policies: readonly PolicyItem[] }>,
);

export interface PreviewInput {
  readonly storeId: string;
  readonly channel: NonNullable<Row['channel']>;
  readonly intent?: Row['intent'];
  readonly priority?: Row['priority'];
  readonly tier?: string | null;
}
export interface Preview {
  readonly policy: PolicyItem | null;
  readonly others: readonly string[];
  readonly targets: readonly {
    readonly target: 'FIRST_REPLY' | 'NEXT_REPLY' | 'RESOLUTION';
    readonly limit: Target;
    readonly aimAt: string | null;
    readonly dueAt: string | null;
  }[];
}
export const previewServiceLevel = viewDocument<PreviewInput, Preview>(
  'previewServiceLevel',
  {
    storeId: 'ID!',
    channel: 'Channel!',
    intent: 'Intent',
    priority: 'Priority',
    tier: 'String',
  },
  `policy { ${fields} } others targets { target limit ${target} aimAt dueAt }` as Selection<Preview>,
);

export type PolicyChange = Partial<
  Scope &
    Pick<
      Row,
      'firstReply' | 'nextReply' | 'resolution' | 'acceptSeconds' | 'warnPercent' | 'supervisorSeconds' | 'active'
    >
>;
const done = 'id' as Selection<{ readonly id: string }>;
export const setSlaPolicy = actionDocument<PolicyChange, { readonly id: string }>('setSlaPolicy', 'SlaPolicy', done);
export const resetSlaPolicy = actionDocument<{ id: string }, { readonly id: string }>(
  'resetSlaPolicy',
  'SlaPolicy',
  done,
);

/** What is late now, the most urgent first. */
export const overdueConversations = listDocument<RowOf<typeof Sla>, { readonly id: string }>(
  { field: 'conversations', entity: 'Conversation', orderBy: 'SLA_DUE_AT_ASC' },
  'id' as Selection<{ readonly id: string }>,
);
