import type { NoticeFeature } from '../feature.ts';

export const queue: NoticeFeature = {
  name: 'queue',
  when: ({ connection }) => connection.shown.conversation?.state === 'QUEUED',
  load: () => import('./desk-queue.ts'),
};
