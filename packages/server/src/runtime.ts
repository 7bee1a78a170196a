/**
 * @module A desk that runs: its database, its store, its ports. The server and every command begin here.
 */
import { join } from 'node:path';
import {
  ConfigError,
  createDesk,
  standardFeatures,
  type Desk,
  type DeskStore,
  type Feature,
  type Ports,
} from '@shopdesk/core';
import { pino, type Logger } from 'pino';
import { KeptHeads } from './audit/kept-heads.ts';
import { protectAudit } from './audit/protect.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import { DiskBlobStore } from './blobs/disk-blob-store.ts';
import { openDatabase, type Database } from './database/database.ts';
import { DEMO_PASSWORD } from './demo-seed.ts';
import { checkServerFeatures, hasRequired, type ServerFeature } from './feature.ts';
import { standardServerFeatures } from './features/index.ts';
import { openFilesFolder } from './files-folder.ts';
import { AUDIENCES } from './graphql/audiences.ts';
import { featureSchema } from './graphql/feature-schema.ts';
import { StoreDirectory } from './http/store-directory.ts';
import { createIdentityTokens } from './identity/identity-tokens.ts';
import { createPasswords } from './identity/passwords.ts';
import { tokens } from './identity/tokens.ts';
import { loggable } from './loggable.ts';
import { isDevelopment, type DeskServerOptions } from './options.ts';
import { trainReader } from './model/train-reader.ts';
import { SafeSender } from './outgoing/safe-sender.ts';
import { ShopDirectory } from './shops/shop-directory.ts';
import { migrate } from './store/migrate.ts';
import { KeptStore } from './store/kept-store.ts';
import { SqlStore } from './store/sql-store.ts';
import { timeOrderedId } from './time-ordered-id.ts';
import { serverTexts } from './texts.ts';
import { deskWords } from './languages/page-words.ts';

export interface Runtime {
  readonly desk: Desk;
  readonly store: DeskStore;
  /** What the store keeps at hand; absent when the host brought its own store. */
  readonly kept: KeptStore | undefined;
  /** Absent when the host brought its own store. */
  readonly database: Database | undefined;
  readonly blobs: BlobStore;
  /** The ends of the audit chains, outside the database. */
  readonly auditHeads: KeptHeads;
  readonly stores: StoreDirectory;
  readonly secret: Uint8Array;
  readonly ports: Ports;
  /** Calls addresses that people have typed. */
  readonly sender: SafeSender;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** What the features do in the server. */
  readonly features: readonly ServerFeature[];
  /** Writes an error down that nobody else hears of. */
  readonly report: (error: unknown, where: string) => void;
  /** Begins to know which shops people have connected. */
  followShops(): Promise<void>;
  close(): Promise<void>;
}

export type RuntimeOptions = DeskServerOptions & {
  /** Brings the database to this version first. @defaultValue true */
  readonly migrate?: boolean;
  /** Takes the demo's password also in production, where `shopdesk start` then refuses to start. @defaultValue false */
  readonly demo?: boolean;
  readonly onError?: (error: unknown) => void;
};

export const createLogger = (): Logger => pino({ level: process.env['LOG_LEVEL'] ?? 'info', base: null });

/** Opens everything. @throws ConfigError, DataDirHeldError, DatabaseUnavailableError */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { database: place, migrations: own = [], logger = createLogger() } = options;
  if (!options.store && !place?.url && !place?.dataDir)
    throw new ConfigError(['there is no database: give `database.url`, `database.dataDir` or a `store`']);
  if (options.features && !options.features.some(({ name }) => name === 'access'))
    throw new ConfigError([
      '`features` lacks the feature "access", without which nobody can sign in: give [...standardFeatures, yours]',
    ]);
  const features = serverFeatures(options);
  const migrations = [...own, ...features.flatMap((feature) => feature.migrations)];
  // What the features make of the schema is known before a database is opened or changed.
  if (options.features) for (const audience of AUDIENCES) featureSchema(options.features, audience);
  const files = await openFilesFolder(options.filesFolder, options.secret);
  const sender = new SafeSender(options.outgoing);
  const database = options.store ? undefined : await openDatabase({ ...place, logger });
  const close = async () => {
    await sender.close();
    await database?.close();
    await files.close();
  };
  try {
    const kept = database && new KeptStore(new SqlStore(database));
    const store = options.store ?? (kept as DeskStore);
    const runtime = assemble({
      options,
      features,
      logger,
      store,
      kept,
      database,
      sender,
      blobs: options.blobs ?? new DiskBlobStore({ folder: files.blobs }),
      secret: files.secret,
      auditHeads: new KeptHeads(join(files.root, 'audit-heads.json'), files.secret),
      close,
    });
    if (database && options.migrate !== false) {
      await migrate(database, runtime.desk.entities, { migrations });
      for (const { upgraded } of runtime.desk.features) await upgraded?.(runtime.desk);
      const disabled = await protectAudit(database);
      if (disabled.length > 0)
        logger.error(
          { triggers: disabled },
          'The guards of the audit trail had been disabled. They are enabled again; run `shopdesk audit verify`.',
        );
    }
    // Whoever asks first finds his shop.
    if (Object.keys(options.shops ?? {}).length > 0) await runtime.stores.all();
    if (options.migrate !== false) await runtime.followShops();
    return runtime;
  } catch (error) {
    await closeAfter(error, close, logger);
    throw error;
  }
}

