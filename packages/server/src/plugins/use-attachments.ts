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
import type { Plugin } from 'graphql-yoga';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { SignedLinks } from '../blobs/signed-link.ts';
import { inLanguage } from '../graphql/denial-text.ts';
import { failure } from '../graphql/failure.ts';
import { localeOf } from '../graphql/locale.ts';
import type { Viewer } from '../graphql/viewer.ts';
import { rangeOf } from '../http/byte-range.ts';
import { denialResponse, json } from '../http/json-response.ts';
import type { ServerContext } from '../http/server-context.ts';
import { cleanUpload } from '../uploads/clean-upload.ts';
import { viewerOf, type ViewerSource } from './use-viewer.ts';

export interface UseAttachmentsOptions {
  readonly source: ViewerSource;
  readonly blobs: BlobStore;
  readonly links: SignedLinks;
}

interface Exchange {
  readonly request: Request;
  readonly context: ServerContext;
  readonly query: URLSearchParams;
}

/** Passes the action's input check before there is a file. */
const NO_KEY_YET = 'not uploaded yet';
const ROUTE = /^\/attachments(?:\/([^/]+)\/(link|content))?$/;

export function useAttachments(options: UseAttachmentsOptions): Plugin<object, ServerContext> {
  return {
    async onRequest({ request, url, serverContext: context, endResponse }) {
      const [matched, id, what] = ROUTE.exec(context.path) ?? [];
      if (matched === undefined) return;
      const exchange = { request, context, query: new URLSearchParams(url.search) };
      endResponse(await answered(options, exchange, async () => route(options, exchange, id && decoded(id), what)));
    },
  };
}

function route(
  options: UseAttachmentsOptions,
  exchange: Exchange,
  id: string | undefined,
  what: string | undefined,
): Promise<Response> {
  const { method } = exchange.request;
  if (method === 'POST' && !id) return upload(options, exchange);
  if (method === 'POST' && id && what === 'link') return link(options, exchange, id);
  if (method === 'GET' && id && what === 'content') return content(options, exchange, id);
  throw new DeniedError(deny('NOT_FOUND'));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new DeniedError(deny('NOT_FOUND'));
  }
}

/** The same errors as in GraphQL, as plain JSON. */
async function answered(
  { source }: UseAttachmentsOptions,
  { request, context }: Exchange,
  work: () => Promise<Response>,
): Promise<Response> {
  const reader = {
    locale: localeOf(request.headers),
    desk: source.desk,
    report: (bug: unknown) => source.report(bug, context),
  };
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeniedError) return denialResponse(inLanguage(error.denial, reader));
    const { message, extensions } = failure(error, reader);
    return json(extensions['code'] === 'SERVICE_UNAVAILABLE' ? 503 : 500, { code: extensions['code'], message });
  }
}

async function signedIn({ source }: UseAttachmentsOptions, { request, context }: Exchange): Promise<Viewer> {
  const viewer = await viewerOf(source, request, context);
  if (viewer.actor.kind === 'anonymous') throw new DeniedError(deny('UNAUTHENTICATED'));
  return viewer;
}

async function upload(options: UseAttachmentsOptions, exchange: Exchange): Promise<Response> {
  const { request, query } = exchange;
  const viewer = await signedIn(options, exchange);
  await options.source.limits.upload(viewer.actor);
  const target = targetOf(options.source.desk, query);
  // Everything that can be refused without the file is refused before it is taken.
  const denial = await viewer.check(target.action, { ...target.input, blobKey: NO_KEY_YET });
  if (denial) throw new DeniedError(denial);
  if (Number(request.headers.get('content-length')) > MAX_ATTACHMENT_BYTES)
    throw new DeniedError(
      deny('LIMIT_EXCEEDED', { message: 'The file is larger than 10 MiB.', details: { limit: MAX_ATTACHMENT_BYTES } }),
    );
  // A body that does not say its length may be as long as any.
  const announced = Number(request.headers.get('content-length')) || MAX_ATTACHMENT_BYTES;
  const giveBack = await options.source.limits.uploadBytes(viewer.actor, exchange.context.clientAddress, announced);
  let kept = 0;
  try {
    const { id, name, contentType, size } = await keep(options.blobs, viewer, request, target);
    kept = size;
    return json(201, { id, name, contentType, size });
  } finally {
    await giveBack(kept);
  }
}

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

async function link(options: UseAttachmentsOptions, exchange: Exchange, id: string): Promise<Response> {
  const viewer = await signedIn(options, exchange);
  const ctx = viewer.read();
  const row = await firstOf(viewer.desk, (kind) => kind.open(ctx, id));
  if (!row) {
    const denied = new DeniedError(deny('NOT_FOUND'));
    viewer.refused('attachment', { id }, denied);
    throw denied;
  }
  return json(200, { url: options.links.make({ attachmentId: id, tenantId: row.tenantId }) });
}

async function content(
  { source, blobs, links }: UseAttachmentsOptions,
  { request, query }: Exchange,
  id: string,
): Promise<Response> {
  const named = links.read(id, query);
  const row = named && (await readAttachment(source.desk, named.tenantId, id));
  if (!row) throw new DeniedError(deny('NOT_FOUND'));
  const range = rangeOf(request.headers.get('range'), row.size);
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${row.size}` } });
  const body = await blobs.open(row.blobKey, range);
  if (!body) throw new DeniedError(deny('NOT_FOUND'));
  const length = range ? range.end - range.start + 1 : row.size;
  const partial: Record<string, string> = range
    ? { 'content-range': `bytes ${range.start}-${range.end}/${row.size}` }
    : {};
  return new Response(body, {
    status: range ? 206 : 200,
    headers: { ...headersOf(row), ...partial, 'content-length': String(length) },
  });
}

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
