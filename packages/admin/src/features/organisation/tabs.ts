/** @module The pages about the organisation. */
export const organisationTabs = [
  { path: '/organisation', title: { en: 'Chart', zh: '架构图' } },
  { path: '/teams', title: { en: 'Teams', zh: '团队' } },
  { path: '/departments', title: { en: 'Departments', zh: '部门' } },
  { path: '/posts', title: { en: 'Posts', zh: '岗位' } },
  { path: '/organisation/functions', title: { en: 'Functions', zh: '职能' } },
  { path: '/organisation/models', title: { en: 'Models', zh: '组织模式' } },
];
