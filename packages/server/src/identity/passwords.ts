/**
 * @module Passwords as argon2id in the PHC format, at OWASP's second recommended cost (19 MiB, 2 passes). Where neither
 * Node (since 24.7) nor the optional package @node-rs/argon2 has it, as scrypt at OWASP's cost for 32 MiB. Hashes of
 * both kinds verify.
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
const ARGON2ID = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
/** Cost as the logarithm of scrypt's N, block size and parallelism. */
const SCRYPT = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const SCRYPT_COST = { ln: 15, r: 8, p: 3 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** The costs, the salt and the expected bytes of a hash that matches. */
function partsOf(match: RegExpExecArray): { costs: [number, number, number]; salt: Buffer; expected: Buffer } {
  const [salt, expected] = match.slice(4).map((part) => Buffer.from(part, 'base64')) as [Buffer, Buffer];
  return { costs: match.slice(1, 4).map(Number) as [number, number, number], salt, expected };
}

/** Hashes and verifies passwords; what finds `argon2id` is replaced in tests only. */
export function createPasswords(argon2: () => Promise<Argon2id | undefined> = platformArgon2id): Passwords {
  return {
    async hash(password) {
      const salt = crypto.randomBytes(SALT_BYTES);
      const argon2id = await argon2();
      if (!argon2id) {
        const { ln, r, p } = SCRYPT_COST;
        return `$scrypt$ln=${ln},r=${r},p=${p}$${unpadded(salt)}$${unpadded(await scrypt(password, salt, TAG_BYTES, [ln, r, p]))}`;
      }
      const tag = await argon2id({ ...COST, message: Buffer.from(password), nonce: salt, tagLength: TAG_BYTES });
      return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
    },
    async verify(password, hash) {
      const [memoryHard, fallback] = [ARGON2ID.exec(hash), SCRYPT.exec(hash)];
      if (memoryHard) return verifyArgon2id(password, partsOf(memoryHard), argon2);
      return fallback ? verifyScrypt(password, partsOf(fallback)) : false;
    },
  };
}

type Parts = ReturnType<typeof partsOf>;

async function verifyArgon2id(
  password: string,
  { costs, salt, expected }: Parts,
  argon2: () => Promise<Argon2id | undefined>,
): Promise<boolean> {
  const [memory, passes, parallelism] = costs;
  if (memory > MOST_MEMORY || passes > MOST_PASSES) return false;
  const argon2id = await argon2();
  if (!argon2id)
    throw new ConfigError([
      'this password was stored as argon2id, which this Node does not have: install @node-rs/argon2, or use Node 24.7 or later',
    ]);
  const tag = await argon2id({
    memory,
    passes,
    parallelism,
    message: Buffer.from(password),
    nonce: salt,
    tagLength: expected.length,
  });
  return crypto.timingSafeEqual(tag, expected);
}

/** KiB that scrypt takes at these costs. */
const scryptMemory = ([ln, r]: readonly number[]): number => (2 ** (ln ?? 0) * 128 * (r ?? 0)) / 1024;

async function verifyScrypt(password: string, { costs, salt, expected }: Parts): Promise<boolean> {
  const [ln, r, p] = costs;
  if (ln < 1 || r < 1 || p < 1 || p > MOST_PASSES || scryptMemory(costs) > MOST_MEMORY) return false;
  return crypto.timingSafeEqual(await scrypt(password, salt, expected.length, costs), expected);
}

const deriveScrypt = promisify<string, Buffer, number, crypto.ScryptOptions, Buffer>(crypto.scrypt);

const scrypt = (
  password: string,
  salt: Buffer,
  length: number,
  [ln, r, p]: readonly [number, number, number],
): Promise<Buffer> =>
  deriveScrypt(password, salt, length, { N: 2 ** ln, r, p, maxmem: 2 * 1024 * scryptMemory([ln, r]) });

type NodeArgon2 = (algorithm: string, derivation: Derivation, done: (error: Error | null, tag: Buffer) => void) => void;

/** Node's own since 24.7; before that the package's, where it is installed. */
async function platformArgon2id(): Promise<Argon2id | undefined> {
  const { argon2 } = crypto as unknown as { argon2?: NodeArgon2 };
  return argon2 ? (derivation) => promisify(argon2)('argon2id', derivation) : packageArgon2id();
}

/** The member Argon2id of the package's `const enum`, which erasable syntax cannot name. */
const ALGORITHM = 2;

/** The same by the optional package @node-rs/argon2. */
export async function packageArgon2id(): Promise<Argon2id | undefined> {
  const loaded = await import('@node-rs/argon2').catch(() => undefined);
  return (
    loaded &&
    (({ message, nonce, tagLength, memory, passes, parallelism }) =>
      loaded.hashRaw(message, {
        algorithm: ALGORITHM,
        salt: nonce,
        outputLen: tagLength,
        memoryCost: memory,
        timeCost: passes,
        parallelism,
      }))
  );
}
