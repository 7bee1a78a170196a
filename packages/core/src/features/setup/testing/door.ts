import { adminOnly, hiddenRow, type Door } from '../../testing/door.ts';

export const setupDoor: Door = {
  mutations: { allowSeenOrigin: adminOnly, keepSetupStep: adminOnly, dismissSetup: adminOnly },
  queries: {
    firstSteps: adminOnly,
    widgetSighting: hiddenRow,
    widgetSightings: adminOnly,
    storeSetup: hiddenRow,
  },
};
