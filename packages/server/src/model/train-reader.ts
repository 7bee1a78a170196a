/**
 * @module Trains the reader of messages on another thread: half a second of arithmetic would hold up every request.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TrainReader } from '@shopdesk/core';
import type { Retrained } from '@shopdesk/core/language';

const isSource = import.meta.url.endsWith('.ts');
const WORKER = new URL(isSource ? './train-reader-worker.ts' : './train-reader-worker.js', import.meta.url);
/** Sources import the sources of the other packages. */
const FLAGS = isSource ? ['--conditions=@shopdesk/source', '--disable-warning=ExperimentalWarning'] : [];
/** A training that takes longer has gone wrong; the timer that asked for it tries again. */
const LONGEST_MS = 60_000;

/** Answers what the training gives. Throws when the thread fails or takes longer than a minute. */
export const trainReader: TrainReader = async (retraining) => {
  const worker = new Worker(WORKER, { workerData: retraining, execArgv: FLAGS });
  try {
    const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) })) as [Retrained];
    return answer;
  } finally {
    await worker.terminate();
  }
};
