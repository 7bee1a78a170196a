/** @module What is particular about the lists and pages of teams, departments, posts and functions. */
import type { RecordDetails } from '../../desk/record.ts';
import { organisationTabs as tabs } from './tabs.ts';

interface Closable {
  readonly active: boolean;
}

export const team: RecordDetails<Closable> = {
  about: {
    en: 'Who answers which questions. Members may come from several departments.',
    zh: '各团队负责接待哪类问题；成员可以来自不同部门。',
  },
  none: { en: 'No teams', zh: '暂无团队' },
  tabs,
  list: ['name', 'kind', 'function', 'departmentId', 'leadId', 'escalatesToId'],
  makers: ['createTeam'],
  views: [
    { name: { en: 'Open', zh: '使用中' }, query: 'active=true' },
    { name: { en: 'Closed', zh: '已停用' }, query: 'active=false' },
  ],
  empty: {
    function: { en: 'Any question', zh: '全部阶段' },
    escalatesToId: { en: 'Those who lead', zh: '上级负责人' },
  },
  buttons: [
    { action: 'addTeamMembers', icon: 'plus' },
    { action: 'setTeamLead', icon: 'badge' },
    { action: 'updateTeam', title: { en: 'Change', zh: '修改' }, icon: 'edit' },
    { action: 'removeTeamMembers' },
    {
      action: 'closeTeam',
      title: { en: 'Close', zh: '停用' },
      text: { en: 'Nothing comes to it any more.', zh: '停用后不再分配任何事项。' },
      grave: true,
      when: ({ active }) => active,
    },
    { action: 'reopenTeam', title: { en: 'Open again', zh: '重新启用' }, when: ({ active }) => !active },
  ],
};

export const department: RecordDetails = {
  about: { en: 'Each reports to the one in which it stands.', zh: '各部门向其上级部门汇报。' },
  none: { en: 'No departments', zh: '暂无部门' },
  tabs,
  list: ['name', 'parentId', 'leadId', 'headedBy', 'active'],
  makers: ['createDepartment'],
  empty: { parentId: { en: 'Stands at the top', zh: '最高层级' } },
  buttons: [
    { action: 'setDepartmentLead', icon: 'badge' },
    { action: 'updateDepartment', title: { en: 'Change', zh: '修改' }, icon: 'edit' },
  ],
};

export const post: RecordDetails = {
  about: {
    en: 'What a post may do, where its day begins, and its duties.',
    zh: '各岗位的权限、首页与岗位职责。',
  },
  none: { en: 'No posts', zh: '暂无岗位' },
  tabs,
  list: ['name', 'roles', 'modes', 'homePath', 'dutyVersion'],
  makers: ['createPost'],
  empty: { modes: { en: 'Every way', zh: '全部方式' } },
  buttons: [
    { action: 'acknowledgeDuties', icon: 'check' },
    { action: 'updatePost', title: { en: 'Change', zh: '修改' }, icon: 'edit' },
  ],
};

export const businessFunction: RecordDetails = {
  about: { en: 'What is done, and who owns it.', zh: '职能分解与负责人。' },
  tabs,
  list: ['name', 'output', 'ownerRoles', 'ownerId'],
  makers: ['createFunction'],
  buttons: [{ action: 'updateFunction', title: { en: 'Change', zh: '修改' }, icon: 'edit' }],
};
