import { defineCommand } from 'citty';
import { pino } from 'pino';
import { ConfigError } from '@shopdesk/core';
import { insecureSettings, type InsecureSetting } from '../insecure-settings.ts';
import { startServer, type StartedServer } from '../node.ts';
import { createDeskServer, type DeskServer } from '../server.ts';
import { run, type CommandContext } from './command.ts';
import { closeDataFolder } from './data-folder.ts';
import { PLACE_ARGS, REACH_ARGS, reachOf, readPlace, type Place } from './environment.ts';
import type { Words } from './words.ts';

/** Lines that say what is insecure. */
export const insecureLines = (settings: readonly InsecureSetting[], words: Words): string[] =>
  settings.map(({ code, detail }) => `  ! ${words.insecureSettings[code](detail)}`);

async function start({ flags, words, print }: CommandContext): Promise<void> {
  const place = await readPlace(flags);
  await closeDataFolder(place.folder);
  // Beside the banner a person reads only what went wrong; a collector of logs sets LOG_LEVEL.
  const logger = pino({ level: process.env['LOG_LEVEL'] ?? (place.production ? 'info' : 'warn'), base: null });
  const server = await createDeskServer({ ...place.options, logger });
  try {
    const insecure = await insecureSettings(server.internals.runtime, place.options, reachOf(place), !place.production);
    if (place.production && insecure.length > 0)
      throw new ConfigError([words.refused, ...insecureLines(insecure, words)]);
    const started = await startServer(server, { port: place.port, host: place.host, signals: true });
    for (const line of banner({ server, started, place, insecure, words })) print(line);
    await started.stopped;
    print(words.stopped);
  } finally {
    await server.close();
  }
}

export interface Banner {
  readonly server: Pick<DeskServer, 'graphiql' | 'database'> & {
    readonly internals: Pick<DeskServer['internals'], 'assets'>;
  };
  readonly started: Pick<StartedServer, 'url'>;
  readonly place: { readonly production: boolean; readonly options: Pick<Place['options'], 'publicUrl'> };
  readonly insecure: readonly InsecureSetting[];
  readonly words: Words;
}

/** What a person reads when the desk is up. */
export function banner({ server, started, place, insecure, words }: Banner): string[] {
  const url = place.options.publicUrl?.replace(/\/+$/, '') ?? started.url;
  const { assets } = server.internals;
  const rows = [
    [words.graphql, `${url}/graphql`],
    ...(place.production ? [] : [[words.graphiql, server.graphiql ? `${url}/graphql` : words.noGraphiql]]),
    ...(assets.admin ? [[words.panel, `${url}/admin/`]] : []),
    ...(assets.widget ? [[words.widget, `${url}/widget.js`]] : []),
    [words.database, server.database?.durability ?? ''],
  ];
  return [
    '',
    words.ready,
    '',
    ...rows.map(([name, value]) => `  ${name}: ${value}`),
    '',
    ...(insecure.length > 0 ? [words.insecure, ...insecureLines(insecure, words), ''] : []),
  ];
}

export const startCommand = defineCommand({
  meta: { name: 'start', description: 'Run the desk' },
  args: { ...PLACE_ARGS, ...REACH_ARGS },
  run: run(start),
});
