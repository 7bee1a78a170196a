import type { BaseRow } from '../../../kernel/entity.ts';
import { sampleOf } from '../../testing/sample.ts';
import { rowIn, type Scenes } from '../../testing/scene.ts';
import { OrderServiceRequest } from '../entities.ts';
import { OTHER_ADDRESS } from './scene.ts';

const MOVED = { orderId: 'O-PAID', change: 'ADDRESS', address: OTHER_ADDRESS, reason: 'moved' } as const;

export const orderScenes: Scenes = {
  kinds: {
    OrderServiceRequest: () => [{ way: 'BY_HAND' }, { way: 'SHOP' }],
  },
  calls: {
    requestOrderChange: async ({ desk, lily }) => {
      const { confirmation } = (await desk.show(lily, 'previewOrderChange', MOVED)) as { confirmation: string };
      return { actor: lily, input: { ...MOVED, confirmation } };
    },
    settleOrderChange: async (world) => {
      const fields = {
        ...sampleOf(OrderServiceRequest.schema, { known: world.known }),
        state: 'ACCEPTED',
        way: 'BY_HAND',
      };
      await world.put(OrderServiceRequest, rowIn(world, 'the-change', fields));
      return { actor: world.system, input: { id: 'the-change' } };
    },
    pollOrder: async ({ desk, lily, system }) => {
      const { id } = (await desk.perform(lily, 'watchOrder', { orderId: 'O-SHIPPED' })) as BaseRow;
      return { actor: system, input: { id } };
    },
    changeDefaultAddress: ({ lily }) => ({ actor: lily, input: { address: OTHER_ADDRESS } }),
  },
};
