import { front, shopperOrFront, hiddenRow, type Door } from '../../testing/door.ts';

export const complaintsDoor: Door = {
  mutations: {
    registerComplaint: shopperOrFront,
    editComplaint: front,
    acknowledgeComplaint: front,
    investigateComplaint: front,
    answerComplaintTask: front,
    proposeSolution: front,
    escalateComplaint: front,
    notePlatformCase: front,
    executeSolution: front,
    tellOutcome: front,
    resolveComplaint: front,
    revisitComplaint: front,
    closeComplaint: front,
    reopenComplaint: front,
    takeComplaint: front,
    assignComplaint: front,
    noteComplaint: front,
    acceptSolution: shopperOrFront,
    refuseSolution: shopperOrFront,
    withdrawComplaint: shopperOrFront,
  },
  queries: {
    complaint: hiddenRow,
    complaints: ['UNAUTHENTICATED', 'in', 'FORBIDDEN', 'FORBIDDEN'],
  },
};
