/**
 * @module Removes what has lost its use: answers kept for repeated calls, sessions and outgoing calls that ended some
 * time ago.
 */
import {
  Effect,
  IdempotencyKey,
  OrderWatch,
  ShopperSession,
  SignInFailures,
  SpentIdentityToken,
  StaffSession,
  type Entity,
} from '@shopdesk/core';
import type { Database } from '../database/database.ts';
import { quote } from '../store/column.ts';
import { columnNamed } from '../store/columns.ts';
import { tableOf } from '../store/table.ts';
import { repeat } from './repeat.ts';

export interface PurgeOptions {
  readonly database: Pick<Database, 'query'>;
  readonly clock: () => Date;
  readonly onError: (error: unknown, where: string) => void;
  readonly everyMs?: number;
}

const HOUR_MS = 3600 * 1000;
/** An ended session, or the watch of an order, is kept for a while, for whoever looks into what happened. */
const SESSION_MS = 30 * 24 * HOUR_MS;
/** A call that has ended is kept for a year, for whoever disputes a refund; the audit trail keeps that it was made. */
const EFFECT_MS = 365 * 24 * HOUR_MS;
/** Rows removed by one statement, so that none holds its locks for long. */
const BATCH = 500;

interface Rule {
  readonly entity: Entity;
  /** Instants of which one must be older than the time limit. */
  readonly fields: readonly string[];
  readonly keptMs: number;
}

const RULES: readonly Rule[] = [
  { entity: IdempotencyKey, fields: ['expiresAt'], keptMs: 0 },
  { entity: SpentIdentityToken, fields: ['expiresAt'], keptMs: 0 },
  { entity: SignInFailures, fields: ['lastAt'], keptMs: 24 * HOUR_MS },
  { entity: StaffSession, fields: ['expiresAt', 'endedAt'], keptMs: SESSION_MS },
  { entity: OrderWatch, fields: ['endsAt'], keptMs: SESSION_MS },
  { entity: Effect, fields: ['settledAt'], keptMs: EFFECT_MS },
  { entity: ShopperSession, fields: ['expiresAt', 'endedAt'], keptMs: SESSION_MS },
];

/** Removes up to one batch of each kind; true when there is more. */
export async function purge({ database, clock }: Pick<PurgeOptions, 'database' | 'clock'>): Promise<boolean> {
  let more = false;
  for (const rule of RULES) more = (await purgeOne(database, rule, clock())) || more;
  return more;
}

async function purgeOne(
  database: Pick<Database, 'query'>,
  { entity, fields, keptMs }: Rule,
  now: Date,
): Promise<boolean> {
  const table = tableOf(entity);
  const old = fields.map((field) => `${quote(columnNamed(table, field).name)} < $1`).join(' OR ');
  const text = `DELETE FROM ${table.sql} WHERE ("tenant_id", "id") IN (SELECT "tenant_id", "id" FROM ${table.sql} WHERE ${old} LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)`;
  const { affected } = await database.query(text, [new Date(now.getTime() - keptMs)]);
  return affected === BATCH;
}

/** Purges every hour; call the answer to end it. */
export function startPurge({ onError, everyMs = HOUR_MS, ...options }: PurgeOptions): () => Promise<void> {
  const loop = repeat({ everyMs, work: () => purge(options), onError: (error) => onError(error, 'purge') });
  return () => loop.stop();
}
