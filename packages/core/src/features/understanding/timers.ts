/** @module When the reader learns. */
import { timer } from '../../kernel/timer.ts';

/** The tenant's reader is trained with what was corrected. */
export const trainingTimer = timer({ key: 'reader:train' });
