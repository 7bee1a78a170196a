import { rowIn, type Scenes } from '../../testing/scene.ts';
import { StopLink } from '../entities.ts';

export const outreachScenes: Scenes = {
  inputs: {
    recordConsent: () => [{ purpose: 'OFFERS', given: true, proof: 'On the phone.' }],
    setOutreachPolicy: () => [{ quietFrom: '21:00' }],
  },
  calls: {
    setConsent: ({ lily }) => ({ actor: lily, input: { purpose: 'OFFERS', given: true } }),
    stopOutreach: async (world) => {
      const { tenantId, storeId, lily } = world;
      await world.put(
        StopLink,
        rowIn(world, 'the-stop-link', {
          tenantId,
          storeId,
          customerId: lily.customerId,
          purpose: 'OFFERS',
          tokenHash: 'hash:stop',
        }),
      );
      return { actor: lily, input: { token: 'stop' } };
    },
  },
};
