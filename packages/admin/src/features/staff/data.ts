import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, keylessActionMutation, rowQuery, viewQuery, type Row } from '../../desk/documents.ts';

const memberFields = `id version name agentNo email roles storeIds languages skills capacity autoReplyText presence
  active`;
export type Member = Row<'User', typeof memberFields>;

const linkFields = 'userId name kind token expiresAt';
export const inviteStaff = keylessActionMutation('inviteStaff', 'MadeAccountLink', linkFields);
export const makeAccountLink = keylessActionMutation('makeAccountLink', 'MadeAccountLink', linkFields);
/** A link that was just made: it is shown this once. */
export type MadeLink = Row<'MadeAccountLink', typeof linkFields>;
export const memberDocument = rowQuery('user', memberFields);

export type Role = Member['roles'][number];
export type MemberInput = Pick<
  Member,
  'name' | 'email' | 'roles' | 'storeIds' | 'languages' | 'skills' | 'capacity' | 'autoReplyText'
> & { readonly mayServe?: boolean };
export const updateStaff = actionMutation('updateStaff', 'User', memberFields);
export const servingRules = viewQuery('servingRules', {}, 'roles onboardingGate');
/** Which roles bring the right to serve customers, and whether the onboarding gives it instead. */
export type ServingRules = AnswerOf<typeof servingRules>;

export const permissionMatrix = viewQuery('permissionMatrix', {}, 'rows { permission byDefault roles }');
export type PermissionRow = AnswerOf<typeof permissionMatrix>['rows'][number];
export const setPermissionRoles = actionMutation('setPermissionRoles', 'Tenant', 'id');
