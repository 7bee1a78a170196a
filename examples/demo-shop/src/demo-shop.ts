/**
 * @module The demo shop as one running thing: its pages, its files and its door for the desk on one port.
 */
import { fileURLToPath } from 'node:url';
import { ConfigError } from '@shopdesk/core';
import { openBackend, type Backend } from './backend.ts';
import type { CancelRefunds } from './changes/index.ts';
import type { Duty } from './colleague/duty.ts';
import { deskApi } from './desk-api.ts';
import { fileRoutes } from './files.ts';
import { route, serve } from './http.ts';
import { shopFront } from './shop-front.ts';

export interface DemoShopServerOptions {
  /** Where the shop keeps its data. */
  readonly dataDir: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  /** How visitors reach the shop, when that is not the host and port. */
  readonly publicUrl?: string;
  /** Where the desk is, `http://127.0.0.1:4000`. */
  readonly deskUrl: string;
  /** The desk's public key of this store. */
  readonly storeKey: string;
  /** At least 32 bytes; with it the shop signs who its customer is. */
  readonly identitySecret: string;
  /** The name of that key at the desk, the token's `kid`. */
  readonly identityKeyId?: string;
  /** The token's `iss`. */
  readonly shopId?: string;
  /** At least 32 visible ASCII characters; with it the desk opens /desk-api. */
  readonly deskApiSecret: string;
  /** `whsec_…`; with it the shop tells the desk at once what happens to its orders. */
  readonly eventSecret?: string;
  /** A store file to fill an empty shop with. */
  readonly seedFile?: string;
  readonly cancelRefunds?: CancelRefunds;
  readonly now?: () => Date;
  /** Of the demo's scripted colleague, where there is one. */
  readonly duty?: Duty;
}

/** A running demo shop. */
export interface DemoShop extends Pick<Backend, 'exportStore' | 'loadStore' | 'reset'> {
  readonly url: string;
  close(): Promise<void>;
}

/** The store data that ships with the demo shop. */
export const SEED_FILE = fileURLToPath(new URL('../data/store.json', import.meta.url));

function check({ deskUrl, storeKey, identitySecret, deskApiSecret }: DemoShopServerOptions): void {
  const problems = [
    !URL.canParse(deskUrl) && `deskUrl: expected an absolute address, received "${deskUrl}"`,
    !/^[\w.-]{1,100}$/.test(storeKey) &&
      `storeKey: expected 1 to 100 letters, digits, dots or dashes, received "${storeKey}"`,
    Buffer.byteLength(identitySecret) < 32 &&
      `identitySecret: expected at least 32 bytes, received ${Buffer.byteLength(identitySecret)}`,
    !/^[\x21-\x7e]{32,}$/.test(deskApiSecret) &&
      `deskApiSecret: expected at least 32 visible ASCII characters without spaces`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new ConfigError(problems);
}

/** Starts the demo shop; throws ConfigError that names everything wrong with the options. */
export async function createDemoShop(options: DemoShopServerOptions): Promise<DemoShop> {
  check(options);
  const { dataDir, port, host, deskUrl, storeKey, identitySecret, deskApiSecret, now = () => new Date() } = options;
  const {
    seedFile = SEED_FILE,
    identityKeyId = 'demo-shop-1',
    shopId = 'demo-shop',
    cancelRefunds = 'outstanding',
    eventSecret,
  } = options;
  let url = '';
  const desk = { url: deskUrl.replace(/\/+$/, ''), storeKey };
  const events = eventSecret
    ? { events: { url: `${desk.url}/shops/${storeKey}/events`, secret: eventSecret, shopId } }
    : {};
  const backend = openBackend({ dataDir, seedFile, baseUrl: () => url, cancelRefunds, now, ...events });
  const pages = shopFront({
    backend,
    desk,
    identityKey: { shopId, keyId: identityKeyId, secret: identitySecret },
    now,
    duty: options.duty,
  });
  const api = deskApi(backend, deskApiSecret);
  const files = fileRoutes(backend);
  const handler = async (request: Request): Promise<Response> => {
    if (new URL(request.url).pathname.startsWith('/desk-api/')) return await api(request);
    return (await route(files, request)) ?? (await pages(request));
  };
  const server = await serve(handler, { port, host }).catch(async (error: unknown) => {
    await backend.close();
    throw error;
  });
  url = options.publicUrl?.replace(/\/+$/, '') ?? `http://${host ?? '127.0.0.1'}:${server.port}`;
  const { exportStore, loadStore, reset } = backend;
  const close = async () => {
    await server.close();
    await backend.close();
  };
  return { url, exportStore, loadStore, reset, close };
}
