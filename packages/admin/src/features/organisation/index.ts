/** @module The organisation: its chart, teams, departments, posts, functions, and the models it may take. */
import { defineAdminFeature } from '../../desk/feature.ts';
import { part, record } from '../../desk/record.ts';

const title = { en: 'Organisation', zh: '组织架构' };
const details = () => import('./details.ts');

export const organisation = defineAdminFeature({
  name: 'organisation',
  records: [
    record('Team', {
      path: 'teams',
      title: { en: 'Teams', zh: '团队' },
      allow: 'staff.read',
      details: async () => ({ details: (await details()).team }),
    }),
    record('Department', {
      path: 'departments',
      title: { en: 'Departments', zh: '部门' },
      allow: 'staff.read',
      details: async () => ({ details: (await details()).department }),
    }),
    record('Post', {
      path: 'posts',
      title: { en: 'Posts', zh: '岗位' },
      allow: 'staff.read',
      details: async () => ({ details: (await details()).post }),
    }),
    record('BusinessFunction', {
      path: 'functions',
      title: { en: 'Functions', zh: '职能' },
      allow: 'staff.read',
      details: async () => ({ details: (await details()).businessFunction }),
    }),
  ],
  into: [
    part('Team', {
      tag: 'desk-admin-team-members',
      load: () => import('./team-members.ts'),
      title: { en: 'Members', zh: '成员' },
      allow: 'staff.read',
    }),
  ],
  pages: [
    {
      path: 'organisation',
      title,
      tag: 'desk-admin-organisation',
      load: () => import('./chart-page.ts'),
      allow: 'staff.read',
      nav: { order: 15, icon: 'people', area: 'people' },
    },
    {
      path: 'organisation/functions',
      title,
      tag: 'desk-admin-function-table',
      load: () => import('./function-page.ts'),
      allow: 'staff.read',
    },
    {
      path: 'organisation/models',
      title,
      tag: 'desk-admin-models',
      load: () => import('./models-page.ts'),
      allow: 'organisation.manage',
    },
    { path: 'my-post', title, tag: 'desk-admin-my-post', load: () => import('./my-post.ts') },
  ],
  landings: [{ path: '/my-post', order: 15 }],
});
