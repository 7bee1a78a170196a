import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, rowQuery, viewQuery, type Row } from '../../desk/documents.ts';

const memberFields = `id version name agentNo email roles storeIds languages skills capacity autoReplyText presence
  active`;
export type Member = Row<'User', typeof memberFields>;

export const addStaff = actionMutation('addStaff', 'User', memberFields);
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
