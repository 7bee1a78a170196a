import { defineWidgetFeature } from '../../feature.ts';

export const queue = defineWidgetFeature({
  name: 'queue',
  notices: [
    {
      name: 'queue',
      when: ({ connection }) => connection.shown.conversation?.state === 'QUEUED',
      load: () => import('./desk-queue.ts'),
    },
  ],
});
