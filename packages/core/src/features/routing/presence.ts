/**
 * @module What one's presence asks (domain model 3.8): ONLINE needs an automatic reply and the right to serve
 * customers; nobody leaves customers without an answer.
 */
import type { ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { hasVisible } from '../../kernel/text.ts';
import { mayNotServe, User } from '../access/index.ts';
import { Conversation, OWNED_STATES } from '../conversations/index.ts';
import { AgentLoad } from './entities.ts';
import { NO_AUTO_REPLY } from './auto-reply.ts';
import { UNANSWERED_CONVERSATIONS } from '../conversations/index.ts';

/** More conversations than this nobody has. */
const MOST_HELD = 200;
const LEAVING: readonly string[] = ['AWAY', 'BREAK', 'OFFLINE', 'TRAINING'];

interface Wish {
  readonly presence: string;
  readonly reason?: string | undefined;
}

/** Why somebody may not change to a presence now. */
export async function mayBe(
  ctx: ActionContext,
  user: RowOf<typeof User>,
  { presence, reason }: Wish,
): Promise<Denial | undefined> {
  if (presence === 'ONLINE') return mayGoOnline(ctx, user);
  if (!LEAVING.includes(presence) || ctx.actor.kind === 'system') return undefined;
  // A lead who gives a reason answers for those who wait (R-CH-14); the audit trail has both.
  const overrides = ctx.actor.kind === 'staff' && ctx.actor.permissions.has('presence.override') && Boolean(reason);
  return overrides ? undefined : mayLeave(ctx, user.id);
}

async function mayGoOnline(ctx: ActionContext, user: RowOf<typeof User>): Promise<Denial | undefined> {
  return hasVisible(user.autoReplyText) ? mayNotServe(ctx, user) : NO_AUTO_REPLY;
}

async function mayLeave(ctx: ActionContext, userId: string): Promise<Denial | undefined> {
  // Read before the conversations: who gives him one meanwhile writes this row, and all of this is asked again.
  await ctx.trusted('everybody at work counts').maybe(AgentLoad, userId);
  const where = { ownerId: userId, state: { in: OWNED_STATES }, waitingSince: { ne: null } };
  const unanswered = await ctx.trusted('all stores of the person').find(Conversation, { where, limit: MOST_HELD });
  return unanswered.length > 0
    ? deny(UNANSWERED_CONVERSATIONS, { details: { conversationIds: unanswered.map(({ id }) => id) } })
    : undefined;
}
