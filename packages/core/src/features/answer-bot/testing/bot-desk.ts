/** @module A desk for tests of the bot: a store whose bot is on, a few published articles, a customer and an agent. */
import type { Desk } from '../../../kernel/desk.ts';
import type { BaseRow, RowOf } from '../../../kernel/entity.ts';
import type { DeskStore } from '../../../kernel/store.ts';
import type { Ports } from '../../../ports/index.ts';
import { createTestDesk } from '../../../testing/test-desk.ts';
import { Conversation, Message } from '../../conversations/entities.ts';
import { BotAnswer, BotSession } from '../entities.ts';
import { DEFAULT_BOT, type StoreBot } from '../settings.ts';

export const ARTICLES = {
  freight: {
    zh: '退货运费由谁承担',
    body: '## 运费\n无理由退货的运费由**买家**承担;质量问题由店铺承担。',
    en: 'Who pays for the return shipping',
    bodyEn: 'You pay the shipping for a return without reason; we pay it when the goods are faulty.',
  },
  invoice: {
    zh: '如何开具电子发票',
    body: '在订单详情里点击申请发票,填写抬头和税号,电子发票会发到您的邮箱。',
    en: 'How to get an invoice',
    bodyEn: 'Open the order, choose invoice, fill in the company name and tax number; the invoice is sent by e-mail.',
  },
} as const;

interface BotDeskOptions {
  readonly bot?: Partial<StoreBot>;
  readonly store?: DeskStore;
  readonly ports?: Partial<Ports>;
  readonly seed?: number;
}

/** Opens a conversation with the bot; `say` sends as the customer and waits for the bot. */
export async function botDesk({ bot = {}, ...options }: BotDeskOptions = {}) {
  const setup = await createTestDesk(options);
  const agent = await setup.staff('PA1', ['PA']);
  const admin = await setup.staff('AD1', ['AD'], { presence: 'OFFLINE' });
  await setup.desk
    .as(admin)
    .answerBot.setStoreBot({ id: setup.store.id, bot: { ...DEFAULT_BOT, mode: 'BOT', ...bot } });
  const desk = setup.desk as unknown as Desk;
  const articles = { freight: await publish(desk, ARTICLES.freight), invoice: await publish(desk, ARTICLES.invoice) };
  const shopper = await setup.shopper();
  const { id } = await setup.desk.as(shopper).conversations.openConversation({});
  let said = 0;
  const say = (text: string) =>
    setup.desk.as(shopper).conversations.sendMessage({
      conversationId: id,
      text,
      clientMsgId: `said-${String((said += 1)).padStart(4, '0')}`,
    });
  const read = setup.desk.read(setup.system);
  return {
    ...setup,
    newShopper: setup.shopper,
    agent,
    admin,
    shopper,
    id,
    say,
    articles,
    now: () => setup.desk.read(setup.system).get(Conversation, id),
    session: () => setup.desk.read(setup.system).get(BotSession, id),
    answers: () =>
      setup.desk.read(setup.system).all(BotAnswer, { where: { conversationId: id }, order: [['at', 'asc']] }),
    entries: async (): Promise<RowOf<typeof Message>[]> =>
      setup.desk.read(setup.system).all(Message, { where: { conversationId: id }, order: [['seq', 'asc']] }),
    fromBot: async () =>
      await read.all(Message, { where: { conversationId: id, sender: 'BOT' }, order: [['seq', 'asc']] }),
  };
}

const SYSTEM = { kind: 'system', tenantId: 'tenant-1', name: 'test' } as const;

/** Writes and publishes an article. */
export async function publish(
  desk: Desk,
  { zh, body, en, bodyEn }: { zh: string; body: string; en: string; bodyEn: string },
  more: object = {},
): Promise<string> {
  const { id } = (await desk.perform(SYSTEM, 'createArticle', {
    title: { zh, en },
    body: { zh: body, en: bodyEn },
    audience: 'PUBLIC',
    ...more,
  })) as BaseRow;
  await desk.perform(SYSTEM, 'submitArticle', { id });
  await desk.perform(SYSTEM, 'publishArticle', { id });
  return id;
}
