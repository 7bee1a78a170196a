/**
 * @module The database port: SQL in, rows out, the same on PGlite and on PostgreSQL. Nothing above it knows which one
 * it is.
 */
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export { lockDataDir, type DataDirHolder, type DataDirLock } from './data-dir-lock.ts';
export {
  DatabaseUnavailableError,
  DataDirHeldError,
  QueryError,
  UniqueConstraintError,
  WriteConflictError,
} from './error.ts';

export interface QueryResult<R> {
  readonly rows: R[];
  /** Rows that an INSERT, UPDATE or DELETE at the top of the statement touched. */
  readonly affected: number;
}

export interface QueryOptions {
  /** Prepares the statement once per connection; a name always means the same text. */
  readonly name?: string;
  /** Milliseconds until a call to PostgreSQL is given up; 0 waits for ever. */
  readonly timeoutMs?: number;
}

export interface Queryable {
  /** Runs one statement. */
  query<R = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
    options?: QueryOptions,
  ): Promise<QueryResult<R>>;
}

/** A database of the desk. Everything it acknowledges is durable as `durability` says. */
export interface Database extends Queryable {
  readonly kind: 'pglite' | 'postgres';
  /** One sentence for the start banner and the doctor: what a power cut may cost here. */
  readonly durability: string;
  /** Runs a script of several statements as one implicit transaction. */
  exec(sql: string): Promise<void>;
  /** Runs `work` in one transaction, rolled back when it throws. Inside, ask `tx` only: PGlite has one connection. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Hears a channel until the returned function is called; `onResync` tells that messages may have been missed. */
  listen(channel: string, onMessage: (payload: string) => void, onResync: () => void): Promise<() => Promise<void>>;
  /** Tells every process that listens; `payload` has less than 8,000 bytes. */
  notify(channel: string, payload: string): Promise<void>;
  close(): Promise<void>;
}

/** What the database reports about itself; pino has this shape. */
export interface DatabaseLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface DatabaseOptions {
  /** `postgres://…`; wins over `dataDir`. */
  readonly url?: string | undefined;
  /** Folder of the embedded database; `memory:` keeps everything in memory. */
  readonly dataDir?: string | undefined;
  /** Embedded database: flush to disk before a commit is acknowledged. */
  readonly flush?: boolean | undefined;
  /** Connections to PostgreSQL. */
  readonly poolSize?: number | undefined;
  readonly logger?: DatabaseLogger | undefined;
}

const SILENT: DatabaseLogger = { info: () => {}, warn: () => {}, error: () => {} };

/**
 * Opens PostgreSQL at `url`, else the embedded database in `dataDir`.
 * @throws DataDirHeldError when another process has the folder open.
 * @throws DatabaseUnavailableError when PostgreSQL does not answer.
 */
export function openDatabase({
  url,
  dataDir,
  flush = true,
  poolSize = 10,
  logger = SILENT,
}: DatabaseOptions): Promise<Database> {
  if (url) return openPostgres({ url, poolSize, logger });
  if (dataDir) return openPglite({ dataDir, flush, logger });
  return Promise.reject(new TypeError('openDatabase needs a url or a dataDir.'));
}
