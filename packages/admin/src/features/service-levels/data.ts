import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, listQuery, viewQuery } from '../../desk/documents.ts';

export type TargetName = 'firstReply' | 'nextReply' | 'resolution';

const target = '{ clock aimSeconds lateSeconds limitSeconds maxSeconds }';
const fields =
  `id scope storeId channel intent priority tier firstReply ${target} nextReply ${target} resolution ${target}
    acceptSeconds warnPercent supervisorSeconds active shipped` as const;

export const serviceLevels = viewQuery('serviceLevels', {}, `policies { ${fields} }`);
/** Without an id it is shipped and unchanged. */
export type PolicyItem = AnswerOf<typeof serviceLevels>['policies'][number];
export type Target = NonNullable<PolicyItem['firstReply']>;
export type Scope = Pick<PolicyItem, 'storeId' | 'channel' | 'intent' | 'priority' | 'tier'>;

export const previewServiceLevel = viewQuery(
  'previewServiceLevel',
  {
    storeId: 'ID!',
    channel: 'Channel!',
    intent: 'Intent',
    priority: 'Priority',
    tier: 'String',
  },
  `policy { ${fields} } others targets { target limit ${target} aimAt dueAt }`,
);
export type Preview = AnswerOf<typeof previewServiceLevel>;

const done = 'id';
export const setSlaPolicy = actionMutation('setSlaPolicy', 'SlaPolicy', done);
export const resetSlaPolicy = actionMutation('resetSlaPolicy', 'SlaPolicy', done);

/** What is late now, the most urgent first. */
export const overdueConversations = listQuery('conversations', 'Conversation', 'id', 'SLA_DUE_AT_ASC');
