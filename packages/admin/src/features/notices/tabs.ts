/** @module The two pages about notices. */
export const noticeTabs = [
  { path: '/notices', title: { en: 'All', zh: '全部' } },
  { path: '/notices/settings', title: { en: 'What you are told', zh: '接收设置' } },
];

export const noticeDetails = {
  about: { en: 'What the desk said to you by itself, and what colleagues sent.', zh: '系统与同事发给您的通知。' },
  none: { en: 'No notices yet', zh: '暂无通知' },
  tabs: noticeTabs,
  list: ['title', 'kind', 'severity', 'state', 'count', 'lastAt'],
  makers: ['sendNotice'],
};
