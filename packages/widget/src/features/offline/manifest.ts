import { html } from 'lit';
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
  render: ({ connection, service, settings, host, texts }) =>
    html`<desk-offline
      .text=${service.served ? texts.queue.left : (settings?.look.offlineText[host.locale === 'en' ? 'en' : 'zh'] ?? texts.panel.away)}
      .served=${service.served}
      .connection=${connection}
      .texts=${texts}
    ></desk-offline>`,
};
