import { adminOnly, leads, ownRow, hiddenRow, type Door } from '../../testing/door.ts';

export const guardDoor: Door = {
  mutations: {
    setForbiddenTerm: leads,
    resetForbiddenTerm: leads,
    addSafeContact: leads,
    removeSafeContact: leads,
    importTerms: leads,
  },
  queries: {
    forbiddenTerm: ownRow,
    forbiddenTerms: adminOnly,
    safeContact: ownRow,
    safeContacts: adminOnly,
    outboundRules: adminOnly,
    checkText: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    tryText: adminOnly,
    exportTerms: adminOnly,
    termHit: hiddenRow,
    termHits: adminOnly,
    termHitCounts: adminOnly,
  },
  entities: ['ForbiddenTerm', 'SafeContact'],
  rows: async ({ perform }) => {
    await perform('the desk', 'setForbiddenTerm', { rule: 'refusal', active: true });
    await perform('the desk', 'addSafeContact', { value: '13711112222' });
  },
};
