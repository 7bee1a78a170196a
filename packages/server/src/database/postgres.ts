/**
 * @module PostgreSQL through a pool of connections. It may go away and come back: calls fail fast meanwhile and work
 * again by themselves afterwards.
 */
import { Pool, type ClientBase, type ClientConfig, type PoolClient } from 'pg';
import type { Database, DatabaseLogger, Queryable, QueryOptions, QueryResult } from './database.ts';
import { DatabaseUnavailableError, reportedError } from './error.ts';
import { PostgresListener } from './postgres-listener.ts';
import { decoderOf, encodeValue, type Decoder } from './value.ts';
import { loggable } from '../loggable.ts';

interface PostgresOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly logger: DatabaseLogger;
}

const CONNECT_TIMEOUT_MS = 2000;
const QUERY_TIMEOUT_MS = 30_000;

/** @throws DatabaseUnavailableError */
export async function openPostgres({ url, poolSize, logger }: PostgresOptions): Promise<Database> {
  const config = connectionConfig(url);
  const connections = new Connections({ config, poolSize, logger });
  const run: Connections['run'] = (work) => connections.run(work);
  const durability = await run(describeDurability).catch(async (error: unknown) => {
    await connections.close();
    throw error;
  });
  const listener = new PostgresListener({ config, logger });
  const query: Queryable['query'] = (text, values, options) => run((client) => ask(client, text, values, options));
  let closing: Promise<unknown> | undefined;
  return {
    kind: 'postgres',
    durability,
    query,
    exec: (sql) => run(async (client) => void (await client.query(sql).catch(rethrow))),
    transaction: (work) => run((client) => transact(client, work)),
    listen: (channel, onMessage, onResync) => listener.listen(channel, { onMessage, onResync }),
    notify: async (channel, payload) =>
      void (await query('SELECT pg_notify($1, $2)', [channel, payload], { name: 'notify' })),
    close: async () => void (await (closing ??= Promise.all([listener.close(), connections.close()]))),
  };
}

const DECODERS = new Map<number, Decoder>();

/** The same for the pool and for the listener. */
function connectionConfig(url: string): ClientConfig {
  const getTypeParser = (typeId: number) => {
    let decoder = DECODERS.get(typeId);
    if (!decoder) DECODERS.set(typeId, (decoder = decoderOf(typeId)));
    return decoder;
  };
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'shopdesk',
    types: { getTypeParser: getTypeParser as never },
  };
}

class Connections {
  readonly #pool: Pool;
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  constructor({ config, poolSize, logger }: { config: ClientConfig; poolSize: number; logger: DatabaseLogger }) {
    this.#pool = new Pool({ ...config, max: poolSize, idleTimeoutMillis: 30_000, onConnect: prepareSession });
    // An unheard 'error' ends the process; a lost connection is reported by the call that needs it.
    this.#pool.on('error', (error) => logger.warn({ err: loggable(error) }, 'A connection to PostgreSQL was lost.'));
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  run<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new DatabaseUnavailableError('The database is closed.'));
    const running = this.#run(work).finally(() => this.#running.delete(running));
    this.#running.add(running);
    return running;
  }

  /** The pool forgets callers that still wait for a connection when it ends, so they are served first. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#running);
    await this.#pool.end();
  }

  async #run<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw connectError(error);
    });
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client.release(error instanceof DatabaseUnavailableError);
      throw error;
    }
  }
}

/** The server's own settings must not change what a value means. */
async function prepareSession(client: ClientBase): Promise<void> {
  await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET bytea_output = 'hex'`);
}

async function ask<R>(
  client: PoolClient,
  text: string,
  values: readonly unknown[] = [],
  { name, timeoutMs = QUERY_TIMEOUT_MS }: QueryOptions = {},
): Promise<QueryResult<R>> {
  const config = { text, values: values.map(encodeValue), query_timeout: timeoutMs, ...(name ? { name } : {}) };
  const { rows, command, rowCount } = await client.query(config).catch(rethrow);
  return { rows, affected: COUNTING.has(command) ? (rowCount ?? 0) : 0 };
}

const COUNTING = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

async function transact<T>(client: PoolClient, work: (tx: Queryable) => Promise<T>): Promise<T> {
  let open = true;
  await ask(client, 'BEGIN');
  try {
    const result = await work({
      query: async (text, values, options) => {
        if (!open) throw new TypeError('The transaction is over.');
        return ask(client, text, values, options);
      },
    });
    open = false;
    const { command } = await client.query('COMMIT').catch(rethrow);
    if (command !== 'COMMIT')
      throw reportedError({ message: 'The transaction had failed and was rolled back.', code: '25P02' });
    return result;
  } catch (error) {
    open = false;
    if (!(error instanceof DatabaseUnavailableError)) await ask(client, 'ROLLBACK');
    throw error;
  }
}

interface DriverError extends Error {
  readonly code?: string;
  readonly constraint?: string;
  readonly severity?: string;
}

const asError = (error: unknown): DriverError => (error instanceof Error ? error : new Error(String(error)));

/** An error report of the server has a severity; anything else that fails under a query is the connection. */
function rethrow(thrown: unknown): never {
  const error = asError(thrown);
  if (error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError) throw error;
  if (error.severity && error.code)
    throw reportedError({ message: error.message, code: error.code, constraint: error.constraint }, error);
  throw new DatabaseUnavailableError(`The connection to PostgreSQL was lost: ${error.message}`, {
    uncertain: true,
    cause: error,
  });
}

function connectError(thrown: unknown): Error {
  const error = asError(thrown);
  if (error.severity && error.code) return reportedError({ message: error.message, code: error.code }, error);
  return new DatabaseUnavailableError(`PostgreSQL cannot be reached: ${error.message || error.code}`, { cause: error });
}

async function describeDurability(client: PoolClient): Promise<string> {
  const { rows } = await ask<{ version: string; fsync: string; commit: string; pages: string }>(
    client,
    `SELECT split_part(current_setting('server_version'), ' ', 1) AS version, current_setting('fsync') AS fsync,
            current_setting('synchronous_commit') AS commit, current_setting('full_page_writes') AS pages`,
  );
  const { version, fsync, commit, pages } = rows[0] as (typeof rows)[number];
  const server = `PostgreSQL ${version}`;
  if (fsync === 'off')
    return `${server} runs with fsync=off: a power cut may damage the whole database. Turn fsync on.`;
  if (pages === 'off')
    return `${server} runs with full_page_writes=off: a power cut may damage pages, unless its file system prevents that.`;
  if (commit === 'off')
    return `${server} runs with synchronous_commit=off: a power cut may cost the last acknowledged messages.`;
  return `${server}: a power cut costs nothing that was acknowledged, on a disk that keeps its word.`;
}
