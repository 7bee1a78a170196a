/**
 * @module What one's presence asks (domain model 3.8): ONLINE needs an automatic reply and the skill LIVE; nobody leaves
 * customers without an answer. While somebody is away his customers get his automatic reply once.
 */
import type { ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { User } from '../access/entities.ts';
import { Conversation, Message } from '../conversations/entities.ts';
import { messageSent } from '../conversations/events.ts';
import { OWNED_STATES } from '../conversations/machine.ts';
import { addEntry } from '../conversations/timeline.ts';
import { guardOutbound } from '../guard/outbound.ts';
import { AgentLoad } from './entities.ts';
import { LIVE_SKILL } from './skills.ts';

type ConversationRow = RowOf<typeof Conversation>;

/** More conversations than this nobody has. */
const MOST_HELD = 200;
const LEAVING: readonly string[] = ['AWAY', 'BREAK', 'OFFLINE', 'TRAINING'];

export const isAway = (presence: string): boolean => presence === 'AWAY' || presence === 'BREAK';

interface Wish {
  readonly id: string;
  readonly presence: string;
  readonly reason?: string | undefined;
}

/** Why somebody may not change to a presence now. */
export async function mayBe(ctx: ActionContext, { id, presence, reason }: Wish): Promise<Denial | undefined> {
  const user = await ctx.get(User, id);
  if (presence === 'ONLINE') return mayGoOnline(user);
  if (!LEAVING.includes(presence) || ctx.actor.kind === 'system') return undefined;
  // A lead who gives a reason answers for those who wait (R-CH-14); the audit trail has both.
  const overrides = ctx.actor.kind === 'staff' && ctx.actor.permissions.has('presence.override') && Boolean(reason);
  return overrides ? undefined : mayLeave(ctx, id);
}

function mayGoOnline({ autoReplyText, skills }: RowOf<typeof User>): Denial | undefined {
  if (!autoReplyText.trim()) return deny('POLICY_DENIED', { message: 'Set an automatic reply first.', details: { missing: 'autoReplyText', ruleIds: ['R-CH-13'] } });
  if (skills.includes(LIVE_SKILL)) return undefined;
  return deny('POLICY_DENIED', { message: 'Only who has passed the onboarding (skill LIVE) serves customers.', details: { missing: LIVE_SKILL, ruleIds: ['SC-23'] } });
}

async function mayLeave(ctx: ActionContext, userId: string): Promise<Denial | undefined> {
  // Read before the conversations: who gives him one meanwhile writes this row, and all of this is asked again.
  await ctx.desk.maybe(AgentLoad, userId);
  const where = { ownerId: userId, state: { in: OWNED_STATES }, waitingSince: { ne: null } };
  const unanswered = await ctx.desk.find(Conversation, { where, limit: MOST_HELD });
  return unanswered.length > 0 ? deny('UNANSWERED_CONVERSATIONS', { details: { conversationIds: unanswered.map(({ id }) => id) } }) : undefined;
}

/** Marks what he has in hand: the next word of each customer gets his automatic reply, or none any more. */
export async function markAway(ctx: ActionContext, { id: ownerId, presence }: RowOf<typeof User>): Promise<void> {
  const autoReplyDue = isAway(presence);
  const mine = await ctx.find(Conversation, { where: { ownerId, state: { in: OWNED_STATES }, autoReplyDue: !autoReplyDue }, limit: MOST_HELD });
  for (const conversation of mine) ctx.update(Conversation, conversation, { autoReplyDue });
}

/** The automatic reply of an absent owner, once per customer and absence (R-CH-13). */
export async function replyForAbsent(ctx: ActionContext, conversation: ConversationRow): Promise<void> {
  if (!conversation.autoReplyDue || !conversation.ownerId) return;
  const { id: senderId, name: senderName, autoReplyText } = await ctx.get(User, conversation.ownerId);
  const text = autoReplyText.trim();
  const { denial } = await guardOutbound(ctx, conversation, { text, author: 'agent', confirmed: true });
  if (!text || denial) {
    ctx.update(Conversation, conversation, { autoReplyDue: false });
    return;
  }
  const entry = { sender: 'AGENT' as const, senderId, senderName, kind: 'TEXT' as const, body: text, clientMsgId: `auto:${ctx.newId()}`, isAuto: true };
  const { message } = addEntry(ctx, conversation, entry, { autoReplyDue: false });
  ctx.emit(messageSent, message satisfies RowOf<typeof Message>);
}
