/** @module The keys with which a shop's backend signs who its customers are. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { Store } from '../access/index.ts';
import { endSessionsOfKey } from './end-shopper-sessions.ts';
import { IdentityKey, keyAlgorithm } from './session-entities.ts';
import { says } from '../../kernel/problems.ts';
import { customerTexts as t } from './texts.ts';

/** Adds a key with which the shop's backend signs identity tokens; the secret is never shown again. */
export const addIdentityKey = defineAction({
  title: { en: 'Add an identity key', zh: '添加身份签名密钥' },
  allow: { staff: 'store.configure', system: true },
  input: z.object({
    storeId: z.string(),
    kid: z.string().min(1).max(100),
    algorithm: keyAlgorithm,
    material: z.string().min(32, says(t.keyTooShort)).max(4000),
  }),
  output: one(IdentityKey),
  check: async (ctx, { storeId, kid }) => {
    await ctx.get(Store, storeId);
    return (await ctx.first(IdentityKey, { storeId, kid }))
      ? deny('DUPLICATE', { details: { field: 'kid' } })
      : undefined;
  },
  run: (ctx, input) => ctx.insert(IdentityKey, { ...input, revokedAt: null }),
});

/** Revokes a key; whoever was identified by it is signed out, because nobody can tell theirs from a stolen one. */
export const revokeIdentityKey = defineAction({
  title: { en: 'Revoke an identity key', zh: '吊销身份签名密钥' },
  allow: { staff: 'store.configure' },
  on: IdentityKey,
  input: z.object({}),
  output: one(IdentityKey),
  run: async (ctx, key) => {
    if (key.revokedAt) return key;
    await endSessionsOfKey(ctx, key);
    return ctx.update(IdentityKey, key, { revokedAt: ctx.now });
  },
});
