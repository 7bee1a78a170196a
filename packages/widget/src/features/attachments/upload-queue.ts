/**
 * @module Files on their way. A file that the network did not take is tried again; one that the desk refuses stays
 * with the reason until the shopper discards it. When it has arrived it goes through the outbox like every message.
 */
import { DeskError, newId, uploadAttachment, type UploadedFile, type UploadTransport } from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';
import { deskNow } from '../../connection/desk-clock.ts';
import type { TimelineItem } from '../../elements/timeline-item.ts';
import type { Texts } from '../../texts/texts.ts';
import { problemOf } from './file-rules.ts';

const RETRY_MS = 3000;
/** Refusals that the same file would get again. */
const FINAL: readonly string[] = ['VALIDATION_FAILED', 'LIMIT_EXCEEDED', 'FILE_UNREADABLE'];

interface Upload {
  readonly id: string;
  readonly file: File;
  readonly at: string;
  readonly previewUrl: string | undefined;
  share: number;
  problem: string | undefined;
  /** When the network that did not take it is tried again, in milliseconds of this device's clock. */
  retryAt: number;
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
      return {
        id: newId(),
        file,
        at: new Date(deskNow()).toISOString(),
        previewUrl,
        share: 0,
        retryAt: 0,
        problem,
        final: problem !== undefined,
        stop: () => undefined,
      };
    });
    this.#set([...this.#uploads, ...added]);
    void this.#work();
  }

  has(id: string): boolean {
    return this.#uploads.some((upload) => upload.id === id);
  }

  /** Whether there is such a file. */
  retry(id: string): boolean {
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload) return false;
    upload.problem = undefined;
    this.#set(this.#uploads);
    void this.#work();
    return true;
  }

  /** Whether there was such a file. */
  discard(id: string): boolean {
    const upload = this.#uploads.find((one) => one.id === id);
    if (!upload) return false;
    upload.stop();
    if (upload.previewUrl) URL.revokeObjectURL(upload.previewUrl);
    this.#set(this.#uploads.filter((one) => one !== upload));
    return true;
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
    for (let upload = this.#next(); upload; upload = this.#next()) await this.#send(upload);
    this.#busy = false;
    if (this.#uploads.some(({ problem }) => problem === undefined))
      this.#timer = setTimeout(() => void this.#work(), RETRY_MS);
  }

  /** One that the network did not take lets the others pass. */
  #next(): Upload | undefined {
    const now = Date.now();
    return this.#uploads.find(({ problem, retryAt }) => problem === undefined && retryAt <= now);
  }

  async #send(upload: Upload): Promise<void> {
    const { connection } = this.#options;
    try {
      const { id: conversationId } = await connection.ensureConversation();
      if (!this.has(upload.id)) return;
      const attachment = await this.#upload(upload, conversationId);
      this.discard(upload.id);
      connection.send({ attachment });
    } catch (error) {
      if (!this.has(upload.id)) return;
      if (error instanceof DeskError) {
        upload.problem = this.#reasonOf(error, upload.file.name);
        upload.final = FINAL.includes(error.code);
        this.#set(this.#uploads);
        return;
      }
      upload.retryAt = Date.now() + RETRY_MS;
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
    if (code === 'FILE_UNREADABLE') return files.unreadable(name);
    if (details['unit'] === 'pixels') return message;
    if (code === 'LIMIT_EXCEEDED') return Number(details['limit']) < 10_000 ? files.tooMany : files.size(name);
    return message || files.failed;
  }
}
