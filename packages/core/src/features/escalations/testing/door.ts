import { leads, front, hiddenRow, type Door } from '../../testing/door.ts';

export const escalationsDoor: Door = {
  mutations: {
    escalateConversation: front,
    acceptEscalation: front,
    declineEscalation: front,
    lowerEscalation: leads,
  },
  queries: {
    escalation: hiddenRow,
    escalations: front,
  },
};
