/** @module What the panel itself asks of the desk about the viewer's own sign-ins. */
import { DENIED, graphql, type AnswerOf } from '@shopdesk/core/client';
import { actionMutation, rowQuery, viewQuery } from '../desk/documents.ts';

export const ownSessions = viewQuery('ownSessions', {}, 'sessions { id device signedInAt usedAt current }');
/** A place where the viewer is signed in. */
export type OwnSession = AnswerOf<typeof ownSessions>['sessions'][number];

export const endOwnSession = actionMutation('endOwnSession', 'SessionsEnded', 'ended');
export const endOtherSessions = graphql(
  `mutation EndOtherSessions($key: String) { endOtherSessions(idempotencyKey: $key) { sessionsEnded { ended } ${DENIED} } }`,
);

export const ownProfile = rowQuery('user', 'id name email languages');
export const updateOwnProfile = actionMutation('updateOwnProfile', 'User', 'id');
