import { rowIn, type Scenes } from '../../testing/scene.ts';

export const customerNoticeScenes: Scenes = {
  rows: {
    CustomerNotice: (world) =>
      rowIn(world, 'the-customer-notice', {
        storeId: world.storeId,
        customerId: world.lily.customerId,
        kind: 'WORK_NEWS',
        key: 'a-key',
        title: { en: 'Your cup is on its way.', zh: '您的杯子已寄出。' },
        aboutEntity: null,
        aboutId: null,
        byUserId: null,
        byName: '',
        conversationId: null,
        state: 'OPEN',
        untoldBecause: null,
        at: world.now,
        toldAt: null,
        nextAt: world.now,
        locked: false,
        ways: ['EMAIL'],
        tried: 0,
        patience: 60,
        purpose: null,
      }),
  },
  inputs: {
    recordCustomerTold: () => [{ how: 'On the phone.' }],
    setCustomerNoticePolicy: () => [{ kind: 'WORK_NEWS', on: false }],
  },
};
