/**
 * @module Files go up beside GraphQL: the raw body, with progress.
 */
import { answerOf } from './attachment-link.ts';
import type { DeskClient } from './desk-client.ts';
import { DeskError, DeskOffline } from './error.ts';
import { host } from './host.ts';
import type { DeskMessage } from './operations/conversations.ts';

/** An uploaded file, ready to be sent as a message. */
export type UploadedFile = NonNullable<DeskMessage['attachment']>;

export interface UploadRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  /** Share that has arrived, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Hands out what stops the upload. */
  readonly onStart: (abort: () => void) => void;
}

/** Sends one request with progress, which `fetch` cannot show; rejects when the network fails. */
export type UploadTransport = (request: UploadRequest) => Promise<{ readonly status: number; readonly text: string }>;

interface Xhr {
  readonly upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null };
  onload: (() => void) | null;
  onloadend: (() => void) | null;
  onerror: (() => void) | null;
  onabort: (() => void) | null;
  readonly status: number;
  readonly responseText: string;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  send(body: unknown): void;
  abort(): void;
}

const STALLED_MS = 60_000;

/** The browser's XMLHttpRequest. */
export const xhrTransport: UploadTransport = ({ url, headers, body, onProgress, onStart }) =>
  new Promise((resolve, reject) => {
    const { XMLHttpRequest } = globalThis as unknown as { XMLHttpRequest: new () => Xhr };
    const request = new XMLHttpRequest();
    let watch: unknown;
    // A line that took no byte for a minute is a broken one; otherwise what waits behind this file would wait for ever.
    const progressed = (): void => {
      host.clearTimeout(watch);
      watch = host.setTimeout(() => {
        reject(new DeskOffline());
        request.abort();
      }, STALLED_MS);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      progressed();
      onProgress(total > 0 ? loaded / total : 0);
    };
    request.onloadend = () => host.clearTimeout(watch);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new DeskOffline());
    request.onabort = () => reject(new DeskError({ code: 'ABORTED', message: 'The upload was stopped.' }));
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    onStart(() => request.abort());
    progressed();
    request.send(body);
  });

export interface UploadOptions {
  readonly conversationId: string;
  readonly name: string;
  /** A `File`, `Blob` or bytes. */
  readonly body: unknown;
  readonly onProgress?: UploadRequest['onProgress'];
  readonly onStart?: UploadRequest['onStart'];
  readonly transport?: UploadTransport;
}

/**
 * Uploads a file into a conversation.
 * @throws DeskError `VALIDATION_FAILED` for its type, `LIMIT_EXCEEDED` for its size, `FILE_UNREADABLE` when it was
 * deleted, moved or changed since it was chosen; DeskOffline
 */
export async function uploadAttachment(client: DeskClient, options: UploadOptions): Promise<UploadedFile> {
  const {
    conversationId,
    name,
    body,
    onProgress = () => undefined,
    onStart = () => undefined,
    transport = xhrTransport,
  } = options;
  const query = `conversationId=${encodeURIComponent(conversationId)}&name=${encodeURIComponent(name)}`;
  const { status, text } = await readable(body, () =>
    transport({
      url: `${client.url}/attachments?${query}`,
      headers: { ...client.headers(), 'content-type': 'application/octet-stream' },
      body,
      onProgress,
      onStart,
    }),
  );
  return answerOf<UploadedFile>(status, text);
}

interface Sliceable {
  slice(start: number, end: number): { arrayBuffer(): Promise<unknown> };
}

const isSliceable = (body: unknown): body is Sliceable =>
  typeof body === 'object' && body !== null && 'slice' in body && !ArrayBuffer.isView(body) && 'type' in body;

/** A browser says of a file that is gone what it says of a network that is gone; trying again would never help. */
async function readable<T>(body: unknown, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeskError || !isSliceable(body)) throw error;
    await body
      .slice(0, 1)
      .arrayBuffer()
      .catch(() => {
        throw new DeskError({ code: 'FILE_UNREADABLE', message: 'The file can no longer be read. Choose it again.' });
      });
    throw error;
  }
}
