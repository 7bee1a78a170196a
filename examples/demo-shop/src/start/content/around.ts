/**
 * @module What stands around the chats and cases of a shop that has been at work: who works when, what may be said of the
 * goods, what people asked in vain, changes of orders that are under way. Each page of the panel has something to show.
 */
import { DeniedError, type ShopOrder } from '@shopdesk/core';
import { zonedDay, zonedDayStart } from '@shopdesk/core/policies';
import type { DemoContent } from './fill-desk.ts';
import { customerActor, staffActor, visitorActor } from './people.ts';

const HOUR_MS = 3_600_000;
/** Who serves customers, and from which to which hour of the store's day. */
const SHIFTS = [
  { role: 'PA', type: 'MORNING', from: 8, to: 16 },
  { role: 'AA', type: 'MORNING', from: 8, to: 16 },
  { role: 'TS', type: 'DAY', from: 10, to: 18 },
  { role: 'CO', type: 'DAY', from: 10, to: 18 },
  { role: 'SM', type: 'EVENING', from: 14, to: 22 },
  { role: 'TL', type: 'EVENING', from: 14, to: 22 },
] as const;
const DAYS_PLANNED = 14;

const QUESTIONS: readonly { readonly text: string; readonly locale: 'en' | 'zh-CN'; readonly times: number }[] = [
  { text: 'Do you wrap orders as a gift?', locale: 'en', times: 4 },
  { text: '可以指定周末送货吗？', locale: 'zh-CN', times: 3 },
  { text: 'Is the keyboard available with a German layout?', locale: 'en', times: 2 },
];

/** Facts of the goods that are asked for most, by what the shop calls them. */
const FACTS = [
  {
    title: 'Water Bottle',
    category: 'HOME',
    facts: {
      COMPOSITION: { zh: '304 不锈钢、玻璃或塑料，见规格。', en: '304 steel, glass or plastic, see the variant.' },
      FUNCTION: {
        zh: '不锈钢款保冷或保温约六小时。',
        en: 'The steel ones keep drinks cold or warm for about six hours.',
      },
      SIZE: { zh: '500、750 或 1000 毫升。', en: '500, 750 or 1000 ml.' },
      CAUTIONS: { zh: '请勿用微波炉加热。', en: 'Not for the microwave.' },
    },
  },
  {
    title: 'Headphones',
    category: 'ELECTRONICS',
    facts: {
      FUNCTION: { zh: '有线或蓝牙，带麦克风。', en: 'Wired or Bluetooth, with a microphone.' },
      USAGE: { zh: '长按电源键七秒进入配对。', en: 'Hold the power button for seven seconds to pair.' },
      CAUTIONS: { zh: '仅部分规格防水。', en: 'Only some variants are water resistant.' },
    },
  },
  {
    title: 'T-Shirt',
    category: 'CLOTHING',
    facts: {
      COMPOSITION: { zh: '棉或涤纶，见规格。', en: 'Cotton or polyester, see the variant.' },
      SIZE: { zh: 'S 至 XXL，常规版型。', en: 'S to XXL, regular fit.' },
      SUITABLE_FOR: { zh: '成人。', en: 'Adults.' },
    },
  },
] as const;

/** @throws DeniedError when the desk's rules refuse some of it */
export async function fillAround(content: DemoContent): Promise<void> {
  await planShifts(content);
  await allowContacts(content);
  await writeFacts(content);
  await writeMacros(content);
  await missAnswers(content);
  await changeOrders(content);
}

