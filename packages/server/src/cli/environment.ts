/**
 * @module Where the desk runs and keeps its data: by flag, else by environment variable, else in the configuration
 * file, else by default.
 */
import { join, resolve } from 'node:path';
import { ConfigError } from '@shopdesk/core';
import { z } from 'zod';
import { createChatModel } from '../model/chat-model.ts';
import type { Reach } from '../insecure-settings.ts';
import type { DeskServerOptions } from '../options.ts';
import { builtAssets } from '../built-assets.ts';
import { readLanguages } from '../languages/language-files.ts';
import { loadConfig } from './config.ts';

/** Flags that every command takes. */
export const PLACE_ARGS = {
  data: {
    type: 'string',
    description: 'Folder of the embedded database and of uploaded files (SHOPDESK_DATA, ./.shopdesk)',
  },
  'database-url': { type: 'string', description: 'PostgreSQL instead of the embedded database (DATABASE_URL)' },
  config: { type: 'string', description: 'Configuration file (shopdesk.config.ts or .js)' },
} as const;

/** Flags of `shopdesk start`. */
export const REACH_ARGS = {
  port: { type: 'string', description: 'Port to listen on (PORT, 4000)' },
  host: { type: 'string', description: 'Address to listen on (HOST, 127.0.0.1)' },
  'public-url': { type: 'string', description: 'Where people reach the desk, https://… (SHOPDESK_PUBLIC_URL)' },
  'trust-proxy': { type: 'string', description: 'Number of proxies in front of the server (SHOPDESK_TRUST_PROXY, 0)' },
} as const;

export type Flags = Readonly<Partial<Record<keyof typeof PLACE_ARGS | keyof typeof REACH_ARGS, string>>>;
export type Variables = Readonly<Record<string, string | undefined>>;

/** Everything that a command needs to begin. */
export interface Place {
  /** Where everything is kept that is not in PostgreSQL. */
  readonly folder: string;
  readonly options: DeskServerOptions;
  readonly host: string;
  readonly port: number;
  readonly production: boolean;
  /** Where the language model is asked, if there is one. */
  readonly modelUrl?: string | undefined;
}

const Settings = z.object({
  data: z.string().min(1).default('./.shopdesk'),
  databaseUrl: z.url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://…' }).optional(),
  port: z.coerce.number({ error: 'expected a number from 0 to 65535' }).int().min(0).max(65_535).default(4000),
  host: z.string().min(1).default('127.0.0.1'),
  publicUrl: z.url({ protocol: /^https?$/, error: 'expected https://…' }).optional(),
  trustProxy: z.coerce.number({ error: 'expected a number of proxies' }).int().min(0).max(10).optional(),
  metricsToken: z.string().min(16, 'expected at least 16 characters').optional(),
  secret: z.string().min(32, 'expected at least 32 characters').optional(),
  rateLimits: z.enum(['on', 'off']).default('on'),
  flush: z.enum(['on', 'off']).default('on'),
  allowedHosts: z.string().optional(),
  languages: z.string().optional(),
  modelUrl: z.url({ protocol: /^https?$/, error: 'expected https://…' }).optional(),
  modelKey: z.string().min(1).optional(),
  modelName: z.string().min(1).max(200).optional(),
  modelDailyTokens: z.coerce.number({ error: 'expected a number of tokens' }).int().min(0).default(1_000_000),
});

/** By which flag and which variable a setting is given. */
const NAMES: Readonly<
  Record<keyof z.input<typeof Settings>, { readonly flag?: keyof Flags; readonly variable: string }>
