import { shopperOnly, adminOnly, front, hiddenRow, type Door } from '../../testing/door.ts';

export const answerBotDoor: Door = {
  mutations: {
    setStoreBot: adminOnly,
    rateBotAnswer: shopperOnly,
    takeOverFromBot: front,
    settleBotDraft: front,
  },
  queries: {
    botSession: hiddenRow,
    botSessions: front,
    botAnswer: hiddenRow,
    botAnswers: front,
    botState: ['UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN'],
  },
};
