import { takesMessages } from '../../connection/connection-state.ts';
import { defineWidgetFeature } from '../../feature.ts';

export const offline = defineWidgetFeature({
  name: 'offline',
  notices: [
    {
      name: 'offline',
      when: ({ connection, service }) => {
        const { conversation } = connection.shown;
        // What was left for the shopper while he was away needs no form.
        if (conversation?.state === 'OFFLINE') return !(service.served && conversation.lastSender === 'AGENT');
        return service.served === false && !takesMessages(conversation);
      },
      load: () => import('./desk-offline.ts'),
    },
  ],
});
