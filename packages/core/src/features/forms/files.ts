/** @module Files as evidence of a record; a field of evidence then names them. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { ref } from '../../kernel/entity.ts';
import { defineFile } from '../../kernel/file.ts';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES, safeFileName, type AttachmentType } from '../../text/file-name.ts';
import { FormFile, FormRecord } from './entities.ts';
import { formTexts as t } from './texts.ts';

/** Files of one record, at most, whatever its fields take. */
const MOST_FILES = 60;

/** Keeps an uploaded blob with a record that is being filled in. */
export const addFormFile = defineAction({
  title: { en: 'Add a file', zh: '添加附件' },
  allow: { staff: 'form.fill' },
  input: z.object({
    recordId: ref('FormRecord'),
    blobKey: z.string().min(16).max(128),
    name: z.string().min(1).max(1000),
  }),
  output: one(FormFile),
  check: async (ctx, { recordId }) => {
    const row = await ctx.get(FormRecord, recordId);
    if (row.state !== 'DRAFT') return deny('INVALID_TRANSITION', { details: { from: row.state, event: 'addFile' } });
    const count = await ctx.count(FormFile, { recordId }, MOST_FILES);
    return count >= MOST_FILES ? deny('LIMIT_EXCEEDED', { details: { limit: MOST_FILES } }) : undefined;
  },
  run: async (ctx, { recordId, blobKey, name: given }) => {
    const { contentType, size, sha256 } = (await ctx.ports.blobs.describe(blobKey)) ?? refuse('NOT_FOUND');
    if (!ATTACHMENT_TYPES.includes(contentType as AttachmentType))
      return refuse('VALIDATION_FAILED', { fields: [{ path: 'file', text: t.fileTypeUnsendable }] });
    if (size > MAX_ATTACHMENT_BYTES)
      return refuse('LIMIT_EXCEEDED', { text: t.fileTooLarge, details: { limit: MAX_ATTACHMENT_BYTES } });
    const { storeId, confidential, openedById, subjectKind, subjectId } = await ctx.get(FormRecord, recordId);
    return ctx.insert(FormFile, {
      storeId,
      recordId,
      confidential,
      openedById,
      subjectKind,
      subjectId,
      name: safeFileName(given, contentType),
      contentType: contentType as AttachmentType,
      size,
      sha256,
      blobKey,
      userId: ctx.actor.kind === 'staff' ? ctx.actor.userId : null,
    });
  },
});

export const formFile = defineFile(FormFile, { add: addFormFile, place: 'recordId', types: ATTACHMENT_TYPES });
