/**
 * @module Where the demo runs and keeps its data, as the environment says.
 */
import { join, resolve } from 'node:path';
import { ConfigError } from '@shopdesk/core';

export interface StartSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly ports: Readonly<Record<'PORT' | 'SHOP_PORT', number>>;
  /** How browsers reach the desk and the shop, when that is not host and port. */
  readonly deskUrl: string | undefined;
  readonly shopUrl: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly folder: string;
  readonly databaseFolder: string;
  readonly filesFolder: string;
  readonly shopFolder: string;
  readonly secretsFile: string;
}

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
const isAddress = (text: string | undefined) => !text || URL.canParse(text);

/** @throws ConfigError naming everything that is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): StartSettings {
  const { HOST = '127.0.0.1', PORT = '4000', DATABASE_URL, SHOPDESK_DATA = '.shopdesk', SHOPDESK_PUBLIC_URL, SHOP_URL } = env;
  const { SHOP_PORT = PORT === '0' ? '0' : String(Number(PORT) + 1) } = env;
  const problems = [
    env['NODE_ENV'] === 'production' && 'NODE_ENV=production: everybody knows the sign-ins of the demo; `shopdesk start` runs a desk of your own',
    !isPort(PORT) && `PORT: expected a number from 0 to 65535, received "${PORT}"`,
    isPort(PORT) && !isPort(SHOP_PORT) && `SHOP_PORT: expected a number from 0 to 65535, received "${SHOP_PORT}"`,
    !isAddress(SHOPDESK_PUBLIC_URL) && `SHOPDESK_PUBLIC_URL: expected an absolute address, received "${SHOPDESK_PUBLIC_URL}"`,
    !isAddress(SHOP_URL) && `SHOP_URL: expected an absolute address, received "${SHOP_URL}"`,
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw new ConfigError(problems);
  const folder = resolve(SHOPDESK_DATA);
  return {
    host: HOST,
    ports: { PORT: Number(PORT), SHOP_PORT: Number(SHOP_PORT) },
    deskUrl: SHOPDESK_PUBLIC_URL || undefined,
    shopUrl: SHOP_URL || undefined,
    databaseUrl: DATABASE_URL || undefined,
    folder,
    databaseFolder: join(folder, 'database'),
    filesFolder: join(folder, 'files'),
    shopFolder: join(folder, 'demo-shop'),
    secretsFile: join(folder, 'secrets.json'),
  };
}
