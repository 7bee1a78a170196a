/** @module Tickets to look at: in each state, over ninety days, in both languages. */
import { DEMO_CUSTOMER, type DemoCourse, type DemoStep } from '../../kernel/demo.ts';

type Matter = readonly [intent: string, en: string, zh: string];

const MATTERS: readonly Matter[] = [
  ['INVOICE', 'Invoice with the wrong company name', '发票抬头开错，需要重开'],
  ['PAYMENT', 'Charged twice for one order', '同一订单重复扣款'],
  ['TECH', 'The kettle’s app finds no device', '水壶 App 搜索不到设备'],
  ['ACCOUNT', 'The old phone number is still on the account', '账户仍绑定旧手机号'],
  ['ORDER', 'Gift card missing from the order', '下单时的赠卡没有随单'],
  ['SUGGESTION', 'A smaller teapot would be welcome', '希望推出小容量茶壶'],
];

/** Through the flow of tickets, half of them by way of the back office. */
const course = (n: number): DemoStep[] => {
  const zh = n % 2 === 0;
  const front = n % 3 ? 'PA' : 'AA';
  const accept: DemoStep = [
    front,
    'acceptTicket',
    { frontRecord: zh ? '已核对订单与顾客诉求。' : 'Order and demand checked.' },
    n % 4 ? 0.2 : 2,
  ];
  const kept: DemoStep[] = [
    [front, 'finishTicketStep', { output: zh ? '前台可直接处理。' : 'The front office settles it.', next: 'K5' }],
  ];
  const byBack: DemoStep[] = [
    [front, 'finishTicketStep', { output: zh ? '转后台核实。' : 'Needs the back office.', next: 'K4' }],
    ['CO', 'takeTicket', {}, 2],
    ['CO', 'finishTicketStep', { output: zh ? '已核实并更正。' : 'Checked and put right.' }, n % 5 ? 5 : 40],
  ];
  return [
    accept,
    ...(n % 2 ? byBack : kept),
    [front, 'resolveTicket', { result: zh ? '已为您办理完成。' : 'It is settled.' }, 1],
  ];
};

const asking = (n: number): DemoStep[] => [
  ['AA', 'acceptTicket', { frontRecord: '已记录问题。' }],
  ['AA', 'askTicketCustomer', { question: n % 2 ? 'Which phone do you use?' : '请提供付款截图好吗？' }],
];
const sleeping: DemoStep[] = [
  ['PA', 'acceptTicket', { frontRecord: 'Waits for the supplier.' }],
  [
    'PA',
    'sleepTicket',
    ({ id, now }) => ({
      id,
      until: new Date(Date.parse(now) + 5 * 86_400_000).toISOString(),
      reason: '等待供应商到货',
    }),
  ],
];
const cancelled: DemoStep[] = [['AA', 'cancelTicket', { cancelledFor: 'SPAM', reason: '广告' }]];

/** The older ones are closed; those of the last days stand everywhere on their way. */
export const ticketDemo: DemoCourse[] = Array.from({ length: 28 }, (_, n) => {
  const [intent, en, zh] = MATTERS[n % MATTERS.length] ?? ['OTHER', '', ''];
  const input = { subject: n % 2 ? en : zh, intent, priority: n % 7 ? 'P3' : 'P2' };
  const begun: DemoStep = [n % 4 === 2 ? DEMO_CUSTOMER : n % 3 ? 'PA' : 'AA', 'createTicket', input];
  const done = n < 18 ? course(n) : course(n).slice(0, n % 5);
  const steps = n === 22 ? asking(n) : n === 24 ? sleeping : n === 26 ? cancelled : done;
  return { daysAgo: n < 18 ? 90 - n * 5 : (29 - n) * 0.15, steps: [begun, ...steps] };
});
