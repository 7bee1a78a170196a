import { ANONYMOUS } from '../../../kernel/actor.ts';
import type { Scenes } from '../../testing/scene.ts';

export const customerScenes: Scenes = {
  calls: {
    identifyShopper: ({ known }) => ({
      actor: ANONYMOUS,
      input: { storeKey: known['storeKey'], identityToken: JSON.stringify({ subject: 'zoe', name: 'Zoe' }) },
    }),
  },
};
