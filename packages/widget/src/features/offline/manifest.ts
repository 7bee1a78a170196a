import { takesMessages } from '../../connection/connection-state.ts';
import type { NoticeFeature } from '../feature.ts';

export const offline: NoticeFeature = {
  name: 'offline',
  when: ({ connection, service }) => {
    const { conversation } = connection.shown;
    // What was left for the shopper while he was away needs no form.
    if (conversation?.state === 'OFFLINE') return !(service.served && conversation.lastSender === 'AGENT');
    return service.served === false && !takesMessages(conversation);
  },
  load: () => import('./desk-offline.ts'),
};
