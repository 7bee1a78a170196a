/** @module What policies do later. */
import { timer } from '../../kernel/timer.ts';
import { PolicyVersion } from './entities.ts';

/** An approved version takes effect. */
export const effectiveTimer = timer({ key: 'policy', on: PolicyVersion });
