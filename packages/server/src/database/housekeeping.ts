/**
 * @module What PostgreSQL's background processes do, for the embedded database, which has none: checkpoints, so that the
 * log and the next start stay short, and vacuum with analyze, so that tables stay small and plans stay good.
 */
import type { DatabaseLogger } from './database.ts';
import type { PgliteSession } from './pglite-session.ts';

interface HousekeepingOptions {
  readonly session: PgliteSession;
  readonly logger: DatabaseLogger;
  /** Bytes of log since the last call. */
  readonly takeLogBytes: () => number;
}

const INTERVAL_MS = 1000;
const CHECKPOINT_AFTER = 64 * 1024 * 1024;
const LOOK_AFTER = 4 * 1024 * 1024;
/** Log per second above which somebody is working, and would have to wait. */
const BUSY = 256 * 1024;

/** The thresholds of PostgreSQL's autovacuum; while the desk is busy only what gets far out of hand. */
const untidyTables = (isBusy: boolean) => `
  SELECT "table", vacuum FROM (
    SELECT format('%I.%I', schemaname, relname) AS "table",
           ${isBusy ? 'n_dead_tup > 10000 + 2 * n_live_tup' : 'n_dead_tup > 50 + 0.2 * n_live_tup OR n_ins_since_vacuum > 1000 + 0.2 * n_live_tup'} AS vacuum,
           n_mod_since_analyze > 50 + ${isBusy ? '2' : '0.1'} * n_live_tup AS analyze
    FROM pg_stat_user_tables) AS tables
  WHERE vacuum OR analyze`;

export class Housekeeping {
  readonly #options: HousekeepingOptions;
  readonly #timer: NodeJS.Timeout;
  #sinceCheckpoint = 0;
  #sinceLook = 0;
  #running: Promise<void> | undefined;

  constructor(options: HousekeepingOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#tick(), INTERVAL_MS).unref();
  }

  /** Resolves when nothing of it is running any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  #tick(): void {
    const bytes = this.#options.takeLogBytes();
    this.#sinceCheckpoint += bytes;
    this.#sinceLook += bytes;
    if (this.#running || (this.#sinceCheckpoint < CHECKPOINT_AFTER && this.#sinceLook < LOOK_AFTER)) return;
    this.#running = this.#work(bytes > BUSY)
      .catch((error: unknown) => this.#options.logger.error({ err: error }, 'Housekeeping of the embedded database failed.'))
      .finally(() => (this.#running = undefined));
  }

  async #work(isBusy: boolean): Promise<void> {
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

  /** Table by table, so that nobody waits longer than for one. */
  async #tidy(isBusy: boolean): Promise<void> {
    const { rows } = await this.#options.session.query<{ table: string; vacuum: boolean }>(untidyTables(isBusy));
    for (const { table, vacuum } of rows) await this.#options.session.exec(vacuum ? `VACUUM (ANALYZE) ${table}` : `ANALYZE ${table}`);
  }
}
