/** @module The clocks of work items. */
import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';
import { WorkItem } from './entities.ts';

/** A clock of an item runs out. */
export const clockTimer = timer({ key: 'work', on: WorkItem, input: z.object({ clock: z.string() }), per: ['clock'] });

/** The next page of items is indexed. */
export const indexTimer = timer({
  key: 'work-index',
  input: z.object({ entity: z.string(), after: z.string().default('') }),
  per: ['entity'],
});
