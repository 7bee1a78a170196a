import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { refuse, type ReadContext } from '../../kernel/context.ts';
import { defineFile } from '../../kernel/file.ts';
import { Store } from '../access/index.ts';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES, openableFile, safeFileName } from '../conversations/index.ts';
import { CasePhoto, PHOTO_TYPES } from './entities.ts';
import { aftersalesTexts as t } from './texts.ts';

type PhotoType = (typeof PHOTO_TYPES)[number];

/** Makes an uploaded blob a photo for cases of a store. What it is was found out from its content. */
export const addCasePhoto = defineAction({
  title: { en: 'Add a photo to a case', zh: '添加售后照片' },
  allow: { staff: 'case.photo' },
  input: z.object({ storeId: z.string(), blobKey: z.string().min(16).max(128), name: z.string().min(1).max(1000) }),
  output: one(CasePhoto),
  check: async (ctx, { storeId }) => {
    await ctx.get(Store, storeId);
    return undefined;
  },
  run: async (ctx, { storeId, blobKey, name }) => {
    const { contentType, size, sha256 } = (await ctx.ports.blobs.describe(blobKey)) ?? refuse('NOT_FOUND');
    const type = PHOTO_TYPES.find((known): known is PhotoType => known === contentType);
    if (!type)
      return refuse('VALIDATION_FAILED', {
        fields: [{ path: 'file', text: t.picturesOnly }],
      });
    if (size > MAX_ATTACHMENT_BYTES)
      return refuse('LIMIT_EXCEEDED', {
        text: t.fileTooLarge,
        details: { limit: MAX_ATTACHMENT_BYTES },
      });
    const userId = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
    return ctx.insert(CasePhoto, {
      storeId,
      name: safeFileName(name, type),
      contentType: type,
      size,
      sha256,
      blobKey,
      userId,
    });
  },
});

/** Whoever sends something else than a picture is told so by the action. */
export const casePhotoFile = defineFile(CasePhoto, { add: addCasePhoto, place: 'storeId', types: ATTACHMENT_TYPES });

/** Refuses evidence that is neither a file of the conversation nor a photo that staff added to the store's cases. */
export async function checkPhotos(
  ctx: ReadContext,
  ids: readonly string[],
  { storeId, conversationId }: { storeId: string; conversationId: string | undefined },
): Promise<void> {
  const known = await Promise.all(ids.map((id) => isPhotoOf(ctx, id, { storeId, conversationId })));
  if (known.includes(false)) refuse('NOT_FOUND');
}

async function isPhotoOf(
  ctx: ReadContext,
  id: string,
  { storeId, conversationId }: { storeId: string; conversationId: string | undefined },
): Promise<boolean> {
  const attached = await openableFile(ctx, id);
  if (attached) return attached.conversationId === conversationId;
  return (await ctx.maybe(CasePhoto, id))?.storeId === storeId;
}
