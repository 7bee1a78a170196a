/** @module Tasks to look at: ninety days of them, done, skipped, put off and late, in both languages. */
import type { DemoCourse, DemoStep } from '../../kernel/demo.ts';

const TO_DO = [
  ['Call the customer back about the cracked teapot', '回电：茶壶破损的补发进度'],
  ['Check the stock of the travel set before the sale', '促销前核对旅行茶具库存'],
  ['Write the answer for the size chart', '整理尺码表的标准回复'],
  ['Ask the carrier about the parcel that stands still', '催促承运商：滞留包裹'],
  ['Photograph the gift box for the product page', '补拍礼盒实物图'],
] as const;

/** Of ten: seven are done, one is skipped, one is put off and done, one comes back. */
const course = (n: number): DemoStep[] => {
  if (n % 10 === 3)
    return [
      ['TL', 'takeTask'],
      ['TL', 'skipTask', { reason: '活动已取消' }, 2],
    ];
  if (n % 10 === 7)
    return [
      ['AA', 'takeTask'],
      ['AA', 'startTask'],
      ['AA', 'returnTask', { reason: 'No access' }],
    ];
  return [
    [n % 2 ? 'PA' : 'AA', 'takeTask'],
    [n % 2 ? 'PA' : 'AA', 'startTask', {}, 1],
    [n % 2 ? 'PA' : 'AA', 'finishTask', { result: n % 2 ? 'Done as asked.' : '已按要求完成。' }, n % 4 ? 2 : 30],
  ];
};

const HOUR = 3_600_000;
const hoursAfter = (now: string, hours: number): string => new Date(Date.parse(now) + hours * HOUR).toISOString();

export const taskDemo: DemoCourse[] = Array.from({ length: 30 }, (_, n) => {
  const subject = TO_DO[n % TO_DO.length]?.[n % 2] ?? '';
  const priority = ['HIGH', 'NORMAL', 'LOW'][n % 3];
  // Every fifth has three hours and is late; the others have a day or two.
  const hours = n % 5 ? 30 + n : 3;
  const given: DemoStep = [
    'SV',
    'createTask',
    ({ storeId, now }) => ({ storeId, subject, priority, doneBy: hoursAfter(now, hours) }),
  ];
  const done = course(n).slice(0, n < 24 ? 3 : n % 3);
  return { daysAgo: n < 24 ? 90 - n * 3.7 : (30 - n) * 0.3, steps: [given, ...done] };
});
