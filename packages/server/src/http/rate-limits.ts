/**
 * @module How often one may ask, and how much one may keep open. Counted in this process: several processes allow as
 * many times as much. What gives out tokens or reaches people is counted per field of an operation, so aliases and
 * fragments guess and write no faster. Failed sign-ins of an account are counted in the database besides (core).
 */
import { createHash } from 'node:crypto';
import { actorKey, DeniedError, deny, type Actor, type Denial } from '@shopdesk/core';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ActionEnd } from '../graphql/viewer.ts';
import { networkOf } from './server-context.ts';
import { serverTexts as t } from '../texts.ts';

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
  /** Bytes of files that shoppers of one address send. @defaultValue 100 MiB an hour */
  readonly uploadAddress?: RateLimit;
  /** Bytes of files that shoppers of one store send. @defaultValue 10 GiB a day */
  readonly uploadStore?: RateLimit;
  /** New conversations of anonymous shoppers from one address. @defaultValue 10 in five minutes */
  readonly conversation?: RateLimit;
  /** Messages of one shopper. @defaultValue 30 a minute */
  readonly message?: RateLimit;
  /** Changes of any kind by one shopper; signals such as "typing" do not count. @defaultValue 90 a minute */
  readonly change?: RateLimit;
  /** Live streams that one actor has open at once. @defaultValue 10 */
  readonly actorStreams?: number;
  /** Live streams that are open at once from one address. @defaultValue 100 */
  readonly addressStreams?: number;
}

const MEBIBYTE = 1024 * 1024;

const DEFAULTS = {
  actor: { points: 1200, seconds: 60 },
  address: { points: 12_000, seconds: 60 },
  signIn: { points: 30, seconds: 300 },
  account: { points: 10, seconds: 900 },
  shopper: { points: 120, seconds: 60 },
  upload: { points: 30, seconds: 60 },
  uploadAddress: { points: 100 * MEBIBYTE, seconds: 3600 },
  uploadStore: { points: 10 * 1024 * MEBIBYTE, seconds: 86_400 },
  conversation: { points: 10, seconds: 300 },
  message: { points: 30, seconds: 60 },
  change: { points: 90, seconds: 60 },
} as const satisfies Partial<RateLimitOptions>;

type LimitName = keyof typeof DEFAULTS;

const ACTOR_STREAMS = 10;
const ADDRESS_STREAMS = 100;
/** When a client that has too many streams open tries again, in seconds. */
const STREAM_RETRY_SECONDS = 15;

/** Actions by which a shopper says something to people. */
const MESSAGES: ReadonlySet<string> = new Set(['sendMessage', 'leaveQueueForMessage']);

/** An action that is about to be performed. */
export interface Attempt {
  readonly name: string;
  readonly input: unknown;
  readonly actor: Actor;
  readonly address: string;
  /** Whether it changes something; false for a view and for a signal. */
  readonly changes: boolean;
}

/** Hears how an action ended, and gives back what was counted for something that did not happen. */
export type Settle = (end: ActionEnd) => Promise<void>;

/** What the endpoints count, and refuse when it is too much. */
export type Limits = Pick<RateLimits, 'address' | 'actor' | 'action' | 'upload' | 'uploadBytes' | 'stream'>;

export class RateLimits {
  readonly #limiters = new Map<LimitName, RateLimiterMemory>();
  readonly #actorStreams: OpenCount;
  readonly #addressStreams: OpenCount;

