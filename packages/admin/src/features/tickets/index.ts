/** @module Tickets: out of a conversation in one step, beside it, and their flow on their page. */
import { defineAdminFeature, panel } from '../../desk/feature.ts';
import { button, part } from '../../desk/record.ts';
import { conversationSide } from '../../desk/slots.ts';

const title = { en: 'Tickets', zh: '工单' };

export const tickets = defineAdminFeature({
  name: 'tickets',
  panels: [
    panel(conversationSide, {
      tag: 'desk-admin-tickets-panel',
      load: () => import('./tickets-panel.ts'),
      title,
      allow: 'ticket.read',
      order: 26,
    }),
  ],
  into: [
    button('Conversation', { action: 'ticketFromConversation', icon: 'flag', typed: 'frontRecord' }),
    button('Conversation', { action: 'sleepConversation', icon: 'moon' }),
    button('Conversation', { action: 'wakeConversation', icon: 'sun' }),
    part('Ticket', {
      tag: 'desk-admin-ticket-flow',
      load: () => import('./ticket-flow.ts'),
      title: { en: 'Flow', zh: '流程' },
      allow: 'ticket.read',
    }),
  ],
});
