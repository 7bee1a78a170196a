/** @module Open work of every kind, as one list: each row stands for an item of its own kind and has its id. */
import { listQuery, type FilterOf, type Row } from './documents.ts';

const workFields = 'id version entity number title state ownerId storeId dueAt clock waitsFor open';

/** Those due first. */
export const workItems = listQuery('workItems', 'WorkItem', workFields, 'DUE_AT_ASC');
export type WorkItemRow = Row<'WorkItem', typeof workFields>;
export type WorkFilter = FilterOf<'WorkItem'>;
