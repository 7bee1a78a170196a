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

/** The thresholds of PostgreSQL's autovacuum. */
const UNTIDY_TABLES = `
  SELECT format('%I.%I', schemaname, relname) AS "table",
         n_dead_tup > 50 + 0.2 * n_live_tup OR n_ins_since_vacuum > 1000 + 0.2 * n_live_tup AS vacuum
  FROM pg_stat_user_tables
  WHERE n_dead_tup > 50 + 0.2 * n_live_tup OR n_ins_since_vacuum > 1000 + 0.2 * n_live_tup
     OR n_mod_since_analyze > 50 + 0.1 * n_live_tup`;

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
    this.#running = this.#work()
      .catch((error: unknown) => this.#options.logger.error({ err: error }, 'Housekeeping of the embedded database failed.'))
      .finally(() => (this.#running = undefined));
  }

  async #work(): Promise<void> {
    if (this.#sinceLook >= LOOK_AFTER) {
      this.#sinceLook = 0;
      await this.#tidy();
    }
    if (this.#sinceCheckpoint >= CHECKPOINT_AFTER) {
      this.#sinceCheckpoint = 0;
      await this.#options.session.exec('CHECKPOINT');
    }
  }

  /** Table by table, so that nobody waits longer than for one. */
  async #tidy(): Promise<void> {
    const { rows } = await this.#options.session.query<{ table: string; vacuum: boolean }>(UNTIDY_TABLES);
    for (const { table, vacuum } of rows) await this.#options.session.exec(vacuum ? `VACUUM (ANALYZE) ${table}` : `ANALYZE ${table}`);
  }
}
