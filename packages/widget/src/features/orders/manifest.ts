import { boxIcon } from '../../elements/icons.ts';
import { defineWidgetFeature } from '../../feature.ts';
import { loadOrderWords } from './words.ts';

export const orders = defineWidgetFeature({
  name: 'orders',
  texts: loadOrderWords,
  tools: [
    {
      name: 'orders',
      label: { en: 'Send an order', zh: '发送订单' },
      icon: boxIcon,
      when: ({ connection: { state } }) => Boolean(state.session?.verified),
      load: () => import('./desk-orders.ts'),
    },
  ],
  pages: [
    { name: 'orders', load: () => import('./desk-my-orders.ts') },
    { name: 'order', load: () => import('./desk-order-page.ts') },
    { name: 'change', load: () => import('./desk-order-change.ts') },
  ],
});
