import type { Scenes } from '../../testing/scene.ts';

export const shopEventScenes: Scenes = {
  calls: {
    addShopEventKey: ({ staff, storeId }) => ({
      actor: staff.AD,
      input: { storeId, name: 'orders', secret: `whsec_${'A'.repeat(43)}=` },
    }),
    notePayment: ({ system, storeId }) => ({
      actor: system,
      input: {
        storeId,
        orderId: 'O-DELIVERED',
        paymentId: 'O-DELIVERED/1',
        amount: { amount: 33_000, currency: 'CNY' },
      },
    }),
  },
};
