/**
 * @module Where the demo runs and keeps its data: the desk's own settings, and what the shop needs beside them.
 */
import { join, resolve } from 'node:path';
import { ConfigError } from '@shopdesk/core';
import { readPlace, type Place } from '@shopdesk/server';

export interface StartSettings {
  readonly desk: Place;
  /** 0 takes a free one. */
  readonly shopPort: number;
  /** How browsers reach the shop, when that is not host and port. */
  readonly shopUrl: string | undefined;
  /** Where everything is kept. */
  readonly folder: string;
  readonly shopFolder: string;
  readonly secretsFile: string;
  /** The policy pack of the demo store. */
  readonly policyPack: string;
  /** Whether a new desk gets articles, chats and cases to look at. */
  readonly content: boolean;
  /** Whether the scripted colleague is on duty. */
  readonly colleague: boolean;
}

/**
 * GENERIC knows all kinds of after-sales; RETAIL_DEMO is the shop's own policy, by which the recorded cases were
 * judged.
 */
const POLICIES: readonly string[] = ['GENERIC', 'RETAIL_DEMO'];

/** @throws ConfigError naming everything that is wrong. */
export async function readSettings(env: Readonly<Record<string, string | undefined>>): Promise<StartSettings> {
  const desk = await readPlace({}, env);
  const {
    SHOP_PORT = String(desk.port === 0 ? 0 : desk.port + 1),
    SHOP_URL,
    SHOP_POLICY = 'GENERIC',
    DEMO_CONTENT = 'on',
    // One who has nothing to look up is of no use.
    DEMO_COLLEAGUE = DEMO_CONTENT,
    SHOPDESK_DATA = '.shopdesk',
  } = env;
  const shopPort = Number(SHOP_PORT);
  const problems = [
    desk.production &&
      'NODE_ENV=production: everybody knows the sign-ins of the demo; `shopdesk start` runs a desk of your own',
    !(/^\d+$/.test(SHOP_PORT) && shopPort <= 65_535) &&
      `SHOP_PORT: expected a number from 0 to 65535, received "${SHOP_PORT}"`,
    !POLICIES.includes(SHOP_POLICY) && `SHOP_POLICY: expected ${POLICIES.join(' or ')}, received "${SHOP_POLICY}"`,
    !['on', 'off'].includes(DEMO_CONTENT) && `DEMO_CONTENT: expected on or off, received "${DEMO_CONTENT}"`,
    !['on', 'off'].includes(DEMO_COLLEAGUE) && `DEMO_COLLEAGUE: expected on or off, received "${DEMO_COLLEAGUE}"`,
    SHOP_URL && !URL.canParse(SHOP_URL) && `SHOP_URL: expected an absolute address, received "${SHOP_URL}"`,
  ].filter((problem) => typeof problem === 'string' && problem !== '');
  if (problems.length > 0) throw new ConfigError(problems as string[]);
  const folder = resolve(SHOPDESK_DATA);
  const store = { policyPack: SHOP_POLICY, content: DEMO_CONTENT === 'on', colleague: DEMO_COLLEAGUE === 'on' };
  return {
    desk,
    shopPort,
    ...store,
    shopUrl: SHOP_URL || undefined,
    folder,
    shopFolder: join(folder, 'demo-shop'),
    secretsFile: join(folder, 'secrets.json'),
  };
}
