/** @module What happens to the staff's accounts by itself. */
import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';
import { User } from './entities.ts';

/** Nobody has opened the panel again since it was closed. */
export const presenceTimer = timer({
  key: 'presence',
  on: User,
  input: z.object({ presence: z.literal('OFFLINE'), reason: z.string() }),
});
