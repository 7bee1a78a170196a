/** @module What happens to an escalation by itself. */
import { timer } from '../../kernel/timer.ts';
import { Escalation } from './entities.ts';

/** Nobody has decided: the next level is asked. */
export const escalationTimer = timer({ key: 'escalation', on: Escalation });
