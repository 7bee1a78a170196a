import { z } from 'zod';
import { defineAction, defineView, one } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { defineFile } from '../../kernel/file.ts';
import { Attachment, Conversation, Message } from './entities.ts';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES, safeFileName, type AttachmentType } from '../../text/file-name.ts';
import { openableFile } from './open-file.ts';
import { mayWrite } from './send.ts';
import { conversationTexts as t } from './texts.ts';

const MAX_PER_CONVERSATION = 200;
/**
 * Files that somebody whom the shop does not know may send before their first message. A first question may be a
 * picture, and a known customer's request for a return begins with photos, so none at all would be too few.
 */
const MAX_BEFORE_FIRST_MESSAGE = 3;

/** Whether the sender is known, or has sent a message here. */
async function hasSaidSomething(ctx: ReadContext, conversationId: string): Promise<boolean> {
  const { actor } = ctx;
  return (
    actor.kind !== 'shopper' ||
    actor.verified ||
    (await ctx.trusted('part of a seen row').first(Message, { conversationId, sender: 'CUSTOMER' })) !== undefined
  );
}

/**
 * Makes an uploaded blob an attachment of a conversation. What it is was found out from its content, not from its name.
 */
export const addAttachment = defineAction({
  title: { en: 'Attach a file', zh: '添加附件' },
  allow: { shopper: true, staff: 'customer.reply' },
  input: z.object({
    conversationId: z.string(),
    blobKey: z.string().min(16).max(128),
    name: z.string().min(1).max(1000),
  }),
  output: one(Attachment),
  check: async (ctx, { conversationId }) => {
    const denial = mayWrite(ctx, await ctx.get(Conversation, conversationId));
    if (denial) return denial;
    const count = await ctx.trusted('part of a seen row').count(Attachment, { conversationId }, MAX_PER_CONVERSATION);
    const limit =
      count < MAX_BEFORE_FIRST_MESSAGE || (await hasSaidSomething(ctx, conversationId))
        ? MAX_PER_CONVERSATION
        : MAX_BEFORE_FIRST_MESSAGE;
    return count >= limit ? deny('LIMIT_EXCEEDED', { details: { limit } }) : undefined;
  },
  run: async (ctx, { conversationId, blobKey, name }) => {
    const facts = (await ctx.ports.blobs.describe(blobKey)) ?? refuse('NOT_FOUND');
    if (!ATTACHMENT_TYPES.includes(facts.contentType as AttachmentType))
      return refuse('VALIDATION_FAILED', { fields: [{ path: 'file', text: t.fileTypeUnsendable }] });
    if (facts.size > MAX_ATTACHMENT_BYTES)
      return refuse('LIMIT_EXCEEDED', {
        text: t.fileTooLarge,
        details: { limit: MAX_ATTACHMENT_BYTES },
      });
    const { storeId } = await ctx.get(Conversation, conversationId);
    return ctx.insert(Attachment, {
      storeId,
      conversationId,
      name: safeFileName(name, facts.contentType),
      contentType: facts.contentType as AttachmentType,
      size: facts.size,
      sha256: facts.sha256,
      blobKey,
      uploadedBy: actorKey(ctx.actor),
      sentAt: null,
    });
  },
});

/**
 * The attachment, for staff who may read its conversation and for its customer once it was sent, or when it is their
 * own.
 */
export const attachment = defineView({
  title: { en: 'Attachment', zh: '附件' },
  allow: { shopper: true, staff: 'conversation.read' },
  input: z.object({ id: z.string() }),
  output: one(Attachment),
  run: async (ctx, { id }) => (await openableFile(ctx, id)) ?? refuse('NOT_FOUND'),
});

/** What customers and agents send each other. */
export const attachmentFile = defineFile(Attachment, {
  add: addAttachment,
  place: 'conversationId',
  types: ATTACHMENT_TYPES,
  open: openableFile,
});
