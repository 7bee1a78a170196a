/**
 * @module Keeps a database of the desk of today, for the desks of tomorrow to open: the folder of the embedded
 * database, a dump of PostgreSQL and a backup, all with the same rows.
 *
 *     node --conditions=@shopdesk/source test/kept-databases/write.ts FOLDER NAME
 *
 * FOLDER is the data folder of a stopped demo shop that somebody has used. Every entity gets one more row in a tenant
 * of its own, with all fields filled. The result is written to `test/kept-databases/NAME/`.
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, gzipSync, brotliCompressSync } from 'node:zlib';
import { DiskBlobStore } from '../../packages/server/src/blobs/disk-blob-store.ts';
import { takeBackup } from '../../packages/server/src/backup/backup.ts';
import { restoreBackup } from '../../packages/server/src/backup/restore.ts';
import { openRuntime, type Runtime } from '../../packages/server/src/runtime.ts';
import { findPostgres } from '../support/find-program.ts';
import { startPostgres } from '../support/postgres.ts';
import { sampleRow } from './sample-row.ts';

const [dataFolder, name] = process.argv.slice(2);
if (!dataFolder || !name) throw new Error('Usage: write.ts FOLDER NAME');

const target = fileURLToPath(new URL(`./${name}/`, import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'shopdesk-kept-'));
const AT = '2026-11-20T10:00:00.000Z';
/** The audit trail is a chain that the desk itself has written; a row made up would break it. */
const LEFT_ALONE = new Set(['AuditEvent']);

/** One full row of every entity, in a tenant that nobody signs in to. */
async function fill({ desk, store }: Runtime): Promise<void> {
  for (const entity of desk.entities.filter((each) => !LEFT_ALONE.has(each.name))) {
    const { row, empty } = sampleRow(entity, { id: `kept-${entity.name}`, tenantId: 'kept-tenant', at: AT });
    if (empty.length > 0) console.log(`${entity.name}: left empty ${empty.join(', ')}`);
    // Nobody performs what a made-up timer asks for.
    const dueAt = 'dueAt' in row && entity.name === 'Timer' ? { dueAt: '2100-01-01T00:00:00.000Z' } : {};
    await store.commit([{ kind: 'insert', entity, row: { ...row, ...dueAt } }]);
  }
}

/** Packs a folder; the embedded database is mostly empty pages, which pack well. */
function pack(folder: string): Buffer {
  const { stdout, status } = spawnSync('tar', ['-cf', '-', '-C', folder, '.'], { maxBuffer: 1 << 29 });
  if (status !== 0) throw new Error(`tar failed with ${status}`);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(stdout, { params });
}

async function dump(backupFolder: string): Promise<Buffer> {
  const postgres = await startPostgres();
  try {
    const files = join(scratch, 'files');
    const runtime = await openRuntime({ database: { url: postgres.url }, filesFolder: files });
    const { database, desk } = runtime;
    if (!database) throw new Error('The desk has no database.');
    const blobs = new DiskBlobStore({ folder: join(files, 'blobs') });
    await restoreBackup({ database, entities: desk.entities, blobs, folder: backupFolder });
    await runtime.close();
    const pgDump = join(findPostgres() ?? '', 'pg_dump');
    const flags = ['--no-owner', '--no-privileges', '--inserts', '--rows-per-insert=100', postgres.url];
    const { stdout, status, stderr } = spawnSync(pgDump, flags, { maxBuffer: 1 << 29, encoding: 'utf8' });
    if (status !== 0) throw new Error(`pg_dump failed: ${stderr}`);
    // What only psql understands.
    return Buffer.from(
      stdout
        .split('\n')
        .filter((line) => !line.startsWith('\\'))
        .join('\n'),
    );
  } finally {
    await postgres.stop();
  }
}

const runtime = await openRuntime({
  database: { dataDir: join(dataFolder, 'database') },
  filesFolder: join(dataFolder, 'files'),
});
if (!runtime.database) throw new Error('The desk has no database.');
await fill(runtime);
const backupFolder = join(scratch, 'backup');
const { database, desk, blobs } = runtime;
await takeBackup({ database, entities: desk.entities, blobs, folder: backupFolder, now: new Date(AT) });
await database.exec('CHECKPOINT');
await runtime.close();

await mkdir(target, { recursive: true });
await writeFile(join(target, 'embedded.tar.br'), pack(join(dataFolder, 'database')));
await writeFile(join(target, 'backup.tar.br'), pack(backupFolder));
await writeFile(join(target, 'postgres.sql.gz'), gzipSync(await dump(backupFolder), { level: 9 }));
await rm(scratch, { recursive: true });
console.log(`Kept in ${target}`);