  /** `false` counts nothing. */
  constructor(options: RateLimitOptions | false = {}) {
    const { actorStreams = ACTOR_STREAMS, addressStreams = ADDRESS_STREAMS } = options === false ? UNLIMITED : options;
    this.#actorStreams = new OpenCount(actorStreams);
    this.#addressStreams = new OpenCount(addressStreams);
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

  /**
   * Counts the bytes of a shopper's file before it is taken; the answer gives back those that were not kept after all.
   * Staff are known by name, and count by files only. @throws DeniedError RATE_LIMITED
   */
  async uploadBytes(actor: Actor, address: string, bytes: number): Promise<(kept: number) => Promise<void>> {
    if (actor.kind !== 'shopper') return async () => {};
    const network = networkOf(address);
    const counted: [LimitName, string][] = [];
    const giveBack = async (kept: number) => {
      for (const [name, key] of counted) await this.#limiters.get(name)?.reward(key, Math.max(0, bytes - kept));
    };
    try {
      for (const [name, key] of [
        ['uploadAddress', network],
        ['uploadStore', actor.storeId],
      ] as const) {
        // A host that passes no address would have all its customers count as one.
        if (key === '') continue;
        // What is refused is not sent either, so it is not counted: a smaller file may still fit.
        counted.push([name, key]);
        await this.#count(name, key, bytes);
      }
    } catch (error) {
      await giveBack(0);
      throw error;
    }
    return giveBack;
  }

  /**
   * Counts an action that gives out tokens or reaches people; the answer gives back what was counted for a new
   * conversation that is none, and for a sign-in in which no wrong password was tried. @throws DeniedError RATE_LIMITED
   */
  async action({ name, input, actor, address, changes }: Attempt): Promise<Settle | undefined> {
    const network = networkOf(address);
    if (name === 'signIn') {
      await this.#count('signIn', network);
      const account = `${network} ${accountOf(input)}`;
      await this.#count('account', account);
      return async ({ denial }) => {
        if (denial && !mayBeGuess(denial)) await this.#limiters.get('account')?.reward(account);
      };
    }
    if (name === 'startShopperSession' || name === 'identifyShopper') await this.#count('shopper', network);
    if (actor.kind !== 'shopper') return undefined;
    if (changes) await this.#count('change', actorKey(actor));
    if (MESSAGES.has(name)) await this.#count('message', actorKey(actor));
    // A host that passes no address would have all its customers count as one.
    if (name !== 'openConversation' || actor.verified || network === '') return undefined;
    await this.#count('conversation', network);
    return async ({ isNew }) => void (isNew || (await this.#limiters.get('conversation')?.reward(network)));
  }

  /** Counts a live stream until the answer is called. @throws DeniedError RATE_LIMITED when too many are open */
  stream(actor: Actor, address: string): () => void {
    const network = networkOf(address);
    const leaveAddress =
      network === '' ? nothing : (this.#addressStreams.enter(network) ?? tooManyStreams(this.#addressStreams.most));
    // Everybody before sign-in is one actor; they are told apart by their addresses only.
    const leaveActor = actor.kind === 'anonymous' ? nothing : this.#actorStreams.enter(actorKey(actor));
    if (!leaveActor) {
      leaveAddress();
      return tooManyStreams(this.#actorStreams.most);
    }
    return () => (leaveAddress(), leaveActor());
  }

  async #count(name: LimitName, key: string, points = 1): Promise<void> {
    try {
      await this.#limiters.get(name)?.consume(key, points);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new DeniedError(
        deny('RATE_LIMITED', { details: { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) } }),
      );
    }
  }
}

const UNLIMITED = { actorStreams: Number.POSITIVE_INFINITY, addressStreams: Number.POSITIVE_INFINITY };
const nothing = (): void => {};

/**
 * Whether somebody who guesses passwords is refused in this way. Whoever hears that the password they choose is
 * refused, or that they must choose one, has named the right one, or none was looked at.
 */
const mayBeGuess = ({ code, details }: Denial): boolean =>
  code === 'RATE_LIMITED' || details?.['cause'] === 'credentials';

function tooManyStreams(limit: number): never {
  throw new DeniedError(
    deny('RATE_LIMITED', {
      text: t.tooManyConnections,
      details: { limit, retryAfterSeconds: STREAM_RETRY_SECONDS },
    }),
  );
}

/** How many are open by key, at most `most` of each. */
class OpenCount {
  readonly most: number;
  readonly #open = new Map<string, number>();

  constructor(most: number) {
    this.most = most;
  }

  /** One more, until the answer is called; undefined when there are as many as may be. */
  enter(key: string): (() => void) | undefined {
    const open = this.#open.get(key) ?? 0;
    if (open >= this.most) return undefined;
    this.#open.set(key, open + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const rest = (this.#open.get(key) ?? 1) - 1;
      if (rest > 0) this.#open.set(key, rest);
      else this.#open.delete(key);
    };
  }
}

/** The person somebody signs in as, without keeping the address itself. */
function accountOf(input: unknown): string {
  const { email } = (input ?? {}) as { readonly email?: unknown };
  return createHash('sha256').update(String(email).toLowerCase()).digest('base64url');
}
