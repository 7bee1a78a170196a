/**
 * @module The configuration file: `shopdesk.config.js` (or `.ts`), whose default is what {@link defineConfig} gives.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from '@shopdesk/core';
import type { DeskServerOptions } from '../options.ts';

/** What a host configures in its file; places and addresses come from the environment and the command line. */
export type DeskConfig = Pick<
  DeskServerOptions,
  'features' | 'shops' | 'authenticate' | 'migrations' | 'blobs' | 'limits' | 'trustProxy' | 'publicUrl' | 'staffOrigins' | 'strictSubdomains' | 'assets' | 'database'
>;

/** Types a configuration. @example `export default defineConfig({ shops: { 'my-store': myShop } });` */
export const defineConfig = (config: DeskConfig): DeskConfig => config;

const NAMES = ['shopdesk.config.ts', 'shopdesk.config.js', 'shopdesk.config.mjs'];

/** Loads the named file, else the one in the folder; without either there is nothing to configure. */
export async function loadConfig(folder: string, file?: string): Promise<DeskConfig> {
  const path = file ? resolve(folder, file) : NAMES.map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
  if (!path) return {};
  if (!existsSync(path)) throw new ConfigError([`there is no configuration file ${path}`]);
  const loaded = (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
  if (loaded.default === null || typeof loaded.default !== 'object') throw new ConfigError([`${path} has no configuration as its default export`]);
  return loaded.default as DeskConfig;
}
