/**
 * @module What all commands share: their flags, what they print, and how they fail.
 */
import { ConfigError } from '@shopdesk/core';
import { pino } from 'pino';
import { DatabaseUnavailableError, DataDirHeldError } from '../database/database.ts';
import { openRuntime, type Runtime } from '../runtime.ts';
import { closeDataFolder } from './data-folder.ts';
import { readPlace, type Flags, type Place } from './environment.ts';
import { terminalLocale, wordsOf, type Words } from './words.ts';

export interface CommandContext {
  readonly flags: Flags;
  readonly words: Words;
  readonly print: (line: string) => void;
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs a command; what the caller can mend is told in one sentence, a bug with everything that is known of it. */
export function run(
  command: (context: CommandContext) => Promise<void>,
): (given: { readonly args: object }) => Promise<void> {
  return async ({ args }) => {
    try {
      await command({ flags: args as Flags, words: wordsOf(terminalLocale(process.env)), print });
    } catch (error) {
      process.exitCode = 1;
      const mendable =
        error instanceof ConfigError || error instanceof DataDirHeldError || error instanceof DatabaseUnavailableError;
      process.stderr.write(mendable ? `${error.message}\n` : `${describe(error)}\n`);
    }
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack ?? error.message}${error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`}`;
}

/** Commands print for people; the log is for the server. Warnings still come. */
const quiet = () => pino({ level: process.env['LOG_LEVEL'] ?? 'warn', base: null }, pino.destination(2));

/** Opens the desk of a place for the time of some work. */
export async function withRuntime(
  flags: Flags,
  work: (runtime: Runtime, place: Place) => Promise<void>,
  { migrate = true, demo = false } = {},
): Promise<void> {
  const place = await readPlace(flags);
  await closeDataFolder(place.folder);
  const runtime = await openRuntime({ ...place.options, logger: quiet(), migrate, demo });
  try {
    await work(runtime, place);
  } finally {
    await runtime.close();
  }
}
