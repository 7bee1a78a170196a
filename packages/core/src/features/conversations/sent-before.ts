/**
 * @module The id that a sender gives a message, so that a repeated send is no second one. Messages, notes and what the
 * desk itself says have ids of their own: nobody takes the place of another's message, and nobody reads it by its id.
 */
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Message, NOTE_KINDS, PUBLIC_KINDS } from './entities.ts';
import { says } from '../../kernel/problems.ts';
import { conversationTexts as t } from './texts.ts';

type MessageRow = RowOf<typeof Message>;

/** Without a colon, which the ids of the desk's own messages have (`notice:…`, `apology:…`). */
export const clientMsgId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[^:]*$/, says(t.noColon));

/** What a send says: what a repeated one must say again. */
export interface Said {
  readonly text?: string | undefined;
  readonly card?: Pick<NonNullable<MessageRow['card']>, 'type' | 'id'> | undefined;
  readonly attachmentId?: string | undefined;
}

export interface Sending {
  readonly conversationId: string;
  readonly clientMsgId: string;
  readonly note?: boolean;
  readonly says: Said;
}

/**
 * The actor's own message, or note, that was sent before with this id. The conversation must be in the actor's reach.
 * @throws DeniedError DUPLICATE when another's message has the id, CONFLICT when the actor's own says something else
 */
export async function sentBefore(
  ctx: ActionContext,
  { conversationId, clientMsgId: id, note, says }: Sending,
): Promise<MessageRow | undefined> {
  const kinds = note ? NOTE_KINDS : PUBLIC_KINDS;
  const earlier = await ctx
    .trusted('part of a seen row')
    .first(Message, { conversationId, clientMsgId: id, kind: { in: kinds } });
  if (!earlier) return undefined;
  if (!isOwn(ctx.actor, earlier)) return refuse('DUPLICATE');
  return saysTheSame(earlier, says) ? earlier : refuse('CONFLICT', { text: t.messageIdTaken });
}

/**
 * A conversation has one customer, also when they were anonymous at its beginning: whatever a customer said there is
 * theirs.
 */
function isOwn(actor: Actor, { sender, senderId }: MessageRow): boolean {
  if (actor.kind === 'shopper') return sender === 'CUSTOMER';
  return actor.kind === 'staff' && sender === 'AGENT' && senderId === actor.userId;
}

const saysTheSame = (earlier: MessageRow, { text = '', card, attachmentId }: Said): boolean =>
  earlier.body === text &&
  earlier.card?.id === card?.id &&
  earlier.card?.type === card?.type &&
  earlier.attachment?.id === attachmentId;
