/**
 * @module How often one may ask. Counted in this process: several processes allow as many times as much.
 * What gives out tokens is counted per field of an operation, so aliases and fragments guess no faster.
 */
import { createHash } from 'node:crypto';
import { actorKey, DeniedError, deny, type Actor } from '@shopdesk/core';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from './server-context.ts';

/** So many points in so many seconds. */
export interface RateLimit {
  readonly points: number;
  readonly seconds: number;
}

export interface RateLimitOptions {
  /** Requests of one signed-in actor. @defaultValue 1,200 a minute */
  readonly actor?: RateLimit;
  /** Requests from one address, whoever asks. @defaultValue 12,000 a minute, for an office or a mobile network */
  readonly address?: RateLimit;
  /** Sign-ins from one address. @defaultValue 30 in five minutes */
  readonly signIn?: RateLimit;
  /** Sign-ins as one person from one address. @defaultValue 10 in fifteen minutes */
  readonly account?: RateLimit;
  /** New or identified shoppers from one address. @defaultValue 120 a minute */
  readonly shopper?: RateLimit;
  /** Uploads of one actor. @defaultValue 30 a minute */
  readonly upload?: RateLimit;
}

const DEFAULTS = {
  actor: { points: 1200, seconds: 60 },
  address: { points: 12_000, seconds: 60 },
  signIn: { points: 30, seconds: 300 },
  account: { points: 10, seconds: 900 },
  shopper: { points: 120, seconds: 60 },
  upload: { points: 30, seconds: 60 },
} as const satisfies Required<RateLimitOptions>;

type LimitName = keyof typeof DEFAULTS;

export class RateLimits {
  readonly #limiters = new Map<LimitName, RateLimiterMemory>();

  /** `false` counts nothing. */
  constructor(options: RateLimitOptions | false = {}) {
    if (options === false) return;
    for (const name of Object.keys(DEFAULTS) as LimitName[]) {
      const { points, seconds: duration } = options[name] ?? DEFAULTS[name];
      this.#limiters.set(name, new RateLimiterMemory({ keyPrefix: name, points, duration }));
    }
  }

  /** Counts a request of an address. @throws DeniedError RATE_LIMITED */
  async address(address: string): Promise<void> {
    await this.#count('address', networkOf(address));
  }

  /** Counts a request of somebody who has said who he is. @throws DeniedError RATE_LIMITED */
  async actor(actor: Actor): Promise<void> {
    if (actor.kind !== 'anonymous') await this.#count('actor', actorKey(actor));
  }

  /** Counts an upload. @throws DeniedError RATE_LIMITED */
  upload(actor: Actor): Promise<void> {
    return this.#count('upload', actorKey(actor));
  }

  /** Counts an action that gives out tokens. @throws DeniedError RATE_LIMITED */
  async action(name: string, input: unknown, address: string): Promise<void> {
    const network = networkOf(address);
    if (name === 'signIn') {
      await this.#count('signIn', network);
      await this.#count('account', `${network} ${accountOf(input)}`);
    }
    if (name === 'startShopperSession' || name === 'identifyShopper') await this.#count('shopper', network);
  }

  async #count(name: LimitName, key: string): Promise<void> {
    try {
      await this.#limiters.get(name)?.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new DeniedError(deny('RATE_LIMITED', { details: { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) } }));
    }
  }
}

/** The person somebody signs in as, without keeping the address itself. */
function accountOf(input: unknown): string {
  const { email } = (input ?? {}) as { readonly email?: unknown };
  return createHash('sha256').update(String(email).toLowerCase()).digest('base64url');
}
