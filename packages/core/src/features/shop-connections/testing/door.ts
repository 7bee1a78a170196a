import { adminOnly, anyStaff, hiddenRow, type Door } from '../../testing/door.ts';

export const shopConnectionsDoor: Door = {
  mutations: { connectShop: adminOnly, disconnectShop: adminOnly, testShop: adminOnly },
  queries: {
    connectedShop: hiddenRow,
    shopHealth: hiddenRow,
    connectedShops: adminOnly,
    shopAdapters: adminOnly,
    shopState: anyStaff,
  },
};
