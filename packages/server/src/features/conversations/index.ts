/** @module Takes conversations that waited for somebody into the queue. */
import { conversations as core } from '@shopdesk/core';
import { defineServerFeature } from '../../feature.ts';
import { startServiceEverywhere, startServiceWhenOnline } from './service-start.ts';

export const conversations = defineServerFeature({
  name: 'conversations',
  requires: [core],
  start: ({ desk, store, report }) => {
    let stopped = false;
    // What is still under way when the database is closed may fail.
    const onError = (error: unknown, where: string) => {
      if (!stopped) report(error, where);
    };
    const stop = startServiceWhenOnline(desk, onError);
    startServiceEverywhere(desk, store).catch((error: unknown) => onError(error, 'service start'));
    return () => {
      stopped = true;
      stop();
    };
  },
});
