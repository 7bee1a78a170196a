import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { headsIn } from '../audit/seal.ts';
import { takeBackup } from '../backup/backup.ts';
import { restoreBackup } from '../backup/restore.ts';
import type { Manifest } from '../backup/format.ts';
import { run, withRuntime, type CommandContext } from './command.ts';
import { PLACE_ARGS } from './environment.ts';

const rowsIn = ({ tables }: Manifest) => Object.values(tables).reduce((sum, count) => sum + count, 0);

const backup =
  (folder: string) =>
  async ({ flags, words, print }: CommandContext): Promise<void> =>
    withRuntime(flags, async ({ database, desk, blobs, clock }) => {
      if (!database) return;
      const manifest = await takeBackup({
        database,
        entities: desk.entities,
        blobs,
        folder: resolve(folder),
        now: clock(),
      });
      print(words.backedUp(rowsIn(manifest), manifest.files, resolve(folder)));
    });

const restore =
  (folder: string) =>
  async ({ flags, words, print }: CommandContext): Promise<void> =>
    withRuntime(flags, async ({ database, desk, blobs, auditHeads }) => {
      if (!database) return;
      const manifest = await restoreBackup({ database, entities: desk.entities, blobs, folder: resolve(folder) });
      // The chains end where the backup ends, whatever was kept before.
      await auditHeads.replace(await headsIn(database));
      print(words.restored(rowsIn(manifest), manifest.files));
    });

export const backupCommand = defineCommand({
  meta: {
    name: 'backup',
    description: 'Write everything into a new folder; a server on PostgreSQL may go on meanwhile',
  },
  args: { ...PLACE_ARGS, folder: { type: 'positional', description: 'Folder for the backup', required: true } },
  run: (context) => run(backup(context.args.folder))(context),
});

export const restoreCommand = defineCommand({
  meta: { name: 'restore', description: 'Put a backup into an empty database of either kind' },
  args: { ...PLACE_ARGS, folder: { type: 'positional', description: 'Folder with the backup', required: true } },
  run: (context) => run(restore(context.args.folder))(context),
});
