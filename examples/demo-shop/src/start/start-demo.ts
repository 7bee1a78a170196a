/**
 * @module Brings up the desk and the demo shop, each with its own HTTP server, and introduces them to each other.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, DeniedError } from '@shopdesk/core';
import {
  closeDataFolder,
  createDeskServer,
  DEMO_PASSWORD,
  demoEmail,
  insecureSettings,
  standardServerFeatures,
  startServer,
  type InsecureSetting,
} from '@shopdesk/server';
import { DataDirHeldError, lockDataDir } from '@shopdesk/server/database';
import { startColleague, type Colleague } from '../colleague/colleague.ts';
import { DutyBoard } from '../colleague/duty.ts';
import { createDemoShop } from '../demo-shop.ts';
import { demoShopServer } from '../connectable.ts';
import { demoShop } from '../shop-adapter.ts';
import { chooseAddresses, nameOf, type Address } from './addresses.ts';
import { DEMO_SHOP_ID, DEMO_STORE_KEY, setUpDesk } from './desk-set-up.ts';
import { fillDesk } from './content/fill-desk.ts';
import { keptSecrets, type Secrets } from './secrets.ts';
import { readSettings, type StartSettings } from './settings.ts';
import type { StartWords } from './words.ts';

const COLLEAGUE_EMAIL = 'robin@demo.shopdesk.example';

export interface DemoStart {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly words: StartWords;
  /** Shows a line to whoever starts it. */
  readonly say: (line: string) => void;
}

export interface RunningDemo {
  readonly deskUrl: string;
  readonly shopUrl: string;
  readonly database: 'pglite' | 'postgres';
  /** What is fine for trying out only. */
  readonly insecure: readonly InsecureSetting[];
  /** Whether the scripted colleague is on duty. */
  readonly colleague: boolean;
  /** Answers what is under way, then closes everything. */
  stop(): Promise<void>;
}

interface Part {
  close(): Promise<void>;
}

/** What is known of the demo while its parts come up. */
interface Plan extends DemoStart {
  readonly settings: StartSettings;
  readonly secrets: Secrets;
  readonly addresses: { readonly desk: Address; readonly shop: Address };
  readonly duty: DutyBoard;
}

