/**
 * @module Performs effects: a pool per port, in which no store takes all the room. Between claim and settling nothing
 * of the database is held, and a process that dies meanwhile leaves a lease that ends.
 */
import type { Ports } from '../ports/index.ts';
import type { ReadContext } from './context.ts';
import { failed, type Claim, type Outcome } from './effect-steps.ts';
import { Effect, type EffectDefinition, type Effects } from './effect.ts';
import type { BaseRow, Filter, RowOf } from './entity.ts';
import { host, pause as sleep, type Abort, type CallSignal } from './host.ts';
import { StoreUnavailableError, type DeskStore } from './store.ts';

type EffectRow = RowOf<typeof Effect>;

export interface EffectRunnerOptions {
  readonly effects: Effects;
  readonly store: DeskStore;
  readonly ports: Ports;
  readonly clock: () => Date;
  readonly read: (tenantId: string) => ReadContext;
  readonly claim: (effect: EffectDefinition, row: EffectRow) => Promise<Claim | undefined>;
  /** Resolves when the outcome is written down and everything that followed from it is done. */
  readonly settle: (effect: EffectDefinition, row: EffectRow, claim: Claim, outcome: Outcome) => Promise<void>;
  readonly onError: (error: unknown, where: string) => void;
}

/** Effects that are looked at together. */
const ROUND = 100;
/** Looks of one start; each leaves out what has no room, so there are few. */
const MOST_LOOKS = 20;
/** The pause before an outcome is written down again, doubled each time, and the longest. */
const SETTLE_PAUSE_MS = 200;
const SETTLE_LONGEST_MS = 6400;

export class EffectRunner {
  readonly #options: EffectRunnerOptions;
  readonly #flights = new Map<string, Promise<void>>();
  readonly #inUse = new Map<string, number>();
  readonly #stopping = new host.AbortController();
  #stopped = false;

  constructor(options: EffectRunnerOptions) {
    this.#options = options;
  }

