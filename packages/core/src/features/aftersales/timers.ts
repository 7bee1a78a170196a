/** @module The clocks of an after-sales case, and the one of a store's monthly report. */
import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';
import { Store } from '../access/index.ts';
import { AfterSalesCase } from './entities.ts';

const on = AfterSalesCase;
const day = z.object({ day: z.int() });

/** Somebody must have decided. */
export const decisionTimer = timer({ key: 'case-decision', on });

/** The goods must have been sent back. */
export const returnTimer = timer({ key: 'case-return', on });

/** The customer is reminded to send the goods back, twice. */
export const firstReminderTimer = timer({ key: 'case-remind3', on, input: day });
export const secondReminderTimer = timer({ key: 'case-remind6', on, input: day });

/** The goods must have arrived. */
export const receiptTimer = timer({ key: 'case-receipt', on });

/** The money must be back. */
export const refundDueTimer = timer({ key: 'case-refund', on });

/** The shop is asked to pay. */
export const payTimer = timer({ key: 'refund', on });

/** An approved case goes on. */
export const advanceTimer = timer({ key: 'case', on });

/** The repair must be done. */
export const repairTimer = timer({ key: 'case-repair', on });

/** A settled case is archived. */
export const archiveTimer = timer({ key: 'case-archive', on });

/** The returns of a month are counted, once it is over. */
export const reportTimer = timer({
  key: 'returns-report',
  on: Store,
  rowAs: 'storeId',
  input: z.object({ month: z.string() }),
});
