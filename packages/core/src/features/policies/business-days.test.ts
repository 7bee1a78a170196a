import { describe, expect, test } from 'vitest';
import { acting, submit } from '../aftersales/testing/steps.ts';
import { orderOf, shopScene } from '../orders/testing/scene.ts';

const name = { zh: '假期', en: 'Holiday' };
const day = (date: string, kind: 'HOLIDAY' | 'WORKING') => ({ date, kind, name, hours: [] });
const officeHours = (weekdays: readonly number[]) =>
  weekdays.map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));

/** A return that reaches the warehouse on Tuesday, 30 September 2025; the refund is due two business days later. */
async function dueOf(store: {
  calendar?: ReturnType<typeof day>[];
  officeHours?: ReturnType<typeof officeHours>;
  serviceHours?: ReturnType<typeof officeHours>;
}) {
  const order = orderOf({
    id: 'O-DELIVERED',
    lines: [{ id: 'l1', productId: 'shirt', quantity: 2 }],
    deliveredAt: '2025-09-25T04:00:00.000Z',
  });
  const scene = await shopScene({
    now: '2025-09-30T04:00:00.000Z',
    policyPack: 'AMAZON',
    region: 'OTHER',
    orders: [order],
  });
  await scene.desk.as(scene.admin).access.updateStore({ id: scene.store.id, ...store });
  const { id } = await submit(scene, scene.lily);
  await scene.desk.as(scene.lily).aftersales.shipReturn({ id, carrier: 'SF', waybill: 'SF00112233' });
  return (await acting(scene)('WH1', 'receiveReturn', { id })).refundDueAt;
}

describe('limits in business days follow the store’s calendar', () => {
  test('and Monday to Friday where it names nothing, whenever the chat is open', async () => {
    expect(await dueOf({})).toBe('2025-10-02T16:00:00.000Z');
    expect(await dueOf({ serviceHours: officeHours([1, 2, 3, 4, 5, 6, 7]) })).toBe('2025-10-02T16:00:00.000Z');
  });

  test('with its holidays left out', async () => {
    const holidays = ['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06', '2025-10-07', '2025-10-08'].map((date) =>
      day(date, 'HOLIDAY'),
    );
    expect(await dueOf({ calendar: holidays })).toBe('2025-10-10T16:00:00.000Z');
  });

  test('with its swapped working days counted, Saturdays and Sundays alike', async () => {
    const days = ['2025-10-01', '2025-10-02', '2025-10-03'].map((date) => day(date, 'HOLIDAY'));
    expect(await dueOf({ calendar: [...days, day('2025-10-04', 'WORKING'), day('2025-10-05', 'WORKING')] })).toBe(
      '2025-10-05T16:00:00.000Z',
    );
  });

  test('and its own week', async () => {
    const days = ['2025-10-01', '2025-10-02', '2025-10-03'].map((date) => day(date, 'HOLIDAY'));
    expect(await dueOf({ calendar: days, officeHours: officeHours([1, 2, 3, 4, 5, 6]) })).toBe(
      '2025-10-06T16:00:00.000Z',
    );
  });
});
