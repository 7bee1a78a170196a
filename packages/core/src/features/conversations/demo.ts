/**
 * @module Chats to look at: ninety days of them, by a dozen guests, in both languages, answered after seconds or minutes
 * by two people, closed, and some of them rated. The numbers are mixed by the number of the chat, so that every start of
 * a demo shows the same.
 */
import { DEMO_CUSTOMER, DEMO_OWNER, type DemoCourse, type DemoStep } from '../../kernel/demo.ts';

/** What was asked and answered, about what. */
const TALKS = [
  ['Do you have this jacket in size M?', 'Yes, three are left in black and one in navy.', 'PRODUCT'],
  ['这款茶具有礼盒装吗？', '有的，礼盒装含一壶四杯，下单时勾选即可。', 'PRODUCT'],
  [
    'Where is my parcel? It should have come yesterday.',
    'It is with the carrier and comes today before six.',
    'LOGISTICS',
  ],
  ['快递三天没有更新了，能帮我查一下吗？', '已联系快递，包裹在中转站，预计明天送达。', 'LOGISTICS'],
  ['Can I still change the address of my order?', 'Yes, it has not left. I have changed it for you.', 'ORDER'],
  ['我想退掉这件衣服，尺码不合适。', '可以的，七天内无理由退货，退货单已为您建好。', 'RETURN'],
  [
    'Can I exchange the lamp for the white one?',
    'Yes. A courier brings the white one and takes the other.',
    'EXCHANGE',
  ],
  ['618 的优惠还能和满减叠加吗？', '可以叠加，结算时会自动扣减。', 'PROMOTION'],
  [
    'I was charged twice for one order.',
    'One of the two was a hold; your bank releases it within three days.',
    'PAYMENT',
  ],
  ['发票可以开公司抬头吗？', '可以，请把税号发给我，当天开好发到您邮箱。', 'INVOICE'],
] as const;
const DAYS = 90;
const GUESTS = 12;

/** A number from 0 up to a bound that looks like chance and is always the same. */
const mixed = (seed: number, bound: number): number => ((seed * 2_654_435_761) >>> 8) % bound;

const say =
  (n: number, part: number, text: string) =>
  ({ id }: { readonly id: string }) => ({
    conversationId: id,
    clientMsgId: `demo-chat-${n}-${part}`,
    text,
  });

function chat(n: number): DemoCourse {
  // More in the evening and at noon than in the morning.
  const hour = [9, 10, 11, 13, 14, 15, 19, 20, 20, 21][mixed(n + 7, 10)] ?? 20;
  const [question, reply, intent] = TALKS[mixed(n + 3, TALKS.length)] ?? TALKS[0];
  const waited = [8, 12, 15, 27, 45, 75, 110][mixed(n, 7)] ?? 25;
  const steps: DemoStep[] = [
    [DEMO_CUSTOMER, 'openConversation', () => ({ locale: /\p{Script=Han}/u.test(question) ? 'zh-CN' : 'en' })],
    [DEMO_CUSTOMER, 'sendMessage', say(n, 1, question), 0.001],
    [DEMO_OWNER, 'sendMessage', say(n, 2, reply), waited / 3600],
    [
      DEMO_OWNER,
      'closeConversation',
      { intent, result: n % 4 ? 'SOLVED' : 'NO_DEAL', reason: question.slice(0, 80) },
      0.1,
    ],
  ];
  if (n % 5 < 3)
    steps.push([DEMO_CUSTOMER, 'rateConversation', { score: [5, 5, 4, 5, 3, 5, 2][mixed(n + 11, 7)] }, 0.05]);
  return {
    // At least one a day, and more of late.
    daysAgo: n < DAYS ? DAYS - n : 1 + mixed(n + 1, n % 2 ? DAYS : 14),
    at: `${hour}:${10 + mixed(n + 5, 50)}`,
    customer: `guest-${n % GUESTS}`,
    steps,
  };
}

/** A day on duty: a store that nobody serves takes no chat. */
const onDuty = (by: string, daysAgo: number): DemoCourse => ({
  daysAgo,
  at: '08:50',
  steps: [
    [by, 'setPresence', ({ userId }) => ({ id: userId, presence: 'ONLINE' })],
    [by, 'setPresence', ({ userId }) => ({ id: userId, presence: 'OFFLINE' }), 13.5],
  ],
});

export const chatDemo: readonly DemoCourse[] = [
  ...Array.from({ length: 200 }, (_, n) => chat(n)),
  ...Array.from({ length: DAYS }, (_, n) => [onDuty('PA', n + 1), onDuty('AA', n + 1)]).flat(),
];
