/**
 * @module What a host may decide about its desk.
 */
import type { Desk, DeskStore, Feature, LanguageFile, Model, Passwords, Shop } from '@shopdesk/core';
import type { Logger } from 'pino';
import type { BlobStore } from './blobs/blob-store.ts';
import type { ServerFeature } from './feature.ts';
import type { DatabaseOptions } from './database/database.ts';
import type { RateLimitOptions } from './http/rate-limits.ts';
import type { SafeSenderOptions } from './outgoing/safe-sender.ts';
import type { Authenticate } from './identity/identity.ts';
import type { AssetFolders } from './http/asset-folder.ts';
import type { DocumentLimits } from './plugins/use-document-limits.ts';
import type { Migration } from './store/migrate.ts';

export interface DeskServerOptions<F extends readonly Feature[] = readonly Feature[]> {
  /** What the desk can do. @defaultValue the standard features */
  readonly features?: F;
  /**
   * What features do in the server: routes, plugins, work in the background. @defaultValue `standardServerFeatures`, as
   * far as their features are there
   */
  readonly serverFeatures?: readonly ServerFeature[];
  /**
   * Languages beside English and Chinese, each with the words of everything by its key: of the desk itself, of the
   * panel (`panel.…`) and of the chat (`widget.…`); `shopdesk words` lists them. What one lacks is said in English.
   * @defaultValue none
   */
  readonly languages?: readonly LanguageFile[];
  /** PostgreSQL by `url`, or the embedded database in `dataDir`. */
  readonly database?: Pick<DatabaseOptions, 'url' | 'dataDir' | 'flush' | 'poolSize'>;
  /** A store of the host's own instead of a database. */
  readonly store?: DeskStore;
  /** Migrations of the host's own features. */
  readonly migrations?: readonly Migration[];
  /**
   * Folder for uploaded files, the secret that signs links to them, and chunks of earlier builds. @defaultValue a
   * temporary one that nothing survives
   */
  readonly filesFolder?: string;
  /** Keeps uploaded files elsewhere than in `filesFolder`. */
  readonly blobs?: BlobStore;
  /**
   * Signs links to files; several servers need the same. At least 32 characters. @defaultValue one kept in
   * `filesFolder`
   */
  readonly secret?: string;
  /** The shop behind each store, by the store's key. */
  readonly shops?: Readonly<Record<string, Shop>>;
  /**
   * How addresses are called that people type, such as that of a shop: which private hosts may be called all the same,
   * and how long and how large an answer may be. @defaultValue the public internet only
   */
  readonly outgoing?: SafeSenderOptions;
  /**
   * A language model that may put the bot's articles into words, in stores that allow it; see `createChatModel`.
   * @defaultValue none
   */
  readonly model?: Model;
  /** The host's own sign-in; asked before the desk's tokens. */
  readonly authenticate?: Authenticate;
  /**
   * Development shows GraphiQL and the schema, lets pages of this machine in and takes the demo's password.
   * @defaultValue false when NODE_ENV is "production"
   */
  readonly development?: boolean;
  /** Proxies in front of the server whose X-Forwarded-For is believed; `true` means one. @defaultValue none */
  readonly trustProxy?: boolean | number;
  /** Where people reach the desk: `https://desk.example`. */
  readonly publicUrl?: string;
  /**
   * Pages beside the desk's own that staff may work from: origins of a back office that embeds the panel. @defaultValue
   * none
   */
  readonly staffOrigins?: readonly string[];
  /**
   * With an https `publicUrl`: tells browsers that every host below the desk's own is reached by TLS only, too.
   * @defaultValue false
   */
  readonly strictSubdomains?: boolean;
  /**
   * Prefix of the path below which the host has mounted the desk, such as `/desk`, where requests still carry it:
   * Fastify's prefix, Hono's route. Express cuts it off itself. @defaultValue the path of `publicUrl`
   */
  readonly basePath?: string;
  /**
   * Minutes without use after which a member of staff is signed out; twelve hours after the sign-in it happens anyway.
   * @defaultValue 60
   */
  readonly staffIdleMinutes?: number;
  readonly limits?: DeskLimits;
  /**
   * Folders of the built widget and panel; `false` serves neither. @defaultValue where `@shopdesk/widget` and
   * `@shopdesk/admin` are installed
   */
  readonly assets?: AssetFolders | false;
  /** Opens `/metrics`; without it they are shown in development only. */
  readonly metricsToken?: string;
  readonly logger?: Logger;
  /** For tests. */
  readonly clock?: () => Date;
  /** For tests. @defaultValue argon2id */
  readonly passwords?: Passwords;
  /**
   * Is done once the database is at this version, before the desk answers and before its timers and effects run: what
   * happened at other times can be told then, as a demo does.
   */
  readonly prepare?: (desk: Desk) => Promise<void>;
  /** Runs timers, seals the audit trail and purges orphaned files in this process. @defaultValue true */
  readonly background?: boolean;
}

export interface DeskLimits {
  /** Bytes of a GraphQL request. @defaultValue 1 MiB */
  readonly bodyBytes?: number;
  readonly document?: DocumentLimits;
  /** `false` switches them off: for measurements. */
  readonly rates?: RateLimitOptions | false;
}

export const isDevelopment = ({ development }: Pick<DeskServerOptions, 'development'>): boolean =>
  development ?? process.env['NODE_ENV'] !== 'production';
