/**
 * @module Files go beside GraphQL: the raw body up, a signed short-lived link down. A file from a stranger is served so
 * that no browser runs it: its type is the one found in its content, never sniffed again, and sandboxed.
 */
import {
  DeniedError,
  deny,
  MAX_ATTACHMENT_BYTES,
  safeFileName,
  type Desk,
  type DeskFile,
  type FileRow,
  type ReadContext,
} from '@shopdesk/core';
import type { BlobStore } from '../../blobs/blob-store.ts';
import { SignedLinks } from '../../blobs/signed-link.ts';
import type { FeatureServer, RouteHandler, Visit } from '../../feature.ts';
import type { Viewer } from '../../graphql/viewer.ts';
import { rangeOf } from '../../http/byte-range.ts';
import { json } from '../../http/json-response.ts';
import { cleanUpload } from './uploads/clean-upload.ts';
import { serverTexts as t } from '../../texts.ts';

/** Passes the action's input check before there is a file. */
const NO_KEY_YET = 'not uploaded yet';

const linksOf = ({ secret, clock }: FeatureServer) => new SignedLinks(secret, () => clock().getTime());

async function signedIn(visit: Visit): Promise<Viewer> {
  const viewer = await visit.viewer();
  if (viewer.actor.kind === 'anonymous') throw new DeniedError(deny('UNAUTHENTICATED'));
  return viewer;
}

export const upload: RouteHandler = async ({ desk, blobs, limits }, visit) => {
  const { request, query } = visit;
  const viewer = await signedIn(visit);
  await limits.upload(viewer.actor);
  const target = targetOf(desk, query);
  // Everything that can be refused without the file is refused before it is taken.
  const denial = await viewer.check(target.action, { ...target.input, blobKey: NO_KEY_YET });
  if (denial) throw new DeniedError(denial);
  if (Number(request.headers.get('content-length')) > MAX_ATTACHMENT_BYTES)
    throw new DeniedError(deny('LIMIT_EXCEEDED', { text: t.fileTooLarge, details: { limit: MAX_ATTACHMENT_BYTES } }));
  // A body that does not say its length may be as long as any.
  const announced = Number(request.headers.get('content-length')) || MAX_ATTACHMENT_BYTES;
  const giveBack = await limits.uploadBytes(viewer.actor, visit.clientAddress, announced);
  let kept = 0;
  try {
    const { id, name, contentType, size } = await keep(blobs, viewer, request, target);
    kept = size;
    return json(201, { id, name, contentType, size });
  } finally {
    await giveBack(kept);
  }
};

interface Target {
  readonly action: string;
  readonly input: Readonly<Record<string, string>>;
  readonly types: readonly string[];
}

/** The kind that is named, or the first whose place is: `conversationId`, `storeId`. @throws DeniedError NOT_FOUND */
function targetOf(desk: Desk, query: URLSearchParams): Target {
  const named = query.get('kind');
  const isMeant = ({ entity, place }: DeskFile): boolean => (named ? entity.name === named : Boolean(query.get(place)));
  const kind = desk.files.find(isMeant);
  if (!kind) throw new DeniedError(deny('NOT_FOUND'));
  const { action, place, types } = kind;
  return { action, types, input: { [place]: query.get(place) ?? '', name: safeFileName(query.get('name') ?? '') } };
}

async function keep(
  blobs: BlobStore,
  viewer: Viewer,
  request: Request,
  { action, input, types }: Target,
): Promise<FileRow> {
  const body = cleanUpload((request.body ?? []) as AsyncIterable<Uint8Array>, MAX_ATTACHMENT_BYTES);
  const { tenantId } = viewer.actor;
  const { key } = await blobs.put(body, { tenantId, maxBytes: MAX_ATTACHMENT_BYTES, allowed: types });
  try {
    return (await viewer.perform(action, { ...input, blobKey: key }, {})) as FileRow;
  } catch (error) {
    await blobs.remove(key);
    throw error;
  }
}

export const link: RouteHandler = async (server, visit) => {
  const { id = '' } = visit.params;
  const viewer = await signedIn(visit);
  const ctx = viewer.read();
  const row = await firstOf(viewer.desk, (kind) => kind.open(ctx, id));
  if (!row) {
    const denied = new DeniedError(deny('NOT_FOUND'));
    viewer.refused('attachment', { id }, denied);
    throw denied;
  }
  return json(200, { url: await linksOf(server).make({ attachmentId: id, tenantId: row.tenantId }) });
};

export const content: RouteHandler = async (server, { request, query, params: { id = '' } }) => {
  const named = await linksOf(server).read(id, query);
  const row = named && (await readAttachment(server.desk, named.tenantId, id));
  if (!row) throw new DeniedError(deny('NOT_FOUND'));
  const range = rangeOf(request.headers.get('range'), row.size);
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${row.size}` } });
  const body = await server.blobs.open(row.blobKey, range);
  if (!body) throw new DeniedError(deny('NOT_FOUND'));
  const length = range ? range.end - range.start + 1 : row.size;
  const partial: Record<string, string> = range
    ? { 'content-range': `bytes ${range.start}-${range.end}/${row.size}` }
    : {};
  return new Response(body, {
    status: range ? 206 : 200,
    headers: { ...headersOf(row), ...partial, 'content-length': String(length) },
  });
};

function readAttachment(desk: Desk, tenantId: string, id: string): Promise<FileRow | undefined> {
  const files: ReadContext = desk.read({ kind: 'system', tenantId, name: 'download' });
  return firstOf(desk, ({ entity }) => files.maybe(entity, id));
}

/** A file's id is that of one row: whichever kind knows it. */
async function firstOf(
  { files }: Desk,
  find: (kind: DeskFile) => Promise<FileRow | undefined>,
): Promise<FileRow | undefined> {
  for (const kind of files) {
    const row = await find(kind);
    if (row) return row;
  }
  return undefined;
}

const headersOf = ({ name, contentType }: FileRow): Record<string, string> => ({
  'content-type': contentType,
  'content-disposition': `${contentType.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeRfc5987(safeFileName(name, contentType))}`,
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  // The widget shows it on the shop's page.
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'private, max-age=300',
  'accept-ranges': 'bytes',
});

const encodeRfc5987 = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
