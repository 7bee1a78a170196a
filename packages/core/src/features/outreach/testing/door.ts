import { adminOnly, front, hiddenRow, shopperOnly, type Door } from '../../testing/door.ts';

export const outreachDoor: Door = {
  mutations: {
    setConsent: shopperOnly,
    recordConsent: front,
    stopOutreach: ['in', 'in', 'in', 'in'],
    setOutreachPolicy: adminOnly,
  },
  queries: {
    consentEvent: hiddenRow,
    consentEvents: ['UNAUTHENTICATED', 'in', 'FORBIDDEN', 'in'],
    consent: hiddenRow,
    consents: ['UNAUTHENTICATED', 'in', 'FORBIDDEN', 'in'],
    outreachPolicy: hiddenRow,
    outreachPolicies: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'in'],
    // A link that nobody made.
    stopOffer: ['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'],
    // Of a customer who is somebody else.
    consentChoices: ['UNAUTHENTICATED', 'NOT_FOUND', 'FORBIDDEN', 'in'],
  },
};
