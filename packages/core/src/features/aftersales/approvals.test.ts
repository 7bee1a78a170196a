import { describe, expect, test } from 'vitest';
import { orderOf, ORDERS, shopScene } from '../orders/testing/scene.ts';
import { acting, denialOf, submit } from './testing/steps.ts';

const DEAR = orderOf({ id: 'O-DEAR', lines: [{ id: 'l1', productId: 'phone', quantity: 3 }] });

describe('looking at several approvals at once', () => {
  test('says of each case what it pays, whether one may, and why not', async () => {
    const scene = await shopScene({ policyPack: 'TMALL', orders: [...ORDERS, DEAR] });
    const easy = await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 1 }] });
    const dear = await submit(scene, scene.lily, { orderId: 'O-DEAR', items: [{ lineId: 'l1', quantity: 3 }] });
    const sorry = await submit(scene, await scene.people('PA1'), { reason: 'QUALITY', items: [{ lineId: 'l2' }] });
    const agent = scene.desk.as(await scene.people('AA1')).aftersales;
    const ids = [easy.id, dear.id, sorry.id];
    const { cases } = await agent.previewApprovals({ ids });
    expect(cases.map(({ caseId }) => caseId)).toEqual(ids);
    expect(cases.map(({ allowed, code }) => [allowed, code])).toEqual([
      [true, null],
      [false, 'LIMIT_EXCEEDED'],
      [false, 'NOTIFY_CUSTOMER_FIRST'],
    ]);
    expect(cases[0]?.amount).toBe(10_000);
    expect(cases[1]?.approver).toBe(dear.approverNeeded);
    await acting(scene)('AA1', 'approveCase', { id: easy.id });
    expect((await agent.previewApprovals({ ids: [easy.id] })).cases[0]).toMatchObject({
      allowed: false,
      code: 'INVALID_TRANSITION',
    });
  });

  test('leaves out cases of other stores, and is for those who approve', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id } = await submit(scene, scene.lily);
    const elsewhere = await scene.staff('AA9', ['AA'], { storeIds: ['another-store'] });
    expect((await scene.desk.as(elsewhere).aftersales.previewApprovals({ ids: [id] })).cases).toEqual([]);
    expect(
      (await denialOf(scene.desk.as(await scene.people('PA1')).aftersales.previewApprovals({ ids: [id] }))).code,
    ).toBe('FORBIDDEN');
  });

  test('offers to take a case up only where that is possible', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id } = await submit(scene, scene.lily);
    const agent = await scene.people('AA1');
    const takeUp = async () =>
      (await scene.loose.availableActions(agent, 'AfterSalesCase', id)).find(({ action }) => action === 'takeUpCase')
        ?.denial?.code;
    expect(await takeUp()).toBeUndefined();
    await scene.desk.as(agent).aftersales.takeUpCase({ id });
    expect(await takeUp()).toBe('INVALID_TRANSITION');
  });
});
