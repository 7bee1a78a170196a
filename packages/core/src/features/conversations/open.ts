import { z } from 'zod';
import { defineAction, listOf, one } from '../../kernel/action.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { pageAddress } from '../../kernel/page-address.ts';
import { Store, User, storeOf, locale } from '../access/index.ts';
import { Customer } from '../customers/index.ts';
import { Conversation } from './entities.ts';
import { conversationDeferred, conversationOpened, conversationQueued, serviceStarted } from './events.ts';
import { OPEN_STATES } from './machine.ts';
import { admission, firstWord } from './points.ts';
import { isOpen, nextOpening, serviceCalendar } from '../calendar/index.ts';
import { addEvent } from './timeline.ts';
import { serviceTimer } from './timers.ts';

type StoreRow = RowOf<typeof Store>;
type ConversationRow = RowOf<typeof Conversation>;

/** More people than this are not on duty in one tenant. */
const MOST_ON_DUTY = 1000;

/** Whether somebody serves the store now: inside service hours and at least one agent online. */
export async function isServed(ctx: ReadContext, store: StoreRow): Promise<boolean> {
  if (!isOpen(serviceCalendar(store), ctx.now)) return false;
  const online = await ctx.trusted('whether somebody is at work to serve').find(User, {
    where: { presence: { in: ['ONLINE', 'BUSY'] }, active: true },
    limit: MOST_ON_DUTY,
  });
  return online.some((user) => user.storeIds.length === 0 || user.storeIds.includes(store.id));
}

/** Whether so many wait that who comes now had better leave a message. */
export const isFull = async (ctx: ReadContext, storeId: string, customerId: string): Promise<boolean> =>
  (await ctx.ask(admission, { storeId, customerId })).includes('FULL');

/** Whether somebody serves a store now. */
export const isServedNow = async (ctx: ReadContext, storeId: string): Promise<boolean> =>
  isServed(ctx, await storeOf(ctx, storeId));

/** Whether who comes now is served now: somebody serves, and the queue is not full. */
export async function isTaken(ctx: ReadContext, storeId: string, customerId: string): Promise<boolean> {
  const [served, full] = await Promise.all([isServedNow(ctx, storeId), isFull(ctx, storeId, customerId)]);
  return served && !full;
}

/** What a new conversation says of its customer; all else begins with its default. */
export const startedBy = ({ id: customerId, storeId, name }: RowOf<typeof Customer>, now: string) => ({
  storeId,
  customerId,
  customerName: name,
  channel: 'WEB_CHAT' as const,
  openedAt: now,
  lastMessageAt: now,
});

/**
 * The customer's open conversation in the store, or a new one: with the bot where it answers, queued when somebody
 * serves, else offline.
 */
export const openConversation = defineAction({
  title: { en: 'Open a conversation', zh: '发起会话' },
  allow: { shopper: true },
  input: z.object({
    /** Kept without fragment and query; see `pageAddress`. */
    pageUrl: z.string().max(2000).optional(),
    locale: locale.optional(),
    contactEmail: z.email().max(254).optional(),
  }),
  output: one(Conversation),
  run: async (ctx, input) => {
    const { actor } = ctx;
    if (actor.kind !== 'shopper') return refuse('FORBIDDEN');
    const { customerId, storeId } = actor;
    const [customer, open, store, served] = await Promise.all([
      ctx.get(Customer, customerId),
      ctx.first(Conversation, { customerId, storeId, state: { in: OPEN_STATES } }),
      ctx.get(Store, storeId),
      isTaken(ctx, storeId, customerId),
    ]);
    if (open) return withContact(ctx, open, input.contactEmail);
    const [bot = null] = await ctx.ask(firstWord, store);
    const withBot = bot === 'BOT';
    const conversation = ctx.insert(Conversation, {
      ...startedBy(customer, ctx.now),
      state: withBot ? 'BOT' : served ? 'QUEUED' : 'OFFLINE',
      bot,
      queuedAt: served && !withBot ? ctx.now : null,
      locale: input.locale ?? customer.locale,
      pageUrl: input.pageUrl ? pageAddress(input.pageUrl) : null,
      contactEmail: input.contactEmail ?? null,
    });
    if (!served && !withBot) await scheduleServiceStart(ctx, store);
    ctx.emit(conversationOpened, conversation);
    if (served && !withBot) ctx.emit(conversationQueued, conversation);
    return conversation;
  },
});

function queued(ctx: ActionContext, conversation: ConversationRow): ConversationRow {
  ctx.emit(conversationQueued, conversation);
  return conversation;
}

function withContact(
  ctx: ActionContext,
  conversation: ConversationRow,
  contactEmail: string | undefined,
): ConversationRow {
  if (!contactEmail || contactEmail === conversation.contactEmail) return conversation;
  return ctx.update(Conversation, conversation, { contactEmail });
}

async function scheduleServiceStart(ctx: ActionContext, store: StoreRow): Promise<void> {
  const opening = nextOpening(serviceCalendar(store), ctx.now);
  if (opening && opening > ctx.now) await ctx.at(serviceTimer, opening, store);
}

/** Asks for a person instead of the robot; the waiting time starts now. */
export const requestHuman = defineAction({
  title: { en: 'Ask for a person', zh: '转人工' },
  allow: { shopper: true, staff: 'conversation.assign', system: true },
  on: Conversation,
  input: z.object({}),
  output: one(Conversation),
  event: 'requestHuman',
  run: (ctx, row) => queueForPerson(ctx, row),
});

/** From the robot into the queue, or among the messages that are answered later when nobody serves now. */
export async function queueForPerson(ctx: ActionContext, conversation: ConversationRow): Promise<ConversationRow> {
  const { storeId, customerId } = conversation;
  if (await isTaken(ctx, storeId, customerId))
    return queued(
      ctx,
      addEvent(ctx, ctx.fire(Conversation, conversation, 'requestHuman', { queuedAt: ctx.now }), 'QUEUED'),
    );
  const left = addEvent(ctx, ctx.fire(Conversation, conversation, 'openOffline'), 'OFFLINE');
  await scheduleServiceStart(ctx, await storeOf(ctx, storeId));
  ctx.emit(conversationDeferred, left);
  return left;
}

/** Puts offline conversations of a store into the queue, oldest first, up to 100 at a time (3.2 serviceStart). */
export const startService = defineAction({
  title: { en: 'Start service', zh: '开始服务' },
  allow: { system: true, staff: 'conversation.assign' },
  input: z.object({ storeId: z.string() }),
  output: listOf(Conversation, 'At most 100: as many as one call starts.'),
  run: async (ctx, { storeId }) => {
    const store = await ctx.get(Store, storeId);
    if (!(await isServed(ctx, store))) return [];
    const waiting = await ctx.trusted('the whole queue counts').find(Conversation, {
      // What a member of staff has left for an absent customer waits for nobody.
      where: { storeId, state: 'OFFLINE', lastPublicSeq: { gt: 0 }, waitingSince: { ne: null } },
      order: [['openedAt', 'asc']],
      limit: 100,
    });
    const started = waiting.map((conversation) =>
      queued(
        ctx,
        addEvent(
          ctx,
          ctx.fire(Conversation, conversation, 'serviceStart', { queuedAt: conversation.queuedAt ?? ctx.now }),
          'SERVICE_STARTED',
        ),
      ),
    );
    ctx.emit(serviceStarted, { storeId });
    return started;
  },
});