/**
 * What the host gives, or of the standard ones those whose features the desk has.
 * @throws ConfigError naming what clashes or is missing
 */
function serverFeatures({ features = standardFeatures, serverFeatures: given }: RuntimeOptions) {
  const chosen = given ?? standardServerFeatures.filter((feature) => hasRequired(feature, features));
  checkServerFeatures(chosen, features);
  return chosen;
}

/**
 * Closes what a start that failed had opened. What goes wrong then is logged: the reader needs the error of the start.
 */
export async function closeAfter(cause: unknown, close: () => Promise<void>, logger: Logger): Promise<void> {
  await close().catch((error: unknown) => {
    if (error !== cause)
      logger.error({ err: loggable(error), where: 'end of a start that failed' }, 'unexpected error');
  });
}

type Parts = Pick<
  Runtime,
  'features' | 'logger' | 'store' | 'kept' | 'database' | 'sender' | 'blobs' | 'secret' | 'auditHeads' | 'close'
> & {
  readonly options: RuntimeOptions;
};

function assemble({
  options,
  features: served,
  logger,
  store,
  kept,
  database,
  sender,
  blobs,
  secret,
  auditHeads,
  close,
}: Parts): Runtime {
  const { clock = () => new Date(), shops = {}, passwords = createPasswords(), onError } = options;
  const report = (error: unknown, where: string) => {
    onError?.(error);
    logger.error({ err: loggable(error), where }, 'unexpected error');
  };
  const stores = new StoreDirectory({ store, report });
  const directory = new ShopDirectory({
    wired: shops,
    adapters: served.flatMap(({ shopAdapters }) => shopAdapters),
    stores,
    store,
    kept,
    sender,
    secret,
    clock,
    logger,
    report,
  });
  const ports: Ports = {
    passwords,
    tokens,
    identityTokens: createIdentityTokens(),
    blobs,
    trainReader,
    ...(options.model ? { model: options.model } : {}),
    ...(options.demo || isDevelopment(options) ? { demoPassword: DEMO_PASSWORD } : {}),
    ...(options.staffIdleMinutes === undefined ? {} : { staffIdleMs: options.staffIdleMinutes * 60_000 }),
    ...Object.assign({}, ...served.map((feature) => feature.ports)),
    shop: (storeId) => directory.shop(storeId),
    shopConnector: directory.connector,
  };
  const features: readonly Feature[] = options.features ?? standardFeatures;
  const desk: Desk = createDesk({
    features,
    store,
    clock,
    newId: () => timeOrderedId(),
    ports,
    onError: report,
    texts: serverTexts,
    ...(options.languages ? { languages: options.languages.map(deskWords) } : {}),
  });
  for (const { language } of options.languages ?? []) {
    const missing = desk.languages.missing(language);
    if (missing.length > 0)
      logger.warn(
        { language, missing: missing.length, first: missing.slice(0, 5) },
        'a language lacks words: they are said in English',
      );
  }
  const stops: (() => void | Promise<void>)[] = [stores.follow(desk)];
  return {
    desk,
    store: desk.store,
    kept,
    database,
    blobs,
    auditHeads,
    stores,
    secret,
    ports,
    sender,
    logger,
    clock,
    features: served,
    report,
    followShops: async () => void stops.push(await directory.follow(desk)),
    close: async () => {
      for (const stop of stops) await stop();
      await close();
    },
  };
}
