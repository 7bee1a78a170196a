/**
 * @module What the desk needs from outside: interfaces only. The server brings the implementations.
 */
import type { Model, TrainReader } from './model.ts';
import type { Shop } from './shop.ts';
import type { ShopConnector } from './shop-adapter.ts';

export {
  MODEL_FAILURES,
  ModelError,
  type Model,
  type ModelFailure,
  type ModelMessage,
  type ModelRequest,
  type TrainReader,
} from './model.ts';

/** Hashes passwords (argon2id, or scrypt where there is none). */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

/** Bearer tokens: 256 random bits, of which only the hash is stored. */
export interface Tokens {
  issue(): { readonly token: string; readonly hash: string };
  hash(token: string): string;
}

/** A key with which a shop's backend signs who its customer is. */
export interface SigningKey {
  readonly kid: string;
  readonly algorithm: 'HS256' | 'ES256' | 'EdDSA';
  /** Shared secret (HS256, at least 256 bits) or public JWK as JSON. */
  readonly material: string;
}

/** What a valid identity token says. Nothing outside the signed payload is believed. */
export interface SignedIdentity {
  readonly subject: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly locale?: string;
  /** The token's own id (`jti`), if it has one: it is believed once. */
  readonly tokenId?: string;
  /** When the token expires, the tolerance included. */
  readonly expiresAt?: string;
}

/** Verifies identity tokens; refuses with UNAUTHENTICATED and the cause in `details.cause`. */
export interface IdentityTokens {
  verify(
    token: string,
    expected: { keys: readonly SigningKey[]; audience: string; issuer: string; now: string },
  ): Promise<SignedIdentity>;
  /** The `kid` of the key that a verified token was signed by, so that its session ends with that key. */
  kidOf?(token: string): string | undefined;
}

/** What is known of an uploaded file: by its content, not by what the sender said. */
export interface BlobFacts {
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Blobs {
  /** Facts of an uploaded blob, or undefined when there is none under this key. */
  describe(key: string): Promise<BlobFacts | undefined>;
}

export interface Ports {
  readonly passwords: Passwords;
  readonly tokens: Tokens;
  readonly identityTokens: IdentityTokens;
  readonly blobs: Blobs;
  /** The shop behind a store; undefined when none is connected. */
  shop(storeId: string): Shop | undefined;
  /** Absent: shops are connected in code alone. */
  readonly shopConnector?: ShopConnector;
  /**
   * The one guessable password that may be chosen: that of the demo. Absent: none, as it must be where customers are.
   */
  readonly demoPassword?: string;
  /** Milliseconds without use after which a member of staff is signed out. @defaultValue one hour */
  readonly staffIdleMs?: number;
  /** Absent: the bot says what articles say, in their words. */
  readonly model?: Model;
  /** Absent: the reader is trained where the action runs. */
  readonly trainReader?: TrainReader;
}
