import { adminOnly, front, hiddenRow, type Door } from '../../testing/door.ts';

export const macrosDoor: Door = {
  mutations: {
    createMacro: front,
    updateMacro: front,
    archiveMacro: front,
    noteMacroUse: front,
  },
  queries: {
    macro: hiddenRow,
    macros: adminOnly,
    planMacro: ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'],
  },
};
