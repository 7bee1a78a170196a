/**
 * @module Group commit for the embedded database. PostgreSQL's own flush of the write-ahead log at commit is put off;
 * before a statement is acknowledged its log goes to disk here, and all statements that wait share one flush.
 */
import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';

export class WalFlush {
  /** Segments written since the last flush began. */
  readonly #dirty = new Set<string>();
  /** Whether there is log that is not known to be on disk. */
  #pending = false;
  /** How often PostgreSQL has asked for a flush of the log. */
  requests = 0;
  readonly #files = new Map<string, number>();
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #failure: Error | undefined;

  /** PostgreSQL asks for a flush of this segment. */
  markDirty(segment: string): void {
    this.requests += 1;
    this.#pending = true;
    this.#dirty.add(segment);
  }

  /** Resolves when everything that was logged before this call is on disk. */
  flushed(): Promise<void> | undefined {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#running) {
      if (this.#dirty.size === 0) return this.#running;
      this.#next ??= this.#running.then(() => this.#startNext());
      return this.#next;
    }
    return this.#dirty.size > 0 ? this.#start() : undefined;
  }

  /**
   * Flushes the log at once. Must come before any change of a data file: a page must not reach the disk before the
   * log that explains it, or a power cut leaves a state that recovery cannot repair.
   */
  flushNow(): void {
    if (this.#failure) throw this.#failure;
    if (!this.#pending) return;
    try {
      // Files of a running flush are still in `#files`, so this also covers what that one has not finished.
      for (const segment of this.#dirty) this.#open(segment);
      for (const file of this.#files.values()) fdatasyncSync(file);
      this.#dirty.clear();
      this.#pending = false;
    } catch (error) {
      throw this.#fail(error);
    }
  }

  /** Flushes what is left and lets go of the files. */
  close(): void {
    this.flushNow();
    for (const file of this.#files.values()) closeSync(file);
    this.#files.clear();
  }

  /** Somebody may have begun the next flush already, with what we wait for in it. */
  #startNext(): Promise<void> | undefined {
    this.#next = undefined;
    return this.#running ?? (this.#dirty.size > 0 ? this.#start() : undefined);
  }

  #start(): Promise<void> {
    const segments = [...this.#dirty];
    this.#dirty.clear();
    this.#running = Promise.all(segments.map((segment) => this.#sync(segment))).then(
      () => this.#finish(segments),
      (error: unknown) => {
        throw this.#fail(error);
      },
    );
    return this.#running;
  }

  async #sync(segment: string): Promise<void> {
    const file = this.#open(segment);
    await new Promise<void>((resolve, reject) => fdatasync(file, (error) => (error ? reject(error) : resolve())));
  }

  #finish(segments: readonly string[]): void {
    this.#running = undefined;
    if (this.#dirty.size === 0) this.#pending = false;
    const current = segments.toSorted().at(-1);
    for (const [segment, file] of this.#files) {
      if (segment === current || this.#dirty.has(segment)) continue;
      closeSync(file);
      this.#files.delete(segment);
    }
  }

  #open(segment: string): number {
    let file = this.#files.get(segment);
    if (file === undefined) {
      file = openSync(segment, 'r+');
      this.#files.set(segment, file);
    }
    return file;
  }

  /** After a failed flush nobody knows what is on disk, so nothing may be acknowledged any more. */
  #fail(error: unknown): Error {
    this.#failure = new Error('The write-ahead log could not be flushed to disk.', { cause: error });
    return this.#failure;
  }
}
