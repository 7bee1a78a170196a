import { TEST_ADAPTER } from '../../../testing/test-connector.ts';
import { rowIn, type Scenes } from '../../testing/scene.ts';

export const shopConnectionScenes: Scenes = {
  rows: {
    ConnectedShop: (world) =>
      rowIn(world, 'shop-connection-1', {
        storeId: world.otherStoreId,
        adapter: TEST_ADAPTER.code,
        settings: [{ name: 'url', value: 'https://shop.example' }],
        sealed: '{}',
        connectedAt: world.now,
        disconnectedAt: null,
      }),
  },
  calls: {
    connectShop: ({ staff, storeId }) => ({
      actor: staff.AD,
      input: {
        storeId,
        adapter: TEST_ADAPTER.code,
        settings: [
          { name: 'url', value: 'https://shop.example' },
          { name: 'secret', value: 'open sesame' },
        ],
      },
    }),
    testShop: ({ staff, storeId }) => ({ actor: staff.AD, input: { storeId } }),
    noteShopCall: ({ system, storeId }) => ({ actor: system, input: { storeId, fault: 'TOO_SLOW' } }),
  },
};
