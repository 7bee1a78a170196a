import { adminOnly, anyStaff, type Door } from '../../testing/door.ts';

export const flowsDoor: Door = {
  mutations: {
    createFlow: adminOnly,
    saveFlowDraft: adminOnly,
    discardFlowDraft: adminOnly,
    publishFlow: adminOnly,
  },
  queries: {
    flowDefinition: ['UNAUTHENTICATED', 'NOT_FOUND', 'in', 'in'],
    flowDefinitions: anyStaff,
    flowVersion: ['UNAUTHENTICATED', 'NOT_FOUND', 'in', 'in'],
    flowVersions: anyStaff,
    checkFlow: ['UNAUTHENTICATED', 'FORBIDDEN', 'in', 'in'],
  },
  rows: async ({ perform }) => {
    await perform('the desk', 'shipFlows', {});
  },
  entities: ['FlowDefinition', 'FlowVersion'],
  asks: { checkFlow: ({ FlowDefinition }) => ({ flowId: FlowDefinition ?? '' }) },
};
