/**
 * @module Who is connected: the first stream of a person notes that he is there, the end of the last one that he is
 * gone. A note is performed as that person. Other processes are told who is gone from here; whoever still has a stream
 * of that person notes again that he is there.
 */
import {
  Conversation,
  DeniedError,
  User,
  type Actor,
  type Desk,
  type DeskStore,
  type RowOf,
  type ShopperActor,
  type StaffActor,
} from '@shopdesk/core';
import { unhurried } from './unhurried.ts';

export interface ConnectionsOptions {
  readonly desk: Desk;
  readonly store: DeskStore;
  /** Tells the other processes that nobody is connected here under this key any more. */
  readonly tellGone: (key: string) => void;
  readonly onError: (error: unknown, where: string) => void;
}

interface Connection {
  readonly key: string;
  readonly note: (present: boolean) => Promise<unknown>;
  streams: number;
  /** What was noted last, if anything was. */
  noted: boolean | undefined;
  /** Rises when somebody else may have noted otherwise, also while a note is under way here. */
  doubts: number;
  busy: boolean;
  /** Milliseconds until a note that failed is tried again. */
  retryMs: number;
}

/** Notes under way at once: after an interruption thousands may be due. */
const WORKERS = 8;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;
/** A note that waits for a lost database keeps nobody from closing. */
const LAST_NOTE_MS = 2000;
const PAGE = 200;

export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #connections = new Map<string, Connection>();
  readonly #due = new Set<Connection>();
  readonly #workers = new Set<Promise<void>>();
  #closed = false;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /** A stream was opened; call the answer when it ends. `conversationId` matters for shoppers. */
  opened(actor: Actor, conversationId?: string): () => void {
    const connection = this.#of(actor, conversationId);
    if (!connection) return () => {};
    connection.streams += 1;
    this.#update(connection);
    return () => {
      connection.streams -= 1;
      this.#update(connection);
    };
  }

  #of(actor: Actor, conversationId?: string): Connection | undefined {
    if (actor.kind === 'staff')
      return this.#get(`staff ${actor.userId}`, (connected) =>
        this.#perform(actor, 'noteStaffConnection', { connected }),
      );
    if (actor.kind !== 'shopper' || !conversationId) return undefined;
    return this.#get(`shopper ${conversationId}`, (present) =>
      this.#perform(actor, 'noteShopperConnection', { id: conversationId, present }),
    );
  }

  #get(key: string, note: Connection['note']): Connection {
    const known = this.#connections.get(key);
    if (known) return known;
    const connection = { key, note, streams: 0, noted: undefined, doubts: 0, busy: false, retryMs: FIRST_RETRY_MS };
    this.#connections.set(key, connection);
    return connection;
  }

  async #perform(actor: Actor, action: string, input: unknown): Promise<void> {
    try {
      await this.#options.desk.perform(actor, action, input);
    } catch (error) {
      // The conversation went to another person or the member of staff is gone: there is nothing to note.
      if (!(error instanceof DeniedError)) throw error;
    }
  }

  #update(connection: Connection): void {
    if (this.#closed) return;
    this.#due.add(connection);
    if (this.#workers.size >= WORKERS) return;
    const worker = this.#work().finally(() => this.#workers.delete(worker));
    this.#workers.add(worker);
  }

  async #work(): Promise<void> {
    for (const connection of this.#due) {
      this.#due.delete(connection);
      if (!this.#closed && !connection.busy) await this.#note(connection);
    }
  }

  /** Notes until what is noted is true; a person may come and go while a note is under way. */
  async #note(connection: Connection): Promise<void> {
    connection.busy = true;
    try {
      for (
        let present = connection.streams > 0;
        connection.noted !== present && !this.#closed;
        present = connection.streams > 0
      ) {
        const { doubts } = connection;
        await connection.note(present);
        connection.noted = connection.doubts === doubts ? present : undefined;
        connection.retryMs = FIRST_RETRY_MS;
        if (!present) this.#options.tellGone(connection.key);
      }
    } catch (error) {
      this.#options.onError(error, 'connection note');
      unhurried(setTimeout(() => this.#update(connection), connection.retryMs));
      connection.retryMs = Math.min(connection.retryMs * 2, LAST_RETRY_MS);
    }
    connection.busy = false;
    const { key, streams, noted } = connection;
    if (streams === 0 && noted === false && this.#connections.get(key) === connection) this.#connections.delete(key);
  }

  /** Another process has nobody under this key any more; if there is somebody here, that is noted again. */
  goneElsewhere(key: string): void {
    const connection = this.#connections.get(key);
    if (!connection || connection.streams === 0) return;
    connection.noted = undefined;
    connection.doubts += 1;
    this.#update(connection);
  }

  /** Others may have noted people gone whose streams are here. */
  noteAllAgain(): void {
    for (const key of this.#connections.keys()) this.goneElsewhere(key);
  }

  /** Notes everybody gone who is thought to be there and has no stream in this process: a killed server left them. */
  async noteAbsent(): Promise<void> {
    const { store } = this.#options;
    const staff = { entity: User, where: [{ presence: { ne: 'OFFLINE' }, active: true }] };
    for await (const row of pages((after) => store.find({ ...staff, ...page(after) })))
      this.#absent(staffActor(row as RowOf<typeof User>));
    const queued = { entity: Conversation, where: [{ state: 'QUEUED' }] };
    for await (const row of pages((after) => store.find({ ...queued, ...page(after) }))) {
      const conversation = row as RowOf<typeof Conversation>;
      this.#absent(shopperActor(conversation), conversation.id);
    }
  }

  #absent(actor: Actor, conversationId?: string): void {
    const connection = this.#of(actor, conversationId);
    if (connection && connection.streams === 0) this.#update(connection);
  }

  /**
   * Nothing is noted any more: whoever comes back to another process is noted there. Resolves when the last note is
   * taken.
   */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.race([
      Promise.all(this.#workers),
      new Promise((resolve) => unhurried(setTimeout(resolve, LAST_NOTE_MS))),
    ]);
  }
}

const page = (after: string | undefined) => ({ limit: PAGE, ...(after ? { after: [after] } : {}) });

async function* pages<R extends { readonly id: string }>(
  read: (after: string | undefined) => Promise<R[]>,
): AsyncGenerator<R> {
  for (let after: string | undefined; ;) {
    const rows = await read(after);
    yield* rows;
    after = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}

/** Noting a connection asks for no permission. */
const staffActor = ({ tenantId, id: userId, name, agentNo, roles }: RowOf<typeof User>): StaffActor => ({
  kind: 'staff',
  tenantId,
  userId,
  name,
  agentNo,
  roles,
  permissions: new Set(),
});

const shopperActor = ({ tenantId, storeId, customerId }: RowOf<typeof Conversation>): ShopperActor => ({
  kind: 'shopper',
  tenantId,
  storeId,
  customerId,
  sessionId: '',
  verified: false,
});
