/**
 * @module The automatic reply of one who is away (R-CH-13): each customer gets it once in an absence. Whatever way it
 * is set, what could never be sent is refused when it is set.
 */
import type { ActionContext, ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { hasVisible } from '../../kernel/text.ts';
import { Store, User } from '../access/index.ts';
import { addEntry, Conversation, Message, messageSent, OWNED_STATES } from '../conversations/index.ts';
import { guardOutbound } from '../guard/index.ts';
import { routingTexts as t } from './texts.ts';

/** More conversations than this nobody has. */
const MOST_HELD = 200;
const MOST_STORES = 200;

export const NO_AUTO_REPLY = deny('POLICY_DENIED', {
  text: t.setAutoReply,
  details: { missing: 'autoReplyText', ruleIds: ['R-CH-13'] },
});

interface Wanted {
  /** The field of the input that it comes in. */
  readonly path: string;
  readonly text: string | undefined;
  readonly storeIds?: readonly string[] | undefined;
  readonly userId?: string | undefined;
}

/** Why this may not be somebody's automatic reply; what does not change is not asked about. */
export async function autoReplyAgainst(
  ctx: ReadContext,
  { path, text, storeIds, userId }: Wanted,
): Promise<Denial | undefined> {
  if (text === undefined) return undefined;
  const user = userId === undefined ? undefined : await ctx.trusted('all stores of the person').maybe(User, userId);
  if (user?.autoReplyText === text) return undefined;
  if (hasVisible(text)) return unsendable(ctx, path, { text, storeIds: storeIds ?? user?.storeIds ?? [] });
  if (user?.presence !== 'ONLINE') return undefined;
  return deny('POLICY_DENIED', {
    text: t.onlineNeedsAutoReply,
    details: { missing: 'autoReplyText', field: path, ruleIds: ['R-CH-13'] },
  });
}

/** What one of the person's stores would not let out to its customers. */
async function unsendable(
  ctx: ReadContext,
  path: string,
  { text, storeIds }: { readonly text: string; readonly storeIds: readonly string[] },
): Promise<Denial | undefined> {
  const where = storeIds.length > 0 ? { id: { in: [...storeIds] } } : {};
  for (const { id: storeId } of await ctx
    .trusted('settings for everybody')
    .find(Store, { where, limit: MOST_STORES })) {
    const { denial } = await guardOutbound(
      ctx,
      { storeId, customerId: '', channel: 'WEB_CHAT' },
      { text, author: 'agent', confirmed: true },
    );
    if (denial)
      return {
        ...denial,
        fields: denial.fields?.map((field) => ({ ...field, path })) ?? [],
        details: { ...denial.details, field: path },
      };
  }
  return undefined;
}

export const isAway = (presence: string): boolean => presence === 'AWAY' || presence === 'BREAK';
/** Who is at work again has ended the absence, whatever it was called. */
const isBack = (presence: string): boolean => presence === 'ONLINE' || presence === 'BUSY';

/** Marks what a person has in hand: the next word of each customer gets the automatic reply, or none any more. */
export async function markAway(ctx: ActionContext, { id: ownerId, presence }: RowOf<typeof User>): Promise<void> {
  const away = isAway(presence);
  const back = isBack(presence);
  const marked = away
    ? { autoReplyDue: false, autoReplySent: false }
    : { or: [{ autoReplyDue: true }, ...(back ? [{ autoReplySent: true }] : [])] };
  const mine = await ctx.find(Conversation, {
    where: { ownerId, state: { in: OWNED_STATES }, ...marked },
    limit: MOST_HELD,
  });
  for (const conversation of mine)
    ctx.update(Conversation, conversation, { autoReplyDue: away, ...(back ? { autoReplySent: false } : {}) });
}

/** The automatic reply of an absent owner, once per customer and absence (R-CH-13). */
export async function replyForAbsent(ctx: ActionContext, conversation: RowOf<typeof Conversation>): Promise<void> {
  if (!conversation.autoReplyDue || !conversation.ownerId) return;
  const { id: senderId, name: senderName, autoReplyText } = await ctx.get(User, conversation.ownerId);
  const text = autoReplyText.trim();
  const { denial } = await guardOutbound(ctx, conversation, { text, author: 'agent', confirmed: true });
  if (!hasVisible(text) || denial) {
    ctx.update(Conversation, conversation, { autoReplyDue: false });
    return;
  }
  const entry = {
    sender: 'AGENT' as const,
    senderId,
    senderName,
    kind: 'TEXT' as const,
    body: text,
    clientMsgId: `auto:${ctx.newId()}`,
    isAuto: true,
  };
  const { message } = addEntry(ctx, conversation, entry, { autoReplyDue: false, autoReplySent: true });
  ctx.emit(messageSent, message satisfies RowOf<typeof Message>);
}
