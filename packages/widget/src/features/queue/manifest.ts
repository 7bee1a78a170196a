import { html } from 'lit';
import type { NoticeFeature } from '../feature.ts';

export const queue: NoticeFeature = {
  name: 'queue',
  when: ({ connection }) => connection.shown.conversation?.state === 'QUEUED',
  load: () => import('./desk-queue.ts'),
  render: ({ connection, service, host, texts }) =>
    html`<desk-queue .queue=${service.queue} .connection=${connection} .language=${host.locale === 'en' ? 'en' : 'zh'} .texts=${texts}></desk-queue>`,
};
