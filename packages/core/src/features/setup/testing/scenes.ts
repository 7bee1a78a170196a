import type { Scenes } from '../../testing/scene.ts';

export const setupScenes: Scenes = {
  calls: {
    noteWidgetSeen: ({ system, storeId }) => ({
      actor: system,
      input: { storeId, origin: 'https://shop.example', admitted: true },
    }),
  },
  inputs: { keepSetupStep: () => [{ code: 'hours' }] },
};
