import type { Scenes } from '../../testing/scene.ts';

export const orderScenes: Scenes = {
  kinds: {
    OrderServiceRequest: () => [{ way: 'BY_HAND' }, { way: 'SHOP' }],
  },
};
