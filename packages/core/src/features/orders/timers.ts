/** @module What orders do later. */
import { timer } from '../../kernel/timer.ts';
import { OrderWatch } from './entities.ts';

/** The shop is asked for an order again. */
export const pollTimer = timer({ key: 'order-poll', on: OrderWatch });
