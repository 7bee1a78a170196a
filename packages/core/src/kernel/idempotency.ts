/**
 * @module The answer of an action that was called with an idempotency key, kept so that a repeated call acts once.
 */
import { z } from 'zod';
import { actorKey, type Actor } from './actor.ts';
import type { ActionContext } from './context.ts';
import { DeniedError, deny, type Denial } from './denial.ts';
import { defineEntity, instant } from './entity.ts';
import { BROKEN_TEXT, isBroken } from './text.ts';

const KEPT_MS = 24 * 3600 * 1000;

export const IdempotencyKey = defineEntity({
  name: 'IdempotencyKey',
  title: { en: 'Idempotency key', zh: '幂等键' },
  schema: z.object({
    actor: z.string(),
    key: z.string(),
    action: z.string(),
    answer: z.json(),
    expiresAt: instant(),
  }),
  index: [['expiresAt']],
  unique: [{ name: 'idempotency_key', fields: ['actor', 'key'] }],
  visible: () => 'none',
});

/** Longest key that a caller may give, in UTF-16 units: an index holds it. */
const LONGEST_KEY = 200;

/** Why a key cannot be used; undefined when it can. The desk's own keys are longer and come from nobody. */
export function keyProblem({ kind }: Actor, key: string): Denial | undefined {
  if (kind === 'system') return undefined;
  const message = isBroken(key) ? BROKEN_TEXT : key.length > LONGEST_KEY ? `At most ${LONGEST_KEY} characters.` : undefined;
  return message === undefined ? undefined : deny('VALIDATION_FAILED', { fields: [{ path: 'idempotencyKey', message }] });
}

/** What the same actor was answered under this key. @throws DeniedError CONFLICT when it was for another action */
export async function earlierAnswer(ctx: ActionContext, key: string, action: string) {
  const earlier = await ctx.desk.first(IdempotencyKey, { actor: actorKey(ctx.actor), key });
  if (earlier && earlier.action !== action)
    throw new DeniedError(deny('CONFLICT', { message: 'This idempotency key was used for another action.' }));
  return earlier;
}

/** Keeps an answer for 24 hours, in the commit of its action. */
export function keepAnswer(ctx: ActionContext, key: string, action: string, answer: unknown): void {
  const expiresAt = new Date(Date.parse(ctx.now) + KEPT_MS).toISOString();
  ctx.insert(IdempotencyKey, { actor: actorKey(ctx.actor), key, action, answer: (answer ?? null) as never, expiresAt });
}
