/**
 * @module Puts a backup into an empty database of either kind: all of it or nothing.
 */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { ConfigError, type BaseRow, type Entity, type Write } from '@shopdesk/core';
import { HEADS } from '../audit/protect.ts';
import type { BlobStore, StoredBlob } from '../blobs/blob-store.ts';
import type { Database, Queryable } from '../database/database.ts';
import { SqlStore } from '../store/sql-store.ts';
import { tableOf } from '../store/table.ts';
import { Manifest, places, readLines } from './format.ts';

export interface RestoreOptions {
  readonly database: Database;
  readonly entities: readonly Entity[];
  readonly blobs: BlobStore;
  readonly folder: string;
}

const BATCH = 500;

/**
 * Restores a backup. @throws ConfigError when there is something in the database already, or the backup is not whole
 */
export async function restoreBackup({ database, entities, blobs, folder }: RestoreOptions): Promise<Manifest> {
  const at = places(folder);
  const manifest = await readManifest(at.manifest);
  const unknown = Object.entries(manifest.tables).filter(
    ([name, count]) => count > 0 && !entities.some((entity) => entity.name === name),
  );
  if (unknown.length > 0)
    throw new ConfigError(unknown.map(([name]) => `the backup has rows of ${name}, which no feature here declares`));
  // Files first: a row without its file would be an error that people see, a file without its row is only purged.
  const files = await restoreFiles(blobs, at);
  insist(files === manifest.files, `${manifest.files} files were backed up, but ${files} are here`);
  await database.transaction(async (tx) => {
    const store = new SqlStore({ ...database, query: tx.query });
    for (const entity of entities) await insistEmpty(tx, entity);
    for (const entity of entities.filter(({ name }) => manifest.tables[name])) {
      const rows = await restoreTable(store, entity, at.table(entity.name));
      insist(
        rows === manifest.tables[entity.name],
        `${manifest.tables[entity.name]} rows of ${entity.name} were backed up, but ${rows} are here`,
      );
    }
    for await (const head of readLines(at.auditHeads)) await insertHead(tx, head as Head);
  });
  return manifest;
}

function insist(holds: boolean, problem: string): void {
  if (!holds) throw new ConfigError([problem]);
}

async function readManifest(file: string): Promise<Manifest> {
  try {
    return Manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw Object.assign(new ConfigError([`${file} is not the manifest of a backup`]), { cause });
  }
}

async function insistEmpty(tx: Queryable, entity: Entity): Promise<void> {
  const { rows } = await tx.query(`SELECT 1 FROM ${tableOf(entity).sql} LIMIT 1`);
  insist(rows.length === 0, `the database is not empty: it has rows of ${entity.name}`);
}

async function restoreTable(store: SqlStore, entity: Entity, file: string): Promise<number> {
  let count = 0;
  let batch: Write[] = [];
  const flush = async () => {
    await store.commit(batch);
    count += batch.length;
    batch = [];
  };
  for await (const row of readLines(file)) {
    batch.push({ kind: 'insert', entity, row: row as BaseRow });
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return count;
}

interface Head {
  readonly tenantId: string;
  readonly chainSeq: number;
  readonly hash: string;
}

const insertHead = (tx: Queryable, { tenantId, chainSeq, hash }: Head) =>
  tx.query(`INSERT INTO ${HEADS} (tenant_id, chain_seq, hash) VALUES ($1, $2, $3)`, [tenantId, chainSeq, hash]);

async function restoreFiles(blobs: BlobStore, at: ReturnType<typeof places>): Promise<number> {
  let count = 0;
  for await (const blob of readLines(at.fileList)) {
    const stored = blob as StoredBlob;
    await blobs.restore(stored, createReadStream(at.file(stored.key)));
    count += 1;
  }
  return count;
}
