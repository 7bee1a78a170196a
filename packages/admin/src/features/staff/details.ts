/** @module What is particular about the list of staff and about one person. */
import type { RowOf, User } from '@shopdesk/core';
import type { LazyPart, RecordDetails } from '../../desk/record.ts';

const invite: LazyPart = { tag: 'desk-admin-invite-dialog', load: () => import('./invite-dialog.ts') };
const link: LazyPart = { tag: 'desk-admin-link-dialog', load: () => import('./link-dialog.ts') };
const member: LazyPart = { tag: 'desk-admin-member-dialog', load: () => import('./member-dialog.ts') };

export const details: RecordDetails<RowOf<typeof User>> = {
  people: true,
  below: 'email',
  list: ['name', 'agentNo', 'roles', 'storeIds', 'presence', 'capacity'],
  empty: { storeIds: { en: 'All stores', zh: '全部店铺' } },
  looks: {
    presence: { ONLINE: 'ok', BUSY: 'danger', AWAY: 'warn', BREAK: 'warn', TRAINING: 'warn', COOL_DOWN: 'warn' },
  },
  views: [
    { name: { en: 'Active', zh: '在职' }, query: 'active=true' },
    { name: { en: 'Invited', zh: '待接受邀请' }, query: 'active=true&invited=true' },
    { name: { en: 'Inactive', zh: '已停用' }, query: 'active=false' },
  ],
  makers: ['inviteStaff'],
  forms: { inviteStaff: invite, makeAccountLink: link, updateStaff: member },
  buttons: [
    { action: 'updateStaff', title: { en: 'Change', zh: '修改' }, icon: 'edit' },
    { action: 'makeAccountLink', icon: 'key' },
    { action: 'setPresence', title: { en: 'Set status', zh: '设置在线状态' }, icon: 'clock' },
    {
      action: 'setStaffPassword',
      title: { en: 'Set password', zh: '重置密码' },
      text: {
        en: 'The person is signed out everywhere. With this password they choose one of their own at the next sign-in.',
        zh: '该员工将在所有设备上退出登录，下次用此密码登录时须设置自己的密码。',
      },
    },
    {
      action: 'updateStaff',
      title: { en: 'Deactivate', zh: '停用' },
      text: {
        en: 'The person is signed out at once and can no longer sign in. What they wrote stays.',
        zh: '该员工会立即退出登录且无法再登录，其历史记录保留。',
      },
      fields: ['reason'],
      preset: { active: false },
      when: ({ active }) => active,
      grave: true,
    },
    {
      action: 'updateStaff',
      title: { en: 'Activate', zh: '启用' },
      fields: ['reason'],
      preset: { active: true },
      when: ({ active }) => !active,
    },
  ],
};
