/**
 * @module What is comfortable at home and dangerous in public. Listed at every start; in production a reason not to
 * start.
 */
import { Store, User, type Passwords, type RowOf } from '@shopdesk/core';
import type { Database } from './database/database.ts';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './demo-seed.ts';
import { openToOthers } from './private-files.ts';
import type { Runtime } from './runtime.ts';
import type { DeskServerOptions } from './options.ts';

/** The codes of insecure settings; their words are in `cli/words.ts`. */
export type InsecureCode =
  | 'DEMO_PASSWORDS'
  | 'PLAIN_HTTP'
  | 'DEVELOPMENT'
  | 'NO_RATE_LIMITS'
  | 'NO_FLUSH'
  | 'IN_MEMORY'
  | 'OPEN_FILES'
  | 'PLAIN_DATABASE'
  | 'PLAIN_MODEL'
  | 'ANY_PAGE';

export interface InsecureSetting {
  readonly code: InsecureCode;
  /** What exactly: e-mails, a store's key. */
  readonly detail: string;
}

export interface Reach {
  /** The address that the server listens on. */
  readonly host: string;
  readonly publicUrl?: string | undefined;
  /** Where the language model is asked. */
  readonly modelUrl?: string | undefined;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/i;

/** Finds every insecure setting of a server that is about to be reached in this way. */
export async function insecureSettings(
  runtime: Runtime,
  options: DeskServerOptions,
  reach: Reach,
  development: boolean,
): Promise<InsecureSetting[]> {
  const { store, ports, database } = runtime;
  const found: (InsecureSetting | undefined)[] = [
    await demoPasswords(store, ports.passwords),
    plainHttp(reach),
    development ? { code: 'DEVELOPMENT', detail: '' } : undefined,
    options.limits?.rates === false ? { code: 'NO_RATE_LIMITS', detail: '' } : undefined,
    await unflushed(options, database),
    await openFiles(options, database),
    plainDatabase(options),
    plainModel(reach),
    ...(development ? await openStores(store) : []),
  ];
  return found.filter((setting) => setting !== undefined);
}

/** The demo's people are found by their address; one verification is enough to know that their password still works. */
async function demoPasswords(store: Runtime['store'], passwords: Passwords): Promise<InsecureSetting | undefined> {
  const emails = DEMO_PEOPLE.map(({ email }) => email);
  const users = (await store.find({
    entity: User,
    where: [{ email: { in: emails }, active: true }],
    limit: emails.length,
  })) as RowOf<typeof User>[];
  const open = await Promise.all(
    users.map(async ({ email, passwordHash }) =>
      (await passwords.verify(DEMO_PASSWORD, passwordHash)) ? [email] : [],
    ),
  );
  const [first, ...others] = open.flat();
  return first
    ? { code: 'DEMO_PASSWORDS', detail: others.length > 0 ? `${first} (+${others.length})` : first }
    : undefined;
}

/** Behind an https address a proxy talks to the desk; without one only this machine itself may. */
function plainHttp({ host, publicUrl }: Reach): InsecureSetting | undefined {
  const { protocol, hostname } = publicUrl ? new URL(publicUrl) : { protocol: 'http:', hostname: host };
  if (protocol === 'https:' || (LOOPBACK.test(host) && LOOPBACK.test(hostname))) return undefined;
  return { code: 'PLAIN_HTTP', detail: publicUrl && !LOOPBACK.test(hostname) ? publicUrl : host };
}

/** Ways of `sslmode` and `ssl` by which PostgreSQL is never talked to in clear. */
const DATABASE_TLS = /^(require|verify-ca|verify-full|no-verify|true|1)$/;

/** To another machine; a socket of this one has no host, or a folder as its host. */
function plainDatabase({ database }: DeskServerOptions): InsecureSetting | undefined {
  if (!database?.url || !URL.canParse(database.url)) return undefined;
  const { hostname, searchParams } = new URL(database.url);
  const host = searchParams.get('host') ?? hostname;
  const local = host === '' || host.startsWith('/') || decodeURIComponent(host).startsWith('/') || LOOPBACK.test(host);
  return local || DATABASE_TLS.test(searchParams.get('sslmode') ?? searchParams.get('ssl') ?? '')
    ? undefined
    : { code: 'PLAIN_DATABASE', detail: host };
}

function plainModel({ modelUrl }: Reach): InsecureSetting | undefined {
  const { protocol, hostname } = new URL(modelUrl ?? 'https://none');
  return protocol === 'https:' || LOOPBACK.test(hostname) ? undefined : { code: 'PLAIN_MODEL', detail: hostname };
}

/**
 * They were closed when they were opened; what is left cannot be: files of another account, a disk that keeps no
 * rights.
 */
async function openFiles(
  { database: place, filesFolder }: DeskServerOptions,
  database: Database | undefined,
): Promise<InsecureSetting | undefined> {
  const folders = [
    database?.kind === 'pglite' && place?.dataDir !== 'memory:' ? place?.dataDir : undefined,
    filesFolder,
  ];
  const [first, ...others] = await openToOthers(...folders.filter((folder) => folder !== undefined));
  return first ? { code: 'OPEN_FILES', detail: others.length > 0 ? `${first} (+${others.length})` : first } : undefined;
}

async function unflushed(
  { database: place }: DeskServerOptions,
  database: Database | undefined,
): Promise<InsecureSetting | undefined> {
  if (database?.kind === 'pglite') {
    if (place?.dataDir === 'memory:') return { code: 'IN_MEMORY', detail: '' };
    return place?.flush === false ? { code: 'NO_FLUSH', detail: 'flush' } : undefined;
  }
  const names = ['fsync', 'full_page_writes', 'synchronous_commit'];
  const text = 'SELECT name FROM pg_settings WHERE name = ANY($1::text[]) AND setting = $2 ORDER BY name';
  const { rows = [] } = (await database?.query<{ name: string }>(text, [names, 'off'])) ?? {};
  return rows.length > 0 ? { code: 'NO_FLUSH', detail: rows.map(({ name }) => `${name}=off`).join(', ') } : undefined;
}

/** In development a store that names no page admits every page; in production it admits none. */
async function openStores(store: Runtime['store']): Promise<InsecureSetting[]> {
  const rows = (await store.find({ entity: Store, where: [], limit: 1000 })) as RowOf<typeof Store>[];
  const open = rows.filter(({ allowedOrigins }) => allowedOrigins.length === 0).map(({ key }) => key);
  return open.length > 0 ? [{ code: 'ANY_PAGE', detail: open.join(', ') }] : [];
}
