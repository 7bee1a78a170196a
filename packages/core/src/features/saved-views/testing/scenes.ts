import type { Scenes } from '../../testing/scene.ts';

export const savedViewScenes: Scenes = {
  calls: {
    saveView: ({ staff }) => ({ actor: staff.PA, input: { name: 'Mine', about: 'Customer', query: 'verified=true' } }),
  },
};
