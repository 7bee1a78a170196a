import { ConfigError } from '@shopdesk/core';
import { defineCommand } from 'citty';
import { insecureSettings } from '../insecure-settings.ts';
import { migrate } from '../store/migrate.ts';
import { inspectTrail } from './audit.ts';
import { inspectFigures } from './figures.ts';
import { run, withRuntime, type CommandContext } from './command.ts';
import { openInDataFolder } from './data-folder.ts';
import { PLACE_ARGS, REACH_ARGS, reachOf, readPlace } from './environment.ts';
import { insecureLines } from './start.ts';

async function doctor({ flags, words, print }: CommandContext): Promise<void> {
  // Before anything is opened, which closes it.
  const open = await openInDataFolder((await readPlace(flags)).folder);
  if (open[0] !== undefined) print(words.wasOpen(open.length, open[0]));
  await withRuntime(
    flags,
    async (runtime, place) => {
      const { database, desk, blobs, ports } = runtime;
      print(`Node ${process.version}`);
      print(`${words.database}: ${database?.durability ?? ''}`);
      // Fails here rather than at the first sign-in or upload.
      await ports.passwords.hash('doctor');
      await blobs.list()[Symbol.asyncIterator]().next();
      const pending = database
        ? (await migrate(database, desk.entities, { migrations: place.options.migrations ?? [], dryRun: true }))
            .statements.length
        : 0;
      if (pending > 0) throw new ConfigError([words.pending(pending)]);
      const { problems: trail } = await inspectTrail(runtime, words);
      const broken = [...trail, ...(await inspectFigures(runtime, words))];
      const insecure = await insecureSettings(runtime, place.options, reachOf(place), !place.production);
      if (insecure.length > 0) for (const line of [words.insecure, ...insecureLines(insecure, words)]) print(line);
      if (broken.length > 0 || (place.production && insecure.length > 0))
        throw new ConfigError(broken.length > 0 ? broken : [words.refused]);
      if (insecure.length === 0) print(words.healthy);
    },
    { migrate: false },
  );
}

export const doctorCommand = defineCommand({
  meta: { name: 'doctor', description: 'Look for what is wrong or insecure' },
  args: { ...PLACE_ARGS, ...REACH_ARGS },
  run: run(doctor),
});
