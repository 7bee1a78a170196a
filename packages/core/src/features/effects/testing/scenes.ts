import { rowIn, type Scenes } from '../../testing/scene.ts';

export const effectScenes: Scenes = {
  rows: {
    // The case of the scenes, whose return the shop was told of.
    Effect: (world) => {
      const { storeId, now, rows } = world;
      return rowIn(world, 'the-effect', {
        name: 'R-1',
        what: { en: 'Pay a refund', zh: '退款' },
        effect: 'shopEvents.readOrder',
        port: 'shop',
        callKey: 'the-key',
        storeId,
        entity: 'AfterSalesCase',
        entityId: rows.get('AfterSalesCase')?.id ?? '',
        state: 'UNCERTAIN',
        attempts: 1,
        dueAt: now,
        problem: 'The answer was lost.',
        settledAt: null,
        input: { storeId, orderId: 'O-DELIVERED' },
        inputHash: 'x',
        lane: null,
        round: 0,
        flownAt: now,
        doubts: 0,
        doubtSince: now,
      });
    },
  },
  inputs: {
    decideOutgoingCall: () => ['ARRIVED', 'GIVE_UP'].map((decision) => ({ decision, reason: 'looked there' })),
  },
};
