/**
 * @module Who answers whom, now: the supervisor's live board, and why a customer waits or is with his agent.
 */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { conversationSide, customerDetail, shellNotices } from '../../desk/slots.ts';

const title = { en: 'Live board', zh: '实时看板' };

export const board = defineAdminFeature({
  name: 'board',
  pages: [
    {
      path: 'board',
      title,
      tag: 'desk-admin-board',
      load: () => import('./board-page.ts'),
      allow: 'conversation.assign',
      nav: { order: 15, icon: 'eye' },
    },
  ],
  panels: [
    panel(shellNotices, {
      tag: 'desk-admin-away-countdown',
      load: () => import('./away-countdown.ts'),
      title: { en: 'Set away soon', zh: '即将挂起' },
      allow: 'customer.reply',
    }),
    panel(conversationSide, {
      tag: 'desk-admin-why',
      load: () => import('./why-panel.ts'),
      title: { en: 'Routing', zh: '分配说明' },
      allow: 'conversation.read',
      order: 45,
    }),
    panel(customerDetail, {
      tag: 'desk-admin-leave-message',
      load: () => import('./leave-message.ts'),
      title: { en: 'Leave a message', zh: '给顾客留言' },
      allow: 'customer.reply',
      order: 60,
    }),
  ],
  rows: { RoutingDecision: '/records/RoutingDecision' },
  shortcuts: [{ keys: 'w', title: { en: 'Live board: to whoever waits longest', zh: '实时看板：前往等待最久的顾客' } }],
});
