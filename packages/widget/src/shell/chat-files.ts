import type { UploadTransport } from '@shopdesk/core/client';
import type { DeskConnection } from '../connection/connection.ts';
import type { TimelineItem } from '../elements/timeline-item.ts';
import type { UploadQueue } from '../features/attachments/upload-queue.ts';
import type { Texts } from '../texts/texts.ts';

const AGAIN_MS = 3000;

export interface ChatFilesOptions {
  readonly connection: DeskConnection;
  readonly transport: UploadTransport | undefined;
  readonly texts: () => Texts;
  /** Loads the words that say what is wrong with a file. */
  readonly ready: () => Promise<unknown>;
  readonly onChange: () => void;
}

/** The window's side of files: the sending code is loaded with the first file. */
export class ChatFiles {
  /** For the file dialog; what can be sent is said when a file is chosen. */
  readonly accept = 'image/*,video/*,.pdf';
  readonly #options: ChatFilesOptions;
  #queue: UploadQueue | undefined;
  readonly #waiting: File[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ChatFilesOptions) {
    this.#options = options;
  }

  get items(): readonly TimelineItem[] {
    return this.#queue?.items ?? [];
  }

  /** Loaded with the first file that is shown. */
  readonly linkOf = async (id: string): Promise<string> =>
    (await import('../features/attachments/file-link.ts')).linkTo(this.#options.connection, id);

  add(files: readonly File[]): void {
    this.#waiting.push(...files);
    clearTimeout(this.#timer);
    this.#open().then(
      (queue) => queue.add(this.#waiting.splice(0)),
      // The network is gone before the first file: it waits for the code that sends it.
      () => (this.#timer = setTimeout(() => this.add([]), AGAIN_MS)),
    );
  }

  /** Whether it was a file. */
  retry(id: string): boolean | undefined {
    return this.#queue?.retry(id);
  }

  /** Whether it was a file. */
  discard(id: string): boolean | undefined {
    return this.#queue?.discard(id);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#waiting.length = 0;
    this.#queue?.close();
  }

  async #open(): Promise<UploadQueue> {
    const [{ UploadQueue }] = await Promise.all([
      import('../features/attachments/upload-queue.ts'),
      this.#options.ready(),
    ]);
    this.#queue ??= new UploadQueue(this.#options);
    return this.#queue;
  }
}
