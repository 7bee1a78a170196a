import { adminOnly, hiddenRow, type Door } from '../../testing/door.ts';

export const effectsDoor: Door = {
  mutations: {
    decideOutgoingCall: adminOnly,
  },
  queries: {
    effect: hiddenRow,
    effects: adminOnly,
  },
};