> = {
  data: { flag: 'data', variable: 'SHOPDESK_DATA' },
  databaseUrl: { flag: 'database-url', variable: 'DATABASE_URL' },
  port: { flag: 'port', variable: 'PORT' },
  host: { flag: 'host', variable: 'HOST' },
  publicUrl: { flag: 'public-url', variable: 'SHOPDESK_PUBLIC_URL' },
  trustProxy: { flag: 'trust-proxy', variable: 'SHOPDESK_TRUST_PROXY' },
  metricsToken: { variable: 'SHOPDESK_METRICS_TOKEN' },
  secret: { variable: 'SHOPDESK_SECRET' },
  rateLimits: { variable: 'SHOPDESK_RATE_LIMITS' },
  flush: { variable: 'SHOPDESK_FLUSH' },
  allowedHosts: { variable: 'SHOPDESK_ALLOWED_HOSTS' },
  languages: { variable: 'SHOPDESK_LANGUAGES' },
  modelUrl: { variable: 'SHOPDESK_MODEL_URL' },
  modelKey: { variable: 'SHOPDESK_MODEL_KEY' },
  modelName: { variable: 'SHOPDESK_MODEL_NAME' },
  modelDailyTokens: { variable: 'SHOPDESK_MODEL_DAILY_TOKENS' },
};

function readSettings(flags: Flags, variables: Variables): z.output<typeof Settings> {
  const given = Object.entries(NAMES).map(([name, { flag, variable }]) => [
    name,
    (flag && flags[flag]) || variables[variable] || undefined,
  ]);
  const parsed = Settings.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => {
    const { variable, flag } = NAMES[path[0] as keyof typeof NAMES];
    const received = (flag && flags[flag]) || variables[variable];
    return `${variable}${flag ? ` (--${flag})` : ''}: ${message}${variable.endsWith('TOKEN') || variable.endsWith('SECRET') || variable.endsWith('KEY') || variable.endsWith('URL') ? '' : `, received "${received}"`}`;
  });
  throw new ConfigError(problems);
}

function modelOf({
  modelUrl: url,
  modelKey: key,
  modelName: model,
  modelDailyTokens: dailyTokens,
}: z.output<typeof Settings>): Pick<DeskServerOptions, 'model'> {
  if (!url) return {};
  if (!model) throw new ConfigError(['SHOPDESK_MODEL_NAME: expected the name of the model at SHOPDESK_MODEL_URL']);
  return { model: createChatModel({ url, model, dailyTokens, ...(key ? { key } : {}) }) };
}

/** `localhost:4001, shop.internal` */
const hostsOf = (list: string): string[] => list.split(/[\s,]+/).filter(Boolean);

/** How a server of this place is reached. */
export const reachOf = ({ host, modelUrl, options: { publicUrl } }: Place): Reach => ({ host, publicUrl, modelUrl });

/** Reads flags, environment and configuration file. @throws ConfigError naming everything that is wrong */
export async function readPlace(
  flags: Flags,
  variables: Variables = process.env,
  folder: string = process.cwd(),
): Promise<Place> {
  const settings = readSettings(flags, variables);
  const config = await loadConfig(folder, flags.config);
  const root = resolve(folder, settings.data);
  const production = variables['NODE_ENV'] === 'production';
  const { databaseUrl: url, publicUrl, trustProxy, metricsToken, secret, rateLimits, allowedHosts } = settings;
  const options: DeskServerOptions = {
    ...config,
    development: !production,
    assets: config.assets === false ? false : { ...builtAssets(folder), ...config.assets },
    filesFolder: join(root, 'files'),
    database: {
      ...config.database,
      ...(url ? { url } : {}),
      dataDir: config.database?.dataDir ?? join(root, 'database'),
      flush: settings.flush === 'on',
    },
    ...(publicUrl ? { publicUrl } : {}),
    ...(trustProxy === undefined ? {} : { trustProxy }),
    ...(metricsToken ? { metricsToken } : {}),
    ...(secret ? { secret } : {}),
    ...(allowedHosts ? { outgoing: { ...config.outgoing, allowedHosts: hostsOf(allowedHosts) } } : {}),
    ...(settings.languages ? { languages: [...(config.languages ?? []), ...readLanguages(settings.languages)] } : {}),
    ...modelOf(settings),
    ...(rateLimits === 'off' ? { limits: { ...config.limits, rates: false } } : {}),
  };
  return { folder: root, options, host: settings.host, port: settings.port, production, modelUrl: settings.modelUrl };
}
