/** @module Work items in the file of their customer. */
import { answer } from '../../kernel/point.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { timeline, TimelineKind } from '../customers/index.ts';
import { WorkItem } from './entities.ts';

export const WorkEntry = addTo(TimelineKind, { WORK: { en: 'Work item', zh: '工作事项' } });

export const itemsOfCustomer = answer(timeline, async (ctx, { customerId, first }) => {
  const items = await ctx.find(WorkItem, { where: { customerId }, order: [['openedAt', 'desc']], limit: first });
  return items.map(({ id, entity, openedAt: at, number, title, state }) => ({
    kind: WorkEntry.codes.WORK,
    at,
    id,
    title: [number ?? [], title].flat().join(' · '),
    state,
    entity,
  }));
});
