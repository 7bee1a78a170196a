/** @module Notices in the bell: each leads to the row that it is about, and is put away for its reader alone. */
import type { BellSource } from '../../desk/bell.ts';
import { myNotices, noticePath, noticeText, seeNotice } from '../../desk/notice-data.ts';

export const noticesInBell: BellSource = {
  entities: ['Notice'],
  ask: async ({ client, language, pathOf }, most) => {
    const { notices } = await client.query(myNotices, { first: most });
    return notices.map((notice) => ({
      id: notice.id,
      text: noticeText(notice, language),
      ...(notice.note ? { note: notice.note } : {}),
      at: notice.lastAt,
      path: noticePath(notice, pathOf),
      // The board shows them by itself.
      shownOn: '/board',
      seen: () => client.mutate(seeNotice, { input: { id: notice.id } }),
    }));
  },
};
