/**
 * @module PGlite's one connection, spoken to in PostgreSQL's own protocol: statements stay prepared and a call is one
 * message, which is several times as fast as its query API. Execution blocks; only transactions and flushes are waited
 * for.
 */
import { protocol, type PGlite } from '@electric-sql/pglite';
import type { Queryable, QueryOptions, QueryResult } from './database.ts';
import { DatabaseUnavailableError, reportedError } from './error.ts';
import { encodeValue, type EncodedValue } from './value.ts';
import type { WalFlush } from './wal-flush.ts';
import { readAnswer, type Answer, type Column, type Notification } from './wire.ts';

const { serialize } = protocol;

interface SessionOptions {
  readonly pglite: PGlite;
  readonly log: WalFlush | undefined;
  readonly onNotification: (notification: Notification) => void;
}

interface Prepared {
  readonly text: string;
  readonly columns: readonly Column[];
}

export class PgliteSession implements Queryable {
  readonly #options: SessionOptions;
  readonly #prepared = new Map<string, Prepared>();
  /** Settles when the transaction that holds the connection, and all that wait before us, are done. */
  #turn: Promise<void> | undefined;
  #closed: DatabaseUnavailableError | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  async query<R>(text: string, values: readonly unknown[] = [], { name }: QueryOptions = {}): Promise<QueryResult<R>> {
    while (this.#turn) await this.#turn;
    return this.#settled(this.#run(text, values, name));
  }

  async exec(sql: string): Promise<void> {
    while (this.#turn) await this.#turn;
    await this.#settled(this.#send(serialize.query(sql)));
  }

  async transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    while (this.#turn) await this.#turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#turn = promise;
    let committed: Answer;
    let result: T;
    try {
      [committed, result] = await this.#transact(work);
    } finally {
      this.#turn = undefined;
      resolve();
    }
    await this.#settled(committed);
    return result;
  }

  /** Waits for what is under way; refuses everything from now on. */
  async close(): Promise<void> {
    while (this.#turn) await this.#turn;
    this.#closed ??= new DatabaseUnavailableError('The database is closed.');
    await this.#options.log?.flushed();
  }

  async #transact<T>(work: (tx: Queryable) => Promise<T>): Promise<[Answer, T]> {
    let open = true;
    check(this.#send(serialize.query('BEGIN')));
    try {
      const result = await work({
        query: async <R>(text: string, values: readonly unknown[] = [], { name }: QueryOptions = {}) => {
          if (!open) throw new TypeError('The transaction is over.');
          return check(this.#run(text, values, name)) as QueryResult<R>;
        },
      });
      open = false;
      const answer = check(this.#send(serialize.query('COMMIT')));
      if (answer.command !== 'COMMIT')
        throw reportedError({ message: 'The transaction had failed and was rolled back.', code: '25P02' });
      return [answer, result];
    } catch (error) {
      open = false;
      if (!this.#closed) this.#send(serialize.query('ROLLBACK'));
      throw error;
    }
  }

  #run(text: string, values: readonly unknown[], name = ''): Answer {
    const encoded = values.map(encodeValue);
    const prepared = name === '' ? undefined : this.#prepared.get(name);
    if (prepared && prepared.text !== text) throw new TypeError(`The statement ${name} has another text.`);
    if (prepared)
      return this.#send(
        Buffer.concat([bind(name, encoded), serialize.execute({}), serialize.sync()]),
        prepared.columns,
      );
    const answer = this.#send(
      Buffer.concat([
        serialize.parse({ name, text }),
        bind(name, encoded),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ]),
    );
    if (name !== '') this.#remember(name, text, answer);
    return answer;
  }

  /** A statement whose first run failed may have been prepared; close it, so that the name stays free. */
  #remember(name: string, text: string, answer: Answer): void {
    if (!answer.error) this.#prepared.set(name, { text, columns: answer.columns });
    else this.#send(Buffer.concat([serialize.close({ type: 'S', name }), serialize.sync()]));
  }

  /** PGlite has answered when its call returns, so nothing can come between two calls of one statement. */
  #send(message: Uint8Array, columns?: readonly Column[]): Answer {
    if (this.#closed) throw this.#closed;
    const chunks: Buffer[] = [];
    let cause: unknown;
    this.#options.pglite
      // PGlite lends its memory for the length of the call, so each part is copied.
      .execProtocolRawStream(message, { syncToFs: false, onRawData: (bytes) => void chunks.push(Buffer.from(bytes)) })
      .catch((error: unknown) => void (cause = error));
    const answer = readAnswer(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks), columns);
    if (answer.status) return answer;
    return this.#stop(cause);
  }

  #stop(cause: unknown): never {
    this.#closed = new DatabaseUnavailableError('The embedded database has stopped; start the desk again.', {
      uncertain: true,
      cause,
    });
    throw this.#closed;
  }

  /** What an answer tells may leave the process only when it is on disk. */
  async #settled<R>(answer: Answer): Promise<QueryResult<R>> {
    const flushed = this.#options.log?.flushed();
    if (flushed) await flushed.catch((error: unknown) => this.#stop(error));
    for (const notification of answer.notifications) this.#options.onNotification(notification);
    return check(answer) as QueryResult<R>;
  }
}

function check(answer: Answer): QueryResult<Record<string, unknown>> & Answer {
  if (answer.error) throw reportedError(answer.error);
  return answer;
}

const bind = (statement: string, values: EncodedValue[]) => serialize.bind({ statement, values });