  /** Begins what is due and has room; answers how many. Waits for no call. */
  async start(): Promise<number> {
    let begun = 0;
    for (let look = 0; look < MOST_LOOKS && !this.#stopped; look += 1) {
      const due = await this.#due();
      for (const row of due) if (this.#begin(row)) begun += 1;
      if (due.length < ROUND) break;
    }
    return begun;
  }

  /** Performs what is due, and what follows from it, until nothing is; answers how many calls were begun. */
  async run(): Promise<number> {
    let begun = 0;
    for (;;) {
      begun += await this.start();
      if (this.#flights.size === 0) return begun;
      await Promise.all(this.#flights.values());
    }
  }

  /** Begins these effects if there is room; resolves when they are settled, or after so many milliseconds. */
  async nudge(ids: readonly string[], waitMs: number): Promise<void> {
    if (ids.length === 0 || this.#stopped) return;
    const where = [{ id: { in: ids } }];
    const rows = (await this.#options.store.find({ entity: Effect, where, limit: ids.length })) as EffectRow[];
    for (const row of rows) this.#begin(row);
    if (waitMs <= 0) return;
    const flights = Promise.all(ids.map((id) => this.#flights.get(id)));
    if (waitMs === Number.POSITIVE_INFINITY) return void (await flights);
    let timer: unknown;
    const waited = new Promise<void>((resolve) => (timer = host.setTimeout(resolve, waitMs)));
    await Promise.race([flights, waited]);
    host.clearTimeout(timer);
  }

  /** Begins nothing more, waits for the calls under way, and ends those that take longer than so many milliseconds. */
  async stop(graceMs: number): Promise<void> {
    this.#stopped = true;
    const timer = host.setTimeout(() => this.#stopping.abort(new Error('The server stops.')), graceMs);
    await Promise.all(this.#flights.values());
    host.clearTimeout(timer);
  }

  /** Due rows, without those of stores and ports that have no room. */
  async #due(): Promise<EffectRow[]> {
    const now = this.#options.clock().toISOString();
    const full: Filter[] = [...this.#options.effects.values()].flatMap(({ port, pool }): Filter[] => {
      if (this.#used(port) >= pool.size) return [{ port: { ne: port } }];
      return this.#storesOf(port)
        .filter((storeId) => this.#used(port, storeId) >= pool.perStore)
        .map((storeId) => ({ or: [{ port: { ne: port } }, { storeId: { ne: storeId } }] }));
    });
    // Rows of a feature that this desk does not have are left alone.
    const effect = { in: [...this.#options.effects.keys()] };
    const where: Filter[] = [{ state: { in: ['READY', 'FLYING'] }, dueAt: { lte: now }, effect }, ...full];
    const order = [['dueAt', 'asc']] as const;
    return (await this.#options.store.find({ entity: Effect, where, order, limit: ROUND })) as EffectRow[];
  }

  #used(port: string, storeId?: string | null): number {
    return this.#inUse.get(storeId === undefined ? port : `${port}/${storeId ?? ''}`) ?? 0;
  }

  #storesOf(port: string): (string | null)[] {
    const prefix = `${port}/`;
    return [...this.#inUse.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length) || null);
  }

  #count({ port, storeId }: EffectRow, by: 1 | -1): void {
    for (const key of [port, `${port}/${storeId ?? ''}`]) {
      const used = (this.#inUse.get(key) ?? 0) + by;
      if (used > 0) this.#inUse.set(key, used);
      else this.#inUse.delete(key);
    }
  }

  #begin(row: EffectRow): boolean {
    const effect = this.#options.effects.get(row.effect);
    if (!effect || this.#stopped || this.#flights.has(row.id)) return false;
    if (this.#used(row.port) >= effect.pool.size || this.#used(row.port, row.storeId) >= effect.pool.perStore)
      return false;
    this.#count(row, 1);
    const flight = this.#fly(effect, row)
      .catch((error: unknown) => this.#options.onError(error, `effect ${row.effect}`))
      .finally(() => this.#flights.delete(row.id));
    this.#flights.set(row.id, flight);
    return true;
  }

  async #fly(effect: EffectDefinition, row: EffectRow): Promise<void> {
    let claim: Claim | undefined;
    let outcome: Outcome | undefined;
    try {
      claim = await this.#options.claim(effect, row);
      if (claim) outcome = await this.#call(effect, row.tenantId, claim);
    } finally {
      this.#count(row, -1);
    }
    if (claim && outcome) await this.#settle(effect, row, claim, outcome);
  }

  async #call(effect: EffectDefinition, tenantId: string, { key, input, step }: Claim): Promise<Outcome> {
    const { ports, clock, read } = this.#options;
    const own = new host.AbortController();
    const stop = () => own.abort(this.#stopping.signal.reason);
    this.#stopping.signal.addEventListener('abort', stop);
    if (this.#stopping.signal.aborted) stop();
    const late = new Error(`No answer within ${effect.timeout} ms.`);
    const timer = host.setTimeout(() => own.abort(late), effect.timeout);
    const given = { key, signal: own.signal as CallSignal, now: clock().toISOString(), read: read(tenantId) };
    try {
      if (step === 'CALL')
        return { kind: 'ANSWERED', answer: await orAborted(effect.do(ports, input, given), own.signal) };
      const asked = await orAborted((effect.ask ?? unaskable)(ports, input, given), own.signal);
      return asked.happened ? { kind: 'ANSWERED', answer: asked.answer } : { kind: 'NOT_HAPPENED' };
    } catch (error) {
      // A question that failed says nothing of the call that it is about: the doubt stays as it was.
      return step === 'ASK' ? failed(error, { verdict: 'NOT_SENT' }) : failed(error);
    } finally {
      host.clearTimeout(timer);
      this.#stopping.signal.removeEventListener('abort', stop);
    }
  }

  /**
   * The answer is precious: while the database is away it is kept and written down again, up to the end of the lease.
   */
  async #settle(effect: EffectDefinition, row: EffectRow, claim: Claim, outcome: Outcome): Promise<void> {
    for (let pause = SETTLE_PAUSE_MS; ; pause *= 2) {
      try {
        return await this.#options.settle(effect, row, claim, outcome);
      } catch (error) {
        if (!(error instanceof StoreUnavailableError) || pause > SETTLE_LONGEST_MS) {
          this.#options.onError(error, `end of effect ${row.effect}`);
          // What the feature could not write down is in doubt, as if the answer had been lost.
          return this.#options.settle(effect, row, claim, failed(error, { verdict: 'IN_DOUBT' }));
        }
        await sleep(pause);
      }
    }
  }
}

async function orAborted<T>(work: Promise<T>, signal: Abort['signal']): Promise<T> {
  let leave = () => {};
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
    signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

const unaskable = (): Promise<never> => Promise.reject(new Error('This effect cannot be asked.'));

/** Whether a change of a row is bookkeeping of the desk: an effect of which nobody knows is not. */
export const isQuietEffect = (before: BaseRow | undefined, row: BaseRow | undefined): boolean =>
  ![before, row].some((one) => (one as EffectRow | undefined)?.state === 'UNCERTAIN');
