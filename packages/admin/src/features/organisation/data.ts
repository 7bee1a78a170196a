import type { AnswerOf } from '@shopdesk/core/client';
import { actionMutation, listQuery, viewQuery, type Row } from '../../desk/documents.ts';

const departmentFields = 'id name { zh en } parentId leadId headedBy active';
const teamFields = 'id name { zh en } kind function departmentId leadId escalatesToId active';
const personFields = 'id name active teams departmentId postId';
export type Department = Row<'Department', typeof departmentFields>;
export type Team = Row<'Team', typeof teamFields>;
export type Person = Row<'User', typeof personFields>;
export const departmentsDocument = listQuery('departments', 'Department', departmentFields);
export const teamsDocument = listQuery('teams', 'Team', teamFields);
export const peopleDocument = listQuery('users', 'User', personFields);

export const organisationWarnings = viewQuery(
  'organisationWarnings',
  {},
  'warnings { code entity entityId name { zh en } }',
);
export type OrganisationWarning = AnswerOf<typeof organisationWarnings>['warnings'][number];

export const functionTable = viewQuery(
  'functionTable',
  {},
  'functions { id name { zh en } parts { zh en } output { zh en } ownerRoles owners owned } withoutOwner',
);
export type OwnedFunction = AnswerOf<typeof functionTable>['functions'][number];

export const recommendModel = viewQuery(
  'recommendModel',
  { size: 'CompanySize!', business: 'BusinessType!', customers: 'CustomerBase!', support: 'SupportLevel!' },
  'model reasons { zh en }',
);
export const previewModel = viewQuery(
  'previewModel',
  { model: 'OrganisationModel!' },
  `changes { kind id name { zh en } from to escalatesFrom escalatesTo people into
    open { entity title { zh en } count } } peopleBefore peopleAfter fingerprint`,
);
export type ModelPreview = AnswerOf<typeof previewModel>;
export const takeModel = actionMutation('takeModel', 'OrganisationChoice', 'id model');

export const myPost = viewQuery('myPost', {}, 'post { postId name { zh en } homePath duties { zh en } acknowledged }');
export const acknowledgeDuties = actionMutation('acknowledgeDuties', 'DutyAcknowledgement', 'id');
