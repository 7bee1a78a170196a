/** @module Notices in the bell: each leads to the row that it is about, and is put away for its reader alone. */
import type { BellSource } from '../../desk/bell.ts';
import { myNotices, seeNotice } from './data.ts';

export const noticesInBell: BellSource = {
  entities: ['Notice'],
  ask: async ({ client, language, pathOf }, most) => {
    const { notices } = await client.query(myNotices, { first: most });
    return notices.map(({ id, kind, title, note, count, lastAt, aboutEntity, aboutId }) => ({
      id,
      text: `${language.code('NoticeKind', kind)}${count > 1 ? ` ×${count}` : ''} – ${title}`,
      ...(note ? { note } : {}),
      at: lastAt,
      path: aboutEntity && aboutId ? pathOf(aboutEntity, aboutId) : pathOf('Notice', id),
      seen: () => client.mutate(seeNotice, { input: { id } }),
    }));
  },
};
