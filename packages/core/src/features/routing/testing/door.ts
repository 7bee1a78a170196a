import { shopperOnly, leads, front, hiddenRow, type Door } from '../../testing/door.ts';

export const routingDoor: Door = {
  mutations: {
    setRoutingPolicy: leads,
    startPeakMode: leads,
    endPeakMode: leads,
    requestHelp: front,
    lendAgent: leads,
    takeBackAgent: leads,
    stayOnline: front,
  },
  queries: {
    serviceTeam: shopperOnly,
    routingPolicy: hiddenRow,
    routingPolicies: front,
    queueEntry: hiddenRow,
    routingDecision: hiddenRow,
    routingDecisions: front,
    routingSettings: front,
    explainRouting: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    liveBoard: leads,
    queuePlace: ['UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN'],
    serviceState: shopperOnly,
  },
};
