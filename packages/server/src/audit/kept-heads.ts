/**
 * @module Where each tenant's chain of audit entries ended, kept outside the database and signed, so that whoever owns
 * the database cannot cut a chain, move its end or take a whole tenant away unnoticed.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { AuditEvent } from '@shopdesk/core';
import type { Queryable } from '../database/database.ts';
import { FILE_MODE } from '../private-files.ts';
import { tableOf } from '../store/table.ts';

/** The end of a chain. */
export interface Head {
  readonly chainSeq: number;
  readonly hash: string;
}

/** By tenant. */
export type Heads = ReadonlyMap<string, Head>;

/** The file was changed by somebody without the desk's secret. */
export class ForgedHeadsError extends Error {
  constructor(file: string) {
    super(`The audit heads in ${file} do not carry this desk's signature.`);
    this.name = 'ForgedHeadsError';
  }
}

const { sql: TABLE } = tableOf(AuditEvent);

export class KeptHeads {
  readonly file: string;
  readonly #secret: Uint8Array;
  #writes = 0;

  constructor(file: string, secret: Uint8Array) {
    this.file = file;
    this.#secret = secret;
  }

  /** What is kept; undefined when nothing was kept here yet. @throws ForgedHeadsError */
  async read(): Promise<Heads | undefined> {
    const text = await readFile(this.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return text === undefined ? undefined : this.#parse(text);
  }

  /**
   * Moves the kept ends to `sealed`, for each tenant whose chain still holds the end that was kept.
   * Answers the tenants whose chain does not: what was kept of them stays, as the evidence.
   */
  async advance(tx: Queryable, sealed: Heads): Promise<string[]> {
    const kept = (await this.read()) ?? new Map<string, Head>();
    const strange: string[] = [];
    const next = new Map(kept);
    for (const [tenantId, head] of sealed) {
      const known = kept.get(tenantId);
      if (known && !(await holds(tx, tenantId, known))) strange.push(tenantId);
      else if (!known || known.chainSeq < head.chainSeq) next.set(tenantId, head);
    }
    await this.replace(next);
    return strange;
  }

  /** Keeps these ends whatever was kept before: after a restore, or when somebody has looked and agrees. */
  async replace(heads: Heads): Promise<void> {
    const rows = [...heads]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([tenantId, { chainSeq, hash }]) => ({ tenantId, chainSeq, hash }));
    const draft = `${this.file}.${process.pid}.${(this.#writes += 1)}`;
    await writeFile(draft, JSON.stringify({ heads: rows, signature: this.#sign(rows) }), {
      mode: FILE_MODE,
      flush: true,
    });
    await rename(draft, this.file);
  }

  #parse(text: string): Heads {
    try {
      const { heads, signature } = JSON.parse(text) as { heads: ({ tenantId: string } & Head)[]; signature: string };
      const [given, right] = [Buffer.from(signature, 'hex'), Buffer.from(this.#sign(heads), 'hex')];
      if (given.length === right.length && timingSafeEqual(given, right))
        return new Map(heads.map(({ tenantId, chainSeq, hash }) => [tenantId, { chainSeq, hash }]));
    } catch {
      // Not even of the right form.
    }
    throw new ForgedHeadsError(this.file);
  }

  #sign(rows: unknown): string {
    return createHmac('sha256', this.#secret).update('audit heads\n').update(JSON.stringify(rows)).digest('hex');
  }
}

async function holds(tx: Queryable, tenantId: string, { chainSeq, hash }: Head): Promise<boolean> {
  const { rows } = await tx.query<{ hash: string }>(
    `SELECT hash FROM ${TABLE} WHERE tenant_id = $1 AND chain_seq = $2`,
    [tenantId, chainSeq],
    { name: 'audit_kept' },
  );
  return rows.length === 1 && rows[0]?.hash === hash;
}
