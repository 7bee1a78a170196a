import { defineCommand } from 'citty';
import { protectAudit } from '../audit/protect.ts';
import { migrate } from '../store/migrate.ts';
import { run, withRuntime, type CommandContext } from './command.ts';
import { PLACE_ARGS } from './environment.ts';

const migrateDatabase =
  (dryRun: boolean) =>
  async ({ flags, words, print }: CommandContext): Promise<void> =>
    withRuntime(
      flags,
      async ({ database, desk }, { options: { migrations = [] } }) => {
        if (!database) return;
        const { statements } = await migrate(database, desk.entities, { migrations, dryRun });
        if (!dryRun) await protectAudit(database);
        if (statements.length === 0) return print(words.upToDate);
        print(dryRun ? words.wouldRun(statements.length) : words.migrated(statements.length));
        if (dryRun) for (const statement of statements) print(`${statement};`);
      },
      { migrate: false },
    );

export const migrateCommand = defineCommand({
  meta: { name: 'migrate', description: 'Bring the database to this version' },
  args: { ...PLACE_ARGS, 'dry-run': { type: 'boolean', description: 'Only show what would be done', default: false } },
  run: (context) => run(migrateDatabase(context.args['dry-run']))(context),
});
