import { adminOnly, leads, hiddenRow, type Door } from '../../testing/door.ts';

export const serviceLevelsDoor: Door = {
  mutations: {
    setSlaPolicy: leads,
    resetSlaPolicy: leads,
  },
  queries: {
    slaPolicy: hiddenRow,
    slaPolicies: adminOnly,
    slaClock: hiddenRow,
    slaClocks: adminOnly,
    serviceLevels: adminOnly,
    previewServiceLevel: adminOnly,
  },
};
