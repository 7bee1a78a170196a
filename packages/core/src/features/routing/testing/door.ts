import { shopperOnly, leads, front, hiddenRow, type Door } from '../../testing/door.ts';

export const routingDoor: Door = {
  mutations: {
    setRoutingPolicy: leads,
    startPeakMode: leads,
    endPeakMode: leads,
    dismissAlert: front,
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
    staffAlert: hiddenRow,
    staffAlerts: ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'in'],
    routingSettings: front,
    explainRouting: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    liveBoard: leads,
    myAlerts: front,
    queuePlace: ['UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN'],
    serviceState: shopperOnly,
  },
};
