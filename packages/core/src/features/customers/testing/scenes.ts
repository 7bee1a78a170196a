import { ANONYMOUS } from '../../../kernel/actor.ts';
import type { BaseRow } from '../../../kernel/entity.ts';
import type { Scenes } from '../../testing/scene.ts';

export const customerScenes: Scenes = {
  calls: {
    identifyShopper: ({ known }) => ({
      actor: ANONYMOUS,
      input: { storeKey: known['storeKey'], identityToken: JSON.stringify({ subject: 'zoe', name: 'Zoe' }) },
    }),
    endSessionsOfIdentityKey: async ({ desk, staff, storeId, system }) => {
      const key = { storeId, kid: 'k2', algorithm: 'HS256', material: 'x'.repeat(64) };
      const { id } = (await desk.perform(staff.AD, 'addIdentityKey', key)) as BaseRow;
      return { actor: system, input: { id } };
    },
  },
};
