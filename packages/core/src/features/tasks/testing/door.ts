import { hiddenRow, type Door } from '../../testing/door.ts';

// The warehouse works on tasks; the administrator, who leads nobody, does not.
const doers = ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'FORBIDDEN'] as const;

export const tasksDoor: Door = {
  mutations: {
    createTask: doers,
    startTask: doers,
    finishTask: doers,
    snoozeTask: doers,
    skipTask: doers,
    returnTask: doers,
    cancelTask: doers,
    takeTask: doers,
    assignTask: doers,
    noteTask: doers,
  },
  queries: {
    followUpTask: hiddenRow,
    followUpTasks: doers,
  },
};
