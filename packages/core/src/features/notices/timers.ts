/** @module The clock of a notice that nobody has acknowledged. */
import { timer } from '../../kernel/timer.ts';
import { Notice } from './entities.ts';

export const escalationTimer = timer({ key: 'notice', on: Notice });
