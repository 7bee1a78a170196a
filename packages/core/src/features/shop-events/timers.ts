/** @module When a shop is asked what has changed. */
import { z } from 'zod';
import { timer } from '../../kernel/timer.ts';
import { Store } from '../access/index.ts';

/** A changed order is read, each order by itself. */
export const changedOrderTimer = timer({
  key: 'shop-event',
  on: Store,
  rowAs: 'storeId',
  input: z.object({ orderId: z.string() }),
  per: ['orderId'],
});

/** A shop is asked for its changes. */
export const feedTimer = timer({ key: 'shop-feed', on: Store, rowAs: 'storeId' });
