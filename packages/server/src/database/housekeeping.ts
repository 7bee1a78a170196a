/**
 * @module What PostgreSQL's background processes do, for the embedded database, which has none: checkpoints, so that
 * the log and the next start stay short, and vacuum with analyze, so that tables stay small and plans stay good.
 */
import type { DatabaseLogger } from './database.ts';
import type { PgliteSession } from './pglite-session.ts';
import { loggable } from '../loggable.ts';

interface HousekeepingOptions {
  readonly session: PgliteSession;
  readonly logger: DatabaseLogger;
}

const INTERVAL_MS = 1000;
const CHECKPOINT_AFTER = 64 * 1024 * 1024;
const LOOK_AFTER = 4 * 1024 * 1024;
/** Log per second above which somebody is working, and would have to wait. */
const BUSY = 256 * 1024;

/** The thresholds of PostgreSQL's autovacuum; while the desk is busy only what gets far out of hand. */
const untidyTables = (isBusy: boolean) => `
  SELECT "table", untidy FROM (
    SELECT format('%I.%I', schemaname, relname) AS "table",
           ${isBusy ? 'n_dead_tup > 10000 + 2 * n_live_tup' : 'n_dead_tup > 50 + 0.2 * n_live_tup OR n_ins_since_vacuum > 1000 + 0.2 * n_live_tup'} AS untidy,
           n_mod_since_analyze > 50 + ${isBusy ? '2' : '0.1'} * n_live_tup AS outdated
    FROM pg_stat_user_tables) AS tables
  WHERE untidy OR outdated`;

const LOGGED = `SELECT pg_current_wal_insert_lsn() - '0/0' AS bytes`;

export class Housekeeping {
  readonly #options: HousekeepingOptions;
  readonly #timer: NodeJS.Timeout;
  #logged: number | undefined;
  #sinceCheckpoint = 0;
  #sinceLook = 0;
  #running: Promise<void> | undefined;

  constructor(options: HousekeepingOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#tick(), INTERVAL_MS).unref();
    this.#tick();
  }

  /** Resolves when nothing of it is running any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #tick(): void {
    this.#running ??= this.#work()
      .catch((error: unknown) =>
        this.#options.logger.error({ err: loggable(error) }, 'Housekeeping of the embedded database failed.'),
      )
      .finally(() => (this.#running = undefined));
  }

  async #work(): Promise<void> {
    const isBusy = (await this.#measure()) > BUSY;
    if (this.#sinceLook >= LOOK_AFTER) {
      // A look in a busy second leaves work for a quiet one.
      this.#sinceLook = isBusy ? LOOK_AFTER : 0;
      await this.#tidy(isBusy);
    }
    if (this.#sinceCheckpoint >= CHECKPOINT_AFTER) {
      this.#sinceCheckpoint = 0;
      await this.#options.session.exec('CHECKPOINT');
    }
  }

  /** Bytes of log since the last time. */
  async #measure(): Promise<number> {
    const { rows } = await this.#options.session.query<{ bytes: number }>(LOGGED, [], { name: 'housekeeping' });
    const now = rows[0]?.bytes ?? 0;
    const bytes = now - (this.#logged ?? now);
    this.#logged = now;
    this.#sinceCheckpoint += bytes;
    this.#sinceLook += bytes;
    return bytes;
  }

  /** Table by table, so that nobody waits longer than for one. */
  async #tidy(isBusy: boolean): Promise<void> {
    const { rows } = await this.#options.session.query<{ table: string; untidy: boolean }>(untidyTables(isBusy));
    for (const { table, untidy } of rows)
      await this.#options.session.exec(untidy ? `VACUUM (ANALYZE) ${table}` : `ANALYZE ${table}`);
  }
}
