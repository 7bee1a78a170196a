import type { Scenes } from '../../testing/scene.ts';

const STEPS = [{ kind: 'ADD_NOTE', text: 'asked for a photo' }];

export const macroScenes: Scenes = {
  rows: {
    Macro: async ({ desk, system }) =>
      (await desk.perform(system, 'createMacro', { name: { zh: '照片', en: 'Photo' }, steps: STEPS })) as never,
  },
  inputs: {
    updateMacro: () => [{ steps: STEPS }],
  },
};
