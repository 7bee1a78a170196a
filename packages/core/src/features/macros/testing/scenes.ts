import type { Scenes } from '../../testing/scene.ts';

const STEPS = [{ kind: 'ADD_NOTE', text: 'asked for a photo' }];

export const macroScenes: Scenes = {
  rows: {
    Macro: async ({ desk, system }) =>
      (await desk.perform(system, 'createMacro', { name: { zh: '照片', en: 'Photo' }, steps: STEPS })) as never,
  },
  calls: {
    createMacro: ({ staff, storeId }) => ({
      actor: staff.PA,
      input: { name: { zh: '照片', en: 'Photo' }, steps: STEPS, storeId },
    }),
  },
  inputs: {
    updateMacro: () => [{ steps: STEPS }],
  },
};
