/**
 * @module Verifies the token by which a shop's backend says who its customer is. Keys come from the store's settings
 * only: a token's own `jku`, `x5u` or `jwk` are never looked at, and its algorithm must be its key's.
 */
import { DeniedError, deny, type IdentityTokens, type SignedIdentity, type SigningKey } from '@shopdesk/core';
import { decodeProtectedHeader, errors, importJWK, jwtVerify, type CryptoKey, type JWTPayload } from 'jose';
import { readClaims } from './claims.ts';

/** Why an identity token is not believed; in `details.cause`. */
export type IdentityCause =
  | 'malformed'
  | 'algorithm'
  | 'key'
  | 'signature'
  | 'audience'
  | 'issuer'
  | 'expired'
  | 'not_yet_valid'
  | 'lifetime'
  | 'claims';

/** A token lives at most this long, so that a leaked one is soon worthless. */
const MAX_LIFETIME_SECONDS = 3600;
/** How far the shop's clock may be off. */
const TOLERANCE_SECONDS = 30;

/** With the cause `claims`, `claim` names the one that cannot be used. */
const disbelieve = (cause: IdentityCause, claim?: string): never => {
  throw new DeniedError(deny('UNAUTHENTICATED', { details: { cause, ...(claim ? { claim } : {}) } }));
};

/** Verifies identity tokens with keys of the store. */
export function createIdentityTokens(): IdentityTokens {
  return {
    async verify(token, { keys, audience, issuer, now }) {
      const key = keyFor(token, keys);
      const currentDate = new Date(now);
      const options = {
        algorithms: [key.algorithm],
        audience,
        issuer,
        currentDate,
        clockTolerance: TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'iat', 'sub'],
      };
      const { payload } = await jwtVerify(token, await keyMaterial(key), options).catch((error: unknown) =>
        disbelieve(causeOf(error)),
      );
      return identityOf(payload, currentDate);
    },
    kidOf: (token) => readHeader(token).kid,
  };
}

function keyFor(token: string, keys: readonly SigningKey[]): SigningKey {
  const { alg, kid } = readHeader(token);
  const key = keys.find((candidate) => candidate.kid === kid) ?? disbelieve('key');
  return key.algorithm === alg ? key : disbelieve('algorithm');
}

function readHeader(token: string) {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return disbelieve('malformed');
  }
}

/** Importing a public key costs more than verifying with it. */
const imported = new Map<string, Promise<CryptoKey | Uint8Array>>();
const MOST_IMPORTED = 1000;

function keyMaterial({ algorithm, material }: SigningKey): Promise<CryptoKey | Uint8Array> | Uint8Array {
  if (algorithm === 'HS256') return new TextEncoder().encode(material);
  const name = `${algorithm} ${material}`;
  let key = imported.get(name);
  if (!key) {
    if (imported.size >= MOST_IMPORTED) imported.clear();
    imported.set(name, (key = importPublicKey(algorithm, material)));
  }
  return key;
}

async function importPublicKey(algorithm: string, material: string): Promise<CryptoKey | Uint8Array> {
  try {
    const { d: _private, ...jwk } = JSON.parse(material) as Record<string, string>;
    return await importJWK(jwk, algorithm);
  } catch {
    return disbelieve('key');
  }
}

function causeOf(error: unknown): IdentityCause {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JWTClaimValidationFailed) return CLAIM_CAUSES[error.claim] ?? 'claims';
  if (error instanceof DeniedError || error instanceof TypeError) return 'key';
  return 'malformed';
}

const CLAIM_CAUSES: Readonly<Record<string, IdentityCause>> = {
  aud: 'audience',
  iss: 'issuer',
  nbf: 'not_yet_valid',
  exp: 'lifetime',
  iat: 'lifetime',
};

function identityOf(payload: JWTPayload, now: Date): SignedIdentity {
  const claims = readClaims(payload);
  if ('unusable' in claims) return disbelieve('claims', claims.unusable);
  const { subject, iat, exp, name, email, phone, locale, tokenId } = claims;
  const seconds = now.getTime() / 1000;
  if (iat > seconds + TOLERANCE_SECONDS) return disbelieve('not_yet_valid');
  if (exp - iat > MAX_LIFETIME_SECONDS || exp > seconds + MAX_LIFETIME_SECONDS + TOLERANCE_SECONDS)
    return disbelieve('lifetime');
  const once =
    tokenId === undefined ? {} : { tokenId, expiresAt: new Date((exp + TOLERANCE_SECONDS) * 1000).toISOString() };
  return {
    subject,
    ...(name ? { name } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(locale ? { locale } : {}),
    ...once,
  };
}
