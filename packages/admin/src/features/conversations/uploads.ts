/**
 * @module Files on their way up, each with its progress; a failed one can be tried again without choosing it anew.
 */
import { newId } from '@shopdesk/core/client';
import type { TimelineItem } from '@shopdesk/widget/elements';
import { deskNow } from '../../kit/clock.ts';
import { problemOf } from '../../kit/problem.ts';

export const ACCEPTED = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
  'video/mp4',
  'video/webm',
  'video/quicktime',
];

type Send = (progress: (share: number) => void, onStart: (abort: () => void) => void) => Promise<void>;

interface Upload {
  readonly clientMsgId: string;
  readonly file: File;
  readonly at: string;
  readonly send: Send;
  readonly previewUrl?: string;
  readonly share: number;
  readonly problem?: string;
  /** Trying again would not help. */
  readonly final?: boolean;
  readonly abort?: () => void;
}

export class Uploads {
  #uploads: readonly Upload[] = [];
  readonly #changed: () => void;
  readonly #unreadable: () => string;

  /** `unreadable` says in the reader's language that a file is gone. */
  constructor(changed: () => void, unreadable: () => string) {
    this.#changed = changed;
    this.#unreadable = unreadable;
  }

  start(file: File, send: Send): void {
    const picture = file.type.startsWith('image/') ? { previewUrl: URL.createObjectURL(file) } : {};
    const upload: Upload = {
      clientMsgId: newId(),
      file,
      at: new Date(deskNow()).toISOString(),
      send,
      share: 0,
      ...picture,
    };
    this.#uploads = [...this.#uploads, upload];
    void this.#run(upload.clientMsgId);
  }

  /** Answers whether it was one of these. */
  retry(clientMsgId: string): boolean {
    if (!this.#find(clientMsgId)) return false;
    void this.#run(clientMsgId);
    return true;
  }

  discard(clientMsgId: string): boolean {
    const upload = this.#find(clientMsgId);
    if (!upload) return false;
    upload.abort?.();
    if (upload.previewUrl) URL.revokeObjectURL(upload.previewUrl);
    this.#uploads = this.#uploads.filter((other) => other.clientMsgId !== clientMsgId);
    this.#changed();
    return true;
  }

  clear(): void {
    for (const { clientMsgId } of this.#uploads) this.discard(clientMsgId);
  }

  items(senderName: string): TimelineItem[] {
    return this.#uploads.map(({ clientMsgId, file, at, share, problem, final = false, previewUrl }) => ({
      clientMsgId,
      sender: 'AGENT',
      senderName,
      kind: previewUrl ? 'IMAGE' : 'FILE',
      body: '',
      card: null,
      attachment: { id: clientMsgId, name: file.name, contentType: file.type, size: file.size },
      at,
      upload: { share, ...(previewUrl ? { previewUrl } : {}) },
      ...(problem === undefined ? {} : { problem, final }),
    }));
  }

  #find(clientMsgId: string): Upload | undefined {
    return this.#uploads.find((upload) => upload.clientMsgId === clientMsgId);
  }

  #change(clientMsgId: string, change: Partial<Upload>): void {
    this.#uploads = this.#uploads.map((upload) =>
      upload.clientMsgId === clientMsgId ? { ...upload, ...change } : upload,
    );
    this.#changed();
  }

  async #run(clientMsgId: string): Promise<void> {
    const { problem: _earlier, final: _was, ...upload } = this.#find(clientMsgId) as Upload;
    this.#uploads = this.#uploads.map((other) => (other.clientMsgId === clientMsgId ? { ...upload, share: 0 } : other));
    this.#changed();
    try {
      await upload.send(
        (share) => this.#change(clientMsgId, { share }),
        (abort) => this.#change(clientMsgId, { abort }),
      );
      this.discard(clientMsgId);
    } catch (error) {
      const { code, message, fields } = problemOf(error);
      const isGone = code === 'FILE_UNREADABLE';
      this.#change(clientMsgId, {
        problem: isGone ? this.#unreadable() : (fields[0]?.message ?? message),
        final: isGone,
      });
    }
  }
}
