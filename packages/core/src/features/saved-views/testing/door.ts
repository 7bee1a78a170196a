import { anyStaff, type Door } from '../../testing/door.ts';

export const savedViewsDoor: Door = {
  mutations: {
    saveView: anyStaff,
    removeView: anyStaff,
  },
  queries: {
    savedView: ['UNAUTHENTICATED', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    savedViews: ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'in'],
  },
};
