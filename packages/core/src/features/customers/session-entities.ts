/** @module How a shopper proves who they are: sessions, and the keys and tokens behind them. */
import { z } from 'zod';
import { codes } from '../../kernel/codes.ts';
import { defineEntity, instant, ref, secret, staffOnly } from '../../kernel/entity.ts';

/** A shopper's browser. */
export const ShopperSession = defineEntity({
  name: 'ShopperSession',
  title: { en: 'Shopper session', zh: '顾客会话凭证' },
  schema: z.object({
    storeId: ref('Store'),
    customerId: ref('Customer'),
    tokenHash: secret(z.string()),
    /** True after the shop's backend signed who this is. */
    verified: z.boolean(),
    externalId: z.string().max(200).nullable(),
    expiresAt: instant(),
    endedAt: instant().nullable(),
    /** The key that signed who this is; the session ends with it. Null: anonymous, or from before this was kept. */
    identityKeyId: staffOnly(ref('IdentityKey').nullable().default(null)),
  }),
  index: [['customerId'], ['identityKeyId'], ['id']],
  unique: [{ name: 'shopper_session_token', fields: ['tokenHash'], global: true }],
  audited: ['customerId', 'verified', 'endedAt'],
  visible: (actor) => (actor.kind === 'shopper' ? { id: actor.sessionId } : 'none'),
  live: (row) => [`session:${row.id}`],
  lookup: true,
});

/** How identity tokens are signed. */
export const keyAlgorithm = codes('IdentityKeyAlgorithm', {
  HS256: { en: 'HMAC with SHA-256', zh: 'HMAC SHA-256（共享密钥）', note: 'A secret that shop and desk share.' },
  ES256: { en: 'ECDSA with P-256', zh: 'ECDSA P-256（公钥）', note: 'The desk holds the public key alone.' },
  EdDSA: { en: 'Ed25519', zh: 'Ed25519（公钥）', note: 'The desk holds the public key alone.' },
});

/** A key with which the shop's backend signs identity tokens. */
export const IdentityKey = defineEntity({
  name: 'IdentityKey',
  title: { en: 'Identity key', zh: '身份签名密钥' },
  schema: z.object({
    storeId: ref('Store'),
    kid: z.string().min(1).max(100),
    algorithm: keyAlgorithm,
    material: secret(z.string().min(32).max(4000)),
    revokedAt: instant().nullable(),
  }),
  index: [['storeId']],
  unique: [{ name: 'identity_key_kid', fields: ['storeId', 'kid'] }],
  audited: ['storeId', 'kid', 'algorithm', 'revokedAt'],
  visible: (actor) => {
    if (actor.kind !== 'staff' || !actor.permissions.has('store.configure')) return 'none';
    return actor.storeIds ? { storeId: { in: actor.storeIds } } : 'all';
  },
  list: { filters: ['storeId'], orders: [[['createdAt', 'desc']]] },
});

/** A token that proved an identity once and does so no more; kept until it has expired anyway. */
export const SpentIdentityToken = defineEntity({
  name: 'SpentIdentityToken',
  title: { en: 'Spent identity token', zh: '已使用的身份令牌' },
  schema: z.object({
    storeId: ref('Store'),
    /** Hash of the token's own id (its claim `jti`). */
    token: secret(z.string()),
    expiresAt: instant(),
  }),
  unique: [{ name: 'spent_identity_token', fields: ['storeId', 'token'] }],
  index: [['expiresAt']],
  visible: () => 'none',
  internal: true,
});
