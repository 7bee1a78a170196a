/**
 * @module Files on their way up, each with its progress; a failed one can be tried again without choosing it anew.
 */
import { newId, uploadAttachment, type DeskClient, type UploadedFile } from '@shopdesk/core/client';
import type { TimelineItem } from '@shopdesk/widget/elements';
import { deskNow } from '../../kit/clock.ts';
import { problemOf } from '../../kit/problem.ts';

interface Upload {
  readonly clientMsgId: string;
  readonly file: File;
  readonly at: string;
  readonly conversationId: string;
  readonly previewUrl?: string;
  readonly share: number;
  readonly problem?: string;
  /** Trying again would not help. */
  readonly final?: boolean;
  readonly abort?: () => void;
}

export interface UploadsOptions {
  readonly client: DeskClient;
  readonly changed: () => void;
  /** Says in the reader's language that a chosen file is gone. */
  readonly unreadable: () => string;
  /** The desk has the file: it can be sent. */
  readonly there: (file: UploadedFile, conversationId: string) => void;
}

export class Uploads {
  #uploads: readonly Upload[] = [];
  readonly #options: UploadsOptions;

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  start(file: File, conversationId: string): void {
    const picture = file.type.startsWith('image/') ? { previewUrl: URL.createObjectURL(file) } : {};
    const upload: Upload = {
      clientMsgId: newId(),
      file,
      at: new Date(deskNow()).toISOString(),
      conversationId,
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
    this.#options.changed();
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
    this.#options.changed();
  }

  async #run(clientMsgId: string): Promise<void> {
    const { problem: _earlier, final: _was, ...upload } = this.#find(clientMsgId) as Upload;
    this.#uploads = this.#uploads.map((other) => (other.clientMsgId === clientMsgId ? { ...upload, share: 0 } : other));
    this.#options.changed();
    try {
      const { file, conversationId } = upload;
      const attachment = await uploadAttachment(this.#options.client, {
        conversationId,
        name: file.name,
        body: file,
        onProgress: (share) => this.#change(clientMsgId, { share }),
        onStart: (abort) => this.#change(clientMsgId, { abort }),
      });
      this.#options.there(attachment, conversationId);
      this.discard(clientMsgId);
    } catch (error) {
      const { code, message, fields } = problemOf(error);
      const isGone = code === 'FILE_UNREADABLE';
      this.#change(clientMsgId, {
        problem: isGone ? this.#options.unreadable() : (fields[0]?.message ?? message),
        final: isGone,
      });
    }
  }
}
