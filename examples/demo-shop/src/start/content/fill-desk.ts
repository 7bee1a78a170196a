/**
 * @module Fills a new demo with what a visitor finds on his first day: answers in both languages, chats that wait, and
 * cases on every step of their way. Everything is done by the people it belongs to, so the trail of it is real.
 */
import { Article, type Actor, type Shop, type ShopCustomer, type ShopOrder } from '@shopdesk/core';
import { fillAround } from './around.ts';
import { DEMO_ARTICLES } from './articles.ts';
import { customerActor, staffActor, visitorActor, type DemoPeople } from './people.ts';

export interface DemoContent extends DemoPeople {
  readonly storeId: string;
  /** Of the store. */
  readonly timeZone: string;
  readonly shop: Shop;
  readonly now: () => Date;
}

/** Does nothing in a desk that has an article. */
export async function fillDesk(content: DemoContent): Promise<void> {
  const { desk, tenantId } = content;
  if (await desk.read({ kind: 'system', tenantId, name: 'demo' }).first(Article, {})) return;
  await writeArticles(content);
  await desk.perform(await staffActor(content, 'SV'), 'setReturnAddress', {
    storeId: content.storeId,
    text: 'Blue Heron Market, Returns, 48 Harbor Road, Portland, ME 04101',
  });
  await openCases(content);
  await fillAround(content);
  await openChats(content);
}

async function writeArticles(content: DemoContent): Promise<void> {
  const [author, reviewer] = [await staffActor(content, 'PA'), await staffActor(content, 'SV')];
  for (const article of DEMO_ARTICLES) {
    const { id } = (await content.desk.perform(author, 'createArticle', article)) as { id: string };
    await content.desk.perform(author, 'submitArticle', { id });
    await content.desk.perform(reviewer, 'publishArticle', { id });
  }
  // Agents see what it would say; customers hear it only once somebody lets it answer by itself.
  const bot = { mode: 'DRAFT', name: { zh: '小苍鹭', en: 'Heron' }, rephrase: false, sendPersonalData: false };
  await content.desk.perform(await staffActor(content, 'AD'), 'setStoreBot', { id: content.storeId, bot });
}

interface Wanted {
  readonly type: 'RETURN_REFUND' | 'EXCHANGE' | 'REPAIR';
  readonly reason: 'NO_REASON' | 'PERFORMANCE_FAULT' | 'SIZE_COLOR' | 'LATE';
  readonly description: string;
  readonly locale: 'en' | 'zh-CN';
  /** How far the case has come. */
  readonly until: 'SUBMITTED' | 'SENT' | 'RECEIVED' | 'REFUNDED';
}

const CASES: readonly Wanted[] = [
  {
    type: 'RETURN_REFUND',
    reason: 'LATE',
    description: 'It came after the birthday it was meant for.',
    locale: 'en',
    until: 'SUBMITTED',
  },
  {
    type: 'REPAIR',
    reason: 'PERFORMANCE_FAULT',
    description: '按键有时没有反应。',
    locale: 'zh-CN',
    until: 'SUBMITTED',
  },
  {
    type: 'EXCHANGE',
    reason: 'SIZE_COLOR',
    description: 'The colour does not suit me.',
    locale: 'en',
    until: 'SUBMITTED',
  },
  { type: 'RETURN_REFUND', reason: 'NO_REASON', description: '', locale: 'en', until: 'SENT' },
  { type: 'RETURN_REFUND', reason: 'NO_REASON', description: '不太合适。', locale: 'zh-CN', until: 'RECEIVED' },
  { type: 'RETURN_REFUND', reason: 'NO_REASON', description: '', locale: 'en', until: 'REFUNDED' },
];

/** Each case on an order of its own that the policy allows it for. */
async function openCases(content: DemoContent): Promise<void> {
  const orders = await deliveredOrders(content.shop);
  for (const wanted of CASES) {
    while (orders.length > 0) {
      const order = orders.shift() as ShopOrder;
      if (await openCase(content, wanted, order)) break;
    }
  }
}

/** Delivered lately, one for each customer. */
async function deliveredOrders(shop: Shop): Promise<ShopOrder[]> {
  const page = await shop.searchOrders?.({ status: 'DELIVERED', first: 100 });
  const fresh = (page?.items ?? []).filter(({ returns }) => returns.length === 0);
  return fresh.filter(({ customerId }, index) => fresh.findIndex((other) => other.customerId === customerId) === index);
}

