/**
 * @module The command line: `shopdesk start | init | migrate | seed | doctor | schema | words | audit verify | backup |
 * restore`.
 */
import { defineCommand, runMain } from 'citty';
import { auditCommand } from './audit.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { initCommand } from './init.ts';
import { migrateCommand } from './migrate.ts';
import { schemaCommand } from './schema.ts';
import { seedCommand } from './seed.ts';
import { startCommand } from './start.ts';
import { wordsCommand } from './translations.ts';
import { PRIVATE_UMASK } from '../private-files.ts';

process.umask(PRIVATE_UMASK);

/** Whoever reads only the beginning (`shopdesk seed | head`) does not end the work. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await runMain(
  defineCommand({
    meta: { name: 'shopdesk', description: 'The service desk of a shop' },
    subCommands: {
      start: startCommand,
      init: initCommand,
      migrate: migrateCommand,
      seed: seedCommand,
      doctor: doctorCommand,
      schema: schemaCommand,
      words: wordsCommand,
      audit: auditCommand,
      backup: backupCommand,
      restore: restoreCommand,
    },
  }),
);
