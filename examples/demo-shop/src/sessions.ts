/**
 * @module Who is signed in at the shop front: a random token in a cookie, of which only the hash is stored.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

const DAYS = 7;
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

export class Sessions {
  readonly #db: Database;
  readonly #now: () => Date;

  constructor(db: Database, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  /** Signs a customer in and gives the token of the new session. */
  open(customerId: string): string {
    const token = randomBytes(32).toString('base64url');
    const expires = new Date(this.#now().getTime() + DAYS * 86_400_000).toISOString();
    this.#db.run('DELETE FROM sessions WHERE expires_at <= ?', this.#now().toISOString());
    this.#db.insert('sessions', { hash: hashOf(token), customer_id: customerId, expires_at: expires });
    return token;
  }

  customerIdOf(token: string): string | undefined {
    const row = this.#db.get<{ customer_id: string }>(
      'SELECT customer_id FROM sessions WHERE hash = ? AND expires_at > ?',
      hashOf(token),
      this.#now().toISOString(),
    );
    return row?.customer_id;
  }

  close(token: string): void {
    this.#db.run('DELETE FROM sessions WHERE hash = ?', hashOf(token));
  }
}
