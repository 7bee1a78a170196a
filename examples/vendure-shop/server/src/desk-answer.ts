/**
 * @module The keys that were used, in the same transaction as what was done for them: a process that dies in between
 * leaves both or neither.
 */
import { createHash } from 'node:crypto';
import type { RequestContext, TransactionalConnection, Type } from '@vendure/core';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeskOutcome } from './desk-schema.ts';

/** One used key. */
export class DeskAnswer {
  key!: string;
  request!: string;
}
// TypeScript that Node runs as it is has no decorators, so they are called.
Entity('desk_answer')(DeskAnswer);
PrimaryColumn('varchar', { length: 200 })(DeskAnswer.prototype, 'key');
Column('varchar', { length: 64 })(DeskAnswer.prototype, 'request');

/** Undoes everything and becomes the answer. */
export class DeskRefusal extends Error {
  readonly outcome: DeskOutcome;
  constructor(outcome: DeskOutcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/** Ends a change with the reason why not. */
export const refuse = (outcome: DeskOutcome): never => {
  throw new DeskRefusal(outcome);
};

interface KeyedWork {
  readonly key: string;
  readonly request: unknown;
  /** The row on which all changes of this order or customer meet. */
  readonly lock: { readonly entity: Type<{ id: string | number }>; readonly id: string | number };
}

const fingerprintOf = (request: unknown): string =>
  createHash('sha256').update(JSON.stringify(request)).digest('base64url');

/**
 * Does `work` once for its key. Changes of one order come one after the other, so no two of them refund the same money.
 */
export async function once(
  connection: TransactionalConnection,
  ctx: RequestContext,
  { key, request, lock }: KeyedWork,
  work: (ctx: RequestContext) => Promise<void>,
): Promise<DeskOutcome> {
  const fingerprint = fingerprintOf(request);
  try {
    return await connection.withTransaction(ctx, async (inside) => {
      const row = await connection
        .getRepository(inside, lock.entity)
        .createQueryBuilder('row')
        .setLock('pessimistic_write')
        .where('row.id = :id', { id: lock.id })
        .getOne();
      if (!row) return 'NOT_FOUND';
      const keys = connection.getRepository(inside, DeskAnswer);
      const known = await keys.findOneBy({ key });
      if (known) return known.request === fingerprint ? 'DONE' : 'KEY_OF_ANOTHER_REQUEST';
      await keys.insert({ key, request: fingerprint });
      await work(inside);
      return 'DONE';
    });
  } catch (error) {
    if (error instanceof DeskRefusal) return error.outcome;
    throw error;
  }
}
