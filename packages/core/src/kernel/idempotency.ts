/**
 * @module The answer of an action that was called with an idempotency key, kept so that a repeated call acts once.
 */
import { z } from 'zod';
import type { AnyAction } from './action.ts';
import { actorKey, type Actor } from './actor.ts';
import { refuse, type ActionContext } from './context.ts';
import { deny, type Denial } from './denial.ts';
import { defineEntity, instant, marksOf, secret, type RowOf } from './entity.ts';
import { ownTexts } from './own-texts.ts';
import type { Said } from './said.ts';
import { isBroken } from './text.ts';

const KEPT_MS = 24 * 3600 * 1000;
/** Longest key that a caller may give, in UTF-16 units: an index holds it. */
const LONGEST_KEY = 200;

export const IdempotencyKey = defineEntity({
  name: 'IdempotencyKey',
  title: { en: 'Idempotency key', zh: '幂等键' },
  schema: z.object({
    actor: z.string(),
    key: z.string(),
    action: z.string(),
    /** SHA-256 of the input; null in rows of an earlier version, which never kept it. */
    inputHash: secret(z.string().nullable().default(null)),
    answer: z.json(),
    expiresAt: instant(),
  }),
  index: [['expiresAt']],
  unique: [{ name: 'idempotency_key', fields: ['actor', 'key'] }],
  visible: () => 'none',
});

/** A call under a key, as far as its kept answer depends on it. */
export interface KeyedCall {
  readonly key: string;
  readonly name: string;
  readonly action: AnyAction;
  readonly input: unknown;
}

const refusedKey = (text: Said): Denial => deny('VALIDATION_FAILED', { fields: [{ path: 'idempotencyKey', text }] });

/**
 * Why a call may not carry this key. Everybody before sign-in is one actor: a kept answer, a token among them, would be
 * anybody's who guesses the key. The desk's own keys may be longer and come from nobody.
 */
export function keyProblem(
  { kind }: Actor,
  { allow, keyless }: Pick<AnyAction, 'allow' | 'keyless'>,
  key = '',
): Denial | undefined {
  if (key === '') return undefined;
  if (allow.anonymous || keyless) return refusedKey(ownTexts.noKey);
  if (kind === 'system') return undefined;
  if (isBroken(key)) return refusedKey(ownTexts.brokenText);
  return key.length > LONGEST_KEY ? refusedKey(ownTexts.atMostCharacters({ most: LONGEST_KEY })) : undefined;
}

/**
 * What the same actor was answered under this key. @throws DeniedError CONFLICT when it was for another action or
 * another input
 */
export async function earlierAnswer(
  ctx: ActionContext,
  call: KeyedCall,
): Promise<RowOf<typeof IdempotencyKey> | undefined> {
  const earlier = await ctx
    .trusted('a row of the desk itself')
    .first(IdempotencyKey, { actor: actorKey(ctx.actor), key: call.key });
  if (!earlier) return undefined;
  if (earlier.action !== call.name) return refuse('CONFLICT', { text: ownTexts.keyOfOtherAction });
  const same = earlier.inputHash === null || earlier.inputHash === hashOf(ctx, call);
  return same ? earlier : refuse('CONFLICT', { text: ownTexts.keyOfOtherInput });
}

/** Keeps an answer for 24 hours, in the commit of its action. */
export function keepAnswer(ctx: ActionContext, call: KeyedCall, answer: unknown): void {
  const { key, name: action } = call;
  const expiresAt = new Date(Date.parse(ctx.now) + KEPT_MS).toISOString();
  const kept = withoutSecrets(call.action, answer ?? null) as never;
  ctx.insert(IdempotencyKey, {
    actor: actorKey(ctx.actor),
    key,
    action,
    inputHash: hashOf(ctx, call),
    answer: kept,
    expiresAt,
  });
}

/** A row is kept without what leaves the server in no answer, such as the hash of a password. */
function withoutSecrets(action: AnyAction, answer: unknown): unknown {
  const { entity } = action.output;
  if (!entity || answer === null || typeof answer !== 'object') return answer;
  if (Array.isArray(answer)) return answer.map((row) => withoutSecrets(action, row));
  const { shape } = entity.schema;
  return Object.fromEntries(
    Object.entries(answer).filter(([field]) => !shape[field] || marksOf(shape[field]).audience !== 'never'),
  );
}

/** Fields that are marked secret, such as a password, are left out: their bare hash could be guessed. */
function hashOf(ctx: ActionContext, { action, input }: KeyedCall): string {
  const { shape } = action.input;
  const told = Object.entries(input as object).filter(
    ([field]) => !shape[field] || marksOf(shape[field]).audience !== 'never',
  );
  return ctx.ports.tokens.hash(canonical(Object.fromEntries(told)));
}

/** The same text for the same values, in whatever order the fields stand. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
