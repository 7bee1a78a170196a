/**
 * @module Photos of a request. Each goes up as soon as it is chosen; what the network does not take is tried again,
 * also after the page was loaded anew; what the desk refuses stays with the reason until it is removed.
 */
import {
  attachmentLink,
  DeskError,
  fileFault,
  newId,
  uploadAttachment,
  type UploadTransport,
} from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';
import { dropFile, keepFile, keptFile } from './kept-files.ts';

const RETRY_MS = 3000;
/** As many as a request takes. */
export const MAX_PHOTOS = 20;

/** A photo as the draft remembers it. */
export interface KeptPhoto {
  readonly id: string;
  readonly name: string;
  /** Once it has arrived. */
  readonly attachmentId?: string;
}

export interface Photo extends KeptPhoto {
  readonly share: number;
  readonly problem?: 'type' | 'size' | 'failed';
  readonly url?: string;
}

export interface PhotoQueueOptions {
  readonly connection: DeskConnection;
  readonly transport: UploadTransport | undefined;
  readonly photos: readonly KeptPhoto[];
  /** The conversation that the photos belong to; undefined until there is one. */
  readonly conversationId: string | undefined;
  readonly onChange: () => void;
}

export class PhotoQueue {
  readonly #options: PhotoQueueOptions;
  readonly #files = new Map<string, File>();
  /** When a photo that the network did not take is tried again, in milliseconds of this device's clock. */
  readonly #retryAt = new Map<string, number>();
  conversationId: string | undefined;
  photos: readonly Photo[];
  #busy = false;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PhotoQueueOptions) {
    this.#options = options;
    this.conversationId = options.conversationId;
    this.photos = options.photos.map((photo) => ({ ...photo, share: photo.attachmentId ? 1 : 0 }));
    void this.#resume();
  }

  /** What the draft keeps: refused files are not worth it. */
  get kept(): readonly KeptPhoto[] {
    return this.photos
      .filter(({ problem }) => !problem)
      .map(({ id, name, attachmentId }) => ({ id, name, ...(attachmentId ? { attachmentId } : {}) }));
  }

  get evidence(): readonly string[] {
    return this.photos.flatMap(({ attachmentId }) => attachmentId ?? []);
  }

  get isBusy(): boolean {
    return this.photos.some(({ attachmentId, problem }) => !attachmentId && !problem);
  }

  add(files: readonly File[]): void {
    const room = MAX_PHOTOS - this.photos.length;
    const added = files.slice(0, room).map((file): Photo => {
      const problem = fileFault(file, 'image/');
      const id = newId();
      if (problem) return { id, name: file.name, share: 0, problem };
      this.#files.set(id, file);
      void keepFile(this.#options.connection, id, file, () => this.#files.has(id));
      return { id, name: file.name, share: 0, url: URL.createObjectURL(file) };
    });
    this.#set([...this.photos, ...added]);
    void this.#work();
  }

  remove(id: string): void {
    const photo = this.photos.find((one) => one.id === id);
    if (photo?.url?.startsWith('blob:')) URL.revokeObjectURL(photo.url);
    this.#forget(id);
    this.#set(this.photos.filter((one) => one !== photo));
  }

  /** Stops; what is not sent stays kept. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const { url } of this.photos) if (url?.startsWith('blob:')) URL.revokeObjectURL(url);
  }

  #forget(id: string): void {
    this.#files.delete(id);
    dropFile(this.#options.connection, id);
  }

  #set(photos: readonly Photo[]): void {
    this.photos = photos;
    if (!this.#closed) this.#options.onChange();
  }

  #update(id: string, change: Partial<Photo>): void {
    this.#set(this.photos.map((photo) => (photo.id === id ? { ...photo, ...change } : photo)));
  }

  /** What was chosen on an earlier page: sent photos are shown again, others go on their way. */
  async #resume(): Promise<void> {
    const { connection } = this.#options;
    for (const { id, attachmentId } of this.#options.photos) {
      if (attachmentId) {
        const url = await connection
          .authorised(() => attachmentLink(connection.client, attachmentId))
          .catch(() => undefined);
        if (url) this.#update(id, { url });
        continue;
      }
      const file = keptFile(connection, id);
      if (!file) this.#set(this.photos.filter((photo) => photo.id !== id));
      else {
        this.#files.set(id, file);
        this.#update(id, { url: URL.createObjectURL(file) });
      }
    }
    void this.#work();
  }

  async #work(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy || this.#closed) return;
    this.#busy = true;
    for (let next = this.#next(); next && !this.#closed; next = this.#next()) await this.#send(next);
    this.#busy = false;
    if (this.isBusy && !this.#closed) this.#timer = setTimeout(() => void this.#work(), RETRY_MS);
  }

  /** One that the network did not take lets the others pass. */
  #next(): Photo | undefined {
    const now = Date.now();
    return this.photos.find(
      ({ id, attachmentId, problem }) =>
        !attachmentId && !problem && this.#files.has(id) && (this.#retryAt.get(id) ?? 0) <= now,
    );
  }

  async #send({ id, name }: Photo): Promise<void> {
    const { connection, transport } = this.#options;
    const body = this.#files.get(id);
    if (!body) return;
    try {
      this.conversationId ??= (await connection.ensureConversation()).id;
      const { conversationId } = this;
      const upload = () =>
        uploadAttachment(connection.client, {
          conversationId,
          name,
          body,
          onProgress: (share) => this.#update(id, { share }),
          ...(transport ? { transport } : {}),
        });
      const attachment = await connection.authorised(upload);
      this.#forget(id);
      this.#update(id, { attachmentId: attachment.id, share: 1 });
    } catch (error) {
      if (error instanceof DeskError) return this.#refused(id, error);
      this.#retryAt.set(id, Date.now() + RETRY_MS);
    }
  }

  #refused(id: string, { code, details }: DeskError): void {
    const tooLarge = code === 'LIMIT_EXCEEDED' && Number(details['limit']) > 10_000;
    this.#forget(id);
    this.#update(id, { problem: code === 'VALIDATION_FAILED' ? 'type' : tooLarge ? 'size' : 'failed' });
  }
}
