import type { Scenes } from '../../testing/scene.ts';

export const readingScenes: Scenes = {
  calls: {
    correctReading: ({ somebody, known }) => ({
      actor: somebody,
      input: { conversationId: known['conversationId'], priority: 'P2' },
    }),
  },
};
