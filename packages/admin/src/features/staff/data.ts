import type { RowOf, User } from '@shopdesk/core';
import {
  actionDocument,
  rowDocument,
  select,
  viewDocument,
  type SelectedBy,
  type Selection,
} from '../../desk/document.ts';

type UserRow = RowOf<typeof User>;

const memberFields = select<UserRow>()([
  'id',
  'version',
  'name',
  'agentNo',
  'email',
  'roles',
  'storeIds',
  'languages',
  'skills',
  'capacity',
  'autoReplyText',
  'presence',
  'active',
]);
export type Member = SelectedBy<typeof memberFields>;

export const memberDocument = rowDocument('user', memberFields);

export interface MemberInput {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly storeIds: readonly string[];
  readonly languages: readonly string[];
  readonly skills: readonly string[];
  readonly mayServe?: boolean;
  readonly capacity: number;
  readonly autoReplyText: string;
}

export const addStaff = actionDocument<MemberInput & { agentNo: string; password: string }, Member>(
  'addStaff',
  'User',
  memberFields,
);
export const updateStaff = actionDocument<
  Partial<MemberInput> & { id: string; active?: boolean; reason?: string },
  Member
>('updateStaff', 'User', memberFields);
/** Which roles bring the right to serve customers, and whether the onboarding gives it instead. */
export interface ServingRules {
  readonly roles: readonly string[];
  readonly onboardingGate: boolean;
}
export const servingRules = viewDocument<Record<never, never>, ServingRules>(
  'servingRules',
  {},
  'roles onboardingGate' as Selection<ServingRules>,
);

export interface PermissionRow {
  readonly permission: string;
  readonly byDefault: readonly string[];
  readonly roles: readonly string[];
}
export const permissionMatrix = viewDocument<Record<never, never>, { readonly rows: readonly PermissionRow[] }>(
  'permissionMatrix',
  {},
  'rows { permission byDefault roles }' as Selection<{ readonly rows: readonly PermissionRow[] }>,
);
export const setPermissionRoles = actionDocument<{ permission: string; roles: readonly string[] }, { id: string }>(
  'setPermissionRoles',
  'Tenant',
  'id' as Selection<{ id: string }>,
);
