import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';
import { RuleTrigger } from './entities.ts';

/** The next commit of what rules do about a trigger. */
export const triggerTimer = timer({ key: 'rule', on: RuleTrigger, input: z.object({ done: z.int() }) });