async function planShifts(content: DemoContent): Promise<void> {
  const { desk, storeId, timeZone } = content;
  const lead = await staffActor(content, 'TL');
  const today = zonedDay(content.now().getTime(), timeZone);
  // Day 0 was a Thursday.
  const monday = today - ((today + 3) % 7);
  for (let day = 0; day < DAYS_PLANNED; day += 1) {
    // At the weekend one early and one late.
    const shifts = day % 7 < 5 ? SHIFTS : SHIFTS.filter(({ role }) => role === 'PA' || role === 'SM');
    for (const { role, type, from, to } of shifts) {
      const { userId } = await staffActor(content, role);
      const at = (hour: number) => new Date(zonedDayStart(monday + day, timeZone) + hour * HOUR_MS);
      if (at(to) <= content.now()) continue;
      const span = { startAt: at(from).toISOString(), endAt: at(to).toISOString() };
      await desk.perform(lead, 'planShift', { userId, storeIds: [storeId], type, ...span });
    }
  }
}

async function allowContacts(content: DemoContent): Promise<void> {
  const supervisor = await staffActor(content, 'SV');
  for (const [value, note] of [
    ['service@blueheron.example', 'Customer service · 客服邮箱'],
    ['+1 207 555 0148', 'Returns desk, weekdays 9–17 · 退货专线'],
  ])
    await content.desk.perform(supervisor, 'addSafeContact', { storeId: content.storeId, value, note });
}

async function writeFacts(content: DemoContent): Promise<void> {
  const author = await staffActor(content, 'PA');
  for (const { title, category, facts } of FACTS) {
    const found = await content.shop.searchProducts({ text: title, first: 5 });
    const product = found.items.find((one) => one.title === title);
    if (!product) continue;
    await content.desk.perform(author, 'setProductKnowledge', {
      storeId: content.storeId,
      productId: product.id,
      category,
      facts: Object.entries(facts).map(([name, text]) => ({ name, text })),
    });
  }
}

async function writeMacros(content: DemoContent): Promise<void> {
  const supervisor = await staffActor(content, 'SV');
  for (const macro of [
    {
      name: { zh: '查件后结束', en: 'Parcel looked up, close' },
      steps: [
        { kind: 'SET_TOPIC', intent: 'LOGISTICS' },
        { kind: 'ADD_NOTE', text: 'Tracking looked up with the carrier · 已向快递核实' },
        { kind: 'CLOSE', intent: 'LOGISTICS', result: 'SOLVED' },
      ],
    },
    {
      name: { zh: '转售后', en: 'Hand to after-sales' },
      steps: [
        { kind: 'SET_TOPIC', intent: 'RETURN' },
        { kind: 'TRANSFER', transferReason: 'AFTER_SALE', text: 'Return or exchange · 退换货' },
      ],
    },
  ])
    await content.desk.perform(supervisor, 'createMacro', { ...macro, shared: true });
}

async function missAnswers(content: DemoContent): Promise<void> {
  const visitor = await visitorActor(content);
  for (const { text, times } of QUESTIONS)
    for (let time = 0; time < times; time += 1)
      await content.desk.perform(visitor, 'reportKnowledgeGap', { question: text });
}

/** Two shoppers whose parcels are on their way ask for another address, which the warehouse decides. */
async function changeOrders(content: DemoContent): Promise<void> {
  const page = await content.shop.searchOrders?.({ status: 'SHIPPED', first: 40 });
  let done = 0;
  for (const order of page?.items.slice(5) ?? []) if (done < 2 && (await changeAddress(content, order))) done += 1;
}

async function changeAddress(content: DemoContent, order: ShopOrder): Promise<boolean> {
  if (!order.address) return false;
  const customer = await customerActor(content, await content.shop.customer(order.customerId), 'en', content.now());
  const address = { ...order.address, line1: '12 Harbor View', line2: 'Apt 4' };
  const asked = { orderId: order.id, change: 'ADDRESS', address };
  try {
    const plan = (await content.desk.show(customer, 'previewOrderChange', asked)) as { confirmation: string };
    await content.desk.perform(customer, 'requestOrderChange', { ...asked, confirmation: plan.confirmation });
    return true;
  } catch (error) {
    // The policy has its own word on each order: the next one is asked for.
    if (error instanceof DeniedError) return false;
    throw error;
  }
}
