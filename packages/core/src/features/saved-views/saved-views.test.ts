import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { SavedView } from './index.ts';

describe('saved views', () => {
  const view = { name: 'Late', about: 'AfterSalesCase', query: 'state=WAITING&order=DUE_AT_ASC' };

  test('are one’s own: a colleague neither sees nor removes them, and the same name replaces the earlier one', async () => {
    const desk = await createTestDesk();
    const [agent, other] = [await desk.staff('Ann', ['PA']), await desk.staff('Bo', ['PA'])];
    const first = await desk.desk.as(agent).savedViews.saveView(view);
    const again = await desk.desk.as(agent).savedViews.saveView({ ...view, query: 'state=OPEN' });
    expect(again.id).toBe(first.id);
    expect(await desk.desk.read(agent).all(SavedView)).toMatchObject([{ name: 'Late', query: 'state=OPEN' }]);
    expect(await desk.desk.read(other).all(SavedView)).toEqual([]);
    await expect(desk.desk.as(other).savedViews.removeView({ id: first.id })).rejects.toMatchObject({
      denial: { code: 'NOT_FOUND' },
    });
    await desk.desk.as(agent).savedViews.removeView({ id: first.id });
    expect(await desk.desk.read(agent).all(SavedView)).toEqual([]);
  });

  test('are shared with the people of a store by those who may share, and give no right to others', async () => {
    const desk = await createTestDesk();
    const [agent, lead] = [await desk.staff('Ann', ['PA']), await desk.staff('Bo', ['TL'])];
    const shared = { ...view, storeId: desk.store.id };
    await expect(desk.desk.as(agent).savedViews.saveView(shared)).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    const kept = await desk.desk.as(lead).savedViews.saveView(shared);
    expect(await desk.desk.read(agent).all(SavedView)).toMatchObject([{ id: kept.id }]);
    await expect(desk.desk.as(agent).savedViews.removeView({ id: kept.id })).rejects.toMatchObject({
      denial: { code: 'FORBIDDEN' },
    });
    const shopper = await desk.shopper('lily');
    expect(await desk.desk.read(shopper).all(SavedView)).toEqual([]);
  });
});
