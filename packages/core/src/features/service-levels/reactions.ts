/** @module How the clocks hear of what happens in a conversation, in the same commit. */
import type { ActionContext, PlannedRead, Seen } from '../../kernel/context.ts';
import { inCommit } from '../../kernel/event.ts';
import type { RowOf } from '../../kernel/entity.ts';
import {
  conversationAbandoned,
  conversationAssigned,
  conversationClosed,
  conversationHoldEnded,
  conversationMerged,
  conversationQueued,
  isAnswer,
  messageSent,
  type Conversation,
  type Message,
} from '../conversations/index.ts';
import { Customer } from '../customers/index.ts';
import { conversationUnderstood } from '../understanding/index.ts';
import { chooseAgain, noteAgent, startRound, stopAll, stopRound } from './clock.ts';
import { factsKey } from './facts.ts';
import { SlaClock } from './entities.ts';
import { isFarewell } from './farewell.ts';
import { Sla } from './fields.ts';

type MessageRow = RowOf<typeof Message>;
type ConversationRow = RowOf<typeof Conversation>;

/** States in which people are in charge; a robot and an offline message owe no reply in time. */
const WITH_PEOPLE: readonly string[] = ['QUEUED', 'ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER'];

/** What a person said that answers (R-CH-13, R-CH-15). */
export const isHumanReply = (message: Pick<MessageRow, 'sender' | 'isAuto' | 'kind' | 'body'>): boolean =>
  message.sender === 'AGENT' && message.kind !== 'NOTE' && message.kind !== 'EVENT' && isAnswer(message);

async function onMessage(ctx: ActionContext, message: MessageRow): Promise<void> {
  const conversation = await ctx.get(Sla, message.conversationId);
  if (isHumanReply(message))
    return stopRound(ctx, conversation, { event: 'answer', agentId: message.senderId, at: message.at });
  if (message.sender !== 'CUSTOMER' || !WITH_PEOPLE.includes(conversation.state)) return;
  if (conversation.slaClockId === null && !isNoRequest(message, conversation))
    await startRound(ctx, conversation, message.at);
}

/** The rows that {@link onMessage} will want. */
function readsOfMessage(message: MessageRow, seen: Seen): PlannedRead[] {
  const conversation = seen(Sla, message.conversationId);
  if (!conversation) return [];
  if (isHumanReply(message)) return [{ entity: SlaClock, id: conversation.slaClockId }];
  const begins = message.sender === 'CUSTOMER' && conversation.slaClockId === null;
  return begins && WITH_PEOPLE.includes(conversation.state) ? [{ entity: Customer, id: conversation.customerId }] : [];
}

/** Thanks after an answer ask for nothing; as first words they are a greeting. */
const isNoRequest = ({ kind, body }: MessageRow, { firstHumanReplyAt }: ConversationRow): boolean =>
  firstHumanReplyAt !== null && (kind === 'TEXT' || kind === 'EMOJI') && isFarewell(body);

async function onQueued(ctx: ActionContext, { id }: ConversationRow): Promise<void> {
  const conversation = await ctx.get(Sla, id);
  if (conversation.waitingSince && conversation.slaClockId === null) await startRound(ctx, conversation, ctx.now);
}

/** What the guest asked is owed by whoever has the conversation in which it goes on. */
async function onMerged(ctx: ActionContext, { into }: { readonly into: ConversationRow }): Promise<void> {
  if (WITH_PEOPLE.includes((await latest(ctx, into)).state)) await onQueued(ctx, into);
}

/** The word that was promised for now is owed from now on. */
async function onHoldEnded(ctx: ActionContext, { id }: ConversationRow): Promise<void> {
  const conversation = await ctx.get(Sla, id);
  if (conversation.slaClockId === null) await startRound(ctx, conversation, ctx.now);
}

/** Intent or priority were read anew or set by a person. */
async function onUnderstood(ctx: ActionContext, { id }: ConversationRow): Promise<void> {
  const conversation = await ctx.get(Sla, id);
  if (conversation.slaClockId !== null && conversation.slaFacts !== factsKey(conversation))
    await chooseAgain(ctx, conversation);
}

const latest = (ctx: ActionContext, { id }: ConversationRow) => ctx.get(Sla, id);

export const reactions = [
  inCommit(messageSent, onMessage, readsOfMessage),
  inCommit(conversationUnderstood, onUnderstood),
  inCommit(conversationQueued, onQueued),
  inCommit(conversationMerged, onMerged),
  inCommit(conversationHoldEnded, onHoldEnded),
  inCommit(conversationAssigned, async (ctx, row) => noteAgent(ctx, await latest(ctx, row), ctx.now)),
  inCommit(conversationClosed, async (ctx, row) => stopAll(ctx, await latest(ctx, row), ctx.now)),
  inCommit(conversationAbandoned, async (ctx, row) => stopAll(ctx, await latest(ctx, row), ctx.now)),
];