/** @throws ConfigError, DataDirHeldError, DatabaseUnavailableError */
export async function startDemo(start: DemoStart): Promise<RunningDemo> {
  const settings = await readSettings(start.env);
  const { widget, admin } = settings.desk.options.assets || {};
  if (!widget || !admin) throw new ConfigError([start.words.notBuilt]);
  await closeDataFolder(settings.folder);
  const parts: Part[] = [await holdFolder(settings)];
  const stop = async () => {
    for (const part of parts.splice(0).toReversed()) await part.close();
  };
  try {
    const plan: Plan = {
      ...start,
      settings,
      secrets: await keptSecrets(settings.secretsFile),
      addresses: await chooseAddresses(settings),
      duty: new DutyBoard(),
    };
    parts.push(await openShop(plan));
    const desk = await openDesk(plan);
    parts.push(desk);
    const colleague = settings.colleague ? await putOnDuty(plan) : undefined;
    if (colleague) parts.push({ close: () => colleague.stop() });
    const { addresses } = plan;
    return {
      deskUrl: addresses.desk.url,
      shopUrl: addresses.shop.url,
      database: desk.database,
      insecure: desk.insecure,
      colleague: colleague !== undefined,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The shop's data is the one thing that every way of running the demo keeps in the folder. */
async function holdFolder({ folder, shopFolder }: StartSettings): Promise<Part> {
  try {
    const { release } = await lockDataDir(shopFolder);
    return { close: release };
  } catch (error) {
    throw error instanceof DataDirHeldError ? new DataDirHeldError(folder, error.holder) : error;
  }
}

async function openShop({ settings, secrets, addresses, duty, words, say }: Plan): Promise<Part> {
  say(existsSync(join(settings.shopFolder, 'shop.db')) ? words.openingShop : words.fillingShop);
  return createDemoShop({
    dataDir: settings.shopFolder,
    host: settings.desk.host,
    port: addresses.shop.port,
    publicUrl: addresses.shop.url,
    deskUrl: addresses.desk.url,
    storeKey: DEMO_STORE_KEY,
    shopId: DEMO_SHOP_ID,
    duty,
    ...secrets,
  });
}

/** Without the colleague the demo is a demo all the same. */
async function putOnDuty({ settings, secrets, addresses, duty, words, say }: Plan): Promise<Colleague | undefined> {
  const { host } = settings.desk;
  const onProblem = (error: unknown) =>
    say(words.colleagueMissing(error instanceof Error ? error.message : String(error)));
  const options = {
    deskUrl: `http://${nameOf(host, '127.0.0.1')}:${addresses.desk.port}`,
    email: COLLEAGUE_EMAIL,
    // The same at every start, and nobody else's.
    password: createHash('sha256').update(`colleague ${secrets.deskApiSecret}`).digest('base64url'),
    administrator: { email: demoEmail('AD'), password: DEMO_PASSWORD },
    onProblem,
  };
  const colleague = await startColleague(options).catch((error: unknown) => void onProblem(error));
  duty.name(colleague);
  return colleague;
}

/** What the desk's rules refuse is missing from the demo, which starts all the same; anything else is a bug. */
function reasonOf(error: unknown): string {
  if (error instanceof DeniedError) return error.message;
  throw error;
}

async function openDesk({
  settings,
  secrets,
  addresses,
  words,
  say,
}: Plan): Promise<Part & Pick<RunningDemo, 'database' | 'insecure'>> {
  const { options, host } = settings.desk;
  const { url, dataDir = '' } = options.database ?? {};
  say(url ? words.connecting : existsSync(dataDir) ? words.openingDatabase(dataDir) : words.creatingDatabase(dataDir));
  // The shop’s own address on this machine, at which nobody else’s is called.
  const shopHost = `${nameOf(host, '127.0.0.1')}:${addresses.shop.port}`;
  const shopApi = { url: `http://${shopHost}`, secret: secrets.deskApiSecret };
  const shop = demoShop({ ...shopApi, orderEvents: 'WEBHOOK' });
  const shown = {
    shopApi,
    url: addresses.shop.url,
    policyPack: settings.policyPack,
    courses: settings.content,
    ...secrets,
  };
  const made: Awaited<ReturnType<typeof setUpDesk>>[] = [];
  const server = await createDeskServer({
    ...options,
    serverFeatures: [...(options.serverFeatures ?? standardServerFeatures), demoShopServer],
    outgoing: { ...options.outgoing, allowedHosts: [...(options.outgoing?.allowedHosts ?? []), shopHost] },
    // What was done weeks ago would be late already for timers that run meanwhile.
    prepare: async (desk) => {
      say(words.settingUp);
      made.push(await setUpDesk(desk, shown));
    },
  });
  try {
    const [store] = made;
    if (store && settings.content) {
      say(words.fillingDesk);
      const identityKey = { shopId: DEMO_SHOP_ID, keyId: secrets.identityKeyId, secret: secrets.identitySecret };
      await fillDesk({
        desk: server.desk,
        tenantId: store.tenantId,
        storeId: store.id,
        timeZone: store.timeZone,
        storeKey: store.key,
        identityKey,
        shop,
        now: () => new Date(),
      }).catch((error: unknown) => say(words.contentMissing(reasonOf(error))));
    }
    const insecure = await insecureSettings(
      server.internals.runtime,
      options,
      { host, publicUrl: options.publicUrl },
      true,
    );
    const { stop } = await startServer(server, { port: addresses.desk.port, host });
    return { close: stop, database: url ? 'postgres' : 'pglite', insecure };
  } catch (error) {
    await server.close();
    throw error;
  }
}
