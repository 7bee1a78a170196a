import { adminOnly, leads, warehouse, ownRow, hiddenRow, type Door } from '../../testing/door.ts';

export const policiesDoor: Door = {
  mutations: {
    draftPolicy: leads,
    editPolicyDraft: leads,
    submitPolicy: leads,
    approvePolicy: leads,
    schedulePolicy: leads,
    retirePolicy: leads,
    startPolicyReplay: leads,
    cancelPolicyReplay: leads,
    sendBackPolicy: adminOnly,
    setProductTerms: adminOnly,
    recordPurchaseConfirmation: adminOnly,
  },
  queries: {
    /** No shop stands behind the store of this test: its orders are NOT_FOUND, and there are no cases. */
    policyContent: hiddenRow,
    policyDecision: hiddenRow,
    policyReplayRun: hiddenRow,
    policyVersion: ownRow,
    productTerms: ownRow,
    policyVersions: adminOnly,
    policyDecisions: adminOnly,
    policyReplayRuns: adminOnly,
    productTermsList: adminOnly,
    shippedPolicies: adminOnly,
    lintPolicy: adminOnly,
    purchaseConfirmations: warehouse,
    purchaseConfirmation: ['UNAUTHENTICATED', 'NOT_FOUND', 'in', 'NOT_FOUND'],
    policyPack: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
    replayPolicy: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
    diffPolicyVersions: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
    policyInForce: adminOnly,
    policiesAbove: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
  },
  entities: ['PolicyVersion', 'ProductTerms', 'PurchaseConfirmation'],
  rows: async ({ perform, storeId }) => {
    await perform('a supervisor', 'draftPolicy', { basedOn: 'shipped:TMALL' });
    await perform('the desk', 'setProductTerms', { storeId, productId: 'mug', returnClass: 'CUSTOM' });
    await perform('the desk', 'recordPurchaseConfirmation', {
      storeId,
      orderId: 'O1',
      lineId: 'l1',
      confirmedAt: '2025-01-01T00:00:00.000Z',
      evidence: 'e',
    });
  },
  // These say which policy pack of the input there is not, by the code that the caller gave.
  echoes: [
    'policyPack',
    'replayPolicy',
    'diffPolicyVersions',
    'tryPolicy',
    'lintPolicy',
    'policyFacts',
    'draftPolicy',
    'startPolicyReplay',
    'policiesAbove',
  ],
};
