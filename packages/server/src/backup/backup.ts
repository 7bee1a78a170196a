/**
 * @module Writes everything that the desk keeps into a folder. All rows come from one instant, while others go on.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { ConfigError, type BaseRow, type Entity } from '@shopdesk/core';
import { HEADS } from '../audit/protect.ts';
import type { BlobStore } from '../blobs/blob-store.ts';
import type { Database, Queryable } from '../database/database.ts';
import { FILE_MODE, makePrivateFolder } from '../private-files.ts';
import { tableOf } from '../store/table.ts';
import { FORMAT, places, type Manifest } from './format.ts';

export interface BackupOptions {
  readonly database: Database;
  readonly entities: readonly Entity[];
  readonly blobs: BlobStore;
  readonly folder: string;
  readonly now: Date;
}

const PAGE = 1000;

/** Takes a backup into a new folder, which appears when it is whole. Only the account that runs this may read it. */
export async function takeBackup({ database, entities, blobs, folder, now }: BackupOptions): Promise<Manifest> {
  if ((await readdir(folder).catch(() => [])).length > 0) throw new ConfigError([`${folder} is not empty`]);
  const aside = `${folder.replace(/[\\/]+$/, '')}.part`;
  await rm(aside, { recursive: true, force: true });
  const at = places(aside);
  for (const made of [at.tables, at.files]) await makePrivateFolder(made);
  const { tables, auditHeads } = await database.transaction(async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const counts: Record<string, number> = {};
    for (const entity of entities) counts[entity.name] = await writeLines(at.table(entity.name), rowsOf(tx, entity));
    return { tables: counts, auditHeads: await writeLines(at.auditHeads, headsOf(tx)) };
  });
  const files = await copyFiles(blobs, at);
  const manifest: Manifest = { format: FORMAT, takenAt: now.toISOString(), tables, auditHeads, files };
  await writeFile(at.manifest, `${JSON.stringify(manifest, undefined, 2)}\n`, { flush: true, mode: FILE_MODE });
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
  return manifest;
}

async function* rowsOf(tx: Queryable, entity: Entity): AsyncGenerator<object> {
  const { sql, selected } = tableOf(entity);
  for (let after: readonly string[] = ['', ''], more = true; more;) {
    const { rows } = await tx.query<BaseRow>(
      `SELECT ${selected} FROM ${sql} WHERE ("tenant_id", "id") > ($1, $2) ORDER BY "tenant_id", "id" LIMIT ${PAGE}`,
      after,
    );
    yield* rows;
    const last = rows.at(-1);
    after = last ? [last.tenantId, last.id] : after;
    more = rows.length === PAGE;
  }
}

async function* headsOf(tx: Queryable): AsyncGenerator<object> {
  yield* (
    await tx.query<object>(
      `SELECT tenant_id AS "tenantId", chain_seq AS "chainSeq", hash FROM ${HEADS} ORDER BY tenant_id`,
    )
  ).rows;
}

async function writeLines(file: string, values: AsyncIterable<object>): Promise<number> {
  const out = createWriteStream(file, { flush: true, mode: FILE_MODE });
  let count = 0;
  for await (const value of values) {
    count += 1;
    if (!out.write(`${JSON.stringify(value)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return count;
}

async function copyFiles(blobs: BlobStore, at: ReturnType<typeof places>): Promise<number> {
  return writeLines(
    at.fileList,
    (async function* () {
      for await (const blob of blobs.list()) {
        const content = await blobs.open(blob.key);
        if (!content) continue;
        await pipeline(
          Readable.fromWeb(content as ReadableStream),
          createWriteStream(at.file(blob.key), { flush: true, mode: FILE_MODE }),
        );
        yield blob;
      }
    })(),
  );
}
