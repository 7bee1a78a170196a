import { adminOnly, type Door } from '../../testing/door.ts';

export const kpisDoor: Door = {
  queries: {
    serviceKpis: adminOnly,
    myServiceFigures: adminOnly,
  },
};