async function openCase(content: DemoContent, wanted: Wanted, order: ShopOrder): Promise<boolean> {
  const item = await itemOf(content.shop, wanted, order);
  if (!item) return false;
  const customer = await customerActor(
    content,
    await content.shop.customer(order.customerId),
    wanted.locale,
    content.now(),
  );
  const { type, reason, description } = wanted;
  const paymentMethodId = order.payments[0]?.paymentMethodId;
  const asked = {
    orderId: order.id,
    type,
    reason,
    description,
    items: [item],
    ...(type !== 'REPAIR' && paymentMethodId ? { paymentMethodId } : {}),
  };
  const { outcome, confirmation } = (await content.desk.show(customer, 'previewCase', asked)) as {
    outcome: string;
    confirmation: string;
  };
  if (outcome === 'DENY') return false;
  const { id } = (await content.desk.perform(customer, 'submitCase', { ...asked, confirmation })) as { id: string };
  await advance(content, { id, customer }, wanted.until);
  return true;
}

/** A line, and for an exchange another variant of it that can be had. */
async function itemOf(
  shop: Shop,
  { type }: Wanted,
  { lines }: ShopOrder,
): Promise<{ lineId: string; newVariantId?: string } | undefined> {
  const [line] = lines;
  if (!line || type !== 'EXCHANGE') return line && { lineId: line.id };
  const { variants } = await shop.product(line.productId);
  const other = variants.find(
    ({ id, available, price }) => available && id !== line.variantId && price.amount <= line.unitPrice.amount,
  );
  return other && { lineId: line.id, newVariantId: other.id };
}

async function advance(
  content: DemoContent,
  { id, customer }: { id: string; customer: Actor },
  until: Wanted['until'],
): Promise<void> {
  const { desk } = content;
  if (until === 'SUBMITTED') return;
  await desk.perform(customer, 'shipReturn', {
    id,
    carrier: 'Blue Heron Parcel',
    waybill: `BH${id.replaceAll(/\W/g, '').slice(-10).toUpperCase()}`,
  });
  if (until === 'SENT') return;
  const warehouse = await staffActor(content, 'WH');
  await desk.perform(warehouse, 'receiveReturn', { id });
  if (until === 'RECEIVED') return;
  await desk.perform(warehouse, 'inspectReturn', { id, result: 'PASS' });
  await desk.perform(await staffActor(content, 'AA'), 'settleReturn', { id });
}

/**
 * Customers who wait for somebody, with what they ask. The manager is there while they come, because nobody waits for
 * an empty desk, and they are given to nobody meanwhile.
 */
async function openChats(content: DemoContent): Promise<void> {
  const { desk, storeId } = content;
  const manager = await staffActor(content, 'MG');
  const route = (mode: 'MANUAL' | 'AUTO') => desk.perform(manager, 'setRoutingPolicy', { storeId, mode });
  const be = (presence: 'ONLINE' | 'OFFLINE') => desk.perform(manager, 'setPresence', { id: manager.userId, presence });
  await route('MANUAL');
  await be('ONLINE');
  await writeToDesk(content);
  await be('OFFLINE');
  await route('AUTO');
}

async function writeToDesk(content: DemoContent): Promise<void> {
  const [sent, open] = await Promise.all(
    (['SHIPPED', 'PAID'] as const).map(
      async (status) => (await content.shop.searchOrders?.({ status, first: 20 }))?.items[0],
    ),
  );
  if (sent)
    await chat(content, await content.shop.customer(sent.customerId), {
      locale: 'en',
      order: sent,
      text: 'Hi, could you tell me when this parcel will arrive?',
    });
  if (open)
    await chat(content, await content.shop.customer(open.customerId), {
      locale: 'zh-CN',
      order: open,
      text: '您好，这个订单还没发货，可以帮我改一下收货地址吗？',
    });
  const visitor = await visitorActor(content);
  const conversation = (await content.desk.perform(visitor, 'openConversation', { locale: 'en' })) as { id: string };
  await content.desk.perform(visitor, 'sendMessage', {
    conversationId: conversation.id,
    clientMsgId: 'demo-visitor-1',
    text: 'Do your steel water bottles keep tea warm over a morning?',
  });
}

async function chat(
  content: DemoContent,
  customer: ShopCustomer,
  { locale, order, text }: { locale: 'en' | 'zh-CN'; order: ShopOrder; text: string },
): Promise<void> {
  const actor = await customerActor(content, customer, locale, content.now());
  const { id } = (await content.desk.perform(actor, 'openConversation', { locale })) as { id: string };
  await content.desk.perform(actor, 'sendMessage', {
    conversationId: id,
    clientMsgId: `demo-card-${order.id}`.slice(0, 64),
    card: { type: 'ORDER', id: order.id },
  });
  await content.desk.perform(actor, 'sendMessage', {
    conversationId: id,
    clientMsgId: `demo-text-${order.id}`.slice(0, 64),
    text,
  });
}
