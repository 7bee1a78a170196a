import { attachmentLink, type UploadTransport } from '@shopdesk/core/client';
import type { DeskConnection } from '../connection/connection.ts';
import type { TimelineItem } from '../elements/timeline-item.ts';
import type { UploadQueue } from '../features/attachments/upload-queue.ts';
import type { Texts } from '../texts/texts.ts';

/** The window's side of files: the sending code is loaded with the first file. */
export class ChatFiles {
  /** For the file dialog; what can be sent is said when a file is chosen. */
  readonly accept = 'image/*,video/*,.pdf';
  readonly #connection: DeskConnection;
  readonly #transport: UploadTransport | undefined;
  readonly #texts: () => Texts;
  readonly #onChange: () => void;
  #queue: UploadQueue | undefined;

  constructor(connection: DeskConnection, transport: UploadTransport | undefined, texts: () => Texts, onChange: () => void) {
    this.#connection = connection;
    this.#transport = transport;
    this.#texts = texts;
    this.#onChange = onChange;
  }

  get items(): readonly TimelineItem[] {
    return this.#queue?.items ?? [];
  }

  readonly linkOf = (id: string): Promise<string> => this.#connection.authorised(() => attachmentLink(this.#connection.client, id));

  async add(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    if (!this.#queue) {
      const { UploadQueue } = await import('../features/attachments/upload-queue.ts');
      this.#queue ??= new UploadQueue({ connection: this.#connection, texts: this.#texts, onChange: this.#onChange, transport: this.#transport });
    }
    this.#queue.add(files);
  }

  /** Whether it was a file. */
  retry(id: string): boolean {
    const found = this.#queue?.has(id) ?? false;
    if (found) this.#queue?.retry(id);
    return found;
  }

  /** Whether it was a file. */
  discard(id: string): boolean {
    const found = this.#queue?.has(id) ?? false;
    if (found) this.#queue?.discard(id);
    return found;
  }

  close(): void {
    this.#queue?.close();
  }
}
