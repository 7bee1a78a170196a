import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { ref } from '../../kernel/entity.ts';
import { defineFile } from '../../kernel/file.ts';
import { MOST_FILES } from '../../kernel/work.ts';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES, safeFileName, type AttachmentType } from '../../text/file-name.ts';
import { WorkFile, WorkItem } from './entities.ts';
import { addStep } from './steps.ts';
import { workTexts as t } from './texts.ts';

/** Keeps an uploaded blob with an item: evidence of staff, which the customer does not see, or the customer's own. */
export const addWorkFile = defineAction({
  title: { en: 'Add a file', zh: '添加附件' },
  allow: { staff: true, shopper: true },
  input: z.object({
    workItemId: ref('WorkItem'),
    blobKey: z.string().min(16).max(128),
    name: z.string().min(1).max(1000),
  }),
  output: one(WorkFile),
  check: async (ctx, { workItemId }) => {
    const item = await ctx.get(WorkItem, workItemId);
    const work = ctx.entities.get(item.entity)?.work;
    const { actor } = ctx;
    if (!work?.files || (actor.kind === 'shopper' && !work.files.fromCustomer)) return deny('NOT_FOUND');
    if (actor.kind === 'staff' && !actor.permissions.has(work.handle))
      return deny('FORBIDDEN', { details: { permission: work.handle } });
    if (!item.open) return deny('INVALID_TRANSITION', { details: { from: item.state, event: 'addFile' } });
    const limit = work.files.most ?? MOST_FILES;
    return item.files >= limit ? deny('LIMIT_EXCEEDED', { details: { limit } }) : undefined;
  },
  run: async (ctx, { workItemId, blobKey, name: given }) => {
    const { contentType, size, sha256 } = (await ctx.ports.blobs.describe(blobKey)) ?? refuse('NOT_FOUND');
    if (!ATTACHMENT_TYPES.includes(contentType as AttachmentType))
      return refuse('VALIDATION_FAILED', { fields: [{ path: 'file', text: t.fileTypeUnsendable }] });
    if (size > MAX_ATTACHMENT_BYTES)
      return refuse('LIMIT_EXCEEDED', {
        text: t.fileTooLarge,
        details: { limit: MAX_ATTACHMENT_BYTES },
      });
    const item = await ctx.get(WorkItem, workItemId);
    const { storeId, permission, customerId } = item;
    const name = safeFileName(given, contentType);
    addStep(ctx, ctx.update(WorkItem, item, { files: item.files + 1 }), {
      action: 'addWorkFile',
      changed: [{ field: 'files', before: null, after: name }],
    });
    return ctx.insert(WorkFile, {
      storeId,
      permission,
      customerId,
      forCustomer: ctx.actor.kind === 'shopper',
      workItemId,
      name,
      contentType: contentType as AttachmentType,
      size,
      sha256,
      blobKey,
      userId: ctx.actor.kind === 'staff' ? ctx.actor.userId : null,
    });
  },
});

export const workFile = defineFile(WorkFile, { add: addWorkFile, place: 'workItemId', types: ATTACHMENT_TYPES });
