/** @module The other thread of `train-reader.ts`: one training, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { retrainIntents, type Retraining } from '@shopdesk/core/language';

parentPort?.postMessage(retrainIntents(workerData as Retraining));
