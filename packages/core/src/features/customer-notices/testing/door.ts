import { adminOnly, front, hiddenRow, type Door } from '../../testing/door.ts';

export const customerNoticesDoor: Door = {
  mutations: {
    recordCustomerTold: front,
    setCustomerNoticePolicy: adminOnly,
  },
  queries: {
    customerNotice: hiddenRow,
    customerNotices: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'in'],
    delivery: hiddenRow,
    deliveries: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'in'],
    customerNoticePolicy: hiddenRow,
    customerNoticePolicies: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'in'],
    customerNoticeSettings: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'in'],
  },
};
