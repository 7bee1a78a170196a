/** @module Performs timers that are due: each is an ordinary action, and its row ends in the commit of that action. */
import type { SystemActor } from './actor.ts';
import type { Call, DeskParts } from './call.ts';
import { DeniedError } from './denial.ts';
import type { RowOf } from './entity.ts';
import { parse } from './question.ts';
import { StoreUnavailableError, VersionConflictError, type Write } from './store.ts';
import { Timer } from './timer.ts';

const RETRY_TIMER_MS = 60_000;
/** A timer that this version cannot read waits for one that can: during an update both run side by side. */
const UNREADABLE_TIMER_MS = 3_600_000;

export class TimerRuns {
  readonly #parts: DeskParts;
  readonly #run: (call: Call) => Promise<unknown>;

  constructor(parts: DeskParts, run: (call: Call) => Promise<unknown>) {
    this.#parts = parts;
    this.#run = run;
  }

  /** Performs what is due; answers how many timers ran. */
  async due(limit: number): Promise<number> {
    const now = this.#parts.clock().toISOString();
    const due = await this.#parts.store.find({
      entity: Timer,
      where: [{ dueAt: { lte: now } }],
      order: [['dueAt', 'asc']],
      limit,
    });
    for (const timer of due as RowOf<typeof Timer>[]) await this.perform(timer);
    return due.length;
  }

  /** Performs one timer, unless another process was faster. */
  async perform(timer: RowOf<typeof Timer>, as: Pick<Call, 'following' | 'waitMs'> = {}): Promise<void> {
    const actor: SystemActor = { kind: 'system', tenantId: timer.tenantId, name: 'timer' };
    const call = this.#readTimer(timer);
    if (call instanceof Error) return this.#putOff(timer, call, UNREADABLE_TIMER_MS);
    try {
      await this.#run({ actor, name: timer.action, ...call, options: {}, consume: timer, ...as });
    } catch (error) {
      if (error instanceof StoreUnavailableError) throw error;
      // One whose action fails is tried again later, and does not hold up those behind it until then.
      if (!(error instanceof DeniedError)) return this.#putOff(timer, error, RETRY_TIMER_MS);
      // A timer whose action is denied has lost its point (the chat was closed meanwhile): it is dropped, not retried.
      const { tenantId, id, version: expectedVersion } = timer;
      if (error.denial.code !== 'CONFLICT')
        await this.#settle({ kind: 'delete', entity: Timer, tenantId, id, expectedVersion });
    }
  }

  /** What a timer calls, or why this version cannot tell. */
  #readTimer({ action: name, input }: RowOf<typeof Timer>): Pick<Call, 'action' | 'input'> | Error {
    const action = this.#parts.actions.get(name);
    if (!action) return new Error(`No feature of this desk has the action ${name}, which a timer calls.`);
    try {
      return { action, input: parse(action, input) as never };
    } catch (error) {
      if (error instanceof Error) return error;
      throw error;
    }
  }

  async #putOff({ tenantId, id, version, action }: RowOf<typeof Timer>, error: unknown, wait: number): Promise<void> {
    this.#parts.onError(error, `timer ${action}`);
    const changes = { dueAt: new Date(this.#parts.clock().getTime() + wait).toISOString() };
    await this.#settle({ kind: 'update', entity: Timer, tenantId, id, expectedVersion: version, changes });
  }

  /** Whoever was faster has settled the timer. */
  async #settle(write: Write): Promise<void> {
    await this.#parts.store.commit([write]).catch((error: unknown) => {
      if (!(error instanceof VersionConflictError)) throw error;
    });
  }
}
