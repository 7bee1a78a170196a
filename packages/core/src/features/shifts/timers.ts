/** @module What happens to a shift by itself. */
import { timer } from '../../kernel/timer.ts';
import { Shift } from './entities.ts';

/** The shift has ended, and nobody has checked in. */
export const absenceTimer = timer({ key: 'shift', on: Shift });
