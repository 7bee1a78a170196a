import { z } from 'zod';
import { defineAction, defineView, one } from '../../kernel/action.ts';
import { actorKey } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { Attachment, ATTACHMENT_TYPES, Conversation, MAX_ATTACHMENT_BYTES } from './entities.ts';
import { openableFile } from './open-file.ts';
import { mayWrite } from './send.ts';
import { safeFileName } from './text.ts';

const MAX_PER_CONVERSATION = 200;
type ContentType = (typeof ATTACHMENT_TYPES)[number];

/** Makes an uploaded blob an attachment of a conversation. What it is was found out from its content, not from its name. */
export const addAttachment = defineAction({
  title: { en: 'Attach a file', zh: '添加附件' },
  allow: { shopper: true, staff: 'customer.reply' },
  input: z.object({ conversationId: z.string(), blobKey: z.string().min(16).max(128), name: z.string().min(1).max(1000) }),
  output: one(Attachment),
  check: async (ctx, { conversationId }) => {
    const denial = mayWrite(ctx, await ctx.get(Conversation, conversationId));
    if (denial) return denial;
    const count = await ctx.desk.count(Attachment, { conversationId }, MAX_PER_CONVERSATION);
    return count >= MAX_PER_CONVERSATION ? deny('LIMIT_EXCEEDED', { details: { limit: MAX_PER_CONVERSATION } }) : undefined;
  },
  run: async (ctx, { conversationId, blobKey, name }) => {
    const facts = (await ctx.ports.blobs.describe(blobKey)) ?? refuse('NOT_FOUND');
    if (!ATTACHMENT_TYPES.includes(facts.contentType as ContentType))
      return refuse('VALIDATION_FAILED', { fields: [{ path: 'file', message: 'This type of file cannot be sent.' }] });
    if (facts.size > MAX_ATTACHMENT_BYTES)
      return refuse('LIMIT_EXCEEDED', { message: 'The file is larger than 10 MiB.', details: { limit: MAX_ATTACHMENT_BYTES } });
    const { storeId } = await ctx.get(Conversation, conversationId);
    return ctx.insert(Attachment, {
      storeId,
      conversationId,
      name: safeFileName(name),
      contentType: facts.contentType as ContentType,
      size: facts.size,
      sha256: facts.sha256,
      blobKey,
      uploadedBy: actorKey(ctx.actor),
      sentAt: null,
    });
  },
});

/** The attachment, for staff who may read its conversation and for its customer once it was sent, or when it is their own. */
export const attachment = defineView({
  title: { en: 'Attachment', zh: '附件' },
  allow: { shopper: true, staff: 'conversation.read' },
  input: z.object({ id: z.string() }),
  output: one(Attachment),
  run: async (ctx, { id }) => (await openableFile(ctx, id)) ?? refuse('NOT_FOUND'),
});
