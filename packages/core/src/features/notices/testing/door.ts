import { adminOnly, anyStaff, hiddenRow, type Door } from '../../testing/door.ts';

export const noticesDoor: Door = {
  mutations: {
    acknowledgeNotice: anyStaff,
    seeNotice: anyStaff,
    sendNotice: adminOnly,
    setNoticePolicy: adminOnly,
    setNoticePreference: anyStaff,
  },
  queries: {
    notice: hiddenRow,
    notices: anyStaff,
    noticePolicy: hiddenRow,
    noticePolicies: anyStaff,
    myNotices: anyStaff,
    noticeSettings: anyStaff,
    noticePreference: hiddenRow,
  },
};
