/** @module When figures are counted again. */
import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';

/** A day of a store on which a formula has failed. */
export const recountTimer = timer({
  key: 'metric-recount',
  input: z.object({ metric: z.string(), storeId: z.string(), day: z.string() }),
  per: ['metric', 'storeId', 'day'],
});

/** The next slice of the past of figures that are new. */
export const fillTimer = timer({ key: 'metric-fill', input: z.object({ after: z.string() }) });
