import type { BaseRow } from '../../../kernel/entity.ts';
import type { Scenes } from '../../testing/scene.ts';
import { OTHER_ADDRESS } from './scene.ts';

const MOVED = { orderId: 'O-PAID', change: 'ADDRESS', address: OTHER_ADDRESS, reason: 'moved' } as const;

export const orderScenes: Scenes = {
  rows: {
    OrderWatch: async ({ desk, lily }) => (await desk.perform(lily, 'watchOrder', { orderId: 'O-SHIPPED' })) as BaseRow,
  },
  kinds: {
    OrderServiceRequest: () => [{ way: 'BY_HAND' }, { way: 'SHOP' }],
  },
  calls: {
    requestOrderChange: async ({ desk, lily }) => {
      const { confirmation } = (await desk.show(lily, 'previewOrderChange', MOVED)) as { confirmation: string };
      return { actor: lily, input: { ...MOVED, confirmation } };
    },
    changeDefaultAddress: ({ lily }) => ({ actor: lily, input: { address: OTHER_ADDRESS } }),
  },
};
