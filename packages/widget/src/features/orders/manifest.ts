import { boxIcon } from '../../elements/part-icons.ts';
import { defineWidgetFeature } from '../../feature.ts';
import { loadOrderWords } from './words.ts';

export const orders = defineWidgetFeature({
  name: 'orders',
  texts: loadOrderWords,
  home: [
    {
      name: 'lastOrder',
      when: ({ connection: { state } }) => Boolean(state.loaded && state.session?.verified),
      load: () => import('./desk-last-order.ts'),
    },
  ],
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
