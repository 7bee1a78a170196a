/**
 * @module One connection that listens. When it breaks it is made again, and the listeners are told to look for what
 * they may have missed, because PostgreSQL keeps no message for whoever is away.
 */
import { Client, type ClientConfig } from 'pg';
import { Channels, quoteName, type Listener } from './channels.ts';
import type { DatabaseLogger } from './database.ts';
import { DatabaseUnavailableError } from './error.ts';

interface ListenerOptions {
  readonly config: ClientConfig;
  readonly logger: DatabaseLogger;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;
const PING_MS = 15_000;

export class PostgresListener {
  readonly #options: ListenerOptions;
  readonly #channels: Channels;
  #connection: Promise<Client> | undefined;
  /** The client whose loss matters; earlier ones may report theirs late. */
  #current: Client | undefined;
  #ping: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: ListenerOptions) {
    this.#options = options;
    this.#channels = new Channels({
      logger: options.logger,
      start: (name) => this.#run(`LISTEN ${quoteName(name)}`),
      end: (name) => this.#run(`UNLISTEN ${quoteName(name)}`).catch(() => {}),
    });
  }

  listen(channel: string, listener: Listener): Promise<() => Promise<void>> {
    return this.#channels.add(channel, listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    const connection = this.#connection;
    this.#disconnect();
    await connection?.then((client) => client.end()).catch(() => {});
  }

  async #run(sql: string): Promise<void> {
    if (this.#closed) throw new DatabaseUnavailableError('The database is closed.');
    try {
      const client = await (this.#connection ??= this.#connect());
      await client.query(sql);
    } catch (cause) {
      throw new DatabaseUnavailableError('PostgreSQL cannot be listened to.', { cause });
    }
  }

  async #connect(): Promise<Client> {
    const client = new Client(this.#options.config);
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ channel, payload }) => this.#channels.tell(channel, payload ?? ''));
    try {
      await client.connect();
      if (this.#closed) throw new DatabaseUnavailableError('The database is closed.');
    } catch (error) {
      this.#connection = undefined;
      client.end().catch(() => {});
      throw error;
    }
    this.#current = client;
    this.#ping = setInterval(() => this.#checkAlive(client), PING_MS).unref();
    return client;
  }

  /** A peer that vanished without a word (a pulled plug, a firewall) is noticed by asking. */
  #checkAlive(client: Client): void {
    const ping = { text: 'SELECT 1', query_timeout: PING_MS / 3 };
    client.query(ping).catch(() => this.#lost(client));
  }

  #lost(client: Client): void {
    if (this.#closed || this.#current !== client) return;
    this.#disconnect();
    client.end().catch(() => {});
    this.#options.logger.warn({ channels: this.#channels.names }, 'The listening connection to PostgreSQL was lost.');
    this.#reconnect(FIRST_RETRY_MS);
  }

  #disconnect(): void {
    clearInterval(this.#ping);
    clearTimeout(this.#retry);
    this.#current = undefined;
    this.#connection = undefined;
  }

  #reconnect(delay: number): void {
    clearTimeout(this.#retry);
    const again = () => this.#restore().catch(() => this.#reconnect(Math.min(delay * 2, LAST_RETRY_MS)));
    // Spread out, so that many processes do not all come back at once.
    this.#retry = setTimeout(again, delay * (0.5 + Math.random())).unref();
  }

  async #restore(): Promise<void> {
    if (this.#closed) return;
    const client = await (this.#connection ??= this.#connect());
    for (const name of this.#channels.names) await client.query(`LISTEN ${quoteName(name)}`);
    this.#options.logger.info({ channels: this.#channels.names }, 'Listening to PostgreSQL again.');
    this.#channels.resync();
  }
}
