import { ConfigError } from '@shopdesk/core';
import { DatabaseUnavailableError, DataDirHeldError } from '@shopdesk/server/database';
import type { StartWords } from './words.ts';

/** What a person can do about a start that failed; anything else keeps its stack for a report. */
export function startFailure(error: unknown, words: StartWords): string {
  if (error instanceof ConfigError)
    return [words.cannotStart, ...error.problems.map((problem) => `  ${problem}`)].join('\n');
  if (error instanceof DatabaseUnavailableError) return `${words.cannotStart}\n  ${words.noDatabase}: ${error.message}`;
  if (error instanceof DataDirHeldError) {
    const { holder, dataDir } = error;
    return words.held(dataDir, holder ? words.holder(holder.pid, holder.host, holder.since) : words.unknownHolder);
  }
  return `${words.cannotStart}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
