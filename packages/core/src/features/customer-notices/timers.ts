/** @module The clock of a notice that has not reached its customer. */
import { timer } from '../../kernel/timer.ts';
import { CustomerNotice } from './entities.ts';

export const ladderTimer = timer({ key: 'customer-notice', on: CustomerNotice });
