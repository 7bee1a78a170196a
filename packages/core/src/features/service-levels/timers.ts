/** @module When a service-level clock is looked at. */
import { timer } from '../../kernel/timer.ts';
import { SlaClock } from './entities.ts';

/** A clock warns, is late, or is told to somebody above. */
export const slaTimer = timer({ key: 'sla', on: SlaClock });
