import type { RowOf } from '../../../kernel/entity.ts';
import type { Scenes, Values } from '../../testing/scene.ts';
import type { World } from '../../testing/world.ts';
import { Conversation } from '../../conversations/index.ts';
import { BotAnswer, BotSession } from '../entities.ts';
import { DEFAULT_BOT } from '../settings.ts';
import { ARTICLES, publish } from './bot-desk.ts';

/** Bob has asked the bot something, and has its answer. */
async function asked({ desk, staff, bob, storeId, system }: World) {
  await desk.perform(staff.AD, 'setStoreBot', { id: storeId, bot: { ...DEFAULT_BOT, mode: 'BOT' } });
  await publish(desk, ARTICLES.freight);
  const { id: conversationId } = (await desk.perform(bob, 'openConversation', {})) as { id: string };
  await desk.perform(bob, 'sendMessage', { conversationId, clientMsgId: 'asked-0001', text: '退货运费由谁承担' });
  const read = desk.read(system);
  const session = await read.get(BotSession, conversationId);
  const answer = (await read.first(BotAnswer, { conversationId })) as RowOf<typeof BotAnswer>;
  const { lastSeq } = await read.get(Conversation, conversationId);
  return { conversationId, session, answer, lastSeq };
}

async function sessionOf(world: World, fields: Values) {
  const known = await asked(world);
  await world.put(BotSession, { ...known.session, ...fields } as typeof known.session);
  return known;
}

export const botScenes: Scenes = {
  calls: {
    answerByBot: async (world) => {
      const { conversationId } = await sessionOf(world, { seq: 0 });
      return { actor: world.system, input: { conversationId, seq: 1 } };
    },
    draftByBot: async (world) => {
      const { conversationId } = await sessionOf(world, { seq: 0, state: 'DRAFT' });
      return { actor: world.system, input: { conversationId, seq: 1 } };
    },
    settleBotDraft: async (world) => {
      const { articleId, title, edition } = world.rows.get('Article') as never as Values & { articleId: string };
      const draft = { articleId: articleId ?? 'a', title, edition, text: 'You pay it.', seq: 1 };
      const { conversationId } = await sessionOf(world, { state: 'DRAFT', draft });
      return { actor: world.staff.PA, input: { conversationId, outcome: 'USED' } };
    },
    rateBotAnswer: async (world) => {
      const { conversationId, answer } = await asked(world);
      return { actor: world.bob, input: { conversationId, messageId: answer.messageId, helpful: true } };
    },
    endBotConversation: async (world) => {
      const { conversationId, lastSeq } = await asked(world);
      return { actor: world.system, input: { conversationId, seq: lastSeq } };
    },
  },
};
