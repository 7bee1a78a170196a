import { describe, expect, test } from 'vitest';
import type { ShopOrder } from '../../ports/shop.ts';
import { orderOf, PLACED, shopScene } from '../orders/testing/scene.ts';

const A_ARRIVED = '2025-05-01T12:15:00.000Z';
const B_ARRIVED = '2025-05-10T12:15:00.000Z';
const LINES = [
  { id: 'l1', productId: 'shirt', quantity: 1 },
  { id: 'l2', productId: 'tea', quantity: 1 },
];

/** Parcel A with line 1 came on 1 May; parcel B with line 2 is under way, or came on 10 May. */
function parcels(status: ShopOrder['status'], b: { deliveredAt?: string }, sent = true): ShopOrder {
  const order = orderOf({ id: 'O-TWO', lines: LINES });
  const parcel = (id: string, lineId: string) => ({
    id,
    carrier: 'SF',
    trackingNumbers: [id],
    lineIds: [lineId],
    shippedAt: PLACED,
    events: [],
  });
  return {
    ...order,
    status,
    shopStatus: status.toLowerCase(),
    shipments: [{ ...parcel('A', 'l1'), deliveredAt: A_ARRIVED }, ...(sent ? [{ ...parcel('B', 'l2'), ...b }] : [])],
  };
}

/** Pack and region with the days that a buyer has for a return without a reason. */
const WINDOWS = [
  ['GENERIC', 'CN', 7],
  ['GENERIC', 'EU', 14],
  ['GENERIC', 'OTHER', 30],
  ['TMALL', 'CN', 7],
  ['AMAZON', 'OTHER', 30],
] as const;

/** The last instant of the n-th day after the tenth of May, and the next. */
const ends = (days: number): [string, string] => {
  const end = Date.parse('2025-05-10T16:00:00.000Z') + days * 86_400_000;
  return [new Date(end - 1000).toISOString(), new Date(end).toISOString()];
};

const sceneOf = (pack: string, region: 'CN' | 'EU' | 'OTHER', order: ShopOrder, now: string) =>
  shopScene({ now, policyPack: pack, region, orders: [order] });
type Scene = Awaited<ReturnType<typeof sceneOf>>;
const ask = ({ desk, lily }: Scene, lineId: string, reason: 'NO_REASON' | 'QUALITY' = 'NO_REASON') =>
  desk.as(lily).aftersales.previewCase({ orderId: 'O-TWO', type: 'RETURN_REFUND', reason, items: [{ lineId }] });

describe.each(WINDOWS)('the time to return goods that come in several parcels: %s %s', (pack, region, days) => {
  const statuses = ['SHIPPED', 'DELIVERED'] as const;

  test.each(statuses)('has not begun for any line while one parcel is under way (order %s)', async (status) => {
    for (const now of ['2025-05-12T04:00:00.000Z', '2025-08-12T04:00:00.000Z']) {
      const scene = await sceneOf(pack, region, parcels(status, {}), now);
      const [first, second] = [await ask(scene, 'l1'), await ask(scene, 'l2')];
      expect([first.outcome, second.outcome]).toEqual(['ALLOW', 'ALLOW']);
      expect(first.explanation.en).toContain('begins with the last one');
      expect(second.explanation.en).toContain('still on their way');
      expect(second.explanation.zh).toContain('仍在途中');
      // Goods that are not there are for a person to stop or wait for.
      expect(second.automatic).toBe(false);
      expect(`${first.explanation.en} ${second.explanation.en}`).not.toMatch(/is \d+ days/);
    }
  });

  test('has not begun either while a part of the order has not even been sent', async () => {
    const scene = await sceneOf(pack, region, parcels('SHIPPED', {}, false), '2025-08-12T04:00:00.000Z');
    expect([(await ask(scene, 'l1')).outcome, (await ask(scene, 'l2')).outcome]).toEqual(['ALLOW', 'ALLOW']);
  });

  test.each(statuses)(
    'ends for both lines the same number of days after the last parcel (order %s)',
    async (status) => {
      const [last, late] = ends(days);
      const order = parcels(status, { deliveredAt: B_ARRIVED });
      const [inTime, tooLate] = [await sceneOf(pack, region, order, last), await sceneOf(pack, region, order, late)];
      for (const line of ['l1', 'l2']) {
        expect((await ask(inTime, line)).outcome).toBe('ALLOW');
        expect((await ask(tooLate, line)).outcome).toBe('DENY');
      }
    },
  );

  test('has not begun for a single parcel that is under way, and is no question before anything has left', async () => {
    const single: ShopOrder = {
      ...orderOf({ id: 'O-TWO', lines: LINES, status: 'SHIPPED', deliveredAt: null }),
      shipments: [{ id: 'A', trackingNumbers: [], lineIds: ['l1', 'l2'], shippedAt: PLACED, events: [] }],
    };
    expect((await ask(await sceneOf(pack, region, single, '2025-08-12T04:00:00.000Z'), 'l1')).outcome).toBe('ALLOW');
    const unsent: ShopOrder = { ...single, status: 'PAID', shipments: [] };
    expect((await ask(await sceneOf(pack, region, unsent, '2025-08-12T04:00:00.000Z'), 'l1')).outcome).toBe('DENY');
  });
});

describe('an order whose parcels tell nothing', () => {
  test('counts from what the shop says of the whole', async () => {
    const told: ShopOrder = {
      ...parcels('DELIVERED', {}),
      shipments: [],
      history: [
        { at: PLACED, kind: 'PLACED' },
        { at: B_ARRIVED, kind: 'DELIVERED' },
      ],
    };
    const [last, late] = ends(7);
    expect((await ask(await sceneOf('TMALL', 'CN', told, last), 'l1')).outcome).toBe('ALLOW');
    expect((await ask(await sceneOf('TMALL', 'CN', told, late), 'l1')).outcome).toBe('DENY');
  });
});

describe('a line that came although another is under way', () => {
  test('keeps its own day on record, and goes on by itself as the policy says', async () => {
    const scene = await sceneOf('GENERIC', 'CN', parcels('DELIVERED', {}), '2025-05-12T04:00:00.000Z');
    const { automatic, confirmation } = await ask(scene, 'l1');
    expect(automatic).toBe(true);
    const row = await scene.desk.as(scene.lily).aftersales.submitCase({
      orderId: 'O-TWO',
      type: 'RETURN_REFUND',
      reason: 'NO_REASON',
      items: [{ lineId: 'l1' }],
      confirmation,
    });
    expect(row).toMatchObject({ deliveredAt: A_ARRIVED, outcome: 'ALLOW' });
  });
});
