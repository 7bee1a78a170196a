import { front, hiddenRow, type Door } from '../../testing/door.ts';

export const understandingDoor: Door = {
  mutations: {
    correctReading: front,
  },
  queries: {
    readingCorrection: hiddenRow,
    readingCorrections: front,
    readerTraining: hiddenRow,
    readerTrainings: front,
    explainReading: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
  },
};
