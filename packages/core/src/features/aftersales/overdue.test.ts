import { describe, expect, test } from 'vitest';
import { Notice } from '../notices/index.ts';
import { orderOf, shopScene } from '../orders/testing/scene.ts';
import { AfterSalesCase, CaseStep } from './entities.ts';
import { acting, sendBack, submit } from './testing/steps.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A return of one shirt that has come back and passed; the agent who took it up handles it. */
async function inspected(policyPack: 'AMAZON' | 'GENERIC' = 'AMAZON') {
  const order = orderOf({ id: 'O-DELIVERED', lines: [{ id: 'l1', productId: 'shirt', quantity: 2 }] });
  const scene = await shopScene({ policyPack, region: 'OTHER', orders: [order] });
  const by = acting(scene);
  const { id } = await submit(scene, scene.lily, { items: [{ lineId: 'l1' }] });
  await sendBack(scene, id);
  const read = () => scene.desk.read(scene.system).get(AfterSalesCase, id);
  const until = async (at: string, less = 0) => {
    scene.clock.advance(Date.parse(at) - less - scene.clock.now().getTime());
    await scene.desk.runTimers();
    await scene.desk.runEffects();
  };
  const alerts = () => scene.desk.read(scene.system).all(Notice, { where: { aboutId: id } });
  const kpis = async (from: string, to: string) =>
    (
      await scene.desk
        .as(await scene.people('SV1'))
        .metrics.figures({ metrics: ['K_20'], from: from.slice(0, 10), to: to.slice(0, 10) })
    ).figures[0]?.value;
  return { scene, by, id, read, until, alerts, kpis };
}

const span = (dueAt: string): [string, string] => [
  new Date(Date.parse(dueAt) - DAY).toISOString(),
  new Date(Date.parse(dueAt) + DAY).toISOString(),
];

describe('a refund past its day', () => {
  test.each(['AMAZON', 'GENERIC'] as const)(
    'is a breach: on record, as an event, as a notice, and in K-20, once: %s',
    async (pack) => {
      const { scene, read, until, alerts, kpis, id } = await inspected(pack);
      const { refundDueAt } = await read();
      expect(refundDueAt).not.toBeNull();
      await until(refundDueAt!, MINUTE);
      expect((await read()).refundOverdueAt).toBeNull();
      expect(await kpis(...span(refundDueAt!))).toBeNull();
      await until(refundDueAt!);
      expect(await read()).toMatchObject({ refundOverdueAt: refundDueAt, state: 'INSPECTED_PASS' });
      expect((await read()).escalatedAt).not.toBeNull();
      expect(await alerts()).toMatchObject([
        {
          kind: 'REFUND_OVERDUE',
          toPermission: 'conversation.assign',
          title: expect.stringContaining('O-DELIVERED') as string,
        },
      ]);
      const steps = await scene.desk
        .read(scene.system)
        .all(CaseStep, { where: { caseId: id, event: 'refundOverdue' } });
      expect(steps).toHaveLength(1);
      expect(await kpis(...span(refundDueAt!))).toBe(0);
      scene.clock.advance(3 * DAY);
      await scene.desk.runTimers();
      await scene.desk.runEffects();
      expect(await alerts()).toHaveLength(1);
    },
  );

  test('is seen by those who lead the store, goes to the manager when nobody sees to it, and is settled by the payment', async () => {
    const { scene, by, id, read, until, alerts } = await inspected();
    await until((await read()).refundDueAt!);
    const lead = scene.desk.as(await scene.people('TL1'));
    const seen = async () => (await lead.notices.myNotices({})).notices;
    expect(await seen()).toMatchObject([{ kind: 'REFUND_OVERDUE' }]);
    scene.clock.advance(2 * DAY);
    await scene.desk.runTimers();
    expect(await alerts()).toMatchObject([{ level: 1, toRoles: ['MG'] }]);
    await by('AA1', 'settleReturn', { id });
    expect(await seen()).toEqual([]);
    expect(await alerts()).toMatchObject([{ state: 'CLEARED' }]);
  });

  test('is none where the money went back in time: K-20 counts it as kept', async () => {
    const { by, id, read, until, alerts, kpis } = await inspected();
    const { refundDueAt } = await read();
    await until(refundDueAt!, MINUTE);
    await by('AA1', 'settleReturn', { id });
    expect(await read()).toMatchObject({ state: 'REFUNDED', refundOverdueAt: null });
    await until(refundDueAt!);
    expect(await alerts()).toEqual([]);
    expect(await kpis(...span(refundDueAt!))).toBe(1);
  });

  test('stays missed when it is paid later', async () => {
    const { by, id, read, until, kpis } = await inspected();
    const { refundDueAt } = await read();
    await until(refundDueAt!);
    await by('AA1', 'settleReturn', { id });
    expect(await read()).toMatchObject({ state: 'REFUNDED', refundOverdueAt: refundDueAt });
    expect(await kpis(...span(refundDueAt!))).toBe(0);
  });

  test('while the shop is away is late all the same', async () => {
    const { scene, by, id, read, until, alerts } = await inspected();
    const { refundDueAt } = await read();
    scene.shop.line = (call) => (call === 'refund' ? 'DOWN' : 'UP');
    await by('AA1', 'settleReturn', { id });
    await until(refundDueAt!);
    expect(await read()).toMatchObject({ state: 'REFUND_PENDING', refundOverdueAt: refundDueAt });
    expect(await alerts()).toMatchObject([{ kind: 'REFUND_OVERDUE' }]);
  });
});
