import { hoursFrom, type Scenes } from '../../testing/scene.ts';
import { DEFAULT_PEAK_NOTICE } from '../peak.ts';
import { RoutingPolicy } from '../entities.ts';

export const routingScenes: Scenes = {
  kinds: {
    Store: () => [{}, { name: 'In a rush' }],
  },
  beside: {
    Store: async ({ desk, system, put, now }, { id, name }) => {
      if (name !== 'In a rush') return;
      const policy = await desk.read(system).get(RoutingPolicy, id);
      const peak = {
        since: now,
        until: hoursFrom(now, 2),
        capacityFactor: 1.5,
        notice: DEFAULT_PEAK_NOTICE,
        backOffice: true,
        shortSurvey: true,
        by: '',
      };
      await put(RoutingPolicy, { ...policy, peak } as typeof policy);
    },
  },
  inputs: {
    startPeakMode: ({ now }) => [{ until: hoursFrom(now, 1), reason: 'a sale' }],
    lendAgent: ({ now, otherStoreId, storeId }) =>
      [otherStoreId, storeId].map((store) => ({ storeId: store, until: hoursFrom(now, 1), reason: 'a rush there' })),
    takeBackAgent: ({ otherStoreId }) => [{ storeId: otherStoreId }],
    returnSilent: (_world, { ownerId, assignedAt }) => [{ userId: ownerId, assignedAt }],
  },
};
