/**
 * @module The bus over LISTEN and NOTIFY of PostgreSQL.
 */
import type { Database } from '../database/database.ts';
import type { BusTransport } from './bus.ts';

const CHANNEL = 'shopdesk_live';

/** Never inside a change's own transaction: PostgreSQL lets only one transaction that notifies commit at a time. */
export function databaseTransport(database: Pick<Database, 'query' | 'listen'>): BusTransport {
  return {
    send: async (text) => {
      // A notice that a crash of PostgreSQL takes away is read again anyway, so nobody waits for the disk.
      await database.query(`SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`, [CHANNEL, text], {
        name: 'live_notify',
      });
    },
    listen: (onText, onResync) => database.listen(CHANNEL, onText, onResync),
  };
}
