/**
 * @module Passwords as argon2id in the PHC format, at OWASP's second recommended cost (19 MiB, 2 passes).
 */
import * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import { ConfigError, type Passwords } from '@shopdesk/core';

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

interface Derivation extends Cost {
  readonly message: Buffer;
  readonly nonce: Buffer;
  readonly tagLength: number;
}

/** Derives the hash's bytes. */
export type Argon2id = (derivation: Derivation) => Promise<Buffer>;

const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
/** A hash from elsewhere that asks for more than this is refused rather than computed. */
const MOST_MEMORY = 1024 * 1024;
const MOST_PASSES = 20;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** Hashes and verifies passwords; `argon2id` is replaced in tests only. */
export function createPasswords(argon2id: Argon2id = platformArgon2id): Passwords {
  return {
    async hash(password) {
      const nonce = crypto.randomBytes(16);
      const tag = await argon2id({ ...COST, message: Buffer.from(password), nonce, tagLength: 32 });
      return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(nonce)}$${unpadded(tag)}`;
    },
    async verify(password, hash) {
      const parts = PHC.exec(hash);
      if (!parts) return false;
      const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number];
      if (memory > MOST_MEMORY || passes > MOST_PASSES) return false;
      const [nonce, expected] = parts.slice(4).map((part) => Buffer.from(part, 'base64')) as [Buffer, Buffer];
      const tag = await argon2id({ memory, passes, parallelism, message: Buffer.from(password), nonce, tagLength: expected.length });
      return crypto.timingSafeEqual(tag, expected);
    },
  };
}

type NodeArgon2 = (algorithm: string, derivation: Derivation, done: (error: Error | null, tag: Buffer) => void) => void;

const { argon2 } = crypto as unknown as { argon2?: NodeArgon2 };

/** Node's own since 24.7; before that the package @node-rs/argon2. */
const platformArgon2id: Argon2id = argon2 ? (derivation) => promisify(argon2)('argon2id', derivation) : packageArgon2id;

/** The member Argon2id of the package's `const enum`, which erasable syntax cannot name. */
const ARGON2ID = 2;

/** The same by the package @node-rs/argon2. @throws ConfigError when it is not installed. */
export async function packageArgon2id({ message, nonce, tagLength, memory, passes, parallelism }: Derivation): Promise<Buffer> {
  const { hashRaw } = await import('@node-rs/argon2').catch(() => {
    throw new ConfigError(['this Node has no argon2: install @node-rs/argon2, or use Node 24.7 or later']);
  });
  return hashRaw(message, { algorithm: ARGON2ID, salt: nonce, outputLen: tagLength, memoryCost: memory, timeCost: passes, parallelism });
}
