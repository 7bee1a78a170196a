/** @module Work items of every kind that somebody has in hand when their shift ends. */
import { answer } from '../../kernel/point.ts';
import { WorkItem } from '../work/index.ts';
import { openWork } from './points.ts';

export const openItems = answer(openWork, async (ctx, { userId, storeId, most }) => {
  const rows = await ctx.find(WorkItem, {
    where: { ownerId: userId, storeId, open: true },
    order: [['dueAt', 'asc']],
    limit: most,
  });
  return rows.map(({ entity, id, number, title, dueAt }) => ({
    kind: 'WORK',
    refId: `${entity}/${id}`,
    text: [number ?? [], title].flat().join(' · '),
    dueAt,
  }));
});
