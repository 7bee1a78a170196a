/**
 * @module The configuration file: `shopdesk.config.ts`, `.mts`, `.js` or `.mjs`, whose default is what
 * {@link defineConfig} gives.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigError } from '@shopdesk/core';
import type { DeskServerOptions } from '../options.ts';

/** What a host configures in its file; places and addresses come from the environment and the command line. */
export type DeskConfig = Pick<
  DeskServerOptions,
  | 'features'
  | 'languages'
  | 'serverFeatures'
  | 'shops'
  | 'authenticate'
  | 'migrations'
  | 'blobs'
  | 'limits'
  | 'outgoing'
  | 'trustProxy'
  | 'publicUrl'
  | 'staffOrigins'
  | 'strictSubdomains'
  | 'staffIdleMinutes'
  | 'assets'
  | 'database'
>;

/** Types a configuration. @example `export default defineConfig({ shops: { 'my-store': myShop } });` */
export const defineConfig = (config: DeskConfig): DeskConfig => config;

const NAMES = ['ts', 'mts', 'js', 'mjs'].map((ending) => `shopdesk.config.${ending}`);

/** Loads the named file, else the one in the folder; without either there is nothing to configure. */
export async function loadConfig(folder: string, file?: string): Promise<DeskConfig> {
  const path = file
    ? resolve(folder, file)
    : NAMES.map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
  if (!path) return {};
  if (!existsSync(path)) throw new ConfigError([`there is no configuration file ${path}`]);
  const loaded = await load(path);
  if (loaded.default === null || typeof loaded.default !== 'object')
    throw new ConfigError([`${path} has no configuration as its default export`]);
  return loaded.default as DeskConfig;
}

/**
 * @throws ConfigError when this Node or the project's kind of modules cannot read such a file; what the file throws
 * itself stays as it is
 */
async function load(path: string): Promise<{ readonly default?: unknown }> {
  try {
    return (await import(pathToFileURL(path).href)) as { readonly default?: unknown };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_UNKNOWN_FILE_EXTENSION')
      throw new ConfigError([
        `Node ${process.versions.node} reads no TypeScript: write ${path} as shopdesk.config.mjs, or use Node 22.18 or later`,
      ]);
    if (error instanceof SyntaxError)
      throw new ConfigError([
        `${path} cannot be read: ${message}. In a project of CommonJS modules it is called shopdesk.config.mts or shopdesk.config.mjs`,
      ]);
    throw error;
  }
}
