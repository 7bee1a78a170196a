/**
 * @module Files on their way. A file that the network did not take is tried again; one that the desk refuses stays
 * with the reason until the shopper discards it. When it has arrived it goes through the outbox like every message.
 */
import { DeskError, newId, uploadAttachment, type UploadedFile, type UploadTransport } from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';
import type { TimelineItem } from '../../elements/timeline-item.ts';
import type { Texts } from '../../texts/texts.ts';
import { problemOf } from './file-rules.ts';

const RETRY_MS = 3000;

interface Upload {
  readonly id: string;
  readonly file: File;
  readonly at: string;
  readonly previewUrl: string | undefined;
  share: number;
  problem: string | undefined;
  /** The desk would refuse it again. */
  final: boolean;
  stop: () => void;
}

export interface UploadQueueOptions {
  readonly connection: DeskConnection;
  readonly texts: () => Texts;
  readonly onChange: () => void;
  readonly transport?: UploadTransport | undefined;
}

export class UploadQueue {
  readonly #options: UploadQueueOptions;
  #uploads: readonly Upload[] = [];
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: UploadQueueOptions) {
    this.#options = options;
  }

  get items(): readonly TimelineItem[] {
    return this.#uploads.map(({ id, file, at, share, problem, final, previewUrl }) => ({
      clientMsgId: id,
      sender: 'CUSTOMER',
      senderName: '',
      kind: file.type.startsWith('image/') ? 'IMAGE' : 'FILE',
      body: '',
      card: null,
      attachment: { id, name: file.name, contentType: file.type, size: file.size },
      at,
      upload: { share, ...(previewUrl ? { previewUrl } : {}) },
      ...(problem === undefined ? {} : { problem, final }),
    }));
  }

  add(files: Iterable<File>): void {
    const added = [...files].map((file): Upload => {
      const problem = problemOf(file, this.#options.texts());
      const previewUrl = file.type.startsWith('image/') && !problem ? URL.createObjectURL(file) : undefined;
      return { id: newId(), file, at: new Date().toISOString(), previewUrl, share: 0, problem, final: problem !== undefined, stop: () => undefined };
    });
    this.#set([...this.#uploads, ...added]);
    void this.#work();
  }

  has(id: string): boolean {
    return this.#uploads.some((upload) => upload.id === id);
  }

  retry(id: string): void {
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload) return;
    upload.problem = undefined;
    this.#set(this.#uploads);
    void this.#work();
  }

  discard(id: string): void {
    const upload = this.#uploads.find((one) => one.id === id);
    upload?.stop();
    if (upload?.previewUrl) URL.revokeObjectURL(upload.previewUrl);
    this.#set(this.#uploads.filter((one) => one !== upload));
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const { id } of this.#uploads) this.discard(id);
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    this.#options.onChange();
  }

  async #work(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    for (let upload = this.#next(); upload; upload = this.#next()) {
      const sent = await this.#send(upload);
      if (!sent) break;
    }
    this.#busy = false;
  }

  #next(): Upload | undefined {
    return this.#uploads.find(({ problem }) => problem === undefined);
  }

  /** Answers false when the network is gone: the rest waits. */
  async #send(upload: Upload): Promise<boolean> {
    const { connection } = this.#options;
    try {
      const { id: conversationId } = await connection.ensureConversation();
      if (!this.has(upload.id)) return true;
      const attachment = await this.#upload(upload, conversationId);
      this.discard(upload.id);
      connection.send({ attachment });
      return true;
    } catch (error) {
      if (!this.has(upload.id)) return true;
      if (error instanceof DeskError) {
        upload.problem = this.#reasonOf(error, upload.file.name);
        upload.final = ['VALIDATION_FAILED', 'LIMIT_EXCEEDED'].includes(error.code);
        this.#set(this.#uploads);
        return true;
      }
      this.#timer = setTimeout(() => void this.#work(), RETRY_MS);
      return false;
    }
  }

  #upload(upload: Upload, conversationId: string): Promise<UploadedFile> {
    const { connection, transport } = this.#options;
    return connection.authorised(() =>
      uploadAttachment(connection.client, {
        conversationId,
        name: upload.file.name,
        body: upload.file,
        onProgress: (share) => {
          upload.share = share;
          this.#set(this.#uploads);
        },
        onStart: (stop) => {
          upload.stop = stop;
        },
        ...(transport ? { transport } : {}),
      }),
    );
  }

  #reasonOf({ code, details, message }: DeskError, name: string): string {
    const { files } = this.#options.texts();
    if (code === 'VALIDATION_FAILED') return files.type(name);
    if (code === 'LIMIT_EXCEEDED') return Number(details['limit']) < 10_000 ? files.tooMany : files.size(name);
    return message || files.failed;
  }
}
