import { html } from 'lit';
import { takesMessages } from '../../connection/connection-state.ts';
import type { NoticeFeature } from '../feature.ts';

export const offline: NoticeFeature = {
  name: 'offline',
  when: ({ connection, service }) => {
    const { conversation } = connection.shown;
    return conversation?.state === 'OFFLINE' || (service.served === false && !takesMessages(conversation));
  },
  load: () => import('./desk-offline.ts'),
  render: ({ connection, settings, host, texts }) =>
    html`<desk-offline
      .text=${settings?.look.offlineText[host.locale === 'en' ? 'en' : 'zh'] ?? texts.panel.away}
      .email=${connection.contactEmail ?? ''}
      .save=${(email: string) => connection.leaveContact(email)}
      .texts=${texts}
    ></desk-offline>`,
};
