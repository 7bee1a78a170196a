/** @module What conversations know of a customer, for their file. */
import { inCommit } from '../../kernel/event.ts';
import { answer } from '../../kernel/point.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { contactsLeft, customerMerged, timeline, TimelineKind } from '../customers/index.ts';
import { Conversation, Rating } from './entities.ts';
import { bringAlong } from './merge.ts';

/** Conversations that are looked through for e-mail addresses that the customer left. */
const MOST_CONVERSATIONS = 100;

export const ConversationEntry = addTo(TimelineKind, {
  CONVERSATION: { en: 'Conversation', zh: '会话' },
  RATING: { en: 'Rating', zh: '评价' },
});

export const customerAnswers = [
  answer(timeline, async (ctx, { customerId, first }) => {
    const [conversations, ratings] = await Promise.all([
      ctx.find(Conversation, { where: { customerId }, order: [['openedAt', 'desc']], limit: first }),
      ctx.find(Rating, { where: { customerId }, order: [['ratedAt', 'desc']], limit: first }),
    ]);
    return [
      ...conversations.map(({ id, openedAt: at, preview: title, state }) => ({
        kind: ConversationEntry.codes.CONVERSATION,
        at,
        id,
        title,
        state,
      })),
      ...ratings.map(({ conversationId: id, ratedAt: at, score }) => ({
        kind: ConversationEntry.codes.RATING,
        at,
        id,
        title: '★'.repeat(score),
        state: String(score),
      })),
    ];
  }),
  answer(contactsLeft, async (ctx, { customerId }) => {
    const rows = await ctx.find(Conversation, {
      where: { customerId, contactEmail: { ne: null } },
      order: [['openedAt', 'desc']],
      limit: MOST_CONVERSATIONS,
    });
    return rows.flatMap(({ contactEmail }) => contactEmail ?? []);
  }),
];

export const guestsConversations = inCommit(customerMerged, (ctx, { guestId, customer }) =>
  bringAlong(ctx, guestId, customer),
);
