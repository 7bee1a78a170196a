/** @module What is particular about the list of customers. */
import type { RecordDetails } from '../../desk/record.ts';

export const details: RecordDetails = {
  none: { en: 'Nobody has written yet', zh: '还没有顾客' },
  people: true,
  list: ['name', 'nick', 'storeId', 'verified', 'tags', 'tier', 'createdAt'],
};
