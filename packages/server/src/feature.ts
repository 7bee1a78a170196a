/**
 * @module A feature's part of the server: routes beside GraphQL, plugins, work in the background, ports and migrations.
 * Ours are declared by the same call as a third party's.
 */
import { ConfigError, type Desk, type DeskStore, type Feature, type Ports, type ShopAdapter } from '@shopdesk/core';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { BlobStore } from './blobs/blob-store.ts';
import type { Database } from './database/database.ts';
import type { Viewer } from './graphql/viewer.ts';
import type { Limits } from './http/rate-limits.ts';
import type { ServerContext } from './http/server-context.ts';
import { pathProblems } from './http/route-path.ts';
import type { SafeSender } from './outgoing/safe-sender.ts';
import type { Migration } from './store/migrate.ts';

/** The running desk as the features of its server see it. */
export interface FeatureServer {
  readonly desk: Desk;
  readonly store: DeskStore;
  /** Absent when the host brought its own store. */
  readonly database: Database | undefined;
  readonly blobs: BlobStore;
  readonly ports: Ports;
  /** Calls addresses that people have typed: no private ones, no redirects, within bounds of time and size. */
  readonly sender: SafeSender;
  /** Signs what is given out and comes back; the same in every process of this desk. */
  readonly secret: Uint8Array;
  readonly limits: Limits;
  /** Names the feature in each line. */
  readonly logger: Logger;
  readonly clock: () => Date;
  /** Writes down an error that nobody else hears of; `where` says what was going on. */
  readonly report: (error: unknown, where: string) => void;
}

/** One request to a route. */
export interface Visit {
  readonly request: Request;
  /** The parts of the path by their names, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** A language of the desk. */
  readonly locale: string;
  readonly requestId: string;
  /** Address of the client; never logged. */
  readonly clientAddress: string;
  /** The body, byte for byte. @throws DeniedError LIMIT_EXCEEDED when it is larger than the route takes */
  bytes(): Promise<Uint8Array>;
  /** The body as it was sent: what a signature is made over. @throws DeniedError also when it is not UTF-8 */
  text(): Promise<string>;
  /** The body, parsed. @throws DeniedError also when it is not JSON */
  json(): Promise<unknown>;
  /** Who asks, by their bearer token. @throws DeniedError when the token is not valid */
  viewer(): Promise<Viewer>;
}

/** What a route answers; a refusal that it throws is answered as JSON, with the status that fits. */
export type RouteHandler = (server: FeatureServer, visit: Visit) => Promise<Response>;

export interface ServerRoute {
  readonly method: 'GET' | 'POST';
  /** Below the place of the desk; `:name` stands for one part: `/shops/:storeKey/events`. */
  readonly path: string;
  /** The largest body, in bytes. @defaultValue 20 KiB */
  readonly maxBytes?: number;
  /** The handler reads `request.body` itself, and the client may take its time to send it. */
  readonly streams?: true;
  readonly handle: RouteHandler;
}

/** Ends something; resolves when what is under way is done. */
export type Stop = () => void | Promise<void>;

/** Work that is done again and again. */
export interface RepeatedWork {
  readonly name: string;
  /** Pause between two rounds, in milliseconds. */
  readonly everyMs: number;
  /** One round; `true` when there is more to do at once. */
  readonly work: (server: FeatureServer) => Promise<boolean>;
}

/** A page that asks for the widget of a store. What it calls itself nobody has checked. */
export interface WidgetPage {
  readonly tenantId: string;
  readonly storeId: string;
  readonly origin: string;
  /** Whether it is answered. */
  readonly admitted: boolean;
}

export interface ServerFeature {
  readonly name: string;
  /** The features of the desk whose actions and rows it uses. */
  readonly requires: readonly Feature[];
  readonly routes: readonly ServerRoute[];
  /** See every request that is not GraphQL after its headers, address and origin were looked at. */
  readonly plugins?: (server: FeatureServer) => readonly Plugin<object, ServerContext>[];
  /**
   * Called when the server starts, before its first request, in every process; the answer is called at its end.
   * `desk.onCommitted` tells a process of its own commits only, so each is heard once, however many processes there
   * are. What must not be lost when a process dies is a timer or an effect of the core feature.
   */
  readonly start?: (server: FeatureServer) => Stop | undefined;
  /** Told whenever a page asks for the widget of a store, also one that is refused. Nobody waits for it. */
  readonly widgetAsked?: (server: FeatureServer, page: WidgetPage) => void;
  /**
   * Done while the server runs, in each process that has `background` switched on: two may do a round at the same time.
   * What must happen once is an action with an idempotency key, a timer or an effect.
   */
  readonly background: readonly RepeatedWork[];
  /** Ports that its actions and effects ask; see `Ports`, which a feature may extend. */
  readonly ports: Partial<Ports>;
  readonly migrations: readonly Migration[];
  /** Kinds of shops that people connect in the panel; see `defineShopAdapter`. */
  readonly shopAdapters: readonly ShopAdapter[];
}

/**
 * Declares a feature's part of the server.
 * @example
 * ```ts
 * export const warrantyServer = defineServerFeature({
 *   name: 'warranty',
 *   requires: [warranty],
 *   routes: [{ method: 'POST', path: '/warranty/:storeKey/repairs', handle: receiveRepair }],
 * });
 * ```
 */
export const defineServerFeature = (options: Pick<ServerFeature, 'name'> & Partial<ServerFeature>): ServerFeature => ({
  requires: [],
  routes: [],
  background: [],
  ports: {},
  migrations: [],
  shopAdapters: [],
  ...options,
});

/** Whether the desk has everything that a feature of the server uses. */
export const hasRequired = ({ requires }: ServerFeature, desk: readonly Feature[]): boolean =>
  requires.every(({ name }) => desk.some((feature) => feature.name === name));

/** @throws ConfigError naming what is missing, and what two features claim */
export function checkServerFeatures(features: readonly ServerFeature[], desk: readonly Feature[]): void {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  const claim = (what: string, owner: string) => {
    const other = owners.get(what);
    if (other !== undefined) problems.push(`${what} is declared by ${other} and by ${owner}`);
    owners.set(what, owner);
  };
  for (const { name, requires, routes, ports, migrations, shopAdapters } of features) {
    claim(`the feature ${name} of the server`, name);
    for (const needed of requires)
      if (!desk.some((feature) => feature.name === needed.name))
        problems.push(`the server’s part of ${name} requires ${needed.name}, which is not in \`features\``);
    for (const { method, path } of routes) {
      problems.push(...pathProblems(path).map((problem) => `the route ${path} of ${name} ${problem}`));
      claim(`the route ${method} ${path.replaceAll(/:\w+/g, ':')}`, name);
    }
    for (const port of Object.keys(ports)) claim(`the port ${port}`, name);
    for (const { code } of shopAdapters) claim(`the kind of shop ${code}`, name);
    for (const { id } of migrations) claim(`the migration ${id}`, name);
  }
  if (problems.length > 0) throw new ConfigError(problems);
}
