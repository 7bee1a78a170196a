/**
 * @module Who may open a file of a conversation: its customer the files that were sent or are their own, staff all.
 */
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Attachment, Conversation, Message, PUBLIC_KINDS } from './entities.ts';

/** The file, if the actor may open it. */
export async function openableFile(ctx: ReadContext, id: string): Promise<RowOf<typeof Attachment> | undefined> {
  const file = await ctx.trusted('files of a seen conversation').maybe(Attachment, id);
  if (!file || !(await ctx.maybe(Conversation, file.conversationId))) return undefined;
  return ctx.actor.kind !== 'shopper' || isCustomers(file) || (await wasSent(ctx, file)) ? file : undefined;
}

/** A conversation has one customer, also when they were anonymous at its beginning. */
const isCustomers = ({ uploadedBy }: RowOf<typeof Attachment>): boolean => uploadedBy.startsWith('shopper:');

/** Files of an earlier version do not say when they were sent: then the messages of the conversation do. */
async function wasSent(ctx: ReadContext, { id, conversationId, sentAt }: RowOf<typeof Attachment>): Promise<boolean> {
  if (sentAt) return true;
  const messages = await ctx
    .trusted('files of a seen conversation')
    .find(Message, { where: { conversationId, kind: { in: FILE_KINDS } }, limit: 1000 });
  return messages.some(({ attachment }) => attachment?.id === id);
}

const FILE_KINDS = PUBLIC_KINDS.filter((kind) => kind === 'IMAGE' || kind === 'FILE');
