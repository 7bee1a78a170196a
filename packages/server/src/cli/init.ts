import { ConfigError, DeniedError, sayEnglish, type Denial } from '@shopdesk/core';
import { defineCommand } from 'citty';
import { run, withRuntime, type CommandContext } from './command.ts';
import { PLACE_ARGS } from './environment.ts';
import { terminalLocale } from './words.ts';

const INIT_ARGS = {
  tenant: { type: 'string', description: 'Name of the company', required: true },
  slug: { type: 'string', description: 'Its short name, a-z, 0-9 and hyphens (made of the name)' },
  store: {
    type: 'string',
    description: 'Key of its store, a-z, 0-9 and hyphens: what pages name in data-store (the short name)',
  },
  'store-name': { type: 'string', description: 'Name of the store (its key)' },
  country: {
    type: 'string',
    description: 'Its country, two letters: gives time zone, currency and law (asked in the panel)',
  },
  origin: { type: 'string', description: 'Pages that may embed the chat, by commas: https://shop.example' },
  admin: {
    type: 'string',
    description: 'E-mail address of the first administrator; the password is read from SHOPDESK_ADMIN_PASSWORD',
    required: true,
  },
  'admin-name': { type: 'string', description: 'Their name, as customers see it (what is before the @)' },
  'agent-no': { type: 'string', description: 'Their work number (AD1)' },
} as const;

type Given = Readonly<Partial<Record<keyof typeof INIT_ARGS, string>>>;

/** By which flag each part of the input was given. */
const FLAGS: Readonly<Record<string, string>> = {
  'tenant.name': '--tenant',
  'tenant.slug': '--slug',
  'store.key': '--store',
  'store.name': '--store-name',
  'store.allowedOrigins': '--origin',
  'store.country': '--country',
  'administrator.email': '--admin',
  'administrator.name': '--admin-name',
  'administrator.agentNo': '--agent-no',
  'administrator.password': 'SHOPDESK_ADMIN_PASSWORD',
};
const flagOf = (path: string) => Object.entries(FLAGS).find(([known]) => path.startsWith(known))?.[1] ?? path;

function problems({ code, text, fields, details }: Denial): string[] {
  if (fields?.length) return fields.map(({ path, text: why }) => `${flagOf(path)}: ${sayEnglish(why)}`);
  return code === 'DUPLICATE'
    ? [`${flagOf(String(details?.['field']))}: taken by another company or person`]
    : [sayEnglish(text)];
}

const slugOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

const init =
  (given: Given) =>
  async ({ flags, words, print }: CommandContext): Promise<void> => {
    const { tenant = '', admin = '', origin = '' } = given;
    const slug = given.slug || slugOf(tenant) || given.store || '';
    const store = given.store || slug;
    const password = process.env['SHOPDESK_ADMIN_PASSWORD'];
    if (!password) throw new ConfigError([words.noAdminPassword]);
    const input = {
      tenant: { name: tenant, slug },
      store: {
        name: given['store-name'] || (given.store ? store : tenant),
        key: store,
        locale: terminalLocale(process.env),
        ...(given.country ? { country: given.country.toUpperCase() } : {}),
        allowedOrigins: origin
          .split(',')
          .map((page) => page.trim())
          .filter(Boolean),
      },
      administrator: {
        name: given['admin-name'] || admin.split('@')[0],
        email: admin,
        agentNo: given['agent-no'] || 'AD1',
        password,
      },
    };
    await withRuntime(flags, async ({ desk }) => {
      try {
        const { added } = (await desk.perform({ kind: 'system', tenantId: '', name: 'init' }, 'foundDesk', input)) as {
          readonly added: readonly string[];
        };
        print(added.length === 0 ? words.foundedBefore : words.founded(tenant, store, admin));
      } catch (error) {
        throw error instanceof DeniedError ? new ConfigError(problems(error.denial)) : error;
      }
    });
  };

export const initCommand = defineCommand({
  meta: {
    name: 'init',
    description: 'Found a company’s desk: tenant, store and first administrator; adds what is missing',
  },
  args: { ...PLACE_ARGS, ...INIT_ARGS },
  run: (context) => run(init(context.args as Given))(context),
});
