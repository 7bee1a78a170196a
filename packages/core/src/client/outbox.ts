/**
 * @module Messages on their way. Each is kept in storage under its own key until the desk has it, so neither a closed
 * page nor a second tab loses one; the desk knows each by its `clientMsgId`, so none comes twice.
 */
import { backoffMs } from './backoff.ts';
import { DeskError, isTransient, type DeskProblem } from './error.ts';
import { host, newId, tabLock, type Lock } from './host.ts';
import type { DeskMessage } from './operations/conversations.ts';
import { readJson, type DeskStorage } from './storage.ts';

/** What is sent; cards and files carry what the sender sees until the desk answers. */
export type OutboxContent =
  /** `confirmed`: the sender has seen the desk's warnings. */
  | { readonly text: string; readonly confirmed?: boolean }
  | { readonly attachment: NonNullable<DeskMessage['attachment']> }
  | { readonly card: NonNullable<DeskMessage['card']> };

export interface OutboxEntry {
  readonly clientMsgId: string;
  /** Null until a conversation is opened for it. */
  readonly conversationId: string | null;
  readonly content: OutboxContent;
  /** When it was written, an ISO instant. */
  readonly at: string;
  readonly order: number;
  /**
   * Why the desk refused it for good, or why it alone did not get through (`SERVICE_UNAVAILABLE`: no answer came); it
   * stays until somebody edits, retries or discards it.
   */
  readonly problem?: Pick<DeskProblem, 'code' | 'message'>;
}

export interface OutboxOptions {
  readonly storage: DeskStorage;
  /** Store and identity that the messages belong to. */
  readonly key: string;
  readonly send: (entry: OutboxEntry & { readonly conversationId: string }) => Promise<DeskMessage>;
  /** Opens a conversation, or answers the open one; its id. */
  readonly open: (entry: OutboxEntry) => Promise<string>;
  readonly onChange: (entries: readonly OutboxEntry[]) => void;
  /** Hears of an accepted message before its entry goes. */
  readonly onSent?: (message: DeskMessage, entry: OutboxEntry & { readonly conversationId: string }) => void;
  /** The present, in milliseconds since the epoch, by which an entry is dated. @defaultValue the device's clock */
  readonly now?: () => number;
  /** Only one tab sends at a time. @defaultValue Web Locks */
  readonly lock?: Lock;
}

export interface Outbox {
  /** In the order of writing. */
  readonly entries: readonly OutboxEntry[];
  add(content: OutboxContent, conversationId: string | null): OutboxEntry;
  /** Replaces the text of a refused message and sends it anew. */
  edit(clientMsgId: string, text: string): void;
  retry(clientMsgId: string): void;
  /** Cancels what is under way, or deletes what was refused, and goes on with the rest. */
  discard(clientMsgId: string): void;
  /** Sends now what waits; also reads what another tab has changed. */
  flush(): Promise<void>;
  /** Gives what is here to another identity of the same person (a guest who signed in). */
  moveTo(key: string): void;
  close(): void;
}

/** An answer that is no denial (a bug of the desk) is tried this often before it shows as failed. */
const MAX_INTERNAL = 5;
/** Milliseconds for which a message must have failed before one tries whether those behind it can be sent. */
const STUCK_MS = 3000;

/** What stood in the way of a message that may yet be sent. */
interface Trouble {
  /** When it first failed, in milliseconds of this device's clock. */
  since: number;
  /** How often the desk has answered INTERNAL. */
  internal: number;
  problem: NonNullable<OutboxEntry['problem']>;
}

type Fate = { readonly is: 'sent' | 'refused' } | { readonly is: 'later'; readonly error: unknown };

/** Opens the outbox of one store and identity and starts sending what is in it. */
export function createOutbox(options: OutboxOptions): Outbox {
  const outbox = new StoredOutbox(options);
  void outbox.flush();
  return outbox;
}

