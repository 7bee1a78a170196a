/** @module Forms to look at: records in each state, in both languages. */
import type { DemoCourse, DemoStep } from '../../kernel/demo.ts';

type Values = Readonly<Record<string, unknown>>;

const open = (by: string, code: string, values: Values = {}): DemoStep => [
  by,
  'openFormRecord',
  ({ storeId, now }) => ({
    storeId,
    code,
    values: { ...(values['date'] === 'today' ? { ...values, date: now.slice(0, 10) } : values) },
  }),
];
const save = (by: string, values: Values): DemoStep => [by, 'saveFormRecord', { values }];
const submit = (by: string, values: Values = {}): DemoStep => [by, 'submitFormRecord', { values }];
const sign = (by: string, fieldId: string): DemoStep => [by, 'signFormRecord', { fieldId }];
/** The same, where a field names whoever does the step. */
const submitAs = (by: string, field: string, values: Values): DemoStep => [
  by,
  'submitFormRecord',
  ({ id, userId }) => ({ id, values: { ...values, [field]: userId } }),
];

const CONSULTED: readonly Values[] = [
  {
    channel: 'WEB_CHAT',
    customerNick: '小鹿乱撞',
    sku: 'TEA-SET-01',
    intent: '尺寸咨询',
    need: '放得进旅行箱的茶具',
    answer: '收纳包为 22×15×10 厘米。',
    result: 'ORDERED',
  },
  {
    channel: 'PHONE',
    customerNick: 'Emma R.',
    intent: 'Delivery time',
    answer: 'Three working days to Berlin.',
    result: 'NO_DEAL',
    noDealReason: 'Needed by tomorrow',
  },
  {
    channel: 'EMAIL',
    customerNick: '山茶花',
    intent: '是否可定制',
    answer: '可刻字，需 5 个工作日。',
    result: 'OPEN',
    nextStep: '周五前回复报价',
  },
];

const consulted: DemoCourse[] = CONSULTED.map((values, at) => ({
  daysAgo: 9 - at * 2.5,
  steps: [open('PA', 'F1', { ...values, date: 'today' }), ...(values['result'] === 'OPEN' ? [] : [submit('PA')])],
}));

export const formDemo: DemoCourse[] = [
  ...consulted,
  {
    daysAgo: 6,
    steps: [
      open('AA', 'F2', {
        date: 'today',
        shift: '早班',
        promises: [{ who: '小鹿乱撞', what: '补发杯盖' }],
        parcels: '2 件滞留，已催件',
      }),
      submit('AA'),
      sign('AA', 'giver'),
      sign('PA', 'receiver'),
    ],
  },
  {
    daysAgo: 0.2,
    steps: [
      open('AA', 'F2', {
        date: 'today',
        shift: 'Morning',
        conversations: [{ what: 'Emma R., cracked cup', note: 'Waits for a photo' }],
        anomalies: 'None',
      }),
      submit('AA'),
      sign('AA', 'giver'),
    ],
  },
  {
    daysAgo: 2,
    steps: [
      open('TL', 'F3', {
        date: 'today',
        handoverRead: true,
        missedShipments: [{ order: 'W1008', why: '漏打面单', reportedTo: '仓库' }],
      }),
      submit('TL'),
      sign('TL', 'signer'),
    ],
  },
  {
    daysAgo: 4,
    steps: [
      open('AA', 'F16', {
        kind: 'PRICE',
        severity: 'P2',
        foundAt: '2026-01-05T02:00:00.000Z',
        impact: 'Two products at a tenth of their price for 20 minutes; 14 orders.',
      }),
      submitAs('AA', 'owner', {
        action: 'Price mended, customers called, orders cancelled with a voucher.',
        closedAt: '2026-01-05T06:00:00.000Z',
      }),
    ],
  },
  {
    daysAgo: 3,
    steps: [
      open('PA', 'F17', {
        customerNick: '山茶花',
        orderNumber: 'W1012',
        amount: { amount: 3000, currency: 'CNY' },
        reason: '包装破损，顾客愿意自留',
      }),
      submit('PA', { decision: 'GRANTED' }),
      sign('SV', 'approver'),
    ],
  },
  {
    daysAgo: 1,
    steps: [
      open('PA', 'F17', {
        customerNick: 'Emma R.',
        orderNumber: 'W1015',
        amount: { amount: 1500, currency: 'CNY' },
        reason: 'Came a week late',
      }),
    ],
  },
  {
    daysAgo: 1.5,
    steps: [
      open('CO', 'D-PLAN', { number: 'C-1' }),
      [
        'CO',
        'finishFormStep',
        ({ id, userId }) => ({
          id,
          step: 'D1',
          values: { owner: userId, frozen: true, threat: 'MEDIA', threatHandled: true },
        }),
      ],
      ['CO', 'finishFormStep', { step: 'D2', values: { demand: '退一赔三，并书面道歉' } }, 0.3],
      [
        'CO',
        'finishFormStep',
        { step: 'D3', values: { evidenceKinds: ['CHAT', 'ORDER', 'PHOTO'], evidenceNote: '照片 3 张' } },
        3,
      ],
    ],
  },
  {
    daysAgo: 5,
    steps: [
      open('SV', 'F20', {
        date: 'today',
        air: 'GOOD',
        noise: 'FAIR',
        light: 'GOOD',
        seat: 'BAD',
        screen: 'GOOD',
        temperature: 23.5,
        equipment: 'GOOD',
        lacking: ['SEAT'],
        action: 'Three new chairs are ordered.',
        toldPeople: true,
      }),
      submit('SV'),
    ],
  },
  {
    daysAgo: 7,
    steps: [
      open('TL', 'F18', {
        period: 'DAY',
        date: 'today',
        contacts: 182,
        replies: 94.5,
        problems: '下午两点排队超过 10 人',
        plan: '午间增加一名客服',
      }),
      ['TL', 'cancelFormRecord', { reason: '填写重复' }],
    ],
  },
  {
    daysAgo: 8,
    steps: [open('TR', 'F12', { session: '新品茶具知识', date: 'today', hours: 1.5 }), save('TR', { hours: 2 })],
  },
];
