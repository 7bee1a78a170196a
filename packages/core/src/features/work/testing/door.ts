import { anyStaff, hiddenRow, type Door } from '../../testing/door.ts';

export const workDoor: Door = {
  mutations: {
    addWorkFile: ['UNAUTHENTICATED', 'in', 'in', 'in'],
  },
  queries: {
    workKinds: anyStaff,
    workItem: hiddenRow,
    workItems: ['UNAUTHENTICATED', 'in', 'in', 'in'],
    workStep: hiddenRow,
    workSteps: ['UNAUTHENTICATED', 'in', 'in', 'in'],
    workFile: hiddenRow,
    workFiles: ['UNAUTHENTICATED', 'in', 'in', 'in'],
  },
};