class StoredOutbox implements Outbox {
  readonly #options: OutboxOptions;
  readonly #prefix: string;
  #entries: readonly OutboxEntry[] = [];
  #sending: Promise<void> | undefined;
  #again = false;
  #timer: unknown;
  #attempt = 0;
  readonly #troubles = new Map<string, Trouble>();
  /** What ends the waiting for an answer about a message. */
  readonly #underWay = new Map<string, () => void>();
  #closed = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#prefix = `${options.key}:out:`;
    this.#read();
  }

  get entries(): readonly OutboxEntry[] {
    return this.#entries;
  }

  add(content: OutboxContent, conversationId: string | null): OutboxEntry {
    const now = Date.now();
    const order = Math.max(now, (this.#entries.at(-1)?.order ?? 0) + 1);
    const entry: OutboxEntry = {
      clientMsgId: newId(),
      conversationId,
      content,
      at: new Date(this.#options.now?.() ?? now).toISOString(),
      order,
    };
    this.#write(entry);
    void this.flush();
    return entry;
  }

  edit(clientMsgId: string, text: string): void {
    const entry = this.#find(clientMsgId);
    if (!entry) return;
    this.#remove(clientMsgId);
    const { problem: _refused, ...rest } = entry;
    this.#write({ ...rest, clientMsgId: newId(), content: { text } });
    void this.flush();
  }

  retry(clientMsgId: string): void {
    const entry = this.#find(clientMsgId);
    if (!entry) return;
    const { problem: _refused, ...rest } = entry;
    this.#troubles.delete(clientMsgId);
    this.#write(rest);
    void this.flush();
  }

  discard(clientMsgId: string): void {
    this.#remove(clientMsgId);
    this.#underWay.get(clientMsgId)?.();
    void this.flush();
  }

  flush(): Promise<void> {
    host.clearTimeout(this.#timer);
    if (this.#closed) return Promise.resolve();
    this.#again = this.#sending !== undefined;
    this.#sending ??= this.#drain().finally(() => {
      this.#sending = undefined;
      if (this.#again) void this.flush();
    });
    return this.#sending;
  }

  moveTo(key: string): void {
    if (key === this.#options.key) return;
    for (const entry of this.#entries) {
      this.#options.storage.set(`${key}:out:${entry.clientMsgId}`, JSON.stringify(entry));
      this.#options.storage.remove(this.#prefix + entry.clientMsgId);
    }
    this.#read();
  }

  close(): void {
    this.#closed = true;
    host.clearTimeout(this.#timer);
  }

  async #drain(): Promise<void> {
    this.#read();
    if (!this.#next()) return;
    try {
      await (this.#options.lock ?? tabLock)(`${this.#prefix}lock`, async () => {
        this.#read();
        for (let entry = this.#next(); entry && !this.#closed; entry = this.#next()) await this.#sendFirst(entry);
      });
      this.#attempt = 0;
    } catch (error) {
      if (this.#closed) return;
      const asked = error instanceof DeskError ? error.retryAfterMs : undefined;
      this.#timer = host.setTimeout(() => void this.flush(), asked ?? backoffMs(this.#attempt));
      this.#attempt += 1;
    }
  }

  #next(): OutboxEntry | undefined {
    return this.#entries.find(({ problem }) => !problem);
  }

  /**
   * Sends the first that waits. Where it keeps failing, one of those behind it is tried too: if that gets through, the
   * network is not to blame, and the first shows as failed instead of holding the others back. Nothing overtakes it
   * unseen, so what arrives by itself arrives in the order of writing.
   * @throws what may go better later
   */
  async #sendFirst(first: OutboxEntry): Promise<void> {
    const fate = await this.#try(first);
    if (fate.is !== 'later') return;
    if (!this.#isStuck(first) || !(await this.#passes(first))) throw fate.error;
  }

  /** Whether one behind it was taken or refused; tries the next one only when the one before is stuck as well. */
  async #passes(first: OutboxEntry): Promise<boolean> {
    const behind = this.#entries.filter((entry) => !entry.problem && entry.order > first.order);
    const untried = behind.filter((entry) => !this.#isStuck(entry));
    // The next round begins with the first of them again.
    if (untried.length === 0)
      for (const { clientMsgId } of behind) (this.#troubles.get(clientMsgId) as Trouble).since = Date.now();
    for (const entry of untried) {
      // A message that was never tried is not kept waiting for as long as the stuck one is by now.
      if (!this.#troubles.has(entry.clientMsgId)) this.#attempt = 0;
      const { is } = await this.#try(entry);
      if (is === 'sent') this.#giveUpBefore(entry);
      if (is !== 'later') return true;
      if (!this.#isStuck(entry)) return false;
    }
    return false;
  }

  /** Another tab or the person may have changed them meanwhile. */
  #giveUpBefore({ order }: OutboxEntry): void {
    for (const entry of this.#entries) {
      const trouble = this.#troubles.get(entry.clientMsgId);
      if (entry.order < order && !entry.problem && trouble) this.#write({ ...entry, problem: trouble.problem });
    }
  }

  #isStuck({ clientMsgId }: OutboxEntry): boolean {
    const trouble = this.#troubles.get(clientMsgId);
    return trouble !== undefined && Date.now() - trouble.since >= STUCK_MS;
  }

  /** What is discarded meanwhile is not waited for; should it arrive all the same, it is told as sent. */
  #try(entry: OutboxEntry): Promise<Fate> {
    const { clientMsgId } = entry;
    const discarded = new Promise<Fate>((resolve) => this.#underWay.set(clientMsgId, () => resolve({ is: 'refused' })));
    return Promise.race([this.#send(entry), discarded]).finally(() => this.#underWay.delete(clientMsgId));
  }

  /** What the desk refuses for good is noted on the entry. */
  async #send(entry: OutboxEntry): Promise<Fate> {
    try {
      const { sent, message } = await this.#deliver(entry);
      this.#options.onSent?.(message, sent);
      this.#troubles.delete(entry.clientMsgId);
      this.#remove(entry.clientMsgId);
      return { is: 'sent' };
    } catch (error) {
      if (!(error instanceof DeskError) || (isTransient(error) && !this.#tooOften(entry, error))) {
        this.#noteTrouble(entry, error);
        return { is: 'later', error };
      }
      const { code, message } = error;
      const now = this.#find(entry.clientMsgId);
      if (now) this.#write({ ...now, problem: { code, message } });
      return { is: 'refused' };
    }
  }

  #noteTrouble({ clientMsgId }: OutboxEntry, error: unknown): void {
    const { since = Date.now(), internal = 0 } = this.#troubles.get(clientMsgId) ?? {};
    const { code, message } = error instanceof DeskError ? error : { code: 'SERVICE_UNAVAILABLE', message: '' };
    // Who has sent too much waits with all of it.
    if (code === 'RATE_LIMITED') this.#troubles.delete(clientMsgId);
    else
      this.#troubles.set(clientMsgId, {
        since,
        internal: internal + (code === 'INTERNAL' ? 1 : 0),
        problem: { code, message },
      });
  }

  #tooOften({ clientMsgId }: OutboxEntry, { code }: DeskError): boolean {
    return code === 'INTERNAL' && (this.#troubles.get(clientMsgId)?.internal ?? 0) + 1 >= MAX_INTERNAL;
  }

  async #deliver(entry: OutboxEntry) {
    if (entry.conversationId !== null) {
      const sent = { ...entry, conversationId: entry.conversationId };
      try {
        return { sent, message: await this.#options.send(sent) };
      } catch (error) {
        // Closed for more than a day, abandoned, or left behind by a change of identity: it goes into a new one.
        // A file belongs to the conversation it was uploaded to.
        if (!isOver(error) || 'attachment' in entry.content) throw error;
      }
    }
    const sent = { ...entry, conversationId: await this.#options.open(entry) };
    this.#redirect(entry.conversationId, sent.conversationId);
    return { sent, message: await this.#options.send(sent) };
  }

  /** Kept before sending, so that a repetition after a crash goes to the same place. */
  #redirect(from: string | null, to: string): void {
    for (const entry of this.#entries)
      if (entry.conversationId === from && !('attachment' in entry.content))
        this.#write({ ...entry, conversationId: to });
  }

  #remove(clientMsgId: string): void {
    this.#options.storage.remove(this.#prefix + clientMsgId);
    this.#read();
  }

  #find(clientMsgId: string): OutboxEntry | undefined {
    return this.#entries.find((entry) => entry.clientMsgId === clientMsgId);
  }

  #write(entry: OutboxEntry): void {
    this.#options.storage.set(this.#prefix + entry.clientMsgId, JSON.stringify(entry));
    this.#read();
  }

  #read(): void {
    const { storage } = this.#options;
    const entries = storage.keys(this.#prefix).map((key) => readJson<OutboxEntry>(storage, key));
    this.#entries = entries.filter((entry) => entry !== undefined).sort((a, b) => a.order - b.order);
    if (!this.#closed) this.#options.onChange(this.#entries);
  }
}

const isOver = (error: unknown): boolean =>
  error instanceof DeskError &&
  (error.code === 'INVALID_TRANSITION' || (error.code === 'NOT_FOUND' && error.details['entity'] === 'Conversation'));
