/** @module The pages about notices. */
export const noticeTabs = [
  { path: '/notices', title: { en: 'All', zh: '全部' } },
  { path: '/notices/settings', title: { en: 'What you are told', zh: '接收设置' } },
  { path: '/customer-notices', title: { en: 'To customers', zh: '顾客通知' } },
  { path: '/notices/customers', title: { en: 'What customers are told', zh: '顾客通知设置' } },
];

export const noticeDetails = {
  about: { en: 'What the desk said to you by itself, and what colleagues sent.', zh: '系统与同事发给您的通知。' },
  none: { en: 'No notices yet', zh: '暂无通知' },
  tabs: noticeTabs,
  list: ['title', 'kind', 'severity', 'state', 'count', 'lastAt'],
  makers: ['sendNotice'],
};

export const customerNoticeDetails = {
  about: {
    en: 'What the desk told customers by itself, and how far it came.',
    zh: '系统主动告知顾客的事项及送达情况。',
  },
  none: { en: 'No notices to customers yet', zh: '暂无顾客通知' },
  tabs: noticeTabs,
  list: ['title', 'customerId', 'kind', 'state', 'untoldBecause', 'at', 'toldAt'],
};
