import { html } from 'lit';
import type { NoticeFeature } from '../feature.ts';

export const queue: NoticeFeature = {
  name: 'queue',
  when: ({ connection }) => connection.shown.conversation?.state === 'QUEUED',
  load: () => import('./desk-queue.ts'),
  render: ({ connection, service, texts }) => html`<desk-queue .queue=${service.queue} .leave=${() => connection.leaveQueue()} .texts=${texts}></desk-queue>`,
};
