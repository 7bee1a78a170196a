import { adminOnly, hiddenRow, type Door } from '../../testing/door.ts';

// Whoever leads writes and publishes rules; an administrator reads them.
const nobodyHere = ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'] as const;

export const rulesDoor: Door = {
  mutations: {
    createRule: nobodyHere,
    editRule: nobodyHere,
    placeRule: nobodyHere,
    publishRule: nobodyHere,
    pauseRule: nobodyHere,
    resumeRule: nobodyHere,
    retireRule: nobodyHere,
  },
  queries: {
    rule: hiddenRow,
    rules: adminOnly,
    ruleVersion: hiddenRow,
    ruleVersions: adminOnly,
    ruleRun: hiddenRow,
    ruleRuns: adminOnly,
    ruleKit: adminOnly,
    judgeRuleDraft: nobodyHere,
    dryRunRule: nobodyHere,
  },
};
