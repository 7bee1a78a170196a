/**
 * @module The answer of an action that was called with an idempotency key, kept so that a repeated call acts once.
 */
import { z } from 'zod';
import { defineEntity, instant } from './entity.ts';

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
