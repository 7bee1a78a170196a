import { adminOnly, leads, front, ownRow, type Door } from '../../testing/door.ts';

export const scriptsDoor: Door = {
  mutations: {
    createScript: front,
    updateScript: front,
    publishScript: leads,
    archiveScript: front,
    noteScriptUse: front,
  },
  queries: {
    script: ownRow,
    scripts: adminOnly,
    scriptLibrary: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
    greeting: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
    expandScript: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
  },
  entities: ['Script'],
  rows: async ({ perform }) => {
    const texts = { title: { zh: '', en: '' }, body: { zh: '好', en: 'Fine' } };
    await perform('the desk', 'createScript', { scriptCode: 'S1', scene: 'OTHER', ...texts });
  },
};
