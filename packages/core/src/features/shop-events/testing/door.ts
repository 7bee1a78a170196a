import { adminOnly, hiddenRow, type Door } from '../../testing/door.ts';

export const shopEventsDoor: Door = {
  mutations: {
    addShopEventKey: adminOnly,
    revokeShopEventKey: adminOnly,
  },
  queries: {
    shopEventKey: hiddenRow,
    shopEventKeys: adminOnly,
    shopFeed: hiddenRow,
    shopFeeds: adminOnly,
  },
};
